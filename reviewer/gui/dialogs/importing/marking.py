"""No speakers found: the text as it is, where a person marks the names of the first two."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.gui import fonts, utf16
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.sentence import Sentence

ASK = "No speakers found."
HOW = "Choose how the names are written, or mark the first two by hand."
STEPS = ("Select the name of the first speaker.", "Select the name of the second speaker.", "Press Enter to read it.")


class NameMarks(QSyntaxHighlighter):
    """Shows the marked names wherever they stand."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._names: list[str] = []
        self._look = QTextCharFormat()
        self._look.setBackground(theme.color("accent_soft"))
        self._look.setForeground(theme.color("accent"))

    def show(self, names: list[str]) -> None:
        """Mark these names."""
        self._names = [name for name in names if name]
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for name in self._names:
            at = text.find(name)
            while at >= 0:
                self.setFormat(utf16.units(text, at), utf16.units(name, len(name)), self._look)
                at = text.find(name, at + len(name))


class MarkField(QPlainTextEdit):
    """Read only, with a caret; what is selected by mouse, or by keys and Enter, is a name."""

    selected = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(flags)
        self.setCursorWidth(2)
        self.setFont(fonts.font(13))
        self.setTabChangesFocus(True)
        self.setAccessibleName("Text of the file. Select the name of the first speaker, then of the second")
        self.setFrameShape(QFrame.Shape.NoFrame)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            self._take_word()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.textCursor().hasSelection():
            self._tell()
        else:
            self.finished.emit()

    def _take_word(self) -> None:
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def _tell(self) -> None:
        words = name_in(self.textCursor().selectedText().replace("\u2029", "\n"))
        if words and "\n" not in words:
            self.selected.emit(words)


class MarkPane(QFrame):
    """`marked` carries the names."""

    marked = Signal(tuple)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.names: list[str] = []
        self.sentence = Sentence(theme, self)
        self.why = PlainText("", self)
        self.why.setWordWrap(True)
        self.why.setProperty("tone", "dim")
        self.why.setFont(fonts.font(12))
        self.field = MarkField(self)
        self._marks = NameMarks(theme, self.field.document())
        self.step = PlainText("", self)
        self.step.setFont(fonts.font(12.5))
        self.again = TextButton("Start again", theme, self, pressed=self.start_again)
        self.back = TextButton("Back", theme, self, pressed=self.closed.emit)
        self.read = TextButton("Read it so", theme, self, pressed=self._finish)
        head, foot, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(16, 12, 16, 10)
        head.addWidget(self.sentence)
        head.addWidget(self.why)
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(self.step, 1)
        for button in (self.back, self.again, self.read):
            button.setProperty("small", "true")
            button.setFont(fonts.font(12, 500))
            foot.addWidget(button)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.field, 1)
        column.addLayout(foot)
        self.field.selected.connect(self._take)
        self.field.finished.connect(self._finish)

    def show_text(self, text: str, why: str) -> None:
        """Show the head of a file, and why nothing was found in it; empty `why`: the person came here by choice."""
        self.sentence.say(ASK if why else "Mark the first two speakers.", HOW if why else "Select their names.")
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.back.setVisible(not why)
        self.field.setPlainText(text)
        self.start_again()

    def start_again(self) -> None:
        """Forget the names that were marked."""
        self.names = []
        self._tell()

    def _take(self, name: str) -> None:
        if name not in self.names and len(self.names) < len(STEPS) - 1:
            self.names.append(name)
        cursor = self.field.textCursor()
        cursor.clearSelection()
        self.field.setTextCursor(cursor)
        self._tell()

    def _finish(self) -> None:
        if self.names:
            self.marked.emit(tuple(self.names))

    def _tell(self) -> None:
        chosen = " and ".join(f"“{name}”" for name in self.names)
        step = STEPS[min(len(self.names), len(STEPS) - 1)]
        self.step.setText(f"{chosen}. {step}" if chosen else step)
        self.read.setEnabled(bool(self.names))
        self.again.setEnabled(bool(self.names))
        self._marks.show(self.names)


def name_in(words: str) -> str:
    """A name without the signs around it that were selected with it."""
    words = words.strip(" \t\n:<>-–—")
    for pair in ("()", "[]"):
        if words.count(pair[0]) != words.count(pair[1]):
            words = words.strip(f"{pair} ")
    return words
