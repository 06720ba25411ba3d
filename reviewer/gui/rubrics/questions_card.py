"""The discussion questions of a rubric."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain import rubric_changes as changes
from reviewer.domain.rubric import Question, RubricSet
from reviewer.domain.rubric_check import Place, question_part
from reviewer.gui import fonts
from reviewer.gui.rubrics.card import Card
from reviewer.gui.rubrics.fields import Field, LineField, TextField, whole_number
from reviewer.gui.rubrics.working_copy import Change, WorkingCopy
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.plain import PlainText

WORDS, DIGIT = 56, 14
TARGET_WORDS = "The target is a whole number of words, or nothing."
NEW = "New question"


class QuestionRow(QWidget):
    """The question, and how many words an answer may have."""

    def __init__(self, copy: WorkingCopy, position: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.position = position
        self._copy = copy
        part = question_part(position)
        self.digit = PlainText(str(position), self)
        self.digit.setProperty("tone", "dim")
        self.text = Field(copy, Place(part, "text"), TextField(self), f"Question {position}", self._asked, self)
        entry = LineField(self)
        entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.target = Field(
            copy, Place(part, "words"), entry, f"Question {position}, words aimed at", self._aimed, self
        )
        self.words = PlainText("words", self)
        self.remove = IconButton("trash-2", f"Remove question {position}", theme, self)
        self.remove.clicked.connect(
            lambda: copy.do(partial(changes.remove_question, position=position), "text", "words")
        )
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.target.lend_problem())
        row.setSpacing(8)
        for one, share in ((self.digit, 0), (self.text, 1), (self.target, 0), (self.words, 0), (self.remove, 0)):
            row.addWidget(one, share, Qt.AlignmentFlag.AlignTop)

    def show_question(self, question: Question) -> None:
        """Show what is saved."""
        self.text.show_saved(question.text)
        self.target.show_saved("" if question.target_words is None else str(question.target_words))
        self.remove.setVisible(self._copy.editable)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for part in (self.digit, self.words):
            part.setFont(fonts.font(13))
            part.setContentsMargins(0, fonts.scaled(6), 0, 0)
        self.digit.setFixedWidth(fonts.scaled(DIGIT))
        for field in (self.text, self.target):
            field.entry.setFont(fonts.font(13))
            field.set_theme()
        self.target.setFixedWidth(fonts.scaled(WORDS))
        self.remove.set_theme(theme)

    def _asked(self, text: str) -> Change:
        return lambda rubric: changes.with_question(rubric, self.position, text=text)

    def _aimed(self, text: str) -> Change:
        words = whole_number(text, TARGET_WORDS) if text.strip() else None
        return lambda rubric: changes.with_question(rubric, self.position, target_words=words)


class QuestionsCard(Card):
    """Rows in order, and one more at a press."""

    def __init__(self, copy: WorkingCopy, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Questions", parent)
        self._copy = copy
        self._theme = theme
        self.lines: list[QuestionRow] = []
        self._shown = 0
        self.none = PlainText("No questions. Reviews with this rubric then have no discussion part.", self)
        self.none.setWordWrap(True)
        self.none.setProperty("tone", "dim")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add = TextButton("Add question", theme, self, icon="plus", pressed=self._add)
        self.rows.addWidget(self.none)
        self.rows.addLayout(self._column)
        self.rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rubric(self, rubric: RubricSet) -> None:
        """Show what is saved."""
        self._shown = len(rubric.questions)
        while len(self.lines) < self._shown:
            row = QuestionRow(self._copy, len(self.lines) + 1, self._theme, self)
            row.set_theme(self._theme)
            self.lines.append(row)
            self._column.addWidget(row)
        for row in self.lines:
            row.setVisible(row.position <= self._shown)
        for question in rubric.questions:
            self.lines[question.position - 1].show_question(question)
        self.none.setVisible(not self._shown)
        self.add.setVisible(self._copy.editable)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.set_font()
        self.none.setFont(fonts.font(13))
        self.add.set_theme(theme)
        for row in self.lines:
            row.set_theme(theme)

    def _add(self) -> None:
        if self._copy.do(lambda rubric: changes.add_question(rubric, NEW)):
            entry = self.lines[self._shown - 1].text.entry
            entry.setFocus(Qt.FocusReason.OtherFocusReason)
            entry.selectAll()
