"""Parts of a review that a file tells of but does not show: deleted ones, and such as were set aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reviewer.domain.absent import Absent, PartKind
from reviewer.domain.codec import Malformed
from reviewer.domain.codec import to_plain as plain
from reviewer.domain.parts import PARTS, part_in, set_aside
from reviewer.exchange.documents import Document


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a file says of a deleted part."""

    kind: PartKind
    id: str
    rev: int
    updated: str


def write_absent(absent: Iterable[Absent]) -> dict[str, list[dict[str, Any]]]:
    """The keys `deleted` and `set_aside` of a review file."""
    deleted: list[dict[str, Any]] = []
    aside: list[dict[str, Any]] = []
    for one in absent:
        part = part_in(one)
        if part is None:
            deleted.append(plain(Deletion(one.kind, one.id, one.rev, one.updated)))
        else:
            aside.append({"kind": one.kind.value, "part": plain(part)})
    return {"deleted": deleted, "set_aside": aside}


def read_absent(document: Document, review: str) -> tuple[Absent, ...]:
    """What `write_absent` wrote, of the review with this id; files of older versions have neither key.

    Raises:
        Malformed: it cannot be read.
    """
    gone = document.many(Deletion, "deleted") if "deleted" in document.plain else ()
    aside = document.parts("set_aside") if "set_aside" in document.plain else []
    found = [Absent(one.id, review, one.kind, one.rev, one.updated) for one in gone]
    found += [_aside(document, one, review) for one in aside]
    return tuple(sorted(found, key=lambda one: one.id))


def _aside(document: Document, one: Any, review: str) -> Absent:
    if not isinstance(one, dict) or not one.keys() >= {"kind", "part"} or (len(one) > 2 and not document.newer):
        raise Malformed("“set_aside” holds what is no part.")
    known = {kind.value: part for kind, part in PARTS.items()}
    if one["kind"] not in tuple(known):
        raise Malformed(f"A part cannot be a {one['kind']!r:.60}.")
    return set_aside(document.record(known[one["kind"]], one["part"]), review)
