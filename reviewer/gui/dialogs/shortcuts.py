"""Every key and what it does, by the place where it acts, with a filter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
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
from reviewer.gui.palette.entry_list import paint_keys
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.filter_field import FilterField
from reviewer.gui.widgets.plain import PlainText

Row = tuple[str, str, str]
"""Place, what the keys do, the keys with commas between them."""

PLACES: Final = {"Annotate": "Conversation"}
"""Menus whose keys act in a place of another name."""
KEYS: Final = Qt.ItemDataRole.UserRole
SIZE, LINE, HEADING, PAD = QSize(560, 620), 32, 38, 14


class ShortcutSheet(QDialog):
    """The keyboard is in the filter; Down goes to the list."""

    def __init__(self, rows: Sequence[Row], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Shortcuts")
        self.filter = FilterField("Filter keys and commands", "", theme, self)
        self.list = QTreeWidget(self)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setIndentation(0)
        self.list.setAccessibleName("Shortcuts")
        self.list.setItemDelegate(ShortcutPainter(theme, self.list))
        self.empty = PlainText("No key or command holds these words.", self)
        self.empty.setFont(fonts.font(13))
        self.empty.hide()
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._entries: dict[str, list[QTreeWidgetItem]] = {}
        for row in rows:
            self._add(*row)
        self.list.expandAll()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 0)
        column.addWidget(self.filter)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self.filter.textChanged.connect(self._keep)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))
        self.filter.setFocus()

    @classmethod
    def show_all(cls, rows: Sequence[Row], theme: Theme, parent: QWidget | None = None) -> None:
        """Show the sheet until it is closed."""
        cls(rows, theme, parent).exec()

    def shown(self) -> list[str]:
        """What the keys that are left do, in order."""
        return [one.text(0) for entries in self._entries.values() for one in entries if not one.isHidden()]

    def _add(self, place: str, words: str, keys: str) -> None:
        if not keys:
            return
        place = PLACES.get(place, place)
        if place not in self._groups:
            self._groups[place] = QTreeWidgetItem(self.list, [place])
            self._groups[place].setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._entries[place] = []
        entry = QTreeWidgetItem(self._groups[place], [words])
        entry.setData(0, KEYS, keys)
        entry.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}: {keys}")
        self._entries[place].append(entry)

    def _keep(self, text: str) -> None:
        wanted = text.casefold().split()
        for place, entries in self._entries.items():
            for entry in entries:
                held = f"{place} {entry.text(0)} {entry.data(0, KEYS)}".casefold()
                entry.setHidden(not all(one in held for one in wanted))
            self._groups[place].setHidden(all(entry.isHidden() for entry in entries))
        self.empty.setVisible(not self.shown())


class ShortcutPainter(QStyledItemDelegate):
    """Headings, and words with key caps at the end of the line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, fonts.scaled(LINE if index.parent().isValid() else HEADING))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area = QRect(option.rect)
        entry = index.parent().isValid()
        if entry and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.color("accent_soft"))
        right = float(area.right() - PAD)
        for keys in reversed(str(index.data(KEYS)).split(", ") if entry else []):
            caps = tuple(keys.replace("++", "+Plus").split("+"))
            right = paint_keys(painter, self._theme, right, area.center().y() + 0.5, caps) - PAD
        painter.setFont(fonts.font(13) if entry else fonts.font(12, 600))
        painter.setPen(self._theme.color("text" if entry else "text2"))
        room = area.adjusted(PAD, 0 if entry else 8, 0, 0)
        room.setRight(round(right) - PAD)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
