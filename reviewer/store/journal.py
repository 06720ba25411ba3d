"""The journal: what was done, in which order, and therefore how to take it back, also after a restart."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from reviewer.domain.codec import Malformed, edit_from_plain, edit_to_plain
from reviewer.domain.edit import MERGE_SECONDS, NOT_UNDOABLE, Delta, Edit, Op
from reviewer.domain.review import Review
from reviewer.domain.transcript import Transcript
from reviewer.store import loose_turns

_HISTORY = "scope = :scope and (scope = '' or author = :author)"
"""The library has one history; on a transcript each reviewer has one, and takes back nothing of anybody else's."""
_UNDOABLE = f"op not in ({', '.join(repr(op.value) for op in sorted(NOT_UNDOABLE))})"

_OWNERS = ("transcript", "review", "annotation", "revision")
"""Fields that name what a record belongs to and goes with."""

BRING_TURNS = (Op.IMPORT_TRANSCRIPT, Op.IMPORT_REVIEW, Op.IMPORT_PROJECT)


@dataclass(frozen=True, slots=True)
class Step:
    """One journal row; `seq` grows with every row."""

    seq: int
    at: str
    author: str
    edit: Edit


def append(connection: sqlite3.Connection, edit: Edit, now: datetime, author: str) -> None:
    """Note `edit` as the newest step of its history; what was undone there cannot be redone any more.

    Edits that undo never offers leave the history as it is.
    """
    if edit.op not in NOT_UNDOABLE:
        _drop_undone(connection, edit.scope, author)
    last = newest(connection, edit.scope, author)
    merged = last.edit.merged_with(edit) if last and _soon_after(last, edit, now, author) else None
    if last and merged:
        connection.execute(
            "update journal set edit = ?, at = ? where seq = ?", (_text(merged), now.isoformat(), last.seq)
        )
        return
    connection.execute(
        "insert into journal (scope, op, at, author, edit) values (?, ?, ?, ?, ?)",
        (edit.scope, edit.op.value, now.isoformat(), author, _text(edit)),
    )


def newest(connection: sqlite3.Connection, scope: str, author: str) -> Step | None:
    """The step that undo takes back next, if any."""
    return _step(connection, f"{_HISTORY} and undone = 0 and {_UNDOABLE} order by seq desc", scope, author)


def oldest_undone(connection: sqlite3.Connection, scope: str, author: str) -> Step | None:
    """The step that redo does again next, if any."""
    return _step(connection, f"{_HISTORY} and undone = 1 and {_UNDOABLE} order by seq", scope, author)


def mark(connection: sqlite3.Connection, step: Step, *, undone: bool) -> None:
    """Note that a step was undone, or done again."""
    connection.execute("update journal set undone = ? where seq = ?", (int(undone), step.seq))


def forget(connection: sqlite3.Connection, edit: Edit) -> None:
    """Leave nothing in the history of what `edit` deletes for good, nor of what belonged to it."""
    gone = {delta.record.id for delta in edit.deltas}
    erased = [delta.record.id for delta in edit.deltas if isinstance(delta.record, Transcript)]
    named = json.dumps([delta.record.id for delta in edit.deltas if isinstance(delta.record, Transcript | Review)])
    scopes = json.dumps(erased)
    connection.execute("delete from journal where scope in (select value from json_each(?))", (scopes,))
    query = (
        "select seq, edit from journal where scope = '' and (exists"
        " (select 1 from json_each(?) where instr(journal.edit, value)) or (op = 'import_review'"
        ' and not instr(edit, \'"kind":"Review"\'))) order by seq'
    )
    steps = [(seq, edit_in(text)) for seq, text in connection.execute(query, (named,))]
    while found := {one.record.id for _, step in steps for one in step.deltas if _belongs(one, gone)} - gone:
        gone |= found
    for seq, step in steps:
        kept = tuple(delta for delta in step.deltas if delta.record.id not in gone)
        if not kept:
            connection.execute("delete from journal where seq = ?", (seq,))
        elif kept != step.deltas:
            connection.execute("update journal set edit = ? where seq = ?", (_text(replace(step, deltas=kept)), seq))
    for transcript in erased:
        loose_turns.note(connection, transcript, since="")


@lru_cache(maxsize=4)
def edit_in(text: str) -> Edit:
    """The edit that a journal row holds; the window asks for the same two again and again.

    Raises:
        Malformed: it holds none.
    """
    try:
        return edit_from_plain(json.loads(text))
    except (ValueError, RecursionError) as wrong:
        raise Malformed(f"A journal row cannot be read: {wrong}.") from wrong


def _belongs(delta: Delta, gone: set[str]) -> bool:
    return any(getattr(delta.record, owner, None) in gone for owner in _OWNERS)


def _drop_undone(connection: sqlite3.Connection, scope: str, author: str) -> None:
    for transcript in _undone_imports(connection, scope):
        loose_turns.note(connection, transcript, since="")
    connection.execute(f"delete from journal where {_HISTORY} and undone = 1", _places(scope, author))  # noqa: S608


def _undone_imports(connection: sqlite3.Connection, scope: str) -> Iterator[str]:
    places = ", ".join("?" for _ in BRING_TURNS)
    query = f"select edit from journal where scope = ? and undone = 1 and op in ({places})"  # noqa: S608
    for (text,) in connection.execute(query, (scope, *BRING_TURNS)).fetchall():
        for delta in edit_in(text).deltas:
            if isinstance(delta.record, Transcript):
                yield delta.record.id


def _step(connection: sqlite3.Connection, condition: str, scope: str, author: str) -> Step | None:
    row = connection.execute(
        f"select seq, at, author, edit from journal where {condition} limit 1",  # noqa: S608
        _places(scope, author),
    ).fetchone()
    return None if row is None else Step(row[0], row[1], row[2], edit_in(row[3]))


def _places(scope: str, author: str) -> dict[str, str]:
    return {"scope": scope, "author": author}


def _soon_after(last: Step, edit: Edit, now: datetime, author: str) -> bool:
    if last.author != author or edit.op not in MERGE_SECONDS:
        return False
    return 0 <= (now - datetime.fromisoformat(last.at)).total_seconds() <= MERGE_SECONDS[edit.op]


def _text(edit: Edit) -> str:
    return json.dumps(edit_to_plain(edit), ensure_ascii=False, separators=(",", ":"))
