"""What the list of transcripts is read from, kept true by every edit in the edit's own transaction.

`listed` has a row for each transcript, `standing` one for each review. Both follow from the records alone and can be
made anew at any time.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import Edit
from reviewer.domain.review import Rating, Review, Status
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.rubric import Criterion, Rubric
from reviewer.domain.scoring import score
from reviewer.domain.sorting import folded, sort_key
from reviewer.domain.transcript import Speaker, Transcript
from reviewer.store.queries import Queries
from reviewer.store.rows import Cell, column_list, record

STATUS_RANK = {Status.IN_PROGRESS.value: 1, Status.DONE.value: 2}
"""A transcript without a review has 0."""

_TRANSCRIPTS = (
    "select id, title, source_name, started_at, turn_count, imported_at, channel, collection, deleted_at is not null,"
    " (select name from speaker where transcript = t.id and role = 'agent' order by rowid limit 1),"
    " (select count(*) from review where transcript = t.id),"
    " (select id from review where transcript = t.id order by updated desc, id desc limit 1) from transcript t"
)
_REVIEWS = (
    "select id, transcript, reviewer, rubric, status, (select count(*) from annotation where review = r.id),"
    " exists (select 1 from revision v join revised_turn c on c.revision = v.id where v.review = r.id) from review r"
)
_SOME = " where id in (select value from json_each(?))"
_AT_ONCE = 1000

Rows = Iterator[tuple[Cell, ...]]
Deriving = Callable[[sqlite3.Connection, str, tuple[str, ...]], Rows]


def follow(connection: sqlite3.Connection, edit: Edit) -> None:
    """Bring up to date what `edit` changed."""
    transcripts, reviews = set[str](), set[str]()
    revisions, rubrics = set[str](), set[str]()
    for delta in edit.deltas:
        match delta.record:
            case Transcript():
                transcripts.add(delta.record.id)
            case Speaker():
                transcripts.add(delta.record.transcript)
            case Review():
                reviews.add(delta.record.id)
                transcripts.add(delta.record.transcript)
            case Rating() | Annotation() | Revision():
                reviews.add(delta.record.review)
            case RevisedTurn():
                revisions.add(delta.record.revision)
            case Criterion():
                rubrics.add(delta.record.rubric)
            case Rubric():
                rubrics.add(delta.record.id)
    reviews |= _ids(connection, "select review from revision where id in", revisions)
    reviews |= _ids(connection, "select id from review where rubric in", rubrics)
    _replace(connection, "standing", "review", reviews, standing_rows)
    _replace(connection, "listed", "transcript", transcripts, listed_rows)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all of it anew."""
    for table, derive in TABLES.items():
        connection.execute(f"delete from {table}")  # noqa: S608
        _insert(connection, table, derive(connection, "", ()))


def listed_rows(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> Rows:
    """The rows of `listed` as the records want them, in the order of its columns."""
    for row in connection.execute(_TRANSCRIPTS + where, values):
        transcript, title, source, started, turns, imported, channel, collection, deleted, agent, reviews, newest = row
        agent = agent or ""
        found_by = folded(f"{title}\n{agent}\n{source}")
        yield (
            transcript, sort_key(title), agent, sort_key(agent), started or "", turns, imported,
            sort_key(channel or ""), collection, deleted, found_by, reviews, newest,
        )  # fmt: skip


def standing_rows(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> Rows:
    """The rows of `standing` as the records want them, in the order of its columns."""
    rubric = cache(Queries(Path(), connection).rubric)
    ratings = _ratings(connection, where, values)
    for row in connection.execute(_REVIEWS + where, values).fetchall():
        review, transcript, reviewer, rubric_id, status, comments, revised = row
        found = rubric(rubric_id)
        result = score(found, ratings.get(review, ())) if found else None
        yield (
            review, transcript, reviewer, STATUS_RANK.get(status, 0), result.shown if result else None,
            int(bool(result and result.failed)), comments, revised, result.rated if result else 0,
            result.to_rate if result else 0,
        )  # fmt: skip


TABLES: Final[dict[str, Deriving]] = {"standing": standing_rows, "listed": listed_rows}
"""Each derived table, and what makes its rows; the first column tells them apart."""


def _ratings(connection: sqlite3.Connection, where: str, values: tuple[str, ...]) -> dict[str, list[Rating]]:
    query = f"select {column_list(Rating)} from rating {where.replace('id in', 'review in')}"  # noqa: S608
    grouped: dict[str, list[Rating]] = {}
    for row in connection.execute(query, values):
        rating = record(Rating, row)
        grouped.setdefault(rating.review, []).append(rating)
    return grouped


def _ids(connection: sqlite3.Connection, query: str, wanted: set[str]) -> set[str]:
    if not wanted:
        return set()
    rows = connection.execute(f"{query} (select value from json_each(?))", (json.dumps(sorted(wanted)),))  # noqa: S608
    return {one for (one,) in rows}


def _replace(connection: sqlite3.Connection, table: str, key: str, ids: Iterable[str], derive: Deriving) -> None:
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        some = (json.dumps(wanted[start : start + _AT_ONCE]),)
        connection.execute(f"delete from {table} where {key} in (select value from json_each(?))", some)  # noqa: S608
        _insert(connection, table, list(derive(connection, _SOME, some)))


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Cell, ...]]) -> None:
    width = len(connection.execute(f"pragma table_info({table})").fetchall())
    connection.executemany(f"insert into {table} values ({', '.join('?' * width)})", rows)  # noqa: S608
