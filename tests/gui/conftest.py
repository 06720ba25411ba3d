"""The main window for every test that wants it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from reviewer.gui import fonts
from tests.gui.exporting_by_hand import exports
from tests.gui.opening import Opening
from tests.gui.previewing import previews

__all__ = ["exports", "looked_at", "previews", "window"]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Opening]:
    """Opens the main window on a new library; called again, it opens it again."""
    opening = Opening(tmp_path)
    yield opening
    opening.close()
    fonts.set_scale(1.0)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the desktop was asked to open; none is."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(QUrl(url).toLocalFile()))
    return found
