"""Words of the revision are found and replaced, a step of the history for each turn."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.edits import revising
from reviewer.domain.find import Query
from reviewer.domain.standing_turn import standing_turn
from reviewer.gui.conversation.revision_view import RevisionView
from reviewer.gui.session import Session
from reviewer.gui.widgets.replace_bar import ReplaceBar
from reviewer.gui.words import counted

AT_ONCE = 2_000
"""Rows that are looked through at a time."""


class Replacing(QObject):
    """`said` carries a sentence for the status bar."""

    said = Signal(str)

    def __init__(self, session: Session, view: RevisionView, bar: ReplaceBar, may_change: Callable[[], bool]) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._bar = bar
        self._may_change = may_change
        self._rows: list[int] = []
        self._scan: Iterator[int] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)
        bar.changed.connect(self._start)
        bar.step.connect(self._step)
        bar.replace.connect(self._replace)
        bar.replace_all.connect(self._replace_all)
        bar.closed.connect(lambda: view.setFocus())
        session.changed.connect(lambda _: self._start())
        session.opened.connect(bar.hide)

    def open(self) -> None:
        """Show the bar."""
        self._view.keep_editing()
        self._bar.show()
        self._bar.field.setFocus()
        self._bar.field.selectAll()
        self._start()

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(self._bar.field.text(), self._bar.case.isChecked(), self._bar.whole.isChecked())

    def _start(self) -> None:
        full = self._session.full
        self._rows = []
        wanted = self._bar.isVisible() and full is not None and bool(self._bar.field.text())
        self._scan = iter(range(len(full.dialogue))) if wanted and full else iter(())
        self._slice()

    def _slice(self) -> None:
        full, pattern = self._session.full, self.query.pattern()
        for _ in range(AT_ONCE):
            row = next(self._scan, None)
            if row is None or full is None or pattern is None:
                self._timer.stop()
                self._bar.show_count(len(self._rows), done=True)
                return
            if full.dialogue[row].stands:
                turn = standing_turn(full.dialogue, row, self._session.turn)
                self._rows += [row] if pattern.search(turn.text) else []
        self._bar.show_count(len(self._rows), done=False)
        self._timer.start()

    def _here(self) -> int:
        rows = self._view.rows
        return rows.in_dialogue(self._view.focused_row) if rows and rows.count else -1

    def _step(self, step: int) -> None:
        if not self._rows:
            return
        here = self._here()
        beyond = [row for row in self._rows if (row > here if step > 0 else row < here)] or self._rows
        self._view.go_to_dialogue_row(beyond[0] if step > 0 else beyond[-1])

    def _replace(self) -> None:
        here = self._here()
        if (here in self._rows and self._change(here)) or here not in self._rows:
            self._step(1)

    def _replace_all(self) -> None:
        done = sum(self._change(row) for row in reversed(self._rows))
        self.said.emit(f"Replaced in {counted(done, 'turn')}.")

    def _change(self, row: int) -> bool:
        full = self._session.full
        if full is None or not self._may_change():
            return False
        at = standing_turn(full.dialogue, row, self._session.turn)
        edit = revising.replace_words(full, at, self.query, self._bar.words.text())
        return edit is not None and self._session.do(edit)
