"""Text that Qt would otherwise take for HTML where it looks like it, and then read the files that it names."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainText(QLabel):
    """A label that shows its text exactly as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class Elided(PlainText):
    """One line that ends in an ellipsis where room ends; the whole text is its tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._whole = ""
        self.setMinimumWidth(24)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show `text`, as much of it as fits."""
        self._whole = text
        self.setAccessibleName(text)
        set_tip(self, text)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_whole"):
            self._fit()

    def _fit(self) -> None:
        line = self._whole.replace("\n", " ")
        self.setText(self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width()))


def set_tip(widget: QWidget, text: str) -> None:
    """A tool tip that shows its text exactly as it is."""
    widget.setToolTip(f"<qt>{escape(text)}</qt>" if text else "")
