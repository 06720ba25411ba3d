"""Deleting for good: at a person's word, and what has lain in *Deleted* long enough."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from reviewer.domain.edit import Edit
from reviewer.domain.edits import library
from reviewer.errors import LibraryError
from reviewer.store.reading import Reading

KEPT_DELETED = timedelta(days=30)


def erasing(reading: Reading, transcript_ids: Sequence[str]) -> Edit | None:
    """The edit that removes these transcripts with all that belongs to them; None when they are gone already."""
    gone = reading.these(list(dict.fromkeys(transcript_ids)))
    if not gone:
        return None
    ids = [one.id for one in gone]
    speakers = [speaker for one in ids for speaker in reading.speakers(one)]
    reviews = [full for one in ids for review in reading.reviews(one) if (full := reading.full_review(review.id))]
    seen = [found for full in reviews if (found := reading.seen(full.review.id))]
    return library.erase(gone, speakers, reviews, reading.taggings(ids), seen)


def erase_old(reading: Reading, do: Callable[[Edit], Edit], now: datetime) -> None:
    """Erase what was deleted longer ago than KEPT_DELETED; in a library that is in use it waits for the next time."""
    latest = (now - KEPT_DELETED).isoformat(timespec="seconds")
    with suppress(LibraryError):
        edit = erasing(reading, [one.id for one in reading.deleted() if (one.deleted_at or latest) < latest])
        if edit:
            do(edit)
