"""While a comment is written: ready comments that hold the words so far, in a small list under the field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reviewer.domain.phrase import Phrase
from reviewer.gui import fonts
from reviewer.gui.margin.writing_field import WritingField

LEAST_LETTERS, MOST_LINES, LINE, GAP = 3, 5, 24, 2
PHRASE = Qt.ItemDataRole.UserRole


class PhraseList(QListWidget):
    """Down goes into the list, Tab takes its first line; Enter or a press takes a line, Esc closes the list alone.

    It never takes the keyboard by itself, so that typing goes on as if it were not there.
    """

    taken = Signal(object)
    """The Phrase to write in place of what was typed."""

    def __init__(self, field: WritingField, holder: QWidget) -> None:
        super().__init__(holder)
        self._field = field
        self.bank: Callable[[], Sequence[Phrase]] = lambda: ()
        """The ready comments that may be offered, the best first."""
        self.setObjectName("phraseList")
        self.setAccessibleName("Ready comments that fit")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()
        self.itemClicked.connect(self._take)
        field.written.connect(self._look)
        field.unfocused.connect(self._maybe_close)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field while the list is open."""
        if self.isHidden() or not isinstance(event, QKeyEvent):
            return False
        own = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Escape) and not event.modifiers()
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if not own or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Down:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentRow(0)
        elif event.key() == Qt.Key.Key_Tab:
            self._take(self.item(0))
        else:
            self.hide()
        return True

    def event(self, event: QEvent) -> bool:
        own = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if own and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and self.currentRow() <= 0):
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
        else:
            super().keyPressEvent(event)

    def _look(self, typed: str) -> None:
        words = typed.casefold().split()
        found: list[Phrase] = []
        if len(typed.strip()) >= LEAST_LETTERS and self._field.hasFocus():
            texts = ((one, one.text.casefold()) for one in self.bank())
            found = [
                one for one, text in texts if text != typed.strip().casefold() and all(word in text for word in words)
            ]
        self.clear()
        for one in found[:MOST_LINES]:
            item = QListWidgetItem(" ".join(one.text.split()), self)
            item.setData(PHRASE, one)
        self.setVisible(bool(found))
        if found:
            self._place()

    def _place(self) -> None:
        self.setFont(fonts.font(12.5))
        height = min(self.count(), MOST_LINES) * fonts.scaled(LINE) + 2 * GAP + 2
        holder = self.parentWidget()
        if holder is None:
            return
        below = self._field.mapTo(holder, QPoint(0, self._field.height() + GAP))
        above = self._field.mapTo(holder, QPoint(0, -height - GAP))
        fits = below.y() + height <= holder.height()
        place = below if fits else above
        self.setGeometry(max(0, place.x()), max(0, place.y()), self._field.width(), height)
        self.raise_()

    def _take(self, item: QListWidgetItem | None) -> None:
        phrase = item.data(PHRASE) if item is not None else None
        self.hide()
        if phrase is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.taken.emit(phrase)

    def _maybe_close(self) -> None:
        if not self.hasFocus():
            self.hide()
