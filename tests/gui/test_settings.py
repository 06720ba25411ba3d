"""What the window remembers from one start to the next, and what it makes of a spoiled settings file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui.settings import Settings
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, click, comment, press


def test_everything_is_as_it_was_left(window):
    shown = window(reviewer="Reviewer A", size=(1024, 700), theme="dark")
    open_sample(shown, 1)
    shown.actions_table["panel"].trigger()
    shown.settings_page.text_size.setValue(110)
    shown.review.view.go_to_turn(12)
    title = shown.session.full.transcript.title

    again = window()
    assert (again.width(), again.height()) == (1024, 700)
    assert again.windowTitle().startswith(title)
    assert again.review.view.focused_turn() == 12
    assert not again.review.panel.isVisible()
    assert again.status.size_button.text() == "110 %"
    assert again.status.reviewer.text() == "Reviewer A"
    assert again.status.turn.text().startswith("Turn 12 of")


def test_each_transcript_has_its_own_place(window):
    shown = window(reviewer="Reviewer A", size=(1400, 860))
    ids = []
    for place, turn in ((1, 12), (2, 5)):
        shown.show_page("library")
        shown.desk.import_sample(shown.library_page.welcome.sample_buttons[place].sample)
        while shown.desk.busy:
            QTest.qWait(10)
        ids.append(shown.session.full.transcript.id)
        shown.review.view.go_to_turn(turn)
    shown.open_transcript(ids[0])
    assert shown.review.view.focused_turn() == 12
    shown.open_transcript(ids[1])
    assert shown.review.view.focused_turn() == 5


def test_commands_work_at_once_in_a_window_that_opens_the_last_transcript(window):
    shown = window(reviewer="Reviewer A", size=(1400, 860))
    open_sample(shown, 1)
    comment(shown, 4, "Curt")
    again = window()
    assert again.review.view.hasFocus()
    assert again.actions_table["undo"].text() != "&Undo"
    press(again, Qt.Key.Key_F, modifier=CONTROL)
    assert again.review.find_bar.isVisible()
    assert again.status.comments.text() == "1 comment"


@pytest.mark.parametrize(
    "spoiled",
    [
        "",
        "no settings at all \x00\x01",
        "[appearance]\ntheme=purple\ntext_size=huge\n",
        "[appearance]\ntext_size=9000\n[window]\ngeometry=wide\nreview=@ByteArray(nonsense)\nlist=maybe\n",
        "[place]\nlast=no-such-transcript\nno-such-transcript=-4\n",
    ],
)
def test_a_spoiled_settings_file_counts_as_never_set(window, spoiled):
    window.settings_file.write_text(spoiled)
    shown = window()
    assert shown.isVisible()
    assert shown.library_page.welcome.isVisible()
    assert shown.width() >= 1024
    assert Settings(window.settings_file).theme == "system"
    open_sample(shown, 1)
    assert shown.review.view.isVisible()


@pytest.mark.parametrize("turn", ["-3", "0", "99999", "twelve"])
def test_a_place_that_does_not_exist_opens_the_transcript_all_the_same(window, turn):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    full = shown.session.full
    window.close()
    settings = Settings(window.settings_file)
    settings._file.setValue(f"place/{full.transcript.id}", turn)
    settings.save()
    again = window()
    assert 1 <= again.review.view.focused_turn() <= full.transcript.turn_count


def test_the_settings_page_shows_and_changes_what_is_set(window):
    shown = window(reviewer="Reviewer A", theme="light")
    click(shown.rail.buttons["settings"])
    page = shown.settings_page
    assert page.reviewer.text() == "Reviewer A"
    page.theme.setCurrentIndex(page.theme.findData("dark"))
    page.theme.activated.emit(page.theme.currentIndex())
    shown.actions_table["larger"].trigger()
    again = window()
    again.show_page("settings")
    assert again.settings_page.theme.currentData() == "dark"
    assert again.settings_page.text_size.value() == 110
