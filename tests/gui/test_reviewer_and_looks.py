"""Name, theme and text size apply at once and stay."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
    shown.preferences.set_reviewer("Priya M.")
    assert shown.session.own
    assert shown.review.panel.scorecard.rated.text() == "1 of 7 rated"

    assert window().review.panel.scorecard.rated.text() == "1 of 7 rated"
