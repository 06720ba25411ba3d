"""Edits of whole revisions: a review may hold several strategies for one dialogue."""

from dataclasses import replace

from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.revision import Revision


def add_revision(full: FullReview, name: str, rationale: str = "") -> tuple[Edit, str]:
    """A new revision that says what the original says, and its id."""
    revision = new_revision(full, name, rationale)
    return _edit(full, Op.ADD_REVISION, revision), revision.id


def duplicate_revision(full: FullReview, source: Revision, name: str, rationale: str = "") -> tuple[Edit, str]:
    """A new revision with the changes of `source`, and its id."""
    revision = new_revision(full, name, rationale)
    turns = [
        replace(one, id=new_id(), revision=revision.id, author="", rev=0, updated="")
        for one in full.revised_turns
        if one.revision == source.id
    ]
    return _edit(full, Op.ADD_REVISION, revision, *turns), revision.id


def edit_revision(full: FullReview, revision: Revision, name: str, rationale: str) -> Edit | None:
    """Another name, other reasons; None when nothing changes."""
    after = replace(revision, name=name, rationale=rationale)
    if after == revision:
        return None
    return Edit(Op.EDIT_REVISION, (Delta(revision, after),), full.transcript.id)


def recommend_revision(full: FullReview, revision: Revision) -> Edit | None:
    """The one that stands for the review; None when it is already."""
    deltas = [
        Delta(one, replace(one, recommended=one.id == revision.id))
        for one in full.revisions
        if one.recommended != (one.id == revision.id)
    ]
    return Edit(Op.RECOMMEND_REVISION, tuple(deltas), full.transcript.id) if deltas else None


def delete_revision(full: FullReview, revision: Revision) -> Edit:
    """A revision with its changes is gone."""
    turns = [Delta(one, None) for one in full.revised_turns if one.revision == revision.id]
    return Edit(Op.DELETE_REVISION, (*turns, Delta(revision, None)), full.transcript.id)


def shown_name(full: FullReview, revision: Revision) -> str:
    """Its name; an unnamed one is called by its place."""
    return revision.name or f"Revision {[one.id for one in full.revisions].index(revision.id) + 1}"


def new_revision(full: FullReview, name: str, rationale: str) -> Revision:
    """A revision after all others, not saved yet."""
    position = max((one.position for one in full.revisions), default=-1) + 1
    return Revision(new_id(), full.review.id, name, rationale, position)


def _edit(full: FullReview, op: Op, *records: Record) -> Edit:
    begun = () if full.saved else (Delta(None, full.review),)
    return Edit(op, (*begun, *(Delta(None, one) for one in records)), full.transcript.id)
