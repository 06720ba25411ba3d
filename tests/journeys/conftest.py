"""The main window for every journey: `window()` opens it, `window()` again reopens what was closed."""

from tests.gui.conftest import exports, previews, window

__all__ = ["exports", "previews", "window"]
