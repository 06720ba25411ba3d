"""The main window for every journey: `window()` opens it, `window()` again reopens what was closed."""

from tests.gui.conftest import previews, window

__all__ = ["previews", "window"]
