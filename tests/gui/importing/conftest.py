"""The import preview on a real library, with files written for the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui import fonts
from reviewer.gui.app import make_application
from reviewer.gui.dialogs.importing.dialog import ImportDialog
from reviewer.gui.stylesheet import style_sheet
from reviewer.gui.theme import Theme
from reviewer.workspace.preparing import gather
from reviewer.workspace.workspace import Workspace

PHONE_CHAT = """Chat with the phone shop
[09:14] You are connected with Omar.
[09:15] Nadia: Hello. The plan says expired, is that right?
[09:17] Omar: Hello Nadia. I will look it up.
[09:18] Nadia: You can write to nadia@mail.example or ring +44 20 7946 0958.
[09:20] Omar: Thank you.
[09:21] Nadia: Which page did you open?

I can send a picture.
[09:24] Omarr: The one with the blue words.
[09:25] Nadia: Good. Thank you.
[09:26] Omar: Gladly. Goodbye.
"""


class Stage:
    """Opens the preview over a window; called again, it opens another one."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.library = folder / "library.reviews"
        Workspace.open(self.library).close()
        self._open: list[QWidget] = []

    def write(self, name: str, text: str, encoding: str = "utf-8") -> Path:
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return path

    def __call__(
        self, *paths: Path, size: tuple[int, int] = (1440, 900), scale: float = 1.0, theme: str = "light"
    ) -> ImportDialog:
        app = make_application()
        fonts.set_scale(scale)
        colors = Theme.load(theme)
        app.setFont(fonts.font(13))
        app.setStyleSheet(style_sheet(colors))
        window = QWidget()
        window.resize(*size)
        window.show()
        names = ["Exercise 4", "Week 12"]
        dialog = ImportDialog(self.library, gather(paths), colors, window, collections=names)
        dialog.show()
        self._open += [dialog, window]
        if paths:
            self.wait(dialog)
        dialog.activateWindow()
        return dialog

    def wait(self, dialog: ImportDialog) -> None:
        """Wait until everything that was asked for is read and shown."""
        self.qtbot.waitUntil(lambda: dialog.reader.idle and not dialog.preview.reading, timeout=20_000)
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: dialog.settled, timeout=5_000)

    def close(self) -> None:
        for widget in self._open:
            if isinstance(widget, ImportDialog):
                widget.done(0)
            widget.close()
            widget.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path)
    yield made
    made.close()
    fonts.set_scale(1.0)
    make_application().setStyleSheet("")


@pytest.fixture
def phone(stage: Stage) -> ImportDialog:
    """The preview of one chat with something of everything."""
    return stage(stage.write("phone.txt", PHONE_CHAT))
