"""A concern that no change answers yet."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.gui import fonts
from reviewer.gui.margin.card_head import badge_icon
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import Elided

BADGE = 16


class OpenConcern(QFrame):
    """A press goes to its turn."""

    activated = Signal(int)

    def __init__(self, full: FullReview, concern: Annotation, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position = concern.anchor.first_turn
        self.button = TextButton(f"{full.numbers[concern.id]}", theme, self, tone="link")
        criterion = full.rubric.criterion(concern.criterion)
        size = fonts.scaled(BADGE)
        self.button.setIcon(badge_icon(criterion, theme, size))
        self.button.setIconSize(QSize(size, size))
        self.words = Elided(concern.text or concern.anchor.quote, self)
        self.words.setFont(fonts.font(12.5))
        self.button.setAccessibleName(f"Concern {full.numbers[concern.id]}: {concern.text or concern.anchor.quote}")
        self.button.clicked.connect(lambda: self.activated.emit(self._position))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 14, 1)
        row.addWidget(self.button)
        row.addWidget(self.words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.activated.emit(self._position)
