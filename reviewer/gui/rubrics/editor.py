"""The rubric that is shown, as a column of cards."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.rubrics.criteria_card import CriteriaCard
from reviewer.gui.rubrics.head_card import HeadCard, LevelsCard
from reviewer.gui.rubrics.questions_card import QuestionsCard
from reviewer.gui.rubrics.score_card import ScoreCard
from reviewer.gui.rubrics.working_copy import WorkingCopy
from reviewer.gui.theme import Theme

WIDEST = 960


class Editor(QFrame):
    """Follows the working copy."""

    def __init__(self, copy: WorkingCopy, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self._copy = copy
        self._root = ""
        self.head = HeadCard(copy, self)
        self.criteria = CriteriaCard(copy, theme, self)
        self.levels = LevelsCard(copy, self)
        self.score = ScoreCard(copy, theme, self)
        self.questions = QuestionsCard(copy, theme, self)
        self._cards = (self.head, self.criteria, self.levels, self.score, self.questions)
        inside = QWidget(self)
        inside.setObjectName("inside")
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        for card in self._cards:
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._middle = QWidget(inside)
        self._middle.setLayout(self._column)
        row = QHBoxLayout(inside)
        row.setContentsMargins(16, 16, 16, 16)
        row.addStretch(1)
        row.addWidget(self._middle, 100)
        row.addStretch(1)
        self.scroller = QScrollArea(self)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.scroller)
        self._column.setContentsMargins(0, 0, 0, 0)
        copy.changed.connect(self.refresh)
        self.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Show what is saved."""
        rubric = self._copy.shown
        self.scroller.setVisible(rubric is not None)
        if rubric is None:
            return
        for card in self._cards:
            card.show_rubric(rubric)
        if rubric.rubric.root != self._root:
            self._root = rubric.rubric.root
            self.scroller.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._middle.setMaximumWidth(fonts.scaled(WIDEST))
        for card in self._cards:
            card.set_theme(theme)

    def focus(self) -> None:
        """The keyboard goes to the name of the rubric."""
        self.head.name.entry.setFocus(Qt.FocusReason.OtherFocusReason)
