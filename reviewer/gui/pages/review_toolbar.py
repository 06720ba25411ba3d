"""The toolbar over the conversation: title, state, Review or Revise, undo, find, export."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.chip import Chip
from reviewer.gui.widgets.menu_button import MenuButton
from reviewer.gui.widgets.plain import Elided
from reviewer.gui.widgets.segmented import Choice, SegmentedSwitch

HEIGHT, FIND_WIDTH = 48, 216
TITLE_ROOM = 12
ROOMY_TEXT = 1.25
"""Up to this text size a narrow toolbar has room for the reviewer."""


class FindBox(QAbstractButton):
    """Looks like a field and opens the command palette; narrow it is a button."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.narrow = False
        self.setAccessibleName("Find or command, Ctrl+K")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(30 if self.narrow else FIND_WIDTH), fonts.scaled(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(self.theme.color("accent" if focused else "control"), 2 if focused else 1))
        painter.setBrush(self.theme.color("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        size = fonts.scaled(16)
        x = (self.width() - size) / 2 if self.narrow else 9
        image = icons.pixmap("search", self.theme.color("text3"), size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x, (self.height() - size) / 2), image)
        if not self.narrow:
            painter.setFont(fonts.font(13))
            painter.setPen(self.theme.color("text3"))
            words = QRectF(x + size + 7, 0, self.width(), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "Find or command")
            self._key(painter)
        painter.end()

    def _key(self, painter: QPainter) -> None:
        font = fonts.font(11, 500)
        width = QFontMetrics(font).horizontalAdvance("Ctrl K") + 10
        height = fonts.scaled(18)
        box = QRectF(self.width() - width - 8, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(self.theme.color("line_strong"), 1))
        painter.setBrush(self.theme.color("side"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(self.theme.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "Ctrl K")


class ReviewToolbar(QFrame):
    """Buttons only; the window connects them to its commands."""

    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.list_button = IconButton("panel-left", "List", theme, self, key="F8")
        self.title = Elided("", self)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.status = Chip(theme, self)
        self.reviews = MenuButton(theme, self)
        self.reviews.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._several = False
        choices = (
            Choice("review", "Review", "highlighter", "Review (Ctrl+1)"),
            Choice("revise", "Revise", "pencil", "Revise (Ctrl+2)"),
        )
        self.mode = SegmentedSwitch("Review or Revise", choices, theme, self)
        self.undo = IconButton("undo-2", "Undo", theme, self, key="Ctrl+Z")
        self.redo = IconButton("redo-2", "Redo", theme, self, key="Ctrl+Shift+Z")
        self.line = QFrame(self)
        self.line.setFixedSize(1, 22)
        self.find_box = FindBox(theme, self)
        self.export = TextButton("Export…", theme, self, icon="file-output", tone="primary")
        self.panel_button = IconButton("panel-right", "Panel", theme, self, key="F9")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.list_button)
        row.addWidget(self.title, 100)
        row.addWidget(self.status)
        row.addWidget(self.reviews)
        row.addStretch(1)
        row.addWidget(self.mode)
        row.addStretch(1)
        for part in (self.undo, self.redo, self.line, self.find_box, self.export, self.panel_button):
            row.addWidget(part)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.setFixedHeight(fonts.scaled(HEIGHT))
        self.title.setFont(fonts.font(14, 600))
        self._limit_title()
        self.line.setStyleSheet(f"background: {theme.color('line_strong').name()};")
        self.find_box.theme = theme
        for part in (
            self.list_button, self.status, self.reviews, self.mode, self.undo, self.redo, self.export,
            self.panel_button,
        ):  # fmt: skip
            part.set_theme(theme)
        self.find_box.setFixedSize(self.find_box.sizeHint())

    def set_narrow(self, narrow: bool) -> None:
        """With little room the find box is a button and the state is left to the list."""
        self.find_box.narrow = narrow
        self.find_box.setFixedSize(self.find_box.sizeHint())
        self.status.setVisible(not narrow)
        self._show_reviews()

    def offer_reviews(self, wanted: bool) -> None:
        """Whether there are other reviews to choose from; with large text in little room the menu alone has them."""
        self._several = wanted
        self._show_reviews()

    def _show_reviews(self) -> None:
        self.reviews.setVisible(self._several and not (self.find_box.narrow and fonts.scale() > ROOMY_TEXT))

    def show_review(self, full: FullReview) -> None:
        """Show the title and how far the review is."""
        self.title.set_whole(full.transcript.title)
        self._limit_title()
        if not full.saved:
            self.status.show_state("To review", "circle-dashed", "accent")
        elif full.review.status is Status.DONE:
            self.status.show_state("Done", "circle-check", "ok")
        else:
            self.status.show_state("In progress", "circle-dot", "accent")

    def _limit_title(self) -> None:
        whole = self.title.accessibleName()
        self.title.setMaximumWidth(QFontMetrics(self.title.font()).horizontalAdvance(whole) + TITLE_ROOM)
