"""The review of somebody else is read, and copied into one's own."""

import pytest
from PySide6.QtCore import Qt

from reviewer.domain.edits import replying, reviewing
from tests.gui.opening import open_sample
from tests.gui.steps import click, comment, press, rate


@pytest.fixture
def theirs(window):
    """A chat that Ben has reviewed, opened by Ada."""
    shown = window(reviewer="Ben", size=(1440, 900))
    open_sample(shown, 1)
    comment(shown, 4, "Curt")
    rate(shown, [2, 3])
    session = shown.session
    full = session.full
    session.do(replying.add_reply(full, full.annotations[0].id, "Very.", "2026-03-02T10:00:00+00:00"))
    session.do(reviewing.summarise(session.full, "Good start.", (), (), ()))
    transcript = full.transcript.id
    shown = window(reviewer="Ada")
    shown.open_transcript(transcript)
    assert not shown.session.own
    return shown


def said(window):
    full = window.session.full
    return (
        [one.text for one in full.annotations], [one.text for one in full.replies],
        sorted(one.value for one in full.ratings), full.review.headline,
    )  # fmt: skip


def test_a_copy_takes_all_of_it_where_nothing_is_begun(theirs):
    assert theirs.review.bar.words.text() == "Ben’s review, read only."
    before, original = said(theirs), theirs.session.full
    click(theirs.review.bar.button)
    assert theirs.session.own
    assert said(theirs) == before == (["Curt"], ["Very."], [2, 3], "Good start.")
    own = theirs.session.full
    assert {one.id for one in own.annotations}.isdisjoint({one.id for one in original.annotations})
    assert own.name_of(own.replies[0].reviewer) == "Ben"
    theirs.stepping.undo()
    assert not theirs.session.full.saved
    kept = theirs.session.library.workspace.reading.full_review(original.review.id)
    assert [one.text for one in kept.annotations] == ["Curt"]
    assert theirs.session.library.workspace.check() == []


def test_a_copy_adds_only_comments_to_what_is_begun(theirs):
    click(theirs.review.bar.second)
    rate(theirs, [5])
    comment(theirs, 2, "Kind")
    mine = theirs.session.full
    reviews = theirs.session.library.workspace.reading.reviews(mine.transcript.id)
    theirs.session.open_review(next(one.id for one in reviews if one.id != mine.review.id))
    theirs.actions_table["copy_review"].trigger()
    assert said(theirs) == (["Kind", "Curt"], ["Very."], [5], "")
    theirs.review.view.setFocus()
    press(theirs.review.view, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert said(theirs) == (["Kind"], [], [5], "")
