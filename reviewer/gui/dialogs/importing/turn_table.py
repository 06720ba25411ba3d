"""The table of turns: rows are measured as they come into sight; keys and a menu correct them."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reviewer.gui import fonts
from reviewer.gui.dialogs.importing.shown_turn import Piece
from reviewer.gui.dialogs.importing.turn_delegate import LEAST_HEIGHT, PAD_X, PAD_Y, TurnDelegate
from reviewer.gui.dialogs.importing.turn_model import NUMBER, ROLE, SPEAKER, TEXT, TIME, TurnModel
from reviewer.gui.theme import Theme

WIDTHS: Final = {NUMBER: 36, TIME: 54, ROLE: 104}
SPEAKER_WIDTH: Final = (74, 128)
TOGGLE: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NOWHERE: Final = QModelIndex()


class TurnTable(QTableView):
    """Enter: speaker; Delete: leave out; Ctrl+Shift+S: system line; F2: caret, to split; Ctrl+J: join with above."""

    left_out = Signal(list)
    turned = Signal(int)
    joined = Signal(int)
    pressed_detail = Signal(object)
    split_wanted = Signal(int, int)
    menu_wanted = Signal(int, object, QPoint)
    """Row, the piece of text and the code point under the mouse if any, and where to show the menu."""

    def __init__(self, model: TurnModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns = model
        self.can_correct = True
        self.setObjectName("turns")
        self.setAccessibleName("Preview of the turns")
        self.setModel(model)
        self.painter_of_cells = TurnDelegate(model, theme, self)
        self.painter_of_cells.split_wanted.connect(self.split_wanted)
        self.setItemDelegate(self.painter_of_cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(fonts.scaled(LEAST_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(fonts.scaled(LEAST_HEIGHT) + 1)
        self._set_columns()
        model.modelReset.connect(self._renew)
        model.dataChanged.connect(self._renew)
        self.verticalScrollBar().valueChanged.connect(self._measure)

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        index = self._turns.index(row, TEXT)
        self.setCurrentIndex(index)
        self._measure()
        self.scrollTo(index)
        self._measure()

    def rows(self) -> list[int]:
        """The chosen rows, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def edit_speaker(self, row: int) -> None:
        """Open the list of speakers in a row."""
        if self.can_correct:
            self.edit(self._turns.index(row, SPEAKER))

    def show_caret(self, row: int) -> None:
        """Show the words of a row with a caret, to cut it."""
        if self.can_correct:
            self.edit(self._turns.index(row, TEXT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return
        row = self.currentIndex().row()
        if row < 0 or not self.can_correct or not self._acts(event, row):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.column() == TEXT:
            self.show_caret(index.row())
        elif index.isValid():
            self.edit_speaker(index.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        found = self.piece_at(place)
        if event.button() != Qt.MouseButton.LeftButton or found is None or not self.can_correct:
            return
        piece, point = found
        if piece.detail is not None:
            self.pressed_detail.emit(piece.detail)
        elif piece.line is not None:
            self.split_wanted.emit(self.indexAt(place).row(), point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self.piece_at(event.position().toPoint())
        pressable = found is not None and (found[0].detail is not None or found[0].line is not None)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and self.can_correct:
            if index.row() not in self.rows():
                self.setCurrentIndex(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            found = None if by_key else self.piece_at(event.pos())
            self.menu_wanted.emit(index.row(), found, self.viewport().mapToGlobal(place))

    def piece_at(self, place: QPoint) -> tuple[Piece, int] | None:
        """The words under a place in the viewport, and the code point there."""
        index = self.indexAt(place)
        if index.column() != TEXT:
            return None
        rect = self.visualRect(index)
        corner = QPointF(rect.x() + fonts.scaled(PAD_X), rect.y() + fonts.scaled(PAD_Y))
        return self.painter_of_cells.laid(index.row(), rect.width()).piece_at(QPointF(place) - corner)

    def _acts(self, event: QKeyEvent, row: int) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_speaker(row)
        elif key == Qt.Key.Key_F2:
            self.show_caret(row)
        elif key == Qt.Key.Key_Delete:
            self.left_out.emit(self.rows() or [row])
        elif key == Qt.Key.Key_S and modifiers & TOGGLE == TOGGLE:
            self.turned.emit(row)
        elif key == Qt.Key.Key_J and modifiers & control:
            self.joined.emit(row)
        else:
            return False
        return True

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setFont(fonts.font(12, 600))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(fonts.scaled(30))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setFixedHeight(fonts.scaled(31))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))

    def _renew(self) -> None:
        """Rows are other ones, or say something else."""
        speakers = self._turns.conversation.speakers if self._turns.conversation else ()
        least, most = (fonts.scaled(one) for one in SPEAKER_WIDTH)
        metrics = QFontMetrics(fonts.font(13))
        wide = max((metrics.horizontalAdvance(one.name[:40]) for one in speakers[:100]), default=0)
        self.setColumnWidth(SPEAKER, min(most, max(least, wide + fonts.scaled(2 * PAD_X + 4))))
        count = self._turns.rowCount()
        self.setColumnWidth(NUMBER, max(fonts.scaled(36), metrics.horizontalAdvance(f"{count}") + fonts.scaled(20)))
        self.painter_of_cells.forget()
        self._measure()

    def _measure(self) -> None:
        """Give the rows in sight the height that their words need."""
        top, room, width = self.verticalScrollBar().value(), self.viewport().height(), self.columnWidth(TEXT)
        height = 0
        for row in range(top, self._turns.rowCount()):
            wanted = self.painter_of_cells.height(row, width)
            if self.rowHeight(row) != wanted:
                self.setRowHeight(row, wanted)
            height += wanted
            if height > room:
                break
