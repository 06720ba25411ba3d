"""Theme and text size of the running program, and every part that follows them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewer.gui import fonts
from reviewer.gui.settings import TEXT_STEP, Settings
from reviewer.gui.stylesheet import style_sheet
from reviewer.gui.theme import Theme


class Appearance(QObject):
    """`changed` carries the theme to use now; the text size is in `fonts` by then."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._themes = {name: Theme.load(name) for name in ("light", "dark")}
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        fonts.set_scale(settings.text_size / 100)
        self._dress()

    @property
    def theme(self) -> Theme:
        """The theme that is used now."""
        name = self._settings.theme
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        return self._themes[name]

    def choose(self, name: str) -> None:
        """Use `system`, `light` or `dark` from now on."""
        self._settings.theme = name
        self._apply()

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1) text; 0 is 100 %."""
        self.set_text_size(self._settings.text_size + step * TEXT_STEP if step else 100)

    def set_text_size(self, percent: int) -> None:
        """Text of this size, in percent."""
        self._settings.text_size = percent
        fonts.set_scale(self._settings.text_size / 100)
        self._apply()

    def follow(self, part: Callable[[Theme], object]) -> None:
        """`part` hears of every theme and text size from now on."""
        self.changed.connect(part)

    def _system_changed(self) -> None:
        if self._settings.theme == "system":
            self._apply()

    def _apply(self) -> None:
        self._dress()
        self.changed.emit(self.theme)

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.theme.palette())
            app.setFont(fonts.font(13))
            app.setStyleSheet(style_sheet(self.theme))
