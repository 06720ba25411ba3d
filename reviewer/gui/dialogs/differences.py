"""What differed between a review file that came in and the review that was here, part by part, both sides."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.telling import Told
from reviewer.gui import fonts
from reviewer.gui.difference_words import grouped, lines, name_of
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText

Index = QModelIndex | QPersistentModelIndex

PAD, TALLEST = 8, 1 << 20
SIZE: Final = QSize(860, 560)
COLUMNS: Final = ("What", "Here", "In the file")


class WholeTexts(QStyledItemDelegate):
    """Rows as high as their longest text, broken into lines, needs."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        spans = not index.parent().isValid()
        width = self._tree.viewport().width() if spans else self._tree.columnWidth(index.column())
        room = QRect(0, 0, max(width - self._tree.indentation() - 2 * PAD, 1), TALLEST)
        text = self._tree.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(index.data()))
        return QSize(0, text.height() + PAD)


class Differences(QDialog):
    """A list to read; the window behind it goes on working."""

    def __init__(self, sentence: str, differences: Sequence[Told], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What differed")
        self._differences = differences
        self.words = PlainText(sentence, self)
        self.words.setWordWrap(True)
        self.words.setFont(fonts.font(13))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName("What differed")
        self.list.setHeaderLabels(COLUMNS)
        self.list.setFont(fonts.font(13))
        self.list.header().setFont(fonts.font(12.5, 600))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WholeTexts(self.list))
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(fonts.scaled(12))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.header().sectionResized.connect(lambda *_: self.list.scheduleDelayedItemsLayout())
        self.copy = TextButton("Copy as text", theme, self, pressed=self._copy)
        self.close_button = TextButton("Close", theme, self, tone="primary", pressed=self.reject)
        self._fill()
        self._lay_out()
        self.resize(SIZE.boundedTo(self.screen().availableSize()))

    @classmethod
    def show_for(cls, sentence: str, differences: Sequence[Told], theme: Theme, parent: QWidget) -> "Differences":
        """Open beside the window."""
        dialog = cls(sentence, differences, theme, parent.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.list.setFocus()
        return dialog

    def _fill(self) -> None:
        for heading, same in grouped(self._differences):
            group = QTreeWidgetItem(self.list, [f"{heading} ({len(same):,})"])
            group.setFirstColumnSpanned(True)
            group.setFont(0, fonts.font(13, 600))
            for one in same:
                entry = QTreeWidgetItem(group, [name_of(one), one.here or "–", one.there or "–"])
                for column in range(len(COLUMNS)):
                    entry.setTextAlignment(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            group.setExpanded(True)
        model = self.list.model()
        self.list.setCurrentIndex(model.index(0, 0, model.index(0, 0)))

    def _lay_out(self) -> None:
        foot, column = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join([self.words.text(), *lines(self._differences)]))
