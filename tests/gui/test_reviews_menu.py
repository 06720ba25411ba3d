"""Several reviews of one chat: whose is shown, and that one's own can always be begun."""

import pytest

from reviewer.domain.edit import same_content
from reviewer.gui.reviews_menu import ReviewsMenu
from tests.gui.opening import open_sample
from tests.gui.steps import click, rate, row_of


@pytest.fixture
def shown(window):
    """The chat that Reviewer A has reviewed, opened by somebody else."""
    made = window(reviewer="Priya M.", size=(1440, 900))
    open_sample(made)
    return made


def choices(shown):
    shown.reviews.aboutToShow.emit()
    return {act.text(): act for act in shown.reviews.actions() if act.text()}


def test_the_review_of_somebody_else_is_named_and_read_only(shown):
    assert shown.review.toolbar.reviews.text() == "Reviewer A"
    assert list(choices(shown)) == ["Begin my own review", "Reviewer A, done"]
    assert choices(shown)["Reviewer A, done"].isChecked()
    row = row_of(shown, "Tone")
    before = shown.session.full
    click(row.control.levels[0])
    assert shown.session.full == before
    assert not shown.review.panel.scorecard.done.isEnabled()


def test_ones_own_can_be_begun_and_the_other_shown_again(shown):
    choices(shown)["Begin my own review"].trigger()
    rate(shown, [4])
    assert shown.review.panel.scorecard.rated.text() == "1 of 7 rated"
    assert shown.review.toolbar.reviews.text() == "Priya M."
    assert list(choices(shown)) == ["Priya M. (you), in progress", "Reviewer A, done"]
    choices(shown)["Reviewer A, done"].trigger()
    assert shown.review.panel.scorecard.rated.text() == "7 of 7 rated"
    assert shown.review.bar.isVisible()
    choices(shown)["Priya M. (you), in progress"].trigger()
    assert shown.review.panel.scorecard.rated.text() == "1 of 7 rated"
    assert not shown.review.bar.isVisible()


def test_a_reason_that_is_being_written_is_kept_before_another_review_is_shown(shown):
    choices(shown)["Begin my own review"].trigger()
    row = row_of(shown, "Tone")
    row.control.setFocus()
    row.note.setFocus()
    row.note.insertPlainText("Curt at first")
    choices(shown)["Reviewer A, done"].trigger()
    choices(shown)["Priya M. (you), in progress"].trigger()
    assert row_of(shown, "Tone").note.text() == "Curt at first"


def test_the_button_opens_the_menu_and_is_away_without_other_reviews(shown, monkeypatch):
    opened = []
    monkeypatch.setattr(ReviewsMenu, "popup", lambda *_: opened.append(True))
    click(shown.review.toolbar.reviews)
    assert opened == [True]
    shown.show_page("library")
    open_sample(shown, 1)
    assert not shown.review.toolbar.reviews.isVisible()


def test_another_name_opens_that_reviewers_own_review(shown):
    shown.preferences.set_reviewer("Reviewer A")
    assert shown.session.own
    assert shown.review.panel.scorecard.rated.text() == "7 of 7 rated"
    shown.preferences.set_reviewer("Noor")
    assert shown.session.own
    assert shown.review.panel.scorecard.rated.text() == "0 of 7 rated"
    assert not shown.review.bar.isVisible()


def test_the_name_is_asked_for_at_the_first_rating(window):
    made = window(size=(1440, 900))
    open_sample(made, 1)
    assert not made.review.bar.isVisible()
    click(row_of(made, "Tone").control.levels[3])
    assert made.review.bar.isVisible()
    assert made.review.bar.words.text() == "Whose review is this?"
    assert row_of(made, "Tone").control.hasFocus()


def test_ones_own_review_can_be_deleted_and_brought_back(shown):
    choices(shown)["Begin my own review"].trigger()
    rate(shown, [4, 3])
    shown.actions_table["delete_review"].trigger()
    assert shown.notice.sentence == "Your review of this chat is deleted."
    assert shown.review.panel.scorecard.rated.text() == "0 of 7 rated"
    assert list(choices(shown)) == ["Begin my own review", "Reviewer A, done"]
    shown.actions_table["delete_review"].trigger()
    assert shown.notice.sentence == "You have no review of this chat to delete."
    shown.actions_table["undo"].trigger()
    assert shown.review.panel.scorecard.rated.text() == "2 of 7 rated"


def test_the_review_of_somebody_else_is_not_deleted(shown):
    shown.actions_table["delete_review"].trigger()
    assert shown.notice.sentence == "Reviewer A’s review stays."
    assert list(choices(shown)) == ["Begin my own review", "Reviewer A, done"]


def test_a_received_review_that_is_ones_own_is_deleted_whole(shown, window):
    again = window(reviewer="Reviewer A")
    open_sample_review(again)
    before = again.session.full
    assert before.annotations
    again.actions_table["delete_review"].trigger()
    assert not again.session.full.saved
    again.actions_table["undo"].trigger()
    assert all(same_content(*pair) for pair in zip(again.session.full.annotations, before.annotations, strict=True))
    values = {one.criterion: one.value for one in before.ratings}
    assert {one.criterion: one.value for one in again.session.full.ratings} == values
    assert again.session.library.workspace.check() == []


def open_sample_review(window):
    """The chat that comes with a review is open again, as it was left."""
    window.show_page("review")
    assert window.session.own
