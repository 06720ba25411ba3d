"""The Comments tab: all comments, grouped by turn or criterion, filtered; one press goes to the words."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import NOTE_NAME, RubricSet
from reviewer.gui import fonts
from reviewer.gui.panels.comment_delegate import CommentDelegate
from reviewer.gui.panels.comment_rows import ANNOTATION_ROLE, CommentRows, Grouping, Kept, Wish, counted
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText

NO_COMMENTS = "No comments yet. Select words in the chat and press C."
NONE_KEPT = {
    Kept.ALL: "No comment stands under this criterion.",
    Kept.CONCERNS: "No comment is a concern.",
    Kept.STRENGTHS: "No comment is a strength.",
    Kept.WITHOUT_TEXT: "No comment is left without text.",
    Kept.NOT_ADDRESSED: "No concern is left without a change in the revision.",
}
KEPT_NAMES = {
    Kept.ALL: "All",
    Kept.CONCERNS: "Concerns",
    Kept.STRENGTHS: "Strengths",
    Kept.WITHOUT_TEXT: "Without text",
    Kept.NOT_ADDRESSED: "Not addressed",
}
GROUPING_NAMES = {Grouping.TURN: "By turn", Grouping.CRITERION: "By criterion"}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommentsPanel(QWidget):
    """Lists the comments of a review."""

    activated = Signal(str)
    """A comment was pressed, or Enter on it: go to its words and open its card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full: FullReview | None = None
        self._rubric: RubricSet | None = None
        self._active = ""
        self._late = False
        self.rows = CommentRows(self)
        self.grouping = ChoiceBox(self)
        self.grouping.setAccessibleName("Group comments")
        for grouping, words in GROUPING_NAMES.items():
            self.grouping.addItem(words, grouping)
        self.filter = ChoiceBox(self)
        self.filter.setAccessibleName("Show comments")
        self.counts = PlainText("", self)
        self.list = QListView(self)
        self.list.setAccessibleName("Comments")
        self.list.setModel(self.rows)
        self._delegate = CommentDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.empty = PlainText(NO_COMMENTS, self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(14, 16, 14, 16)
        self._stack = QStackedLayout()
        self._assemble()
        self._connect()
        self.set_theme(theme)

    def _assemble(self) -> None:
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 14, 6)
        row.setSpacing(8)
        row.addWidget(self.grouping, 1)
        row.addWidget(self.filter, 1)
        column.addLayout(row)
        self.counts.setContentsMargins(14, 0, 14, 6)
        column.addWidget(self.counts)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column.addLayout(self._stack, 1)
        self._fill_filter(None)

    def _connect(self) -> None:
        self.grouping.currentIndexChanged.connect(self._show)
        self.filter.currentIndexChanged.connect(self._show)
        self.list.clicked.connect(self._activate)
        self.list.installEventFilter(self)

    @property
    def count(self) -> int:
        """How many comments the review has, for the name of the tab."""
        return len(self._full.annotations) if self._full else 0

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._delegate.set_theme(theme)
        for words in (self.counts, self.empty):
            words.setFont(fonts.font(12))
            words.setStyleSheet(f"color: {theme.color('text2').name()};")
        self.list.setStyleSheet(f"QListView {{ background: {theme.color('side').name()}; border: none; }}")
        self.list.doItemsLayout()

    def set_review(self, full: FullReview) -> None:
        """List the comments of `full`; the place in the list stays where it can."""
        self._full = full
        if self._rubric != full.rubric:
            self._rubric = full.rubric
            self._fill_filter(full.rubric)
        self._show()

    def set_active(self, annotation_id: str) -> None:
        """Mark the comment whose card is open."""
        self._active = annotation_id
        self._mark()

    def show_criterion(self, criterion_id: str | None) -> None:
        """List the comments of one criterion, or the notes with None."""
        wanted = (Kept.ALL, criterion_id)
        places = [place for place in range(self.filter.count()) if self.filter.itemData(place) == wanted]
        self.filter.setCurrentIndex(places[0] if places else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the words of the comment."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER:
            self._activate(self.list.currentIndex())
            return True
        if event.type() == QEvent.Type.Resize:
            self._delegate.set_width(self.list.width())
            self.list.scheduleDelayedItemsLayout()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:
            self._show()

    def _fill_filter(self, rubric: RubricSet | None) -> None:
        chosen = self.filter.currentData()
        self.filter.blockSignals(True)
        self.filter.clear()
        for kept, words in KEPT_NAMES.items():
            self.filter.addItem(words, (kept, ""))
        for criterion in rubric.criteria if rubric else ():
            self.filter.addItem(criterion.name, (Kept.ALL, criterion.id))
        self.filter.addItem(NOTE_NAME, (Kept.ALL, None))
        same = [place for place in range(self.filter.count()) if self.filter.itemData(place) == chosen]
        self.filter.setCurrentIndex(same[0] if same else 0)
        self.filter.blockSignals(False)

    def _wish(self) -> Wish:
        kept, criterion = self.filter.currentData()
        return replace(Wish(grouping=Grouping(self.grouping.currentData())), kept=kept, criterion=criterion)

    def _show(self) -> None:
        self._late = not self.isVisible()
        if self._full is None or self._late:
            return
        place = self.list.verticalScrollBar().value()
        self.rows.show_review(self._full, self._wish())
        shown = self.rows.shown
        self.counts.setText(counted(shown) if shown == self.count else f"{shown:,} of {counted(self.count)}")
        self.counts.setVisible(bool(self.count))
        self.empty.setText(NONE_KEPT[self._wish().kept] if self.count else NO_COMMENTS)
        self._stack.setCurrentWidget(self.list if shown else self.empty)
        self._mark()
        self.list.verticalScrollBar().setValue(place)

    def _mark(self) -> None:
        index = self.rows.index_of(self._active)
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)

    def _activate(self, index: QModelIndex) -> None:
        annotation = index.data(ANNOTATION_ROLE)
        if isinstance(annotation, Annotation):
            self.activated.emit(annotation.id)
