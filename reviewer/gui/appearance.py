"""Theme and text size of the running program, and every part that follows them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from reviewer.gui import fonts
from reviewer.gui.settings import BLUE_ORANGE, TEXT_STEP, UNDERLINE_ONLY, Settings
from reviewer.gui.stylesheet import style_sheet
from reviewer.gui.theme import Theme


class Appearance(QObject):
    """`changed` carries the theme to use now; the text size is in `fonts` by then."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        if hasattr(self._hints, "accessibility"):
            self._hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)
        fonts.set_scale(settings.text_size / 100)
        self.theme = self._chosen()
        self._dress()

    def choose(self, name: str) -> None:
        """Use `system`, `light`, `dark` or `contrast` from now on."""
        self._settings.theme = name
        self.apply()

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1) text; 0 is 100 %."""
        self.set_text_size(self._settings.text_size + step * TEXT_STEP if step else 100)

    def set_text_size(self, percent: int) -> None:
        """Text of this size, in percent."""
        self._settings.text_size = percent
        fonts.set_scale(self._settings.text_size / 100)
        self.apply()

    def follow(self, part: Callable[[Theme], object]) -> None:
        """`part` hears of every theme and text size from now on."""
        self.changed.connect(part)

    def apply(self) -> None:
        """Look as the settings say now."""
        self.theme = self._chosen()
        self._dress()
        self.changed.emit(self.theme)

    def _chosen(self) -> Theme:
        settings = self._settings
        name, blue_orange = settings.theme, settings.flag(BLUE_ORANGE, False)
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if name == "contrast" or (name == "system" and _system_wants_contrast()):
            return Theme.high_contrast(_strong_palette(dark=dark), blue_orange=blue_orange)
        if name == "system":
            name = "dark" if dark else "light"
        return Theme.load(name, fills=not settings.flag(UNDERLINE_ONLY, False), blue_orange=blue_orange)

    def _system_changed(self) -> None:
        if self._settings.theme in ("system", "contrast"):
            self.apply()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.theme.palette())
            app.setFont(fonts.font(13))
            app.setStyleSheet(style_sheet(self.theme))


def _system_wants_contrast() -> bool:
    """What people asked of their system, where this version of Qt can tell.

    What `accessibility()` gives is gone with the Python object that it was asked of, which must be kept meanwhile.
    """
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _strong_palette(*, dark: bool) -> QPalette:
    """The system's own colours where it asks for contrast, else black and white."""
    palette = QPalette()
    if _system_wants_contrast():
        QGuiApplication.setPalette(palette)
        return QGuiApplication.palette()
    ground, words = QColor("black" if dark else "white"), QColor("white" if dark else "black")
    palette.setColor(QPalette.ColorRole.Base, ground)
    palette.setColor(QPalette.ColorRole.Text, words)
    return palette
