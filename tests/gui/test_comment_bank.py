"""The comment bank: comments are saved once, put into others, and taken back; the library keeps them."""

import pytest
from PySide6.QtCore import Qt

from reviewer.domain.annotation import Verdict
from tests.gui.opening import open_sample, wait_for_job
from tests.gui.steps import click, comment, comments, named, press, select_words

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    made.review.view.setFocus()
    return made


def bank(window):
    return [(one.criterion_name, one.verdict, one.text) for one in window.session.library.workspace.reading.phrases()]


def criterion_name(window, annotation):
    return window.session.full.rubric.criterion(annotation.criterion).name


def keep(window, words, key=Key.Key_3):
    made = comment(window, 4, words, key)
    window.review.commenting.activate(made.id)
    window.actions_table["bank_save"].trigger()
    return made


def test_a_comment_is_saved_once_and_taken_back_by_the_notice(shown):
    made = keep(shown, "The day is not named.")
    assert bank(shown) == [(criterion_name(shown, made), Verdict.CONCERN, "The day is not named.")]
    assert shown.notice.sentence == "Saved in the comment bank."
    shown.bank.take_back()
    assert bank(shown) == []
    shown.actions_table["bank_save"].trigger()
    shown.actions_table["bank_save"].trigger()
    assert len(bank(shown)) == 1
    assert shown.notice.sentence == "The comment bank has this comment already."


def test_the_button_of_the_notice_takes_a_saved_comment_back(shown):
    keep(shown, "The day is not named.")
    click(shown.notice._button)
    assert bank(shown) == []


def test_without_an_open_comment_there_is_a_sentence(shown):
    shown.actions_table["bank_save"].trigger()
    assert shown.notice.sentence == "Open a comment first."
    assert bank(shown) == []


def test_a_highlight_without_text_is_not_saved(shown):
    select_words(shown, 4)
    press(shown.review.view, Key.Key_H)
    shown.review.commenting.activate(comments(shown)[0].id)
    shown.actions_table["bank_save"].trigger()
    assert shown.notice.sentence == "This comment has no text yet. Write some before saving it."
    assert bank(shown) == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_key_offers_what_fits_and_enter_puts_it_into_the_comment(shown):
    keep(shown, "The day is not named.")
    keep(shown, "Another matter.", Key.Key_5)
    select_words(shown, 6)
    press(shown.review.view, Key.Key_3)
    new = next(one for one in comments(shown) if not one.text)
    shown.review.view.setFocus()
    press(shown.review.view, Key.Key_B)
    menu = shown.bank.menu
    assert [one.text() for one in menu.actions()] == ["− The day is not named."]
    press(menu, Key.Key_Down, Key.Key_Return)
    assert next(one for one in comments(shown) if one.id == new.id).text == "The day is not named."
    assert named(shown, "undo").startswith("Undo edit comment")
    shown.actions_table["undo"].trigger()
    assert next(one for one in comments(shown) if one.id == new.id).text == ""


def test_what_was_said_most_often_comes_first(shown):
    for words in ("A first remark.", "The day is not named."):
        keep(shown, words)
    comment(shown, 6, "The day is not named.")
    again = comment(shown, 8, "Something else.")
    shown.review.commenting.activate(again.id)
    shown.bank.menu.aboutToShow.emit()
    assert [one.text() for one in shown.bank.menu.actions()] == ["− The day is not named.", "− A first remark."]


def test_a_file_of_ready_comments_goes_into_the_bank(shown, tmp_path):
    path = tmp_path / "bank.toml"
    path.write_text('[[phrases]]\nverdict = "strength"\ntext = "Well put."\n', encoding="utf-8")
    shown.desk.offer_files([str(path)])
    wait_for_job(shown)
    assert bank(shown) == [("", Verdict.STRENGTH, "Well put.")]
    assert shown.notice.sentence == "bank.toml: 1 ready comment added to the comment bank."


def test_ready_comments_come_in_once(shown):
    shown.actions_table["bank_ready"].trigger()
    taken = bank(shown)
    names = {one.name for one in shown.session.full.rubric.criteria}
    assert {name for name, _, _ in taken} == names
    assert shown.notice.sentence == f"{len(taken)} comments added."
    shown.actions_table["bank_ready"].trigger()
    assert shown.notice.sentence == "The comment bank has all ready comments for this rubric already."
    assert bank(shown) == taken
