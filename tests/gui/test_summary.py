"""The summary sheet: written by mouse and by keys, kept as it is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.domain.summary import summary_of
from reviewer.errors import LibraryError
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, click, comment, named, press, write

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    return made


@pytest.fixture
def sheet(shown):
    click(shown.review.panel.scorecard.summary)
    return shown.review.panel.scorecard.sheet


def saved(shown):
    return summary_of(shown.session.full.review)


def lines(part):
    return [line.field.text() for line in part.lines]


def test_what_is_written_is_kept_by_closing(shown, sheet):
    write("Polite in the end")
    click(sheet.to_change.add)
    write("Say sorry first")
    assert saved(shown).headline == ""
    click(sheet.done)
    assert saved(shown).headline == "Polite in the end"
    assert [point.text for point in saved(shown).to_change] == ["Say sorry first"]
    assert shown.review.panel.scorecard.summary.hasFocus()
    assert named(shown, "undo") == "Undo summary"
    shown.actions_table["undo"].trigger()
    assert saved(shown).headline == ""


@pytest.mark.parametrize("leaving", ["close", "another page", "done"])
def test_nothing_written_is_lost_however_one_leaves(shown, sheet, leaving, window):
    write("Polite in the end")
    if leaving == "close":
        shown = window()
    elif leaving == "another page":
        shown.show_page("library")
    else:
        shown.actions_table["done"].trigger()
    assert saved(shown).headline == "Polite in the end"


def test_enter_adds_backspace_removes_and_alt_moves(shown, sheet):
    sheet.try_next.add.setFocus()
    press(sheet.try_next.add, Key.Key_Space)
    for words in ("One", "Two", "Three"):
        write(words)
        press(shown.focusWidget(), Key.Key_Return)
    press(shown.focusWidget(), Key.Key_Backspace)
    assert lines(sheet.try_next) == ["One", "Two", "Three"]
    press(shown.focusWidget(), Key.Key_Up, modifier=ALT)
    press(shown.focusWidget(), Key.Key_Up, modifier=ALT)
    press(shown.focusWidget(), Key.Key_Up, modifier=ALT)
    assert lines(sheet.try_next) == ["Three", "One", "Two"]
    press(shown.focusWidget(), Key.Key_Down, modifier=ALT)
    assert lines(sheet.try_next) == ["One", "Three", "Two"]
    press(shown.focusWidget(), Key.Key_Escape)
    assert [point.text for point in saved(shown).try_next] == ["One", "Three", "Two"]


def test_the_mouse_moves_and_removes_the_line_that_is_written_in(shown, sheet):
    for words in ("One", "Two"):
        click(sheet.worked.add)
        write(words)
    first, second = sheet.worked.lines
    assert not first.up.isVisible()
    click(second.up)
    assert lines(sheet.worked) == ["Two", "One"]
    assert not second.up.isEnabled()
    click(second.remove)
    assert lines(sheet.worked) == ["One"]
    assert first.field.hasFocus()


def test_comments_are_proposed_with_their_numbers(shown):
    curt = comment(shown, 4, "Curt")
    late = comment(shown, 6, "Late", Key.Key_5)
    kind = comment(shown, 2, "Kind")
    shown.review.commenting.activate(kind.id)
    shown.review.view.setFocus()
    press(shown.review.view, Key.Key_Plus)
    card = shown.review.panel.scorecard
    click(card.summary)
    click(card.sheet.insert)
    boxes = card.sheet.proposals.boxes
    assert [box.text() for box, _ in boxes] == ["1  Tone: Kind", "2  Tone: Curt", "3  Handling: Late"]
    click(boxes[1][0])
    assert card.sheet.proposals.insert.text() == "Insert 2 lines"
    click(card.sheet.proposals.insert)
    assert lines(card.sheet.worked) == ["Kind"]
    assert lines(card.sheet.to_change) == ["Late"]
    assert [point.annotations for point in saved(shown).to_change] == [(late.id,)]
    click(card.sheet.insert)
    assert [one.id for _, one in card.sheet.proposals.boxes] == [curt.id]


def test_a_link_opens_its_comment_and_follows_its_number(shown):
    late = comment(shown, 6, "Late")
    card = shown.review.panel.scorecard
    click(card.summary)
    press(card.sheet.insert, Key.Key_Space)
    press(shown.focusWidget(), Key.Key_Return)
    (line,) = card.sheet.to_change.lines
    assert [one.text() for one in line.link_buttons] == ["comment 1"]
    comment(shown, 2, "Kind")
    (line,) = card.sheet.to_change.lines
    assert [one.text() for one in line.link_buttons] == ["comment 2"]
    click(line.link_buttons[0])
    assert shown.review.margin.active == late.id


def test_a_deleted_comment_leaves_the_words(shown):
    late = comment(shown, 6, "Late")
    card = shown.review.panel.scorecard
    click(card.summary)
    press(card.sheet.insert, Key.Key_Space)
    press(shown.focusWidget(), Key.Key_Return)
    shown.review.commenting.delete(late.id)
    (line,) = card.sheet.to_change.lines
    assert (line.field.text(), line.link_buttons) == ("Late", [])


def test_a_finished_summary_can_be_read_only(shown, sheet):
    write("Polite in the end")
    shown.acts.finish()
    click(shown.review.panel.scorecard.summary)
    assert sheet.headline.isReadOnly()
    assert not sheet.insert.isVisible()
    assert not sheet.worked.add.isVisible()
    QTest.keyClicks(sheet.headline, "Hm")
    press(sheet.headline, Key.Key_Return, modifier=CONTROL)
    assert saved(shown).headline == "Polite in the end"


def test_undo_shows_what_was_before(shown, sheet):
    write("Polite in the end")
    sheet.commit()
    shown.actions_table["undo"].trigger()
    while shown.session.full.review.headline:
        shown.actions_table["undo"].trigger()
    assert sheet.headline.text() == ""


def test_what_cannot_be_saved_stays_and_is_saved_later(shown, sheet, monkeypatch):
    def full_disk(edit):
        raise LibraryError("The disk is full.")

    write("Polite in the end")
    with monkeypatch.context() as broken:
        broken.setattr(shown.session.library.workspace, "do", full_disk)
        sheet.commit()
    assert sheet.headline.text() == "Polite in the end"
    shown.review.keep_all()
    assert saved(shown).headline == "Polite in the end"
