"""What the table's keys, mouse and menu do to the conversation."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from reviewer.domain.transcript import TurnKind
from reviewer.gui.dialogs.importing.line_list import Line
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.dialogs.importing.shown_turn import Piece
from reviewer.gui.dialogs.importing.turn_table import TurnTable
from reviewer.gui.words import counted
from reviewer.importers import amending
from reviewer.importers.base import Conversation
from reviewer.importers.personal import Detail
from reviewer.workspace.finishing import words_of


class Correcting(QObject):
    """Each act is one step of undo."""

    def __init__(self, preview: Preview, table: TurnTable) -> None:
        super().__init__(table)
        self._preview = preview
        self._table = table
        table.left_out.connect(self.leave_out)
        table.turned.connect(self.turn_over)
        table.joined.connect(self.join)
        table.split_wanted.connect(self.split)
        table.pressed_detail.connect(self.toggle_detail)
        table.menu_wanted.connect(self._show_menu)

    def leave_out(self, rows: list[int]) -> None:
        """Without these rows; one at least stays."""
        count = len(self._preview.conversation.turns) if self._preview.conversation else 0
        if len(rows) < count:
            after = min(rows[0], count - len(rows) - 1)
            self._preview.correct("leave out", lambda now: _without(now, rows), lambda: self._go(after))

    def turn_over(self, row: int) -> None:
        """A turn becomes a system line; of a system line, the speaker is asked for."""
        conversation = self._preview.conversation
        if conversation is None:
            return
        if conversation.turns[row].kind is TurnKind.SYSTEM:
            self._table.edit_speaker(row)
        else:
            self._preview.correct("system line", lambda now: amending.as_system(now, row), lambda: self._go(row))

    def speak(self, row: int, speaker: str) -> None:
        """Another speaker, known by key or newly named."""
        self._preview.correct("speaker", lambda now: amending.by(now, row, speaker), lambda: self._go(row))

    def join(self, row: int) -> None:
        """One turn with the one above."""
        if row > 0:
            self._preview.correct("join", lambda now: amending.joined(now, row), lambda: self._go(row - 1))

    def split(self, row: int, place: int) -> None:
        """One turn becomes two."""
        self._preview.correct("split", lambda now: amending.split(now, row, place), lambda: self._go(row))

    def toggle_detail(self, detail: Detail) -> None:
        """Keep a personal detail as it is wherever it stands, or replace it again."""
        if self._preview.finish.labels:
            decision = self._preview.file.decision
            name = "replace" if words_of(detail) in decision.kept else "keep"
            self._preview.decide(name, replace(decision, kept=decision.kept ^ {words_of(detail)}))

    def add(self, line: Line, *, as_turn: bool) -> None:
        """A line that was left out comes in: as a turn of whoever speaks above, or as a system line."""
        self._preview.correct("line", lambda now: _with_line(now, line, as_turn=as_turn))

    def menu(self, row: int, under: tuple[Piece, int] | None) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self._table)
        turns = self._preview.conversation.turns if self._preview.conversation else ()
        system = turns[row].kind is TurnKind.SYSTEM
        rows = self._table.rows() if row in self._table.rows() else [row]
        detail = under[0].detail if under else None
        if detail is not None and self._preview.finish.labels:
            kept = words_of(detail) in self._preview.file.decision.kept
            words = f"Replace with {detail.label}" if kept else f"Keep “{detail.text}”"
            menu.addAction(words, lambda: self.toggle_detail(detail))
            menu.addSeparator()
        self._add(menu, "Change the speaker", "Return", lambda: self._table.edit_speaker(row))
        toggle = "Make it a turn" if system else "Make it a system line"
        self._add(menu, toggle, "Ctrl+Shift+S", lambda: self.turn_over(row))
        menu.addSeparator()
        point = under[1] if under and not detail else 0
        if 0 < point < len(turns[row].text):
            before = turns[row].text[max(0, point - 16) : point].split("\n")[-1]
            menu.addAction(f"Split after “…{before}”", lambda: self.split(row, point))
        self._add(menu, "Split at a caret…", "F2", lambda: self._table.show_caret(row))
        self._add(menu, "Join with the turn above", "Ctrl+J", lambda: self.join(row)).setEnabled(row > 0)
        menu.addSeparator()
        leave = "Leave out" if len(rows) == 1 else f"Leave out {counted(len(rows), 'row')}"
        self._add(menu, leave, "Del", lambda: self.leave_out(rows))
        return menu

    def _add(self, menu: QMenu, words: str, key: str, act: object) -> QAction:
        action = QAction(words, menu)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(act)
        menu.addAction(action)
        return action

    def _show_menu(self, row: int, under: tuple[Piece, int] | None, place: QPoint) -> None:
        self.menu(row, under).exec(place)

    def _go(self, row: int) -> None:
        self._table.setFocus()
        self._table.go_to(row)


def _without(conversation: Conversation, rows: list[int]) -> Conversation:
    for row in reversed(rows):
        conversation = amending.dropped(conversation, row)
    return conversation


def _with_line(conversation: Conversation, line: Line, *, as_turn: bool) -> Conversation:
    where = (line.number, line.number)
    speaker = _speaker_above(conversation, where) if as_turn else None
    return amending.added(conversation, where, line.text, speaker)


def _speaker_above(conversation: Conversation, where: tuple[int, int]) -> str | None:
    above = [turn.speaker for turn in conversation.turns if turn.where <= where and turn.speaker]
    first = conversation.speakers[0].key if conversation.speakers else "Speaker"
    return above[-1] if above else first
