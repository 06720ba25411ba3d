"""The Comments tab: all comments, grouped by turn or criterion, filtered; keys and a menu act on each."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import RubricSet
from reviewer.gui import fonts
from reviewer.gui.margin.card_words import name_of, slot_of
from reviewer.gui.panels.comment_list import CommentList
from reviewer.gui.panels.comment_rows import ANNOTATION_ROLE, CommentRows, counted
from reviewer.gui.panels.comment_wish import Grouping, Kept, Wish
from reviewer.gui.settings import Settings
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.filter_field import FilterField
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.removable_chip import RemovableChip

NO_COMMENTS = "No comments yet. Select words in the chat and press C."
NONE_KEPT = {
    Kept.ALL: "No comment stands under this criterion.",
    Kept.CONCERNS: "No comment is a concern.",
    Kept.STRENGTHS: "No comment is a strength.",
    Kept.WITHOUT_TEXT: "No comment is left without text.",
    Kept.NOT_ADDRESSED: "No concern is left without a change in the revision.",
}
NONE_OF_ALL = "No comment is all that is asked for here."
KEPT_NAMES = {
    Kept.ALL: "All",
    Kept.CONCERNS: "Concerns",
    Kept.STRENGTHS: "Strengths",
    Kept.WITHOUT_TEXT: "Without text",
    Kept.NOT_ADDRESSED: "Not addressed",
}
GROUPING_NAMES = {Grouping.TURN: "By turn", Grouping.CRITERION: "By criterion"}
PAUSE_MS = 120


class CommentsPanel(QWidget):
    """Lists the comments of a review."""

    activated = Signal(str)
    """A comment was pressed: go to its words and open its card."""
    wanted = Signal(str, str)
    """The name of a command, and the comment that it is to act on."""
    menu_wanted = Signal(str, QPoint)
    """The menu of a comment, at a place of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings: Settings | None = None
        self._full: FullReview | None = None
        self._rubric: RubricSet | None = None
        self._criterion: str | None = ""
        self._active = ""
        self._late = False
        self.rows = CommentRows(self)
        self.words = FilterField("Filter comments", "/", theme, self)
        self.grouping, self.filter = ChoiceBox(self), ChoiceBox(self)
        self.counts = PlainText("", self)
        self.chip = RemovableChip(theme, self)
        self.list = CommentList(self.rows, theme, self)
        self.empty = PlainText(NO_COMMENTS, self)
        self.show_all = TextButton("Show all comments", theme, self, tone="link", pressed=self.clear_filters)
        self._nothing = QWidget(self)
        self._stack = QStackedLayout()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._assemble()
        self._connect()
        self.set_theme(theme)

    def _assemble(self) -> None:
        self.grouping.setAccessibleName("Group comments")
        for grouping, words in GROUPING_NAMES.items():
            self.grouping.addItem(words, grouping)
        self.filter.setAccessibleName("Show comments")
        for kept, words in KEPT_NAMES.items():
            self.filter.addItem(words, kept)
        self.chip.hide()
        column, head, row, line = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 6)
        head.setSpacing(8)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.setSpacing(8)
        row.addWidget(self.grouping, 1)
        row.addWidget(self.filter, 1)
        line.addWidget(self.counts, 1)
        line.addWidget(self.chip)
        head.addWidget(self.words)
        head.addLayout(row)
        head.addLayout(line)
        column.addLayout(head)
        self.counts.setWordWrap(True)
        self.empty.setWordWrap(True)
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(14, 16, 14, 16)
        nothing.addWidget(self.empty)
        nothing.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeading)
        nothing.addStretch(1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._show)
        self.grouping.currentIndexChanged.connect(self._choose)
        self.filter.currentIndexChanged.connect(self._choose)
        self.chip.clicked.connect(self._drop_criterion)
        self.list.clicked.connect(self._press)
        self.list.acted.connect(self._act)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.list.filter_wanted.connect(lambda: self.words.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.list.follow_keys_of(self.words)

    @property
    def count(self) -> int:
        """How many comments the review has, for the name of the tab."""
        return len(self._full.annotations) if self._full else 0

    def remember_in(self, settings: Settings) -> None:
        """Group and keep comments as when the program was left, and remember what is chosen from now on."""
        for box, chosen in zip((self.grouping, self.filter), settings.comments_shown, strict=True):
            box.setCurrentIndex(max(0, box.findData(chosen)))
        self._settings = settings

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        for part in (self.words, self.chip, self.list, self.show_all):
            part.set_theme(theme)
        for words in (self.counts, self.empty):
            words.setFont(fonts.font(12))
            words.setStyleSheet(f"color: {theme.color('text2').name()};")
        self._show_chip()

    def set_review(self, full: FullReview) -> None:
        """List the comments of `full`; the place in the list stays where it can."""
        self._full = full
        if self._rubric != full.rubric:
            self._rubric = full.rubric
            if self._criterion and full.rubric.criterion(self._criterion) is None:
                self._criterion = ""
            self._show_chip()
        self._show()

    def set_active(self, annotation_id: str) -> None:
        """Mark the comment whose card is open."""
        self._active = annotation_id
        self.list.go_to(annotation_id)

    def focus(self) -> None:
        """The keyboard goes to the comments, or to the filter while none are listed."""
        if self.list.isVisible():
            self.list.enter()
        else:
            self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_criterion(self, criterion_id: str | None) -> None:
        """List all comments of one criterion and no others, or the notes with None."""
        self._criterion = criterion_id
        self._show_chip()
        self._clear_others()

    def clear_filters(self) -> None:
        """List all comments."""
        self._criterion = ""
        self._show_chip()
        self._clear_others()
        self.focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:
            self._show()

    def _clear_others(self) -> None:
        self.filter.setCurrentIndex(0)
        self.words.clear()
        self._show()

    def _drop_criterion(self) -> None:
        self._criterion = ""
        self._show_chip()
        self._show()
        self.focus()

    def _choose(self) -> None:
        if self._settings is not None:
            self._settings.comments_shown = (self.grouping.currentData(), self.filter.currentData())
        self._show()

    def _show_chip(self) -> None:
        criterion = self._rubric.criterion(self._criterion) if self._rubric and self._criterion else None
        name = name_of(criterion)
        removal = f"Only comments under {name} are listed. Press to list all"
        self.chip.show_filter(name, self._theme.slot(slot_of(criterion)).strong, removal)
        self.chip.setVisible(self._criterion != "")

    def _wish(self) -> Wish:
        words = self.words.text().strip()
        return Wish(Grouping(self.grouping.currentData()), Kept(self.filter.currentData()), self._criterion, words)

    def _show(self) -> None:
        self._pause.stop()
        self._late = not self.isVisible()
        if self._full is None or self._late:
            return
        wish = self._wish()
        self.list.show_review(self._full, wish, self._active)
        shown = self.rows.shown
        self.counts.setText(counted(shown) if shown == self.count else f"{shown:,} of {counted(self.count)}")
        self.counts.setVisible(bool(self.count))
        self.empty.setText(_why_none(wish) if self.count else NO_COMMENTS)
        self.show_all.setVisible(bool(self.count))
        self._stack.setCurrentWidget(self.list if shown else self._nothing)

    def _press(self, index: QModelIndex) -> None:
        annotation = index.data(ANNOTATION_ROLE)
        if isinstance(annotation, Annotation):
            self.activated.emit(annotation.id)

    def _act(self, command: str, annotation_id: str) -> None:
        """Hand on a command; the keyboard stays in the list when the comment is gone from it."""
        follower = self.rows.beside(self.rows.index_of(annotation_id))
        self.wanted.emit(command, annotation_id)
        if not self.rows.index_of(annotation_id).isValid():
            self.list.go_to(follower)
            self.focus()


def _why_none(wish: Wish) -> str:
    if wish.words:
        return f"No comment holds ‘{wish.words}’."
    if wish.criterion != "" and wish.kept is not Kept.ALL:
        return NONE_OF_ALL
    return NONE_KEPT[wish.kept]
