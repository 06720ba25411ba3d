"""Marking a review as done: what is missing is listed with links, and nothing stops anybody."""

import pytest
from PySide6.QtCore import Qt

from reviewer.domain.edits import exercises, reviewing
from reviewer.domain.edits.exercises import Asked
from reviewer.domain.ids import new_id
from reviewer.domain.review import Status
from reviewer.domain.transcript import Collection
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, click, comment, press, rate, row_of, select_words, write

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    return made


@pytest.fixture
def card(shown):
    return shown.review.panel.scorecard


def said(card):
    return [one.text() for one in card.missing.groups], [one.text() for one in card.missing.links]


def is_done(shown):
    return shown.session.full.review.status is Status.DONE


def test_a_complete_review_is_done_without_a_question(shown, card):
    rate(shown, [4] * 7)
    click(card.done)
    assert is_done(shown)
    assert not card.missing.isVisible()
    assert card.done.text() == "Reopen"


def test_what_is_missing_is_listed_where_the_button_was(shown, card):
    rate(shown, [4] * 6)
    comment(shown, 4, "Curt")
    select_words(shown, 6)
    press(shown.review.view, Key.Key_3)
    click(card.done)
    assert said(card) == (["1 criterion not rated", "1 concern without text"], ["Relationship", "Comment 2"])
    assert not card.done.isVisible()
    assert not is_done(shown)
    click(card.missing.finish)
    assert is_done(shown)


def test_going_on_reviewing_leaves_the_review_open(shown, card):
    click(card.done)
    click(card.missing.stay)
    assert card.done.text() == "Mark as done"
    assert card.done.isVisible()
    assert not is_done(shown)


def test_a_link_goes_to_the_criterion_and_the_list_follows(shown, card):
    rate(shown, [4] * 5)
    click(card.done)
    click(card.missing.links[0])
    assert row_of(shown, "Fair resolution").control.hasFocus()
    press(shown.focusWidget(), Key.Key_4)
    assert said(card) == (["1 criterion not rated"], ["Relationship"])
    press(shown.focusWidget(), Key.Key_4)
    assert not card.missing.isVisible()
    assert card.done.isVisible()


def test_a_link_opens_the_comment_to_be_written(shown, card):
    rate(shown, [4] * 7)
    select_words(shown, 6)
    press(shown.review.view, Key.Key_3)
    shown.review.view.setFocus()
    click(card.done)
    click(card.missing.links[0])
    write("Late")
    shown.review.keep_all()
    assert shown.session.full.annotations[0].text == "Late"
    assert not card.missing.isVisible()


def test_all_of_it_by_keys(shown, card):
    rate(shown, [4] * 6)
    row = row_of(shown, "Tone")
    row.control.setFocus()
    press(row.control, Key.Key_Return, modifier=CONTROL)
    assert card.missing.links[0].hasFocus()
    press(shown.focusWidget(), Key.Key_Return)
    assert row_of(shown, "Relationship").control.hasFocus()
    press(shown.focusWidget(), Key.Key_Return, modifier=CONTROL)
    assert is_done(shown)


def test_escape_goes_on_and_control_enter_finishes_from_the_list(shown, card):
    card.rows[0].control.setFocus()
    press(shown.focusWidget(), Key.Key_Return, modifier=CONTROL)
    press(shown.focusWidget(), Key.Key_Escape)
    assert not card.missing.isVisible()
    assert card.done.hasFocus()
    shown.actions_table["done"].trigger()
    press(shown.focusWidget(), Key.Key_Return, modifier=CONTROL)
    assert is_done(shown)


def test_a_reason_that_is_being_written_is_kept_first(shown, card):
    rate(shown, [4] * 7)
    row = row_of(shown, "Tone")
    row.control.setFocus()
    press(row.control, Key.Key_Return)
    write("Curt at first")
    shown.actions_table["done"].trigger()
    assert is_done(shown)
    assert shown.session.full.rating_of(row.criterion.id).note == "Curt at first"


def test_the_menu_shows_the_list_when_the_panel_is_away(shown, card):
    shown.review.toggle_panel()
    shown.actions_table["done"].trigger()
    assert card.missing.isVisible()


def test_another_chat_puts_the_list_away(shown, card):
    click(card.done)
    shown.session.begin_own()
    assert not card.missing.isVisible()
    assert card.done.isVisible()


def test_an_exercise_lists_questions_without_an_answer_and_goes_there(shown, card):
    give_out(shown, "Was it fair?", "What else could be done?")
    rate(shown, [4] * 7)
    asked = shown.session.full.questions
    shown.session.do(reviewing.answer(shown.session.full, asked[0].id, "In part."))
    click(card.done)
    assert said(card) == (["1 question not answered"], ["Question 2"])
    click(card.missing.links[0])
    write("Say sorry first.")
    shown.review.keep_all()
    assert shown.session.full.answers[-1].question == asked[1].id
    shown.actions_table["done"].trigger()
    assert is_done(shown)


def test_an_exercise_can_keep_weights_to_itself(shown, card):
    give_out(shown, "Was it fair?", show_weights=False)
    assert not any(row.weight.isVisibleTo(row) for row in card.rows)
    assert card.rows[0].control.accessibleName() == "Word choice, critical no"


def give_out(shown, *questions, show_weights=True):
    """The open chat belongs to an exercise."""
    home = Collection(new_id(), "Exercise 4", "exercise", show_weights=show_weights)
    transcript = shown.session.full.transcript
    shown.session.library.workspace.do(exercises.begin(home, [Asked(one) for one in questions], [transcript]))
    shown.session.open(transcript.id)
