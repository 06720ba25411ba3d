"""Paints the cells of the table, and opens their editors: the speaker, and the words with a caret."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.domain.transcript import Role, TurnKind
from reviewer.gui import fonts, icons
from reviewer.gui.dialogs.importing import turn_painter
from reviewer.gui.dialogs.importing.caret_field import CaretField
from reviewer.gui.dialogs.importing.turn_model import NUMBER, ROLE, TEXT, TIME, TurnModel
from reviewer.gui.dialogs.importing.words import NOBODY, ROLE_ICONS, ROLES
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.choice_box import ChoiceBox

Index = QModelIndex | QPersistentModelIndex
PAD_X, PAD_Y = 8, 7
CHIP_HEIGHT = 20
LEAST_HEIGHT: Final = 34
MOST_KEPT: Final = 600
CENTRE: Final = Qt.AlignmentFlag.AlignVCenter


class TurnDelegate(QStyledItemDelegate):
    """Paints by column."""

    split_wanted = Signal(int, int)
    """Row, and the code point where the turn is to be cut."""

    def __init__(self, model: TurnModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._laid: OrderedDict[int, turn_painter.Laid] = OrderedDict()
        self._width = 0

    def forget(self) -> None:
        """Rows say something new."""
        self._laid.clear()

    def laid(self, row: int, width: int) -> turn_painter.Laid:
        """The words of a row in a cell of this width in px."""
        if width != self._width:
            self._laid.clear()
            self._width = width
        if row not in self._laid:
            self._laid[row] = turn_painter.laid(self._model.row(row), width - 2 * fonts.scaled(PAD_X), self._theme)
            while len(self._laid) > MOST_KEPT:
                self._laid.popitem(last=False)
        return self._laid[row]

    def height(self, row: int, width: int) -> int:
        """How high a row wants to be, in px."""
        words = self.laid(row, width).height + 2 * fonts.scaled(PAD_Y) + 1
        least = LEAST_HEIGHT + (16 if self._model.day(row) else 0)
        return max(fonts.scaled(least) + 1, words)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(fonts.scaled(80), fonts.scaled(LEAST_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        shown = self._model.row(index.row())
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground = "accent_soft" if selected else "warning_ground" if shown.odd else "paper"
        painter.save()
        painter.fillRect(rect, self._theme.color(ground))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        if selected and index.column() == NUMBER:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), self._theme.color("accent"))
        inner = rect.adjusted(fonts.scaled(PAD_X), fonts.scaled(PAD_Y), -fonts.scaled(PAD_X), -fonts.scaled(PAD_Y))
        system = shown.turn.kind is TurnKind.SYSTEM
        if index.column() == TEXT:
            painter.setPen(self._theme.color("text3" if system else "text"))
            words = self.laid(index.row(), rect.width())
            turn_painter.paint(words, painter, QPointF(inner.topLeft()), self._theme)
        elif index.column() == ROLE:
            self._role(painter, inner, self._model.role_of(index.row()))
        else:
            self._cell(painter, inner, index, "text2" if shown.name == NOBODY else "text")
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == TEXT:
            row = index.row()
            field = CaretField(self._model.row(row).turn.text, parent)
            field.cut_at.connect(lambda place: self._cut(field, row, place))
            return field
        box = ChoiceBox(parent)
        box.setFont(fonts.font(13))
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName("Speaker: choose one, or write a new name")
        speakers = self._model.conversation.speakers if self._model.conversation else ()
        for one in speakers:
            box.addItem(one.name, one.key)
        box.activated.connect(lambda: self._commit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            name = self._model.row(index.row()).name
            editor.setEditText("" if name == NOBODY else name)
            edit = editor.lineEdit()
            if edit is not None:
                edit.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if not isinstance(editor, QComboBox) or editor.currentText() == self._model.row(index.row()).name:
            return
        at = editor.findText(editor.currentText())
        self._model.setData(index, editor.itemData(at) if at >= 0 else editor.currentText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        if index.column() == TEXT:
            editor.setGeometry(rect.adjusted(0, 0, 0, -1))
        else:
            width = max(rect.width(), fonts.scaled(170))
            editor.setGeometry(rect.x(), rect.y() + 2, width, min(rect.height(), fonts.scaled(32)))

    def _commit(self, box: QWidget) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)

    def _cut(self, field: QWidget, row: int, place: int) -> None:
        self.closeEditor.emit(field, QStyledItemDelegate.EndEditHint.NoHint)
        self.split_wanted.emit(row, place)

    def _cell(self, painter: QPainter, rect: QRect, index: Index, color: str) -> None:
        number = index.column() in (NUMBER, TIME)
        font = fonts.font(13, tabular=number)
        painter.setFont(font)
        painter.setPen(self._theme.color("text3" if number else color))
        line = QRect(rect.x(), rect.y(), rect.width(), fonts.scaled(20))
        day = self._model.day(index.row()) if index.column() == TIME else ""
        align = Qt.AlignmentFlag.AlignRight if index.column() == NUMBER else Qt.AlignmentFlag.AlignLeft
        words = QFontMetrics(font).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(align | CENTRE), words)
        if day:
            painter.setFont(fonts.font(10))
            below = line.translated(0, fonts.scaled(17)).adjusted(0, 0, fonts.scaled(PAD_X), 0)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | CENTRE), day)

    def _role(self, painter: QPainter, rect: QRect, role: Role | None) -> None:
        if role is None:
            return
        accent = role is Role.AGENT
        font = fonts.font(11.5, 500)
        height, icon = fonts.scaled(CHIP_HEIGHT), fonts.scaled(12)
        width = QFontMetrics(font).horizontalAdvance(ROLES[role]) + icon + fonts.scaled(21)
        chip = QRectF(rect.x(), rect.y(), width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent_soft" if accent else "sunken"))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        color = self._theme.color("accent" if accent else "text2")
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap(ROLE_ICONS[role], color, icon, ratio)
        painter.drawPixmap(QPointF(chip.x() + fonts.scaled(8), chip.center().y() - icon / 2), drawn)
        painter.setPen(color)
        painter.setFont(font)
        words = chip.adjusted(icon + fonts.scaled(13), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | CENTRE), ROLES[role])
