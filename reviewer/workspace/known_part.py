"""A review of which only a part is known, because a newer version of the program wrote it, is read and not changed."""

from typing import Final

from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import Edit, Op
from reviewer.domain.review import Reply, Review, Seen
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.errors import KnownPartOnly
from reviewer.store.reading import Reading

NEWER: Final = (
    "This review was written by a newer version of this program. It can be read here, not changed."
    " Update the program to change it."
)
_MAY: Final = frozenset({Op.IMPORT_REVIEW, Op.DELETE_REVIEW, Op.ERASE_TRANSCRIPT, Op.MARK_SEEN})


def refuse_change_of_known_part(reading: Reading, edit: Edit) -> None:
    """What is not understood would be lost, so that a change would make the review another one.

    Raises:
        KnownPartOnly: `edit` changes such a review.
    """
    known = reading.known_parts() if edit.op not in _MAY else frozenset()
    if known and any(_review_of(reading, delta.record) in known for delta in edit.deltas):
        raise KnownPartOnly(NEWER)


def _review_of(reading: Reading, record: object) -> str | None:
    match record:
        case Review():
            return record.id
        case Seen():
            return None
        case Reply():
            return _owner(reading, Annotation, record.annotation)
        case RevisedTurn():
            return _owner(reading, Revision, record.revision)
    return getattr(record, "review", None)


def _owner(reading: Reading, kind: type[Annotation] | type[Revision], owner: str) -> str | None:
    known: Annotation | Revision | None = reading.record(kind, owner)
    return known.review if known else None
