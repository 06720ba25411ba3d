"""Buttons with an icon from the shipped set, recoloured with the theme."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip

ICON, GAP = 16, 4
RING = 1.5
WEIGHTS = {"primary": 600, "title": 600, "quiet": 400}


class IconButton(QToolButton):
    """An icon alone; `name` is its accessible name, the tool tip adds the key."""

    def __init__(self, icon: str, name: str, theme: Theme, parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(parent)
        self._icon = icon
        self.setProperty("iconOnly", "true")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name, key)
        self.set_theme(theme)

    def set_name(self, name: str, key: str = "") -> None:
        """What the button does, and the key that does the same."""
        self.setAccessibleName(name)
        set_tip(self, f"{name} ({key})" if key else name)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        size = fonts.scaled(ICON)
        self.setIcon(icons.icon(self._icon, theme, size, color="text"))
        self.setIconSize(QSize(size, size))


class TextButton(QPushButton):
    """Words, with or without an icon before them; `tone` is `primary`, `link`, `quiet`, `title` or nothing."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        tone: str = "",
        pressed: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._tone = tone
        self._theme = theme
        self.setAutoDefault(False)
        if tone:
            self.setProperty(tone, "true")
        if pressed is not None:
            self.clicked.connect(lambda: pressed())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFont(fonts.font(13, WEIGHTS.get(self._tone, 500)))
        if self._icon:
            size = fonts.scaled(ICON)
            gap = fonts.scaled(GAP)
            color = "on_accent" if self._tone == "primary" else "text2" if self._tone == "quiet" else "text"
            self.setIcon(icons.icon(self._icon, theme, size, color=color, gap=gap))
            self.setIconSize(QSize(size + gap, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._tone == "primary" and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("on_accent"), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 3, 3)
            painter.end()
