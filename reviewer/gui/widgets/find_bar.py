"""Find in the transcript: a field, a count, previous and next, case and whole words."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from reviewer.domain.find import Hit, Query, hits_in, hits_in_comments
from reviewer.gui import fonts
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.tick_box import TickBox

TURNS_AT_ONCE = 4000
MOST_HITS = 20_000
READ_AT_ONCE = 1000
SHOW_EVERY_MS = 150


class FindBar(QFrame):
    """Searches in slices, so that a transcript of a million turns does not stop the window."""

    found = Signal(list, object)
    """All hits so far, and the place of the current one among them, or None."""
    closed = Signal()
    """The person has closed the bar."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._session = session
        self._hits: list[Hit] = []
        self._current: int | None = None
        self._search: Iterator[Hit | None] | None = None
        self._from = 1
        self._shown = QElapsedTimer()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in this chat")
        self.field.setAccessibleName("Find in this chat")
        self.count = PlainText("", self)
        self.count.setProperty("tone", "dim")
        self.previous = IconButton("arrow-up", "Previous", theme, self, key="Shift+F3")
        self.next = IconButton("arrow-down", "Next", theme, self, key="F3")
        self.case = IconButton("case-sensitive", "Same case", theme, self)
        self.whole = IconButton("whole-word", "Whole words", theme, self)
        self.comments = TickBox("Comments too", theme, self)
        self.close_button = IconButton("x", "Close", theme, self, key="Esc")
        for toggle in (self.case, self.whole, self.comments):
            toggle.setCheckable(True)
            toggle.toggled.connect(self.start)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for part in (self.count, self.previous, self.next, self.case, self.whole, self.comments, self.close_button):
            row.addWidget(part)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)
        self.field.textChanged.connect(self.start)
        self.field.installEventFilter(self)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.close_button.clicked.connect(self.close_bar)
        session.opened.connect(self.hide)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.field.setFont(fonts.font(13))
        self.count.setFont(fonts.font(12, tabular=True))
        self.comments.setFont(fonts.font(13))
        for button in (self.previous, self.next, self.case, self.whole, self.comments, self.close_button):
            button.set_theme(theme)

    def open(self, from_turn: int) -> None:
        """Show the bar; the first hit from a turn on becomes the current one."""
        self._from = from_turn
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        if self.field.text():
            self.start()

    def close_bar(self) -> None:
        """Search no more."""
        self.hide()
        self.closed.emit()

    def start(self) -> None:
        """Search anew."""
        self._hits, self._current = [], None
        query = Query(self.field.text(), self.case.isChecked(), self.whole.isChecked())
        self._search = self._all_hits(query)
        self._shown.invalidate()
        self._timer.start()

    def go(self, step: int) -> None:
        """To the next (1) or previous (-1) hit, round the ends."""
        if self._hits:
            self._current = ((self._current if self._current is not None else -step) + step) % len(self._hits)
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._hits, self._current = [], None
        self.found.emit([], None)

    def _all_hits(self, query: Query) -> Iterator[Hit | None]:
        full = self._session.full
        if full is None or not query.words:
            return
        reading = self._session.library.workspace.reading
        for first in range(1, full.transcript.turn_count + 1, READ_AT_ONCE):
            last = first + READ_AT_ONCE - 1
            found = list(hits_in(reading.turns(full.transcript.id, first, last), query))
            if self.comments.isChecked():
                here = (one for one in full.annotations if first <= one.anchor.last_turn <= last)
                found = sorted(
                    [*found, *hits_in_comments(here, query)], key=lambda hit: (hit.position, hit.comment != "")
                )
            yield from found
            yield None

    def _slice(self) -> None:
        pauses = 0
        while self._search is not None and pauses < TURNS_AT_ONCE // READ_AT_ONCE:
            try:
                hit = next(self._search)
            except StopIteration:
                self._search = None
                break
            if hit is None:
                pauses += 1
                continue
            self._hits.append(hit)
            if self._current is None and hit.position >= self._from:
                self._current = len(self._hits) - 1
            if len(self._hits) >= MOST_HITS:
                self._search = None
        if self._search is None:
            self._timer.stop()
            if self._current is None and self._hits:
                self._current = 0
        if self._search is None or not self._shown.isValid() or self._shown.hasExpired(SHOW_EVERY_MS):
            self._shown.restart()
            self._show()

    def _show(self) -> None:
        missing = bool(self.field.text()) and not self._hits and self._search is None
        self.field.setProperty("missing", "true" if missing else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        total = f"{len(self._hits)}{'+' if len(self._hits) >= MOST_HITS else ''}"
        words = f"{(self._current or 0) + 1} of {total}" if self._hits else "Not found" if missing else ""
        self.count.setText(words)
        self.found.emit(self._hits, self._current)
