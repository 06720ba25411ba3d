"""Edits: taking back, and typing that becomes one step."""

from dataclasses import replace

import pytest

from reviewer.domain.anchor import Anchor
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import Delta, Edit, Op, same_content
from reviewer.domain.review import Rating, Review

NOTE = Annotation("a", "review", Anchor(1, 0, 1, 2, "Hi"), None, Verdict.NONE, "")
RATING = Rating("x", "review", "criterion", 2)


def edited(before: Annotation, text: str) -> Edit:
    return Edit(Op.EDIT_COMMENT, (Delta(before, replace(before, text=text)),), "chat")


def test_a_delta_needs_a_record():
    with pytest.raises(ValueError, match="record"):
        Delta(None, None)


def test_the_inverse_of_the_inverse_is_the_edit():
    edit = Edit(Op.RATE, (Delta(None, Review("r", "t", "p", "s")), Delta(None, RATING)), "chat")
    assert edit.inverse().deltas[0] == Delta(RATING, None)
    assert edit.inverse().inverse() == edit


def test_typing_in_one_comment_is_one_step():
    first = edited(NOTE, "The")
    merged = first.merged_with(edited(replace(NOTE, text="The"), "The fee"))
    assert merged == edited(NOTE, "The fee")


def test_a_review_that_begins_with_a_rating_keeps_beginning():
    begun = Edit(Op.RATE, (Delta(None, Review("r", "t", "p", "s")), Delta(None, RATING)), "chat")
    merged = begun.merged_with(Edit(Op.RATE, (Delta(RATING, replace(RATING, value=4)),), "chat"))
    assert merged is not None
    assert merged.deltas == (begun.deltas[0], Delta(None, replace(RATING, value=4)))


@pytest.mark.parametrize(
    "later",
    [
        edited(replace(NOTE, id="other"), "x"),
        replace(edited(NOTE, "x"), scope="other chat"),
        Edit(Op.DELETE_COMMENT, (Delta(NOTE, None),), "chat"),
        Edit(Op.EDIT_COMMENT, (Delta(NOTE, None),), "chat"),
        Edit(Op.EDIT_COMMENT, (Delta(None, NOTE),), "chat"),
        Edit(Op.EDIT_COMMENT, (Delta(NOTE, NOTE), Delta(NOTE, NOTE)), "chat"),
    ],
)
def test_other_steps_stay_apart(later: Edit):
    assert edited(NOTE, "The").merged_with(later) is None


def test_content_is_the_same_whoever_wrote_it():
    assert same_content(NOTE, replace(NOTE, author="ada", rev=9, updated="2026-01-01"))
    assert not same_content(NOTE, replace(NOTE, text="x"))
    assert not same_content(NOTE, None)
    assert same_content(None, None)
