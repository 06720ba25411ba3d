"""Settings apply at once and stay; a fault of the program is written down and said once."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui import messages
from reviewer.gui.app import _Faults
from reviewer.gui.settings import Settings
from reviewer.workspace.places import log_file
from tests.gui.opening import open_sample


def test_name_theme_and_text_size_apply_at_once_and_stay(window):
    shown = window(theme="light")
    shown.actions_table["settings"].trigger()
    page = shown.settings_page
    assert page.isVisible()
    page.reviewer.setFocus()
    page.reviewer.setText("Priya M.")
    QTest.keyClick(page.reviewer, Qt.Key.Key_Return)
    assert shown.status.reviewer.text() == "Priya M."
    page.theme.setCurrentIndex(page.theme.findData("dark"))
    page.theme.activated.emit(page.theme.currentIndex())
    assert shown.grab().toImage().pixelColor(700, 600).lightness() < 80
    page.text_size.setValue(150)
    assert shown.status.size_button.text() == "150 %"

    again = window()
    again.show_page("settings")
    assert again.settings_page.reviewer.text() == "Priya M."
    assert again.settings_page.theme.currentData() == "dark"
    assert again.settings_page.text_size.value() == 150


def test_a_name_given_later_finds_the_work_done_without_one(window):
    shown = window()
    open_sample(shown, 1)
    shown.review.panel.scorecard.rows[0].control.rated.emit(4, False)
    shown.set_reviewer("Priya M.")
    assert shown.session.own
    assert shown.review.panel.scorecard.rated.text() == "1 of 7 rated"

    assert window().review.panel.scorecard.rated.text() == "1 of 7 rated"


@pytest.mark.parametrize("content", ["not an ini file \x00\xff", "[appearance]\ntext_size=huge\ntheme=plaid\n", ""])
def test_a_spoiled_settings_file_counts_as_never_set(tmp_path, content):
    path = tmp_path / "settings.ini"
    path.write_text(content, encoding="latin-1")
    settings = Settings(path)
    assert (settings.theme, settings.text_size, settings.last_transcript) == ("system", 100, "")
    assert settings.state("geometry").isEmpty()


def test_a_fault_is_written_down_and_said_once(window, monkeypatch):
    shown = window()
    said = []

    def during(parent, report, log):
        said.append((report, log))
        faults(*_raised("a second one while the first is said"))

    monkeypatch.setattr(messages, "fault", during)
    faults = _Faults(shown)
    faults(*_raised("the wheel came off"))
    assert len(said) == 1
    assert "the wheel came off" in said[0][0]
    written = log_file().read_text(encoding="utf-8")
    assert "the wheel came off" in written
    assert "a second one" in written


def _raised(words):
    try:
        raise RuntimeError(words)
    except RuntimeError:
        return sys.exc_info()
