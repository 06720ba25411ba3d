"""Find and replace in the revised dialogue: two fields, a count, and what to do."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.plain import PlainText

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReplaceBar(QFrame):
    """Enter goes to the next turn with the words; in the second field it replaces there."""

    changed = Signal()
    """Other words, or other rules, are looked for."""
    step = Signal(int)
    replace = Signal()
    replace_all = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.field, self.words = QLineEdit(self), QLineEdit(self)
        for field, name in ((self.field, "Find in the revision"), (self.words, "Replace with")):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.installEventFilter(self)
        self.count = PlainText("", self)
        self.count.setProperty("tone", "dim")
        self.case = IconButton("case-sensitive", "Same case", theme, self)
        self.whole = IconButton("whole-word", "Whole words", theme, self)
        for toggle in (self.case, self.whole):
            toggle.setCheckable(True)
            toggle.toggled.connect(lambda _: self.changed.emit())
        self.previous = IconButton("arrow-up", "Previous turn", theme, self)
        self.next = IconButton("arrow-down", "Next turn", theme, self)
        self.one = TextButton("Replace", theme, self, pressed=self.replace.emit)
        self.all = TextButton("Replace all", theme, self, pressed=self.replace_all.emit)
        self.close_button = IconButton("x", "Close", theme, self, key="Esc")
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.previous.clicked.connect(lambda: self.step.emit(-1))
        self.next.clicked.connect(lambda: self.step.emit(1))
        self.close_button.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        for part, stretch in (
            (self.field, 2), (self.count, 0), (self.case, 0), (self.whole, 0), (self.previous, 0), (self.next, 0),
            (self.words, 2), (self.one, 0), (self.all, 0), (self.close_button, 0),
        ):  # fmt: skip
            row.addWidget(part, stretch)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for field in (self.field, self.words):
            field.setFont(fonts.font(13))
        self.count.setFont(fonts.font(12, tabular=True))
        for button in (self.case, self.whole, self.previous, self.next, self.close_button):
            button.set_theme(theme)
        self.one.set_theme(theme)
        self.all.set_theme(theme)

    def show_count(self, turns: int, *, done: bool) -> None:
        """How many turns hold the words; `done` says that all were looked through."""
        missing = bool(self.field.text()) and not turns and done
        self.field.setProperty("missing", "true" if missing else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        found = f"{turns:,} turn{'' if turns == 1 else 's'}" if turns else "Not found" if missing else ""
        self.count.setText(found)
        for button in (self.one, self.all, self.next, self.previous):
            button.setEnabled(turns > 0)

    def close_bar(self) -> None:
        """Look for nothing any more."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in ENTER and watched is self.field:
            self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in ENTER:
            self.replace.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            return False
        return True
