"""What people can set for their eyes and hands: contrast, underlines alone, colours of changes, motion, single keys."""

from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtGui import QColor

from reviewer.gui.settings import BLUE_ORANGE, LESS_MOTION, SINGLE_KEYS, UNDERLINE_ONLY
from tests.gui.conversation.places import rect_of
from tests.gui.opening import open_sample
from tests.gui.steps import comment, press


def colour_behind(window, turn, words):
    """The colour just inside the leading edge of words."""
    rect = rect_of(window.review.view, turn, words)
    image = window.review.view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round((rect.left() + 1) * ratio), round((rect.top() + 2) * ratio)).name()


def commented(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown, 1)
    comment(shown, 4, "Curt")
    shown.review.commenting.activate("")
    (made,) = shown.session.full.annotations
    return shown, made


def test_high_contrast_is_black_on_white_without_fills(window):
    shown, made = commented(window)
    quote = made.anchor.quote.split("\n")[0][:12]
    shown.review.view.go_to_turn(made.anchor.first_turn + 1)
    assert colour_behind(shown, made.anchor.first_turn, quote) != "#ffffff"
    shown.actions_table["contrast"].trigger()
    theme = shown.review.view.theme
    assert (theme.color("text").name(), theme.color("paper").name(), theme.color("control").name()) == (
        "#000000", "#ffffff", "#000000",
    )  # fmt: skip
    assert colour_behind(shown, made.anchor.first_turn, quote) == "#ffffff"
    assert shown.settings_page.theme.currentText() == "As the system"
    shown.show_page("settings")
    assert shown.settings_page.theme.currentText() == "High contrast"


def test_fills_can_be_left_out_and_come_back(window):
    shown, made = commented(window)
    quote = made.anchor.quote[:12]
    shown.review.view.go_to_turn(made.anchor.first_turn + 1)
    filled = colour_behind(shown, made.anchor.first_turn, quote)
    box = shown.settings_page.flags[UNDERLINE_ONLY]
    box.click()
    assert colour_behind(shown, made.anchor.first_turn, quote) == shown.review.view.theme.color("paper").name()
    box.click()
    assert colour_behind(shown, made.anchor.first_turn, quote) == filled


def test_changes_can_be_blue_and_orange(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900), theme="dark")
    shown.settings_page.flags[BLUE_ORANGE].click()
    assert shown.review.view.theme.color("inserted") == QColor("#9CC0FF")
    again = window()
    assert again.review.view.theme.color("deleted") == QColor("#FFA583")


def test_single_letters_can_be_turned_off(window):
    shown, _ = commented(window)
    view = shown.review.view
    view.setFocus()
    here = view.focused_turn()
    shown.settings_page.flags[SINGLE_KEYS].click()
    press(view, Qt.Key.Key_J)
    assert view.focused_turn() == here
    assert shown.actions_table["comment"].shortcuts() == []
    assert shown.actions_table["next_comment"].shortcuts() == []
    assert [one.toString() for one in shown.actions_table["delete_comment"].shortcuts()] == ["Del"]
    shown.settings_page.flags[SINGLE_KEYS].click()
    press(view, Qt.Key.Key_J)
    assert view.focused_turn() == here + 1
    assert [one.toString() for one in shown.actions_table["comment"].shortcuts()] == ["C"]


def test_less_motion_is_remembered(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    shown.settings_page.flags[LESS_MOTION].click()
    again = window()
    again.show_page("settings")
    assert again.settings_page.flags[LESS_MOTION].isChecked()
    assert {one.duration() for one in again.review.findChildren(QVariantAnimation)} == {0}
