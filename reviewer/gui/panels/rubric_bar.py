"""The bar over the scorecard that says that the rubric has a newer version."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewer.domain.edits.changing_rubric import Difference
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.flow import FlowLayout
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted


def changed_words(found: Difference) -> str:
    """“The rubric has changed: 1 new criterion.”"""
    parts = [f"{counted(found.new, 'new criterion', 'new criteria')}"] if found.new else []
    if found.gone:
        parts.append(f"{counted(found.gone, 'criterion', 'criteria')} fewer")
    if found.changed:
        parts.append(f"{counted(found.changed, 'criterion', 'criteria')} changed")
    return f"The rubric has changed: {', '.join(parts)}." if parts else "The rubric has changed."


class RubricBar(QFrame):
    """Stays until one of the two is chosen."""

    update_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stateBar")
        self.words = PlainText("", self)
        self.words.setWordWrap(True)
        self.update_button = TextButton("Update", theme, self, pressed=self.update_wanted.emit)
        self.keep_button = TextButton("", theme, self, tone="link", pressed=self.keep_wanted.emit)
        buttons, column = FlowLayout(spacing=6), QVBoxLayout(self)
        buttons.addWidget(self.update_button)
        buttons.addWidget(self.keep_button)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.words.setFont(fonts.font(12.5))
        for button in (self.update_button, self.keep_button):
            button.set_theme(theme)

    def tell(self, found: Difference, version: int, newest: int) -> None:
        """Say what is other in the newest version, and offer it."""
        self.words.setText(changed_words(found))
        self.update_button.setAccessibleName(f"Update to version {newest}")
        self.keep_button.setText(f"Keep version {version}")
        self.setAccessibleName(self.words.text())
        self.show()
