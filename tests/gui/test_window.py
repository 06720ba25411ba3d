"""The main window as a person uses it: samples, rating, undo, reopening, settings, sizes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.gui.words import APP_NAME
from tests.gui.opening import open_sample, wait_for_job

TABLET = "Tablet order, connection charge"


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


def row_of(window, name):
    return next(row for row in window.review.panel.scorecard.rows if row.criterion.name == name)


def test_a_new_library_welcomes_with_the_files_button_focused(window):
    shown = window()
    assert shown.windowTitle() == APP_NAME
    assert shown.library_page.welcome.isVisible()
    assert shown.library_page.welcome.drop.open.hasFocus()


def test_the_first_sample_opens_with_its_finished_review(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown)
    assert shown.windowTitle() == f"{TABLET} — {APP_NAME}"
    assert shown.review.view.isVisible()
    assert shown.session.full.annotations
    assert shown.review.panel.scorecard.total.text().isdigit()


def test_other_samples_open_without_a_review(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    card = shown.review.panel.scorecard
    assert card.total.text() == "–"
    assert card.of.text() == "Rate the criteria as you read"
    assert card.rated.text() == "0 of 7 rated"


def test_rating_by_keys_and_by_mouse(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    words, handling = row_of(shown, "Word choice"), row_of(shown, "Handling")
    words.control.setFocus()
    press(words.control, Qt.Key.Key_5)
    assert words.control.levels[4].isChecked()
    assert shown.review.panel.scorecard.total.text() == "100"
    assert row_of(shown, "Grammar").control.hasFocus()
    QTest.mouseClick(handling.control.levels[0], Qt.MouseButton.LeftButton)
    assert handling.control.levels[0].isChecked()
    assert handling.note.isVisible()
    assert handling.level.text().startswith("1, Poor: ")
    assert shown.review.panel.scorecard.total.text() == "43"
    press(handling.control, Qt.Key.Key_0)
    assert handling.control.not_applicable.isChecked()
    press(handling.control, Qt.Key.Key_Backspace)
    assert not handling.control.not_applicable.isChecked()
    assert shown.review.panel.scorecard.rated.text() == "1 of 7 rated"


def test_undo_and_redo_name_their_step_and_the_review_is_there_again_after_reopening(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    words = row_of(shown, "Word choice")
    words.control.setFocus()
    press(words.control, Qt.Key.Key_4)
    undo, redo = shown.actions_table["undo"], shown.actions_table["redo"]
    assert undo.text() == "&Undo rating"
    undo.trigger()
    assert not words.control.levels[3].isChecked()
    assert redo.text() == "&Redo rating"
    redo.trigger()
    assert words.control.levels[3].isChecked()
    words.note.setFocus()
    QTest.keyClicks(words.note, "Plain words in most turns")

    again = window()
    words = row_of(again, "Word choice")
    assert again.windowTitle().endswith(APP_NAME)
    assert words.control.levels[3].isChecked()
    assert words.note.toPlainText() == "Plain words in most turns"
    assert again.actions_table["undo"].text() == "&Undo reason"


def test_undo_in_a_field_takes_back_its_own_words_first(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    words = row_of(shown, "Word choice")
    words.control.setFocus()
    press(words.control, Qt.Key.Key_4)
    press(shown.focusWidget(), Qt.Key.Key_Up)
    press(words.control, Qt.Key.Key_Return)
    assert words.note.hasFocus()
    QTest.keyClicks(words.note, "Hm")
    shown.actions_table["undo"].trigger()
    assert words.note.toPlainText() == ""
    assert words.control.levels[3].isChecked()


def test_a_finished_review_is_locked_until_it_is_reopened(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    card, row = shown.review.panel.scorecard, row_of(shown, "Tone")
    card.done.click()
    assert "7 criteria" in card.missing.accessibleName()
    card.missing.finish.click()
    assert card.done.text() == "Reopen"
    QTest.mouseClick(row.control.levels[0], Qt.MouseButton.LeftButton)
    assert card.rated.text() == "0 of 7 rated"
    card.done.click()
    assert card.done.text() == "Mark as done"
    QTest.mouseClick(row.control.levels[0], Qt.MouseButton.LeftButton)
    assert card.rated.text() == "1 of 7 rated"


def test_the_review_of_somebody_else_is_read_only_until_one_begins_an_own(window):
    shown = window(reviewer="Priya M.")
    open_sample(shown)
    assert shown.review.bar.isVisible()
    assert shown.review.bar.words.text().endswith("read only.")
    QTest.mouseClick(row_of(shown, "Tone").control.levels[0], Qt.MouseButton.LeftButton)
    assert not row_of(shown, "Tone").control.levels[0].isChecked()
    shown.review.bar.second.click()
    assert not shown.review.bar.isVisible()
    assert shown.review.panel.scorecard.rated.text() == "0 of 7 rated"


def test_the_theme_changes_at_once_and_is_remembered(window):
    shown = window(reviewer="Reviewer A", theme="light")
    open_sample(shown, 1)
    light = shown.grab().toImage().pixelColor(700, 500)
    shown.actions_table["dark"].trigger()
    dark = shown.grab().toImage().pixelColor(700, 500)
    assert light.lightness() > 200 > 80 > dark.lightness()

    again = window()
    assert again.grab().toImage().pixelColor(700, 500).lightness() < 80


def test_text_grows_and_shrinks_within_bounds(window):
    shown = window()
    shown.actions_table["larger"].trigger()
    assert shown.status.size_button.text() == "110 %"
    for _ in range(20):
        shown.actions_table["larger"].trigger()
    assert shown.status.size_button.text() == "200 %"
    shown.actions_table["normal"].trigger()
    assert shown.status.size_button.text() == "100 %"


def test_sizes_and_place_are_remembered(window):
    shown = window(reviewer="Reviewer A", size=(1400, 860))
    open_sample(shown, 1)
    shown.review.splitter.setSizes([300, 740, 360])
    QTest.qWait(20)
    widths = shown.review.splitter.sizes()
    assert widths[2] > 340
    shown.review.view.go_to_turn(12)

    again = window(size=(1400, 860))
    QTest.qWait(20)
    assert again.review.splitter.sizes() == widths
    assert again.review.view.focused_turn() == 12


def test_narrow_windows_hide_the_list_then_show_pins(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown)
    assert shown.review.list.isVisible()
    shown.resize(1200, 800)
    QTest.qWait(20)
    assert not shown.review.list.isVisible()
    assert shown.review.margin.width > 100
    shown.resize(1024, 640)
    QTest.qWait(20)
    assert shown.review.margin.width == 36
    assert (shown.width(), shown.height()) == (1024, 640)
    assert shown.rail.width() == 48
    shown.actions_table["list"].trigger()
    assert shown.review.list.isVisible()


def test_single_letters_act_in_the_conversation_only(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    shown.review.view.setFocus()
    press(shown.review.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(shown.review.view, Qt.Key.Key_H)
    assert len(shown.session.full.annotations) == 1
    filter_field = shown.review.list.filter
    filter_field.setFocus()
    QTest.keyClicks(filter_field, "chs1")
    assert filter_field.text() == "chs1"
    assert len(shown.session.full.annotations) == 1


def test_the_reviewer_is_asked_for_in_place_at_the_first_comment(window):
    shown = window()
    open_sample(shown, 1)
    assert not shown.review.bar.isVisible()
    shown.review.view.setFocus()
    press(shown.review.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(shown.review.view, Qt.Key.Key_H)
    assert shown.review.bar.isVisible()
    assert shown.review.bar.words.text() == "Whose review is this?"
    shown.review.bar.field.setFocus()
    QTest.keyClicks(shown.review.bar.field, "Priya M.")
    press(shown.review.bar.field, Qt.Key.Key_Return)
    assert not shown.review.bar.isVisible()
    assert shown.status.reviewer.text() == "Priya M."
    assert len(shown.session.full.annotations) == 1

    assert window().status.reviewer.text() == "Priya M."


def test_panes_are_walked_with_f6(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown)
    shown.review.view.setFocus()
    seen = []
    for _ in range(5):
        shown.actions_table["next_pane"].trigger()
        focused = QApplication.focusWidget()
        panes = {
            "toolbar": shown.review.toolbar,
            "list": shown.review.list,
            "conversation": shown.review.views,
            "panel": shown.review.panel,
            "notice": shown.notice,
        }
        seen.append(next(name for name, pane in panes.items() if pane.isAncestorOf(focused)))
    assert seen == ["panel", "notice", "toolbar", "list", "conversation"]


def test_imported_twice_says_so(window, tmp_path):
    chat = tmp_path / "parcel.txt"
    chat.write_text("Ann: Good morning.\nBo: Where is my parcel?\nAnn: On its way.\nBo: Thanks.\n")
    shown = window(reviewer="Reviewer A")
    for _ in range(2):
        shown.desk.import_files([str(chat)])
        wait_for_job(shown)
    assert "which is in the library already" in shown.notice.sentence
