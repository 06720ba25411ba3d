"""Edits of the library: where transcripts lie, collections, tags, and what is deleted.

None in place of an edit means that nothing would change.
"""

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain.edit import LIBRARY, Delta, Edit, Op, Record
from reviewer.domain.full_review import FullReview
from reviewer.domain.ids import new_id
from reviewer.domain.review import Seen
from reviewer.domain.transcript import Collection, Speaker, Tag, Tagging, Transcript


def move(transcripts: Iterable[Transcript], collection: Collection | None, *, new: bool = False) -> Edit | None:
    """Transcripts lie in `collection`, or in none; with `new` the same edit saves the collection first."""
    home = collection.id if collection else None
    moved = [Delta(one, replace(one, collection=home)) for one in transcripts if one.collection != home]
    made = [Delta(None, collection)] if collection and new else []
    return _edit(Op.MOVE_TRANSCRIPT, *made, *moved)


def add_collection(name: str, kind: str = "folder") -> Edit:
    """An empty collection; the record is `edit.deltas[0].after`."""
    return Edit(Op.ADD_COLLECTION, (Delta(None, Collection(new_id(), name, kind)),), LIBRARY)


def rename_collection(collection: Collection, name: str) -> Edit | None:
    """The collection is called `name`."""
    return _edit(Op.RENAME_COLLECTION, *_changed(collection, replace(collection, name=name)))


def delete_collection(collection: Collection, transcripts: Iterable[Transcript]) -> Edit:
    """The collection is gone; `transcripts`, all that lie in it, deleted ones too, lie in none."""
    freed = (Delta(one, replace(one, collection=None)) for one in transcripts)
    return Edit(Op.DELETE_COLLECTION, (*freed, Delta(collection, None)), LIBRARY)


def add_tag(name: str) -> Edit:
    """A tag that no transcript has yet; the record is `edit.deltas[0].after`."""
    return Edit(Op.ADD_TAG, (Delta(None, Tag(new_id(), name)),), LIBRARY)


def rename_tag(tag: Tag, name: str) -> Edit | None:
    """The tag is called `name`."""
    return _edit(Op.RENAME_TAG, *_changed(tag, replace(tag, name=name)))


def delete_tag(tag: Tag, taggings: Iterable[Tagging]) -> Edit:
    """The tag is gone, and with it `taggings`, which must be all that there are of it."""
    return Edit(Op.DELETE_TAG, (*(Delta(one, None) for one in taggings), Delta(tag, None)), LIBRARY)


def put_tag(
    transcripts: Iterable[Transcript], tag: Tag, taggings: Iterable[Tagging] = (), *, new: bool = False
) -> Edit | None:
    """Transcripts get `tag`; `taggings` tell who has it already. With `new` the same edit saves the tag first."""
    tagged = {one.transcript for one in taggings if one.tag == tag.id}
    made = [Delta(None, tag)] if new else []
    put = [Delta(None, Tagging(new_id(), one.id, tag.id)) for one in transcripts if one.id not in tagged]
    return _edit(Op.TAG_TRANSCRIPT, *made, *put)


def take_tag(taggings: Iterable[Tagging]) -> Edit | None:
    """These transcripts lose these tags."""
    return _edit(Op.UNTAG_TRANSCRIPT, *(Delta(one, None) for one in taggings))


def delete(transcripts: Iterable[Transcript], now: str) -> Edit | None:
    """Transcripts move to *Deleted* with all that belongs to them; `now` is ISO 8601 in UTC."""
    gone = (Delta(one, replace(one, deleted_at=now)) for one in transcripts if one.deleted_at is None)
    return _edit(Op.DELETE_TRANSCRIPT, *gone)


def restore(transcripts: Iterable[Transcript]) -> Edit | None:
    """Transcripts come back from *Deleted*."""
    back = (Delta(one, replace(one, deleted_at=None)) for one in transcripts if one.deleted_at is not None)
    return _edit(Op.RESTORE_TRANSCRIPT, *back)


def erase(
    transcripts: Iterable[Transcript],
    speakers: Iterable[Speaker],
    reviews: Iterable[FullReview],
    taggings: Iterable[Tagging],
    seen: Iterable[Seen] = (),
) -> Edit:
    """Transcripts are gone for good with `speakers`, `reviews`, `taggings` and `seen`: all that they have.

    No undo brings them back: the history forgets them, and their turns go as well.
    """
    records: list[Record] = [*seen]
    for full in reviews:
        records += [*full.replies, *full.revised_turns, *full.revisions, *full.answers, *full.ratings]
        records += [*full.annotations, *full.absent, full.review]
    records += [*taggings, *speakers, *transcripts]
    return Edit(Op.ERASE_TRANSCRIPT, tuple(Delta(record, None) for record in records), LIBRARY)


def _changed(before: Record, after: Record) -> tuple[Delta, ...]:
    return (Delta(before, after),) if before != after else ()


def _edit(op: Op, *deltas: Delta) -> Edit | None:
    return Edit(op, deltas, LIBRARY) if deltas else None
