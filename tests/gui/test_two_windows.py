"""Somebody else changes the open review: nothing is overwritten, and the window shows what is saved."""

from dataclasses import replace

from reviewer.domain.edits import reviewing, revising
from reviewer.workspace.workspace import Workspace
from tests.gui.opening import open_sample
from tests.gui.steps import comment, comments


def elsewhere(window) -> Workspace:
    """Another window's connection, of the same reviewer."""
    return Workspace.open(window.library, reviewer="Reviewer A")


def test_a_review_begun_elsewhere_is_shown_and_goes_on_here(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    session = shown.session
    first, second = session.full.rubric.criteria[:2]
    with elsewhere(window) as other:
        other.do(reviewing.rate(other.review_of(session.full.transcript.id), first.id, 2))
    assert not session.do(reviewing.rate(session.full, second.id, 4))
    assert "changed elsewhere" in shown.notice.sentence
    assert [one.value for one in session.full.ratings] == [2]
    assert session.do(reviewing.rate(session.full, second.id, 4))
    assert [one.value for one in session.full.ratings] == [2, 4]
    comment(shown, 4, "Curt")
    with elsewhere(window) as other:
        assert len(other.reading.reviews(session.full.transcript.id)) == 1
        assert len(other.review_of(session.full.transcript.id).annotations) == 1


def test_what_changed_elsewhere_is_shown_when_an_edit_is_refused(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    comment(shown, 4, "Curt")
    full = shown.session.full
    (turn,) = shown.session.library.workspace.reading.turns(full.transcript.id, 4, 4)
    with elsewhere(window) as other:
        other.do(reviewing.edit_comment(full, full.annotations[0], replace(full.annotations[0], text="Too curt")))
        other.do(revising.reword(other.review_of(full.transcript.id), turn, "Other words."))
    assert not shown.session.do(reviewing.delete_comment(full, full.annotations[0]))
    assert [one.text for one in comments(shown)] == ["Too curt"]
    assert [one.text for one in shown.session.full.revised_turns] == ["Other words."]


def test_a_transcript_deleted_elsewhere_is_closed_when_an_edit_is_refused(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    with elsewhere(window) as other:
        other.undo("")
    assert not shown.session.do(reviewing.summarise(shown.session.full, "Good", (), (), ()))
    assert shown.session.full is None
