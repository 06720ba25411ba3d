"""The list of the Comments tab: its keys, its place, and where a menu is wanted."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.gui.panels.comment_delegate import CommentDelegate
from reviewer.gui.panels.comment_rows import ANNOTATION_ROLE, CommentRows
from reviewer.gui.panels.comment_wish import Wish
from reviewer.gui.theme import Theme

KEYS = {
    Qt.Key.Key_Return: "edit_comment",
    Qt.Key.Key_Enter: "edit_comment",
    Qt.Key.Key_Delete: "delete_comment",
    Qt.Key.Key_U: "use",
    Qt.Key.Key_R: "reply",
    Qt.Key.Key_S: "suggest",
    Qt.Key.Key_Minus: "concern",
    Qt.Key.Key_Plus: "strength",
}
"""The command that each key of the list stands for."""
STRAY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CommentList(QListView):
    """Comments under headings; the one that has the keyboard stays the current one while comments change."""

    acted = Signal(str, str)
    """The name of a command, and the comment."""
    menu_wanted = Signal(str, QPoint)
    filter_wanted = Signal()
    single_keys = True
    """Whether letters and signs alone act."""

    def __init__(self, rows: CommentRows, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName("Comments")
        self.setModel(rows)
        self._delegate = CommentDelegate(rows, theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._delegate.set_theme(theme)
        self.setStyleSheet(f"QListView {{ background: {theme.color('side').name()}; border: none; }}")
        self.doItemsLayout()

    def show_review(self, full: FullReview, wish: Wish, active: str) -> None:
        """List what is wished of `full`; the current row stays current, else that of `active` becomes it."""
        place, current = self.verticalScrollBar().value(), self.current_comment
        self._rows.show_review(full, wish)
        index = self._rows.index_of(current)
        self.setCurrentIndex(index if index.isValid() else self._rows.index_of(active))
        self.verticalScrollBar().setValue(place)

    def go_to(self, annotation_id: str) -> None:
        """Make a comment the current one and show it."""
        index = self._rows.index_of(annotation_id)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    @property
    def current_comment(self) -> str:
        """The comment of the current row; empty without one."""
        annotation = self.currentIndex().data(ANNOTATION_ROLE)
        return annotation.id if isinstance(annotation, Annotation) else ""

    def follow_keys_of(self, field: QLineEdit) -> None:
        """Down leads from a filter into the list, Escape clears the filter and then leads there too."""
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.enter()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stray = event.modifiers() & STRAY or (not self.single_keys and event.text().isprintable() and event.text())
        command = "" if stray else KEYS.get(Qt.Key(event.key()), "")
        if event.text() == "/":
            self.filter_wanted.emit()
        elif command:
            if self.current_comment:
                self.acted.emit(command, self.current_comment)
        elif event.key() == Qt.Key.Key_End:
            self._rows.come_to_the_end()
            self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters alone move nothing; the filter is there for words."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        annotation = index.data(ANNOTATION_ROLE)
        if isinstance(annotation, Annotation):
            self.setCurrentIndex(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(annotation.id, self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.set_width(self.width())
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def enter(self) -> None:
        """The keyboard goes to a comment of the list, where there is one."""
        if not self.isVisible():
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.current_comment:
            self.setCurrentIndex(self._rows.index(1) if self._rows.rowCount() > 1 else self._rows.index(0))
