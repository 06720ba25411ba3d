"""The conversations of a file that holds several: which is shown, and which are imported."""

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui import fonts
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.tick_box import BOX, paint_box
from reviewer.gui.words import counted

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HEIGHT = 160
ROW = 26
LEFT = 2
TICK_ROLE = Qt.ItemDataRole.CheckStateRole


class PartsModel(QAbstractListModel):
    """One row for each conversation, with a tick."""

    def __init__(self, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = preview

    def renew(self) -> None:
        """The file is another one."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._preview.conversations)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        conversation = self._preview.conversations[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{conversation.title} · {counted(len(conversation.turns), 'turn')}"
        if role == TICK_ROLE:
            return Qt.CheckState.Unchecked if self._is_off(index.row()) else Qt.CheckState.Checked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != TICK_ROLE:
            return False
        decision = self._preview.file.decision
        self._preview.decide("tick", replace(decision, unticked=decision.unticked ^ {index.row()}))
        return True

    def _is_off(self, at: int) -> bool:
        return at in self._preview.file.decision.unticked


class PartsDelegate(QStyledItemDelegate):
    """A tick box, and the title with the number of turns."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(fonts.scaled(120), fonts.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        on = index.data(TICK_ROLE) == Qt.CheckState.Checked
        paint_box(painter, rect.x() + fonts.scaled(LEFT), rect.center().y(), self._theme, on=on)
        font = fonts.font(13, 500 if chosen else 400)
        painter.setFont(font)
        painter.setPen(self._theme.color("text" if on else "text2"))
        inner = rect.adjusted(fonts.scaled(LEFT + BOX + 8), 0, -fonts.scaled(6), 0)
        words = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the box or the space bar ticks."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            pressed = event.position().x() <= option.rect.x() + fonts.scaled(LEFT + BOX + 4)
        else:
            pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        return pressed and model.setData(index, None, TICK_ROLE)


class PartsPane(QFrame):
    """Hidden while the file holds one conversation."""

    def __init__(self, preview: Preview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ruled")
        self._preview = preview
        self.heading = PlainText("", self)
        self.heading.setProperty("tone", "dim")
        self.heading.setFont(fonts.font(11.5, 600))
        self.every = TextButton("All", theme, self, tone="link", pressed=lambda: self._tick(all_of_them=True))
        self.none = TextButton("None", theme, self, tone="link", pressed=lambda: self._tick(all_of_them=False))
        self.every.setAccessibleName("Tick all conversations")
        self.none.setAccessibleName("Untick all conversations")
        self.view = QListView(self)
        self.model = PartsModel(preview, self.view)
        self.view.setModel(self.model)
        self.view.setItemDelegate(PartsDelegate(theme, self.view))
        self.view.setFont(fonts.font(13))
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName("Conversations in this file")
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(lambda now, _: preview.show_part(now.row()))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.heading, 1)
        head.addWidget(self.every)
        head.addWidget(self.none)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view)
        preview.shown.connect(self._renew)
        preview.corrected.connect(self._tell)
        self.hide()

    def _renew(self) -> None:
        self.model.renew()
        self._tell()

    def _tell(self) -> None:
        count = len(self._preview.conversations)
        self.setVisible(count > 1)
        if count > 1:
            ticked = count - len(self._preview.file.decision.unticked)
            self.view.setFixedHeight(min(fonts.scaled(HEIGHT), count * fonts.scaled(ROW) + 2))
            self.heading.setText(f"Conversations · {ticked:,} of {count:,}")
            self.model.dataChanged.emit(self.model.index(0), self.model.index(count - 1))
            if self.view.currentIndex().row() != self._preview.part:
                self.view.setCurrentIndex(self.model.index(self._preview.part))

    def _tick(self, *, all_of_them: bool) -> None:
        off = frozenset[int]() if all_of_them else frozenset(range(len(self._preview.conversations)))
        self._preview.decide("tick", replace(self._preview.file.decision, unticked=off))
