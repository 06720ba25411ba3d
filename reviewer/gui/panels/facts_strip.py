"""What a revision does to the chat: a few facts before and after, each a way to its turn."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from reviewer.domain.chat_facts import Facts, Said, chat_facts
from reviewer.domain.full_review import FullReview
from reviewer.domain.standing_turn import standing_turn
from reviewer.domain.transcript import Role, Turn, TurnKind
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText

MOST_TURNS = 2_000
"""Longer chats are not counted, so that every change stays quick."""
TITLE = "What it does to the chat"


class FactsStrip(QFrame):
    """Hidden while nothing is revised."""

    turn_wanted = Signal(int)
    """An original turn, by its position."""
    row_wanted = Signal(int)
    """A row of the dialogue."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known: tuple[str, Facts] | None = None
        self.heading = PlainText(TITLE, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.heading, 0, 0, 1, 4)
        self._names = [PlainText(name, self) for name in ("Questions answered", "Longest agent turn", "First apology",
                                                          "First thanks")]  # fmt: skip
        self._before = [TextButton("", theme, self, tone="link") for _ in self._names]
        self._after = [TextButton("", theme, self, tone="link") for _ in self._names]
        self._arrows = [PlainText("→", self) for _ in self._names]
        self._places: dict[TextButton, Callable[[], object]] = {}
        for row, parts in enumerate(zip(self._names, self._before, self._arrows, self._after, strict=True), start=1):
            for column, part in enumerate(parts):
                self._grid.addWidget(part, row, column)
        for button in (*self._before, *self._after):
            button.clicked.connect(lambda _=False, one=button: self._go(one))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.heading.setFont(fonts.font(12, 600))
        for words in (*self._names, *self._arrows):
            words.setFont(fonts.font(12.5))
        for button in (*self._before, *self._after):
            button.set_theme(theme)
            button.setFont(fonts.font(12.5, tabular=True))

    def show_revision(self, full: FullReview, turn_at: Callable[[int], Turn | None]) -> None:
        """Count anew; the original is counted once."""
        wanted = bool(full.changes) and full.transcript.turn_count <= MOST_TURNS
        self.setVisible(wanted)
        if not wanted:
            return
        if self._known is None or self._known[0] != full.transcript.id:
            self._known = full.transcript.id, chat_facts(original_said(full, turn_at))
        before, after = self._known[1], chat_facts(revised_said(full, turn_at))
        cells = zip(self._before, self._after, _cells(before), _cells(after), strict=True)
        for name, (old, new, said_before, said_after) in zip(self._names, cells, strict=True):
            self._show(old, name.text(), "before", said_before, revised=False)
            self._show(new, name.text(), "after", said_after, revised=True)

    def _show(self, button: TextButton, name: str, when: str, said: tuple[str, Said | None], *, revised: bool) -> None:
        words, place = said
        button.setText(words)
        button.setEnabled(place is not None)
        button.setAccessibleName(f"{name} {when}: {words}")
        self._places.pop(button, None)
        if place is not None:
            wanted = self.row_wanted if revised else self.turn_wanted
            self._places[button] = lambda: wanted.emit(place.row if revised else place.number)

    def _go(self, button: TextButton) -> None:
        act = self._places.get(button)
        if act is not None:
            act()


def original_said(full: FullReview, turn_at: Callable[[int], Turn | None]) -> list[Said]:
    """The original as it was said."""
    roles = {one.id: one.role for one in full.speakers}
    turns = (turn_at(position) for position in range(1, full.transcript.turn_count + 1))
    return [Said(_role(one.speaker, one.kind, roles), one.text, one.position) for one in turns if one]


def revised_said(full: FullReview, turn_at: Callable[[int], Turn | None]) -> list[Said]:
    """The shown revision as it would be said."""
    roles, found = {one.id: one.role for one in full.speakers}, []
    for row, line in enumerate(full.dialogue):
        if line.number is not None:
            turn = standing_turn(full.dialogue, row, turn_at)
            kind = turn.originals[0].kind if turn.originals else TurnKind.MESSAGE
            found.append(Said(_role(turn.speaker, kind, roles), turn.text, line.number, row))
    return found


def _role(speaker: str | None, kind: TurnKind, roles: dict[str, Role]) -> Role:
    return Role.SYSTEM if kind is TurnKind.SYSTEM else roles.get(speaker or "", Role.OTHER)


def _cells(facts: Facts) -> list[tuple[str, Said | None]]:
    return [
        (f"{facts.answered} of {facts.asked}", facts.unanswered),
        (f"{facts.longest_words} words", facts.longest),
        (f"turn {facts.apology.number}" if facts.apology else "none", facts.apology),
        (f"turn {facts.thanks.number}" if facts.thanks else "none", facts.thanks),
    ]
