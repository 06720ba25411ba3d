"""The small headings over groups of choices."""

from PySide6.QtWidgets import QWidget

from reviewer.gui import fonts
from reviewer.gui.widgets.plain import PlainText


def heading(words: str, parent: QWidget | None = None) -> PlainText:
    """A heading of one group."""
    made = PlainText(words, parent)
    made.setFont(fonts.font(12, 600))
    made.setProperty("tone", "soft")
    return made
