"""The words of turns, indexed so that transcripts are found by what was said in them.

A row of `words` stands for a run of turns; its number tells the transcript, by way of `worded`, and the run. Turns
never change, so that the words of a run can be taken out again by reading the same turns. Transcripts in `unread` are
not read to the end yet; their turns are looked through one by one.
"""

import json
import re
import sqlite3
from collections.abc import Iterable
from typing import Final

from reviewer.domain.sorting import folded
from reviewer.domain.transcript import Tag, Transcript
from reviewer.store.rows import Cell

RUN: Final = 500
"""So many turns stand in one row."""
AT_ONCE: Final = 2000
"""So many turns are read within the edit that saves their transcripts; longer ones are read later."""
SHORTEST: Final = 2
"""Shorter words are not looked for in turns, where nearly every one would have them."""

_BESIDE: Final = (
    "instr(l.found_by, :{0}) or l.transcript in"
    " (select transcript from tagging where tag in (select value from json_each(:{0}_tags)))"
)
_IN_TURNS: Final = (
    " or l.transcript in (select transcript from worded where number in"
    " (select rowid >> 16 from words where words match :{0}_match))"
    " or (l.transcript in (select transcript from unread) and exists"
    " (select 1 from turn where turn.transcript = l.transcript and turn.text like :{0}_like escape '\\'))"
)


def condition(words: str, tags: Iterable[Tag]) -> tuple[list[str], dict[str, Cell]]:
    """What a row `l` of `listed` must meet to hold each of `words`, and the values for it."""
    conditions: list[str] = []
    values: dict[str, Cell] = {}
    named = [(one.id, folded(one.name)) for one in tags]
    for number, word in enumerate(words.replace("\0", "").split()):
        name, plain = f"word{number}", folded(word)
        values[name] = plain
        values[f"{name}_tags"] = json.dumps([tag for tag, its_name in named if plain in its_name])
        found = _BESIDE.format(name)
        if len(word) >= SHORTEST:
            found += _IN_TURNS.format(name)
            values[f"{name}_match"] = '"{}"*'.format(word.replace('"', '""'))
            values[f"{name}_like"] = f"%{_like(word)}%"
        conditions.append(f"({found})")
    return conditions, values


def read_new(connection: sqlite3.Connection, transcripts: Iterable[Transcript]) -> None:
    """Read the turns of transcripts that were just saved, as long as they are few."""
    left = AT_ONCE
    for one in transcripts:
        known = connection.execute("select 1 from worded where transcript = ?", (one.id,)).fetchone()
        if known is None:
            left -= one.turn_count
            connection.execute("insert or ignore into unread (transcript) values (?)", (one.id,))
            while left >= 0 and read_more(connection, one.id):
                pass


def due(connection: sqlite3.Connection) -> list[str]:
    """The transcripts whose turns were not read to the end yet."""
    query = "select transcript from unread where transcript in (select id from transcript) order by transcript"
    return [transcript for (transcript,) in connection.execute(query)]


def read_more(connection: sqlite3.Connection, transcript: str) -> bool:
    """Read the next run of a transcript's turns; gives whether there are more."""
    connection.execute("insert or ignore into worded (transcript, runs) values (?, 0)", (transcript,))
    query = "select number, runs from worded where transcript = ?"
    number, run = connection.execute(query, (transcript,)).fetchone()
    text = _run(connection, transcript, run)
    if text is None:
        connection.execute("delete from unread where transcript = ?", (transcript,))
        return False
    connection.execute("insert into words (rowid, text) values (?, ?)", (_row(number, run), text))
    connection.execute("update worded set runs = runs + 1 where number = ?", (number,))
    return True


def forget(connection: sqlite3.Connection, transcript: str, run: int) -> None:
    """Take the words of one run out, before its turns go."""
    row = connection.execute("select number, runs from worded where transcript = ?", (transcript,)).fetchone()
    text = _run(connection, transcript, run) if row and run < row[1] else None
    if text is not None:
        statement = "insert into words (words, rowid, text) values ('delete', ?, ?)"
        connection.execute(statement, (_row(row[0], run), text))


def forget_transcript(connection: sqlite3.Connection, transcript: str) -> None:
    """All of a transcript's words were taken out."""
    for name in ("worded", "unread"):
        connection.execute(f"delete from {name} where transcript = ?", (transcript,))  # noqa: S608


def settle(connection: sqlite3.Connection) -> None:
    """Let nothing remain in the file of words that were taken out."""
    connection.execute("insert into words (words) values ('optimize')")


def _run(connection: sqlite3.Connection, transcript: str, run: int) -> str | None:
    query = "select text from turn where transcript = ? and position between ? and ? order by position"
    rows = connection.execute(query, (transcript, run * RUN + 1, (run + 1) * RUN)).fetchall()
    return "\n".join(text for (text,) in rows) if rows else None


def _row(number: int, run: int) -> int:
    return number << 16 | run


def _like(word: str) -> str:
    return re.sub(r"([%_\\])", r"\\\1", word)
