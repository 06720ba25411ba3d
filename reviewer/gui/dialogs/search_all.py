"""Words in all chats and comments, listed by chat with the words in bold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.filter_field import FilterField
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted
from reviewer.store.listing import Query
from reviewer.store.reading import Reading

Index = QModelIndex | QPersistentModelIndex
PLACE: Final = Qt.ItemDataRole.UserRole
MOST, MOST_A_CHAT, AROUND = 1_000, 50, 60
PAUSE, LINE, PAD = 250, 30, 12
SIZE = QSize(760, 600)


@dataclass(frozen=True, slots=True)
class Found:
    """A turn of a transcript, or a comment of it."""

    transcript: str
    turn: int = 0
    comment: str = ""


class SearchAll(QDialog):
    """Enter or a press opens the chat there; the search runs on while one reads."""

    chosen = Signal(object)
    """What was Found."""

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Search all transcripts")
        self._reading = reading
        self._search: Iterator[None] = iter(())
        self.field = FilterField("Words in turns and comments of all transcripts", "", theme, self)
        self.count = PlainText("", self)
        self.count.setFont(fonts.font(12.5, tabular=True))
        self.list = QTreeWidget(self)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setIndentation(0)
        self.list.setAccessibleName("Found places")
        self._painter = FoundPainter(theme, self.list)
        self.list.setItemDelegate(self._painter)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.start)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)
        self.field.textChanged.connect(lambda _: self._pause.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 0)
        for part in (self.field, self.count, self.list):
            column.addWidget(part)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))

    @property
    def searching(self) -> bool:
        """Whether there may be more."""
        return self._timer.isActive() or self._pause.isActive()

    def start(self) -> None:
        """Search anew."""
        self._pause.stop()
        self.list.clear()
        self._total = self._chats = 0
        words = self.field.text().strip()
        self._painter.words = words
        self._search = self._all(words) if words else iter(())
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.start()
            self.list.setFocus()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _all(self, words: str) -> Iterator[None]:
        comments: dict[str, list[tuple[str, str]]] = {}
        for annotation, transcript, text in self._reading.comments_holding(words, MOST):
            comments.setdefault(transcript, []).append((annotation, text))
        held = self._reading.listing(Query(words=words))
        for transcript in dict.fromkeys((*held, *comments)):
            turns = self._reading.turns_holding(transcript, words, MOST_A_CHAT)
            places = [(Found(transcript, position), f"{position}", text) for position, text in turns]
            places += [(Found(transcript, comment=one), "Comment", text) for one, text in comments.get(transcript, ())]
            if places:
                self._add(transcript, places)
            if self._total >= MOST:
                return
            yield

    def _add(self, transcript: str, places: list[tuple[Found, str, str]]) -> None:
        found = self._reading.transcript(transcript)
        group = QTreeWidgetItem(self.list, [found.title if found else ""])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for place, where, text in places:
            entry = QTreeWidgetItem(group, [f"{where}  {_around(text, self._painter.words)}"])
            entry.setData(0, PLACE, place)
        group.setExpanded(True)
        self._total += len(places)
        self._chats += 1

    def _slice(self) -> None:
        if next(self._search, self) is self:
            self._timer.stop()
        words = self.field.text().strip()
        if self._total:
            places, chats = counted(self._total, "place"), counted(self._chats, "transcript")
            self.count.setText(f"{'The first ' * (self._total >= MOST)}{places} in {chats}")
        else:
            self.count.setText("" if self.searching or not words else f"No turn and no comment holds “{words}”.")

    def _choose(self, entry: QTreeWidgetItem) -> None:
        place = entry.data(0, PLACE)
        if isinstance(place, Found):
            self.chosen.emit(place)
            self.close()


class FoundPainter(QStyledItemDelegate):
    """Titles, and lines with the words in bold."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, fonts.scaled(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, entry, text = QRect(option.rect), index.parent().isValid(), str(index.data())
        if entry and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.color("accent_soft"))
        painter.setClipRect(area)
        left = area.left() + PAD * (2 if entry else 1)
        for piece, strong in bold_pieces(text, self.words) if entry else [(text, True)]:
            painter.setFont(fonts.font(13, 700 if strong else 400))
            painter.setPen(self._theme.color("text" if strong or not entry else "text2"))
            room = QRect(left, area.top(), area.right() - left, area.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), piece)
            left += painter.fontMetrics().horizontalAdvance(piece)
        painter.setClipping(False)


def bold_pieces(text: str, words: str) -> list[tuple[str, bool]]:
    """A text in pieces, those that are `words` marked, case aside."""
    found: list[tuple[str, bool]] = []
    folded, wanted, at = text.lower(), words.lower(), 0
    while wanted and (place := folded.find(wanted, at)) >= 0:
        found += [(text[at:place], False), (text[place : place + len(words)], True)]
        at = place + len(words)
    return [one for one in (*found, (text[at:], False)) if one[0]]


def _around(text: str, words: str) -> str:
    """One line with the words not far from its beginning."""
    line = " ".join(text.split())
    place = max(0, line.lower().find(words.lower()))
    return line if place <= AROUND else f"…{line[place - AROUND // 2 :]}"
