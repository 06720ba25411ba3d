"""A small rounded label for a state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import PlainText

COLORS = {"accent": "accent", "ok": "inserted", "bad": "deleted", "warn": "warning"}
GROUNDS = {"accent": "accent_soft", "ok": "inserted_ground", "bad": "deleted_ground", "warn": "warning_ground"}


class Chip(QWidget):
    """An icon and a word on a tinted ground; `kind` is accent, ok, bad or warn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self._theme = theme
        self._shown = ("", "circle-dot", "accent")
        self._icon = PlainText("", self)
        self.words = PlainText("", self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(5)
        row.addWidget(self._icon)
        row.addWidget(self.words)

    def show_state(self, words: str, icon: str, kind: str) -> None:
        """Say `words` with an icon in the colours of a kind."""
        self._shown = (words, icon, kind)
        color = self._theme.color(COLORS[kind])
        self._icon.setPixmap(icons.pixmap(icon, color, fonts.scaled(12), self.devicePixelRatioF()))
        self.words.setText(words)
        self.words.setFont(fonts.font(11.5, 500))
        ground = self._theme.color(GROUNDS[kind]).name()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"#chip {{ background: {ground}; border-radius: {self.sizeHint().height() // 2}px; }}"
            f" QLabel {{ color: {color.name()}; background: transparent; }}"
        )

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.show_state(*self._shown)
