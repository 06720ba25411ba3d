"""The person's own words in Settings: read, add, remove."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.spelling.own_words import OwnWords

HEIGHT = 132


class OwnWordList(QWidget):
    """Enter adds the word in the field, Delete removes the one that is chosen in the list."""

    changed = Signal()

    def __init__(self, own: OwnWords, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Word to add")
        self.field.setPlaceholderText("Word to add")
        self.add = TextButton("Add", theme, self, pressed=self._add)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Own words")
        self.remove = TextButton("Remove", theme, self, pressed=self._remove)
        self.trouble = PlainText("", self)
        self.trouble.setWordWrap(True)
        self._lay_out()
        self.field.returnPressed.connect(self._add)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))
        QShortcut(QKeySequence("Del"), self.list, self._remove, context=Qt.ShortcutContext.WidgetShortcut)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        for row, (field, button) in enumerate(((self.field, self.add), (self.list, self.remove))):
            grid.addWidget(field, row, 0)
            grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        column.addWidget(self.trouble)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for part in (self.field, self.list, self.trouble):
            part.setFont(fonts.font(13))
        for button in (self.add, self.remove):
            button.set_theme(theme)
        self.list.setStyleSheet(
            f"QListWidget {{ background: {theme.hex('paper')}; border: 1px solid {theme.hex('control')};"
            " border-radius: 5px; padding: 4px; }"
            f"QListWidget:focus {{ border: 2px solid {theme.hex('accent')}; padding: 3px; }}"
        )
        self.list.setFixedHeight(fonts.scaled(HEIGHT))

    def refresh(self) -> None:
        """Show the words as they are now."""
        chosen = max(self.list.currentRow(), 0)
        self.list.clear()
        self.list.addItems(self._own.all())
        self.list.setCurrentRow(min(chosen, self.list.count() - 1))
        self.remove.setEnabled(self.list.count() > 0)
        self._say(self._own.trouble)

    def _add(self) -> None:
        try:
            self._own.add(self.field.text())
        except ReviewerError as error:
            self._say(error.sentence)
            return
        self.field.clear()
        self._changed()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        try:
            self._own.remove(self.list.item(row).text())
        except ReviewerError as error:
            self._say(error.sentence)
            return
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
