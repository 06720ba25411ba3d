"""By which rubric a review rates: choosing another, following a newer version, keeping the old one."""

import pytest
from PySide6.QtCore import Qt

from reviewer.domain import rubric_changes as change
from reviewer.domain.edits import rubrics as edits
from reviewer.gui import messages
from reviewer.gui.rubric_choice import RubricMenu
from tests.gui.opening import open_sample
from tests.gui.steps import click, comment, named, press, rate, row_of

SCORECARD = "Chat quality scorecard"


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    return made


@pytest.fixture
def asked(monkeypatch):
    sentences = []
    monkeypatch.setattr(messages, "question", lambda _, sentence, *__: sentences.append(sentence) or True)
    return sentences


def newer_version(shown):
    """Save a version of the open review's rubric with one more criterion."""
    saved = shown.session.full.rubric
    edit = edits.next_version(saved, change.add_criterion(saved, "Patience"), saved.rubric.version + 1)
    shown.session.library.workspace.do(edit)
    return saved.rubric.version


def choices(shown):
    menu = shown.rubric_choice.menu
    menu.aboutToShow.emit()
    return {act.text(): act for act in menu.actions() if act.text()}


def choose(shown, name):
    next(act for text, act in choices(shown).items() if text.startswith(name)).trigger()


def names(shown):
    return [row.criterion.name for row in shown.review.panel.scorecard.rows]


def test_an_empty_review_takes_another_rubric_at_once(shown, asked):
    assert next(text for text, act in choices(shown).items() if act.isChecked()).startswith("Live chat evaluation")
    choose(shown, SCORECARD)
    assert asked == []
    assert "Listening" in names(shown)
    assert shown.review.panel.scorecard.head.rubric.text().startswith(SCORECARD)
    assert named(shown, "undo") == "Undo change of rubric"
    shown.actions_table["undo"].trigger()
    assert "Word choice" in names(shown)


def test_a_begun_review_is_asked_and_says_what_goes(shown, asked):
    rate(shown, [4] * 7)
    comment(shown, 4, "Blunt", Qt.Key.Key_1)
    choose(shown, SCORECARD)
    (sentence,) = asked
    assert "6 ratings will go" in sentence
    assert "1 comment will become a note" in sentence
    assert [one.criterion for one in shown.session.full.annotations] == [None]
    assert shown.review.panel.scorecard.rated.text() == "1 of 7 rated"
    shown.actions_table["undo"].trigger()
    assert shown.review.panel.scorecard.rated.text() == "7 of 7 rated"


def test_thinking_better_of_it_changes_nothing(shown, monkeypatch):
    monkeypatch.setattr(messages, "question", lambda *_: False)
    rate(shown, [4] * 7)
    choose(shown, SCORECARD)
    assert shown.review.panel.scorecard.rated.text() == "7 of 7 rated"


def test_the_name_of_the_rubric_opens_the_menu(shown, monkeypatch):
    opened = []
    monkeypatch.setattr(RubricMenu, "popup", lambda *_: opened.append(True))
    click(shown.review.panel.scorecard.head.rubric)
    assert opened == [True]


def test_a_finished_review_keeps_its_rubric(shown):
    shown.acts.finish()
    assert not any(act.isEnabled() for act in choices(shown).values())


def test_a_newer_version_is_offered_and_taken(shown, asked):
    rate(shown, [4] * 7)
    bar = shown.review.panel.scorecard.rubric_bar
    assert not bar.isVisible()
    old = newer_version(shown)
    assert bar.words.text() == "The rubric has changed: 1 new criterion."
    assert bar.keep_button.text() == f"Keep version {old}"
    click(bar.update_button)
    assert asked == []
    assert names(shown)[-1] == "Patience"
    assert shown.review.panel.scorecard.rated.text() == "7 of 8 rated"
    assert not bar.isVisible()
    shown.actions_table["undo"].trigger()
    assert bar.isVisible()
    assert shown.review.panel.scorecard.rated.text() == "7 of 7 rated"


def test_keeping_the_old_version_is_remembered(shown, window):
    rate(shown, [4] * 7)
    newer_version(shown)
    click(shown.review.panel.scorecard.rubric_bar.keep_button)
    assert not shown.review.panel.scorecard.rubric_bar.isVisible()
    assert not window().review.panel.scorecard.rubric_bar.isVisible()


def test_a_reason_that_is_being_written_moves_along(shown):
    rate(shown, [4] * 7)
    newer_version(shown)
    row = row_of(shown, "Tone")
    row.control.setFocus()
    press(row.control, Qt.Key.Key_Return)
    row.note.insertPlainText("Curt at first")
    click(shown.review.panel.scorecard.rubric_bar.update_button)
    assert row_of(shown, "Tone").note.text() == "Curt at first"


def test_a_review_that_is_not_begun_follows_the_newest_version_by_itself(shown):
    newer_version(shown)
    assert not shown.review.panel.scorecard.rubric_bar.isVisible()
    shown.session.begin_own()
    assert names(shown)[-1] == "Patience"
