"""The middle of the preview: options, bars, the table or what stands in its place, and the counts."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from reviewer import importers
from reviewer.domain.transcript import TurnKind
from reviewer.gui.dialogs.importing.bars import ChoiceBar, WarningBar
from reviewer.gui.dialogs.importing.correcting import Correcting
from reviewer.gui.dialogs.importing.counts_bar import CountsBar
from reviewer.gui.dialogs.importing.empty import EmptyPane
from reviewer.gui.dialogs.importing.line_list import Line, LinePane
from reviewer.gui.dialogs.importing.marking import MarkPane
from reviewer.gui.dialogs.importing.options_bar import OptionsBar
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.dialogs.importing.turn_model import TurnModel
from reviewer.gui.dialogs.importing.turn_table import TurnTable
from reviewer.gui.dialogs.importing.words import LEFT_OUT, lines_of_nobody
from reviewer.gui.theme import Theme
from reviewer.gui.words import isolated
from reviewer.importers.base import LineKind
from reviewer.importers.personal import Detail

WHY = {
    LineKind.PREAMBLE: "Above the chat",
    LineKind.POSTAMBLE: "Below the chat",
    LineKind.SKIPPED: "Left out",
}


class Middle(QFrame):
    """Follows the file that is shown."""

    def __init__(self, preview: Preview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._lines = ""
        self._marking = False
        self.options = OptionsBar(preview, theme, self)
        self.same = ChoiceBar("info", theme, self)
        self.question = ChoiceBar("circle-help", theme, self)
        self.warnings = WarningBar(theme, self)
        self.model = TurnModel(self)
        self.table = TurnTable(self.model, theme, self)
        self.lines = LinePane(theme, self)
        self.mark = MarkPane(theme, self)
        self.empty = EmptyPane(theme, self)
        self.counts = CountsBar(theme, self)
        self.acts = Correcting(preview, self.table)
        self.stack = QStackedWidget(self)
        for page in (self.table, self.lines, self.mark, self.empty):
            self.stack.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.options, self.same, self.question, self.warnings):
            self._column.addWidget(part)
        self._column.addWidget(self.stack, 1)
        self._column.addWidget(self.counts)
        self._connect()

    def lend_options(self) -> OptionsBar:
        """The options, to be shown elsewhere until they are put back."""
        self._column.removeWidget(self.options)
        return self.options

    def put_options_back(self) -> None:
        """The options above everything else again."""
        self._column.insertWidget(0, self.options)

    def show_details(self, details: tuple[Detail, ...]) -> None:
        """Show personal details as chips."""
        kept = self._preview.file.decision.kept if self._preview.files else frozenset()
        self.model.show_details(details, kept, replaced=self._preview.finish.labels)

    def step_back(self) -> bool:
        """Close what stands in the place of the table; False when nothing does."""
        if not self._lines and not self._marking:
            return False
        self._lines, self._marking = "", False
        self._show_page()
        self.table.setFocus()
        return True

    def _connect(self) -> None:
        preview = self._preview
        preview.shown.connect(self._start)
        preview.corrected.connect(self._follow)
        self.model.spoken_by.connect(self.acts.speak)
        self.options.marking_wanted.connect(self._start_marking)
        self.warnings.row_wanted.connect(self._go_to_unit)
        self.counts.lines_wanted.connect(self._open_lines)
        self.counts.encoding_wanted.connect(self.options.open_encoding)
        self.lines.closed.connect(self.step_back)
        self.lines.turn_wanted.connect(lambda line: self._promote(line, as_turn=True))
        self.lines.system_wanted.connect(lambda line: self._promote(line, as_turn=False))
        self.mark.marked.connect(self._read_by_names)
        self.mark.closed.connect(self.step_back)

    def _start(self) -> None:
        self._lines, self._marking = "", False
        self._follow()
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.scrollToTop()

    def _follow(self) -> None:
        preview = self._preview
        timeless = bool(preview.files) and preview.file.decision.timeless
        self.model.show(preview.found, preview.conversation, roles=preview.finish.roles, timeless=timeless)
        self.table.can_correct = preview.can_correct
        self._show_bars()
        self._show_counts()
        self._show_page()

    def _show_bars(self) -> None:
        found, file = self._preview.found, self._preview.file
        doubt = found.question if found and file.decision.options.format is None else None
        problems = found.problems[1:] if found and doubt else found.problems if found else ()
        self.warnings.show_problems(found, problems)
        self.question.hide()
        if doubt and found:
            by_hand = ("Mark the speakers", self._start_marking)
            self.question.offer(doubt, "Look at the first turns.", ("Yes", self._confirm), by_hand)
        self.same.hide()
        if file.entry.same:
            lead = f"Same text as ‘{isolated(file.entry.same[0].title)}’."
            if file.decision.copy:
                self.same.offer(lead, "A copy will be imported.", ("Skip", self._skip_or_copy))
            else:
                self.same.offer(lead, "It will be skipped.", ("Import a copy", self._skip_or_copy))

    def _show_counts(self) -> None:
        conversation, looked = self._preview.conversation, self._preview.looked
        self.counts.setVisible(conversation is not None)
        if conversation is None or looked is None:
            return
        system = lines_of_nobody(conversation)
        encoding = looked.entry.found.encoding if looked.entry.found else ""
        left_out = sum(looked.ledger.get(kind.value, 0) for kind in LEFT_OUT) if self._preview.part == 0 else 0
        turns = len(conversation.turns) - system
        self.counts.show_counts(turns, system, left_out, encoding, partial=looked.partial)

    def _show_page(self) -> None:
        looked, page = self._preview.looked, self.table
        entry = self._preview.file.entry
        shown: QWidget = page
        if looked is None:
            shown = self.empty
            self.empty.say_soon("Reading…")
        elif entry.is_review:
            shown = self.empty
            self.empty.say("This is a review.", "It brings its transcript, its comments and its scores.")
        elif entry.is_project:
            shown = self.empty
            self.empty.say("This is a project.", "It brings its chats, and the comments in them.")
        elif entry.is_rubric:
            shown = self.empty
            self.empty.say("This is a rubric.", "It goes to the Rubrics page.")
        elif self._marking or (entry.error and looked.text):
            shown = self.mark
            if self.stack.currentWidget() is not self.mark or self.mark.field.toPlainText() != looked.text:
                self.mark.show_text(looked.text or self._head(), entry.error or "")
                self.mark.field.setFocus()
        elif entry.error:
            shown = self.empty
            self.empty.say("This file cannot be imported.", entry.error)
        elif self._lines:
            shown = self.lines
            self._list_lines()
        self.stack.setCurrentWidget(shown)

    def _head(self) -> str:
        return "\n".join(self._preview.found.texts[:600]) if self._preview.found else ""

    def _open_lines(self, kind: str) -> None:
        self._marking, self._lines = False, "" if kind == "turns" else kind
        self._show_page()
        (self.lines.view if self._lines else self.table).setFocus()

    def _list_lines(self) -> None:
        found, conversation = self._preview.found, self._preview.conversation
        if found is None or conversation is None:
            return
        if self._lines == "system":
            rows = [(at, turn) for at, turn in enumerate(conversation.turns) if turn.kind is TurnKind.SYSTEM]
            lines = [Line(turn.where[0], turn.text, "System line", at) for at, turn in rows]
            self.lines.show_lines("System lines", lines, left_out=False)
            return
        there = {number for turn in conversation.turns for number in (turn.where[0],)}
        lines = [
            Line(number, found.texts[number - 1] if number <= len(found.texts) else "", WHY[kind])
            for number, kind in enumerate(found.lines, start=1)
            if kind in LEFT_OUT and number not in there
        ]
        self.lines.show_lines("Lines that are not part of the chat", lines, left_out=True)

    def _promote(self, line: Line, *, as_turn: bool) -> None:
        if line.row is None:
            self.acts.add(line, as_turn=as_turn)
        else:
            row, _ = line.row, self.step_back()
            self.table.go_to(row)
            self.table.edit_speaker(row)

    def _start_marking(self) -> None:
        self._marking = True
        self._show_page()
        self.mark.field.setFocus()

    def _read_by_names(self, names: tuple[str, ...]) -> None:
        self._marking = False
        options = replace(self._preview.file.decision.options, format=importers.BY_HAND, names=names, columns=None)
        self._preview.choose("names", options)

    def _confirm(self) -> None:
        found = self._preview.found
        if found is not None:
            self._preview.choose("layout", replace(self._preview.file.decision.options, format=found.format))

    def _skip_or_copy(self) -> None:
        decision = self._preview.file.decision
        self._preview.decide("copy", replace(decision, copy=not decision.copy))

    def _go_to_unit(self, unit: int) -> None:
        row = self.model.row_at_unit(unit)
        if row is not None and not self._lines:
            self.table.setFocus()
            self.table.go_to(row)
