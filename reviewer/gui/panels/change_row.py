"""One change in the Changes tab: its sign, criteria, words, reason, and the comments it answers."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.rubric import NOTE_NAME
from reviewer.gui import fonts, icons
from reviewer.gui.conversation.revision_painter import SIGN_ICONS
from reviewer.gui.margin.card_head import badge_icon
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.plain import PlainText

BADGE, DISC = 16, 22
LEADING, REASON = 42, 24


class ChangeRow(QFrame):
    """Shows a group of changes that are one: all parts of a split."""

    activated = Signal(str)
    """The id of the change."""
    explained = Signal(object, str)
    linked = Signal(object, str, bool)
    """A change, a comment id, and whether the change answers it."""
    suggested = Signal(object)
    """The words of a change are to become the suggestion of its comment."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._full: FullReview | None = None
        self.current = False
        self.change: RevisedTurn | None = None
        self.title = TextButton("", theme, self, tone="title")
        self.title.clicked.connect(self._go)
        self.words = PlainText("", self)
        self.words.setProperty("tone", "dim")
        self.links = IconButton("link", "Comments that this change answers", theme, self)
        self.links.clicked.connect(self._choose_links)
        self.reason = QLineEdit(self)
        self.reason.setProperty("bare", "true")
        self.reason.setPlaceholderText("Reason, for the page")
        self.reason.editingFinished.connect(self._explain)
        self._badges: list[PlainText] = []
        self._top = QHBoxLayout()
        self._top.setSpacing(4)
        self._top.addWidget(self.title)
        self._top.addStretch(1)
        self._top.addWidget(self.words)
        self._top.addWidget(self.links)
        column = QVBoxLayout(self)
        column.setContentsMargins(LEADING, 4, 8, 4)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.reason)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.title.set_theme(theme)
        self.title.setFont(fonts.font(13, 600))
        self.links.set_theme(theme)
        self.words.setFont(fonts.font(12, tabular=True))
        self.reason.setFont(fonts.font(12.5))
        self.reason.setFixedHeight(fonts.scaled(REASON))
        self.update()

    def show_change(self, full: FullReview, group: Sequence[RevisedTurn], title: str, extent: str) -> None:
        """Show what is saved; a reason that is being written stays."""
        before, self.change, self._full = self.change, group[0], full
        self.title.setText(title)
        self.words.setText(extent)
        self.reason.setAccessibleName(f"Reason: {title}")
        if before is None or self.reason.text() in (before.reason, self.change.reason):
            self.reason.setText(self.change.reason)
        linked = {link for one in group for link in one.annotations}
        self._show_badges(full, [one for one in full.annotations if one.id in linked])
        self.setAccessibleName(f"{title} {extent}")
        self.update()

    def set_current(self, current: bool) -> None:
        """Whether the keyboard of the revision is on this change."""
        if current != self.current:
            self.current = current
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the words goes to the turn."""
        self._go()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.current:
            painter.fillRect(self.rect(), self._theme.color("paper"))
            edge = self.width() - 3 if self.isRightToLeft() else 0
            painter.fillRect(edge, 0, 3, self.height(), self._theme.color("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        if self.change is not None:
            icon, color, ground = SIGN_ICONS[self.change.kind]
            size, inner = min(fonts.scaled(DISC), LEADING - 14), fonts.scaled(13)
            left = self.width() - 12 - size if self.isRightToLeft() else 12
            disc = QRectF(left, 9, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(ground))
            painter.drawEllipse(disc)
            pixmap = icons.pixmap(icon, self._theme.color(color), inner, self.devicePixelRatioF())
            painter.drawPixmap(disc.center() - QPointF(inner / 2, inner / 2), pixmap)
        painter.end()

    def _show_badges(self, full: FullReview, comments: Sequence[Annotation]) -> None:
        for badge in self._badges:
            self._top.removeWidget(badge)
            badge.deleteLater()
        self._badges = []
        size = fonts.scaled(BADGE)
        for place, criterion in enumerate(dict.fromkeys(one.criterion for one in comments), start=1):
            found = full.rubric.criterion(criterion)
            badge = PlainText("", self)
            badge.setPixmap(badge_icon(found, self._theme, size).pixmap(size, size))
            badge.setAccessibleName(found.name if found else NOTE_NAME)
            self._top.insertWidget(place, badge)
            self._badges.append(badge)

    def _go(self) -> None:
        if self.change is not None:
            self.activated.emit(self.change.id)

    def _explain(self) -> None:
        if self.change is not None and self.reason.text() != self.change.reason:
            self.explained.emit(self.change, self.reason.text())

    def _choose_links(self) -> None:
        """All concerns, those that the change answers ticked."""
        full, change = self._full, self.change
        if full is None or change is None:
            return
        menu = QMenu(self)
        menu.setAccessibleName("Comments that this change answers")
        concerns = [one for one in full.annotations if one.verdict is Verdict.CONCERN or one.id in change.annotations]
        for one in concerns:
            words = f"{full.numbers[one.id]}  {one.text or one.anchor.quote}"
            words = words if len(words) <= 60 else f"{words[:59]}…"
            action = QAction(words.replace("&", "&&"), menu, checkable=True, checked=one.id in change.annotations)
            action.toggled.connect(lambda on, link=one.id: self.linked.emit(change, link, on))
            menu.addAction(action)
        if not concerns:
            menu.addAction("There are no concerns").setEnabled(False)
        menu.addSeparator()
        suggest = menu.addAction("Make it the comment’s suggested rewrite")
        suggest.setEnabled(bool(change.annotations) and len(change.origins) == 1)
        suggest.triggered.connect(lambda: self.suggested.emit(change))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.links.mapToGlobal(self.links.rect().bottomLeft()))
