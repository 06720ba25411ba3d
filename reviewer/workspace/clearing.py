"""Deleting for good: at a person's word, and what has lain in *Deleted* long enough."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from reviewer.domain.edits import library
from reviewer.errors import LibraryError
from reviewer.workspace.workspace import Workspace

KEPT_DELETED = timedelta(days=30)


def erase(workspace: Workspace, transcript_ids: Sequence[str]) -> int:
    """Remove transcripts with all that belongs to them, their turns and their history; gives how many.

    Raises:
        Conflict: they were changed elsewhere in the meantime; nothing was removed.
        LibraryError: the library cannot be written.
    """
    reading = workspace.reading
    gone = reading.these(list(dict.fromkeys(transcript_ids)))
    if gone:
        ids = [one.id for one in gone]
        speakers = [speaker for one in ids for speaker in reading.speakers(one)]
        reviews = [full for one in ids for review in reading.reviews(one) if (full := reading.full_review(review.id))]
        workspace.do(library.erase(gone, speakers, reviews, reading.taggings(ids)))
    return len(gone)


def erase_old(workspace: Workspace) -> int:
    """Erase what was deleted longer ago than KEPT_DELETED; gives how many. A library in use is left for next time."""
    latest = (workspace.now() - KEPT_DELETED).isoformat(timespec="seconds")
    old = [one.id for one in workspace.reading.deleted() if (one.deleted_at or latest) < latest]
    with suppress(LibraryError):
        return erase(workspace, old)
    return 0
