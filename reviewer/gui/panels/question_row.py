"""One question of the Questions tab, with the box of its answer."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.rubric import Question
from reviewer.domain.turn_links import word_count
from reviewer.gui import fonts
from reviewer.gui.panels.answer_field import AnswerField
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted

PAUSE_MS = 800


class QuestionRow(QFrame):
    """The question, the answer, how long it is; `written` carries question and answer at pauses."""

    written = Signal(str, str)
    quote_wanted = Signal(str)
    turn_wanted = Signal(int)
    next_wanted = Signal(str)
    left = Signal()
    entered = Signal(str)
    """The keyboard is in the answer of this question."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._line = theme.color("line")
        self._saved = ""
        self.number = PlainText(str(question.position), self)
        self.text = PlainText(question.text, self)
        self.text.setWordWrap(True)
        self.field = AnswerField(theme, self)
        self.field.setAccessibleName(f"Answer to question {question.position}: {question.text}")
        self.count = PlainText("", self)
        self.count.setWordWrap(True)
        self.answered = PlainText("✓ answered", self)
        self.quote = TextButton("Quote the selection", theme, self, icon="quote", tone="quiet", pressed=self._quote)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self._lay_out()
        self.field.written.connect(self._typed)
        self.field.unfocused.connect(self.keep)
        self.field.kept.connect(lambda: self.next_wanted.emit(self.question.id))
        self.field.left.connect(self.left)
        self.field.turn_wanted.connect(self.turn_wanted)
        self.field.installEventFilter(self)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.text, 1)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.answered)
        foot.addWidget(self.quote)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(foot)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._line = theme.color("line")
        self.number.setFont(fonts.font(13, tabular=True))
        self.text.setFont(fonts.font(13, 600))
        for part in (self.count, self.answered):
            part.setFont(fonts.font(12, tabular=True))
        self.count.setStyleSheet(f"color: {theme.color('text3').name()};")
        self.number.setStyleSheet(f"color: {theme.color('text3').name()};")
        self.answered.setStyleSheet(f"color: {theme.color('inserted').name()};")
        self.field.set_theme(theme)
        self.quote.set_theme(theme)
        self._count()

    def show_answer(self, text: str, turns: int, *, locked: bool) -> None:
        """Show what is saved; what is being written stays."""
        pending = self.field.text() != self._saved
        self._saved = text
        self.field.set_turns(turns)
        self.field.setReadOnly(locked)
        if not (pending and self.field.hasFocus()):
            self.field.set_text(text)
        self.quote.setEnabled(not locked)
        self._count()

    def keep(self) -> None:
        """Hand on what was written."""
        self._pause.stop()
        text = self.field.text()
        if text != self._saved and not self.field.isReadOnly():
            self._saved = text
            self.written.emit(self.question.id, text)

    def insert(self, words: str) -> None:
        """Put words into the answer."""
        self.field.insert(words)
        self.field.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._line)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.question.id)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._count)
        return False

    def _quote(self) -> None:
        self.quote_wanted.emit(self.question.id)

    def _typed(self) -> None:
        self._pause.start()
        self._count()

    def _count(self) -> None:
        words, target = word_count(self.field.text()), self.question.target_words
        self.count.setText(f"{words:,} words of about {target:,}" if target else counted(words, "word"))
        writing = self.field.hasFocus() or self.quote.hasFocus()
        self.quote.setVisible(writing and not self.field.isReadOnly())
        self.answered.setVisible(bool(self.field.text().strip()) and not writing)
