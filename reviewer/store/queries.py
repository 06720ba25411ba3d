"""What every question to a library needs: rows, and the records that they make."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reviewer.domain.edit import Record
from reviewer.domain.exercise import Exercise
from reviewer.domain.phrase import Phrase
from reviewer.domain.review import Seen
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.transcript import Collection
from reviewer.store.faults import as_sentences
from reviewer.store.rows import Cell, column_list, records, table

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class RubricUse:
    """How many reviews and exercises follow one version of a rubric."""

    reviews: int = 0
    exercises: int = 0

    @property
    def any(self) -> bool:
        """Whether it is used at all, and so never changes."""
        return bool(self.reviews or self.exercises)


class Queries:
    """Queries over one connection to the library at `path`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def record(self, kind: type[Kind], record_id: str) -> Kind | None:
        """The record of one kind with this id."""
        return self._one(kind, "id = ?", record_id)

    def rubrics(self) -> list[RubricSet]:
        """All rubrics with their criteria and questions."""
        return [self._rubric_set(rubric) for rubric in self._all(Rubric, "1 order by name, version")]

    def rubric(self, rubric_id: str) -> RubricSet | None:
        """The rubric with this id."""
        found = self._one(Rubric, "id = ?", rubric_id)
        return self._rubric_set(found) if found else None

    def given_rubrics(self) -> frozenset[str]:
        """The ids and families of all rubrics that the program ever put into this library, deleted ones too."""
        query = (
            "select json_extract(value, '$.after.id'), json_extract(value, '$.after.family') from journal,"
            " json_each(case when json_valid(edit) then edit else '{}' end, '$.deltas')"
            " where scope = '' and op = 'add_rubric' and json_extract(value, '$.kind') = 'Rubric'"
        )
        return frozenset(str(name) for row in self._rows(query) for name in row if name)

    def rubric_uses(self) -> dict[str, RubricUse]:
        """What follows each rubric, by its id; reviews of deleted transcripts count. Unused ones are not there."""
        query = (
            "select rubric, sum(reviews), sum(exercises) from ("
            "select rubric, 1 as reviews, 0 as exercises from review union all"
            " select rubric, 0, 1 from collection where rubric is not null) group by rubric"
        )
        return {str(rubric): RubricUse(int(some or 0), int(more or 0)) for rubric, some, more in self._rows(query)}

    def exercise(self, collection_id: str | None) -> Exercise | None:
        """The exercise with this id; None for another kind of collection."""
        found = self._one(Collection, "id = ? and kind = 'exercise'", collection_id)
        if found is None:
            return None
        return Exercise(found, tuple(self._all(Question, "collection = ? order by position", found.id)))

    def drafts(self) -> dict[str, str]:
        """What was begun and not finished, by the key it was kept under."""
        return {str(key): str(text) for key, text in self._rows("select key, text from draft order by key")}

    def phrases(self) -> list[Phrase]:
        """The comment bank, by criterion and text."""
        return self._all(Phrase, "1 order by criterion_name, criterion, text, id")

    def phrase_uses(self) -> dict[tuple[str | None, str], int]:
        """How many comments say word for word what stands in the bank, by root of the criterion and text."""
        query = (
            "select coalesce(nullif(criterion.origin, ''), criterion.id) as root,"
            " trim(annotation.text, char(9, 10, 13, 32)) as said, count(*)"
            " from annotation left join criterion on criterion.id = annotation.criterion"
            " where said in (select phrase.text from phrase) group by root, said"
        )
        return {(str(root) if root else None, str(said)): int(some or 0) for root, said, some in self._rows(query)}

    def seen(self, review_id: str) -> Seen | None:
        """When a review by somebody else was first opened in this library, if it was."""
        return self._one(Seen, "review = ?", review_id)

    def _rubric_set(self, rubric: Rubric) -> RubricSet:
        return RubricSet(
            rubric,
            tuple(self._all(Criterion, "rubric = ? order by position", rubric.id)),
            tuple(self._all(Question, "rubric = ? order by position", rubric.id)),
        )

    def _one(self, kind: type[Kind], condition: str, *values: Cell) -> Kind | None:
        return next(iter(self._all(kind, f"{condition} limit 1", *values)), None)

    def _all(self, kind: type[Kind], condition: str, *values: Cell) -> list[Kind]:
        query = f"select {column_list(kind)} from {table(kind)} where {condition}"  # noqa: S608
        with as_sentences(self._path):
            return records(kind, self._rows(query, *values))

    def _rows(self, query: str, *values: Cell) -> list[tuple[Cell, ...]]:
        with as_sentences(self._path):
            return self._connection.execute(query, values).fetchall()
