"""Edits of the library: names of transcripts, and taking them out."""

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain.edit import LIBRARY, Delta, Edit, Op, Record
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Speaker, Transcript


def rename(transcript: Transcript, title: str) -> Edit:
    """The transcript is called `title`."""
    return Edit(Op.RENAME_TRANSCRIPT, (Delta(transcript, replace(transcript, title=title)),), LIBRARY)


def delete(transcript: Transcript, speakers: Iterable[Speaker], reviews: Iterable[FullReview]) -> Edit:
    """The transcript is gone with its speakers and with `reviews`, which must be all that it has.

    What stands on other records goes first. The turns stay unseen for as long as the history can bring them back.
    """
    records: list[Record] = []
    for full in reviews:
        records += [*full.replies, *full.revised_turns, *full.revisions, *full.answers, *full.ratings]
        records += [*full.annotations, full.review]
    records += [*speakers, transcript]
    return Edit(Op.DELETE_TRANSCRIPT, tuple(Delta(record, None) for record in records), LIBRARY)
