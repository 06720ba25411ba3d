"""Themes and text sizes at run time, and that no word is cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QToolButton

from reviewer.gui import appearance
from reviewer.gui.panels.rating_control import LevelButton
from reviewer.gui.widgets.plain import Elided, PlainText
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, press

BREAK = "\u200b"
PAGES = ("library", "review", "settings")

SETTLED_MS = 2000
"""A panel that is shown for the first time lays itself out by then."""


def set_size(window, percent):
    window.settings_page.text_size.setValue(percent)
    QTest.qWait(30)


def visible(window, kind):
    return [one for one in window.findChildren(kind) if one.isVisible() and not one.visibleRegion().isEmpty()]


def is_dark(window):
    """Whether most of the window is."""
    image = window.grab().toImage()
    step = range(20, image.width() - 20, 60)
    lights = sorted(image.pixelColor(x, y).lightness() for x in step for y in range(40, image.height(), 40))
    return lights[len(lights) // 2] < 90


def cut_off(window):
    """Buttons that are smaller than their words, and labels that are narrower than their longest word."""
    found = []
    for button in visible(window, QAbstractButton):
        words = button.text().replace("&", "")
        icon_only = (
            isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if not words or icon_only or isinstance(button, LevelButton):
            continue
        metrics = QFontMetrics(button.font())
        if button.width() < metrics.horizontalAdvance(words) or button.height() < metrics.height() - 1:
            found.append((type(button).__name__, words, button.size().toTuple()))
    for label in visible(window, PlainText):
        if isinstance(label, Elided) or not label.text() or not label.pixmap().isNull():
            continue
        metrics = QFontMetrics(label.font())
        words = label.text().replace(BREAK, " ").split() if label.wordWrap() else [label.text()]
        least = label.heightForWidth(label.width()) if label.wordWrap() else metrics.height()
        if label.height() < least - 2 or label.width() < max(map(metrics.horizontalAdvance, words)) - 2:
            found.append(("label", label.text(), label.size().toTuple()))
    return found


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_no_word_is_cut_off_in_the_smallest_window(window, qtbot, percent):
    shown = window(reviewer="Reviewer A", size=(1024, 640))
    set_size(shown, percent)
    assert cut_off(shown) == []
    open_sample(shown)
    for page in PAGES:
        shown.show_page(page)
        QTest.qWait(30)
        assert (page, cut_off(shown)) == (page, [])
    shown.show_mode("revise")
    qtbot.waitUntil(lambda: cut_off(shown) == [], timeout=SETTLED_MS)
    assert (shown.width(), shown.height()) == (1024, 640)


def test_the_theme_changes_every_page_that_is_shown(window):
    shown = window(reviewer="Reviewer A", theme="light", size=(1200, 800))
    open_sample(shown)
    for name, dark in (("dark", True), ("light", False), ("dark", True)):
        shown.actions_table[name].trigger()
        for page in PAGES:
            shown.show_page(page)
            assert is_dark(shown) is dark, (name, page)


class Desktop:
    """The colours of a desktop, which the offscreen platform does not have."""

    scheme = Qt.ColorScheme.Light

    def styleHints(self):
        return self

    def colorScheme(self):
        return self.scheme


def test_the_theme_of_the_system_is_followed_as_long_as_it_is_wanted(window, monkeypatch):
    shown, desktop = window(theme="system"), Desktop()
    monkeypatch.setattr(appearance, "QGuiApplication", desktop)
    seen = []
    for wanted, scheme in (
        ("system", Qt.ColorScheme.Dark),
        ("system", Qt.ColorScheme.Light),
        ("light", Qt.ColorScheme.Dark),
        ("system", Qt.ColorScheme.Dark),
    ):
        shown.actions_table[wanted].trigger()
        desktop.scheme = scheme
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)
        seen.append(is_dark(shown))
    assert seen == [True, False, False, True]


def test_keys_and_settings_change_the_same_text_size(window):
    shown = window(size=(1200, 800))
    open_sample(shown, 1)
    height = shown.review.toolbar.undo.iconSize().height()
    press(shown, Qt.Key.Key_Plus, modifier=CONTROL)
    assert shown.status.size_button.text() == "110 %"
    shown.show_page("settings")
    assert shown.settings_page.text_size.value() == 110
    set_size(shown, 160)
    assert shown.status.size_button.text() == "160 %"
    assert shown.review.toolbar.undo.iconSize().height() > height
    shown.status.size_button.click()
    assert shown.status.size_button.text() == "100 %"
    assert shown.review.toolbar.undo.iconSize().height() == height


def test_the_turn_at_the_top_stays_there_when_the_text_size_changes(window):
    shown = window(reviewer="Reviewer A", size=(1200, 800))
    open_sample(shown, 1)
    view = shown.review.view
    view.go_to_turn(20)
    top = next(row for row, place in view.visible_rows() if place >= 0)
    for percent in (200, 80, 100):
        set_size(shown, percent)
        assert view.focused_turn() == 20
        assert top in dict(view.visible_rows())
