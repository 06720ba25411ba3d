"""Is a library sound: SQLite's own checks, the tables, the journal, the places of comments."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import get_args

from reviewer.domain.absent import Absent
from reviewer.domain.anchor import Anchor, find_again, holds
from reviewer.domain.annotation import Annotation
from reviewer.domain.codec import Malformed
from reviewer.domain.edit import Record
from reviewer.domain.parts import part_in
from reviewer.domain.transcript import TurnKind
from reviewer.store import derived, loose_turns, schema, words
from reviewer.store.faults import as_sentences
from reviewer.store.journal import edit_in
from reviewer.store.reading import Reading
from reviewer.store.rows import cells, column_list, columns, record, records, table
from reviewer.store.store import Store

Finding = tuple[str, Callable[[], None] | None]


def check(store: Store, reading: Reading, *, repair: bool) -> list[str]:
    """What is wrong, a sentence each. With `repair`, what can be mended without loss is, and only the rest is given."""
    findings: list[Finding] = []
    with as_sentences(store.path):
        for look in (_sqlite, _tables, _rows):
            findings += [] if findings else look(store)
        if not findings:
            findings += [*_journal(store), *(list(_turn_counts(store)) or _derived(store))]
            findings += [*_dangling_turns(store), *_anchors(store, reading)]
    mended = [mend for _, mend in findings if mend] if repair else []
    if mended:
        with store.writing():
            for mend in mended:
                mend()
    return [sentence for sentence, mend in findings if not (repair and mend)]


def _sqlite(store: Store) -> Iterator[Finding]:
    for (word,) in store.connection.execute("pragma integrity_check").fetchall():
        if word != "ok":
            yield f"The file is damaged: {word}. Put a backup in its place.", None
    for name, *_ in store.connection.execute("pragma foreign_key_check").fetchall():
        yield f"A row of “{name}” belongs to nothing. Put a backup in its place.", None


def _tables(store: Store) -> Iterator[Finding]:
    query = "select name, sql from sqlite_master where sql is not null"
    found, expected = dict(store.connection.execute(query).fetchall()), schema.expected_sql()
    for name in sorted({*found, *expected} - {"sqlite_sequence"}):
        if found.get(name) != expected.get(name):
            yield f"“{name}” is not as this program makes it. Put a backup in its place.", None


def _rows(store: Store) -> Iterator[Finding]:
    for kind in get_args(Record):
        lost = 0
        for row in store.connection.execute(f"select {column_list(kind)} from {table(kind)}"):  # noqa: S608
            try:
                found = record(kind, row)
                if isinstance(found, Absent):
                    part_in(found)
            except Malformed:
                lost += 1
        if lost:
            yield _unreadable(lost, table(kind)), None
    marks = ", ".join("?" * len(TurnKind))
    query = f"select count(*) from turn where kind not in ({marks})"  # noqa: S608
    (lost,) = store.connection.execute(query, tuple(TurnKind)).fetchone()
    if lost:
        yield _unreadable(lost, "turn"), None


def _unreadable(lost: int, name: str) -> str:
    rows = "1 row" if lost == 1 else f"{lost} rows"
    return f"{rows} of “{name}” cannot be read. Put a backup in its place."


def _journal(store: Store) -> Iterator[Finding]:
    for seq, text in store.connection.execute("select seq, edit from journal order by seq"):
        try:
            edit_in(text)
        except Malformed:
            yield f"Step {seq} of the history cannot be read.", None


def _turn_counts(store: Store) -> Iterator[Finding]:
    query = (
        "select id, title, turn_count, (select count(*) from turn where transcript = transcript.id) as present"
        " from transcript where turn_count <> present"
    )
    for transcript, title, counted, present in store.connection.execute(query).fetchall():
        yield f"“{title}” says {counted} turns and holds {present}.", partial(_count, store, transcript, present)
    query = (
        "select title from transcript join (select transcript, count(*) as present, min(position) as first,"
        " max(position) as last from turn group by transcript) on transcript = id where first <> 1 or last <> present"
    )
    for (title,) in store.connection.execute(query).fetchall():
        yield f"Turns are missing in “{title}”. Put a backup in its place.", None


def _count(store: Store, transcript: str, present: int) -> None:
    store.connection.execute("update transcript set turn_count = ? where id = ?", (present, transcript))
    derived.rebuild(store.connection)


def _dangling_turns(store: Store) -> Iterator[Finding]:
    every_transcript = (
        "with recursive seen (id) as (select min(transcript) from turn union all"
        " select (select min(transcript) from turn where transcript > seen.id) from seen where seen.id is not null)"
        " select id from seen where id is not null and id not in (select transcript from loose_turns)"
    )
    for (transcript,) in store.connection.execute(every_transcript).fetchall():
        if not loose_turns.is_needed(store.connection, transcript):
            yield "Some turns belong to no transcript.", partial(_drop_turns, store, transcript)


def _drop_turns(store: Store, transcript: str) -> None:
    (last,) = store.connection.execute("select max(position) from turn where transcript = ?", (transcript,)).fetchone()
    for run in range((last - 1) // words.RUN + 1):
        words.forget(store.connection, transcript, run)
    words.forget_transcript(store.connection, transcript)
    store.connection.execute("delete from turn where transcript = ?", (transcript,))


def _derived(store: Store) -> Iterator[Finding]:
    for name, wanted in derived.TABLES.items():
        found = store.connection.execute(f"select * from {name} order by 1").fetchall()  # noqa: S608
        if found != sorted(wanted(store.connection, "", ())):
            yield "The list of transcripts differs from the transcripts.", partial(derived.rebuild, store.connection)
            return


def _anchors(store: Store, reading: Reading) -> Iterator[Finding]:
    for transcript in (*reading.transcripts(), *reading.deleted()):
        for review in reading.reviews(transcript.id):
            query = f"select {column_list(Annotation)} from annotation where review = ?"  # noqa: S608
            annotations = records(Annotation, store.connection.execute(query, (review.id,)).fetchall())
            if annotations:
                texts = reading.texts(transcript.id, 1, transcript.turn_count)
                yield from _lost(store, annotations, texts, transcript.title)


def _lost(store: Store, annotations: list[Annotation], texts: dict[int, str], title: str) -> Iterator[Finding]:
    for annotation in annotations:
        if not annotation.anchor.found or holds(annotation.anchor, texts):
            continue
        sentence = f"A comment in “{title}”, turn {annotation.anchor.first_turn}, is not on its words any more."
        found = find_again(annotation.anchor, texts)
        if found is None:
            yield sentence, None
            continue

        yield sentence, partial(_move, store, annotation, found)


def _move(store: Store, annotation: Annotation, anchor: Anchor) -> None:
    row = dict(zip(columns(Annotation), cells(replace(annotation, anchor=anchor)), strict=True))
    store.connection.execute("update annotation set anchor = ? where id = ?", (row["anchor"], annotation.id))
