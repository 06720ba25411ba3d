"""What follows from an edit of a review beyond what the person did, worked out anew for do, undo and redo alike.

What is deleted leaves its stamp behind, so that older copies do not bring it back when files are merged. What came from
elsewhere and has no place is set aside, and comes back when it has one; what a person decides about its place settles
the matter.
"""

import sqlite3
from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from reviewer.domain.absent import Absent
from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import Delta, Edit
from reviewer.domain.full_review import FullReview
from reviewer.domain.parts import Part, deleted, is_part, part_in, parts_of, set_aside
from reviewer.domain.review import Reply, Review
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.standing_parts import slots, standing
from reviewer.store.reading import Reading
from reviewer.store.rows import column_list, records, table

Kind = TypeVar("Kind", bound=Part)


class Consequences:
    """What follows from `edit`, which was just written over `connection`.

    With `stamped` it is a person's own edit, made at `now`; others, imports, say themselves what is deleted.
    """

    def __init__(self, connection: sqlite3.Connection, edit: Edit, now: datetime, *, stamped: bool) -> None:
        self._connection = connection
        self._reading = Reading(Path(), connection)
        self._edit = edit
        self._at = now.isoformat(timespec="seconds")
        self._stamped = stamped
        self._gone = {one.record.id for one in edit.deltas if isinstance(one.record, Review) and one.after is None}

    def deltas(self) -> Iterator[Delta]:
        """Deltas to write in this order, each when those before it are written."""
        changed = [one for one in self._edit.deltas if is_part(one.record)]
        if not changed:
            return
        if self._stamped:
            for delta in changed:
                yield from self._left_behind(delta)
        yield from self._left_alone(changed)
        touched: dict[str, set[Hashable]] = {}
        for delta in changed:
            review = self._review_of(delta.record)
            touched.setdefault(review or "", set()).update(slots(delta.before) | slots(delta.after))
        for review, places in touched.items():
            yield from self._settled(review, places)

    def _left_behind(self, delta: Delta) -> Iterator[Delta]:
        """A deleted part leaves its stamp, and one that comes back takes it away."""
        known = self._reading.record(Absent, delta.record.id)
        if delta.after is None and delta.before is not None:
            review = self._review_of(delta.before)
            if review and review not in self._gone and known is None:
                part: Part = delta.before  # type: ignore[assignment]
                yield Delta(None, deleted(part, review, part.rev + 1, self._at))
        elif known is not None:
            yield Delta(known, None)

    def _left_alone(self, changed: Iterable[Delta]) -> Iterator[Delta]:
        """Parts that the edit did not know of, whose comment or revision it deletes, are set aside."""
        for delta in changed:
            owner = delta.before
            if delta.after is not None or self._review_of(owner) in self._gone:
                continue
            if isinstance(owner, Annotation):
                yield from self._orphans(Reply, "annotation", owner)
            elif isinstance(owner, Revision):
                yield from self._orphans(RevisedTurn, "revision", owner)

    def _orphans(self, kind: type[Kind], field: str, owner: Annotation | Revision) -> Iterator[Delta]:
        query = f"select {column_list(kind)} from {table(kind)} where {field} = ?"  # noqa: S608
        for part in records(kind, self._connection.execute(query, (owner.id,)).fetchall()):
            yield Delta(part, None)
            yield Delta(None, set_aside(part, owner.review))

    def _settled(self, review: str, touched: set[Hashable]) -> Iterator[Delta]:
        """What is set aside is deleted where the person chose for its place, and shown where it has a place now."""
        query = f"select {column_list(Absent)} from absent where review = ? and content is not null"  # noqa: S608
        aside = records(Absent, self._connection.execute(query, (review,)).fetchall())
        full = self._reading.full_review(review) if aside else None
        if full is None:
            return
        parts = {part.id: (one, part) for one in aside if (part := part_in(one)) is not None}
        for one, part in list(parts.values()) if self._stamped else ():
            if slots(part) & touched:
                del parts[part.id]
                yield Delta(one, deleted(part, review, part.rev + 1, self._at))
        yield from _shown_again(full, parts)

    def _review_of(self, record: object) -> str | None:
        match record:
            case Reply():
                return self._owner(Annotation, record.annotation)
            case RevisedTurn():
                return self._owner(Revision, record.revision)
        return getattr(record, "review", None)

    def _owner(self, kind: type[Annotation] | type[Revision], owner: str) -> str | None:
        known: Annotation | Revision | None = self._reading.record(kind, owner)
        if known is None:
            before = [one.before for one in self._edit.deltas if isinstance(one.before, kind)]
            known = next((one for one in before if one.id == owner), None)
        return known.review if known else None


def _shown_again(full: FullReview, aside: dict[str, tuple[Absent, Part]]) -> Iterator[Delta]:
    asked = {one.id for one in (*full.questions, *full.rubric.questions)}
    questions = asked | {one.question for one in full.answers}
    found = standing((*parts_of(full), *(part for _, part in aside.values())), full.rubric, questions)
    for part in found.aside:
        if part.id not in aside:
            yield Delta(part, None)
            yield Delta(None, set_aside(part, full.review.id))
    for part in found.shown:
        if part.id in aside:
            yield Delta(aside[part.id][0], None)
            yield Delta(None, part)
