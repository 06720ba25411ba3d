"""Turns that no transcript shows: not yet, because their import is under way, or not any more."""

import sqlite3
from datetime import datetime, timedelta

from reviewer.store import words

LONGEST_IMPORT = timedelta(days=1)


def note(connection: sqlite3.Connection, transcript: str, *, since: str) -> None:
    """Remember that turns of `transcript` may be left over; `since` is ISO 8601, or empty for long ago."""
    connection.execute("insert or replace into loose_turns (transcript, since) values (?, ?)", (transcript, since))


def forget(connection: sqlite3.Connection, transcript: str) -> None:
    """The transcript is saved now."""
    connection.execute("delete from loose_turns where transcript = ?", (transcript,))


def abandoned(connection: sqlite3.Connection, now: datetime) -> list[str]:
    """Transcripts whose turns nothing needs any more: not saved, in no step of the history, not under way."""
    query = "select transcript from loose_turns where since < ?"
    noted = [transcript for (transcript,) in connection.execute(query, ((now - LONGEST_IMPORT).isoformat(),))]
    return [transcript for transcript in noted if not is_needed(connection, transcript)]


def is_needed(connection: sqlite3.Connection, transcript: str) -> bool:
    """Whether the transcript is saved, or a step of the history can bring it back."""
    query = (
        "select exists (select 1 from transcript where id = :id)"
        " or exists (select 1 from journal where scope in ('', :id) and instr(edit, :id))"
    )
    (needed,) = connection.execute(query, {"id": transcript}).fetchone()
    return bool(needed)


def remove(connection: sqlite3.Connection, transcript: str) -> bool:
    """Remove one run of turns with their words; gives whether there are more. Turns that are needed stay."""
    first = _first(connection, transcript)
    if first is None or is_needed(connection, transcript):
        if first is None:
            words.forget_transcript(connection, transcript)
        forget(connection, transcript)
        return False
    remove_run(connection, transcript, (first - 1) // words.RUN)
    return True


def remove_run(connection: sqlite3.Connection, transcript: str, run: int) -> None:
    """Remove one run of turns and their words, needed or not."""
    words.forget(connection, transcript, run)
    statement = "delete from turn where transcript = ? and position between ? and ?"
    connection.execute(statement, (transcript, run * words.RUN + 1, (run + 1) * words.RUN))


def _first(connection: sqlite3.Connection, transcript: str) -> int | None:
    row = connection.execute("select min(position) from turn where transcript = ?", (transcript,)).fetchone()
    return None if row[0] is None else int(row[0])
