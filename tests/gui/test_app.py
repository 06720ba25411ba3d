"""Starting the window, and what stops it from starting."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.errors import LibraryError, UsageError
from reviewer.gui import messages
from reviewer.gui.app import open_window


def test_the_window_opens_on_a_library_and_closes(qtbot: QtBot, tmp_path: Path):
    seen: list[str] = []

    def look_and_close() -> None:
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget.windowTitle():
                seen.append(widget.windowTitle())
                widget.close()

    QTimer.singleShot(300, look_and_close)
    assert open_window(tmp_path / "library.sqlite") == 0
    assert seen == ["Transcript Reviewer"]
    assert (tmp_path / "library.sqlite").exists()


def test_a_file_that_is_no_library_is_said_in_a_box_and_left_alone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    said: list[str] = []
    monkeypatch.setattr(messages, "error", lambda parent, sentence: said.append(sentence))
    path = tmp_path / "library.sqlite"
    path.write_text("These are only words.\n" * 100, encoding="utf-8")
    with pytest.raises(LibraryError) as refused:
        open_window(path)
    assert said == [refused.value.sentence]
    assert path.read_text(encoding="utf-8").startswith("These are only words.")


def test_without_a_display_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(UsageError, match="no display"):
        open_window(tmp_path / "library.sqlite")
