"""One connection to a library: opening it, and the one way anything in it changes."""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from reviewer.domain.absent import Absent
from reviewer.domain.edit import SHARED, Delta, Edit, Record, same_content
from reviewer.domain.transcript import Transcript, Turn
from reviewer.errors import Conflict, LibraryError, LibraryReadOnly
from reviewer.store import derived, loose_turns, schema, words
from reviewer.store.consequences import Consequences
from reviewer.store.copying import copy_whole
from reviewer.store.faults import CHANGED_ELSEWHERE, INCOMPLETE, as_sentences
from reviewer.store.rows import TABLES, Cell, cells, column_list, columns, record, table

Kind = TypeVar("Kind", bound=Record)

BUSY_SECONDS = 5.0
TURNS_PER_BATCH = 4000
SIGNS_PER_BATCH = 1_000_000
"""A batch is written in about 20 milliseconds, which is as long as an edit may have to wait."""
PAUSE_SECONDS = 0.001
"""Left between batches; whoever waits asks more often than this, so that an edit never waits for an import."""


class Store:
    """One connection, for one thread; another thread opens a Store of its own."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.connection = connection
        self.database = Database(connection, execute_plugins=False)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """The library at `path`, made when it is not there, brought up to date when it is older.

        Raises:
            LibraryError: it is not a library, newer, damaged, locked, or cannot be written.
        """
        fresh = _is_fresh(path)
        if not read_only:
            _make_writable(path, fresh=fresh)
        with as_sentences(path):
            store = cls(path, _connect(path, "ro" if read_only else "rwc" if fresh else "rw"), read_only=read_only)
            try:
                if not fresh:
                    store._refuse_strangers()
                store._configure()
                store._bring_up_to_date(fresh=fresh)
                store._refuse_incomplete()
            except BaseException:
                store.close()
                raise
        return store

    def close(self) -> None:
        """Give the file free."""
        self.database.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the write lock from its start; undone as a whole when the block raises."""
        if self.read_only:
            raise LibraryReadOnly(f"{self.path} was opened for reading only; nothing was changed.")
        with as_sentences(self.path):
            self._begin()
            try:
                self.connection.execute("pragma defer_foreign_keys = on")
                yield self.connection
                self.connection.execute("commit")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise

    def write(self, edit: Edit, now: datetime, author: str, *, stamped: bool) -> Edit:
        """Write every delta inside a running transaction; gives the edit as written.

        With `stamped`, shared records get a higher `rev`, `updated` and an `author`.

        Raises:
            Conflict: a row differs from its `before`.
        """
        written = []
        for delta in edit.deltas:
            current: Record | None = self._held(type(delta.record), delta.record.id)
            if not same_content(current, delta.before):
                raise Conflict(CHANGED_ELSEWHERE)
            after = self._stamped(delta.after, current, now, author) if stamped else delta.after
            self._put(current, after)
            if isinstance(after, Transcript):
                loose_turns.forget(self.connection, after.id)
            written.append(Delta(current, after))
        whole = Edit(edit.op, tuple(written), edit.scope)
        derived.follow(self.connection, whole)
        words.read_new(self.connection, _arrived(written))
        return whole

    def follow(self, written: Edit, now: datetime, *, stamped: bool) -> Edit:
        """Write what follows from an edit that was written in the same transaction; gives both as one edit."""
        more = []
        for delta in Consequences(self.connection, written, now, stamped=stamped).deltas():
            self._put(delta.before, delta.after)
            more.append(delta)
        if not more:
            return written
        derived.follow(self.connection, replace(written, deltas=tuple(more)))
        return replace(written, deltas=(*written.deltas, *more))

    def add_turns(self, transcripts: Sequence[str], turns: Iterable[Turn], now: datetime) -> int:
        """Write the turns of these transcripts, in batches so that other writers get their turn; gives how many.

        They are not journalled. Until an edit saves their transcript they are loose, and go when this does not
        happen within a day.
        """
        with self.writing() as connection:
            for transcript in transcripts:
                loose_turns.note(connection, transcript, since=now.isoformat())
        return self._add_batches(turns)

    def keep_draft(self, key: str, text: str) -> None:
        """Keep what was begun under a key; nothing removes it. Drafts have no history."""
        with self.writing() as connection:
            if text:
                connection.execute("insert or replace into draft (key, text) values (?, ?)", (key, text))
            else:
                connection.execute("delete from draft where key = ?", (key,))

    def drop_turns(self, transcript: str) -> None:
        """Remove the turns of a transcript that is not saved, in batches."""
        more = True
        while more:
            with self.writing() as connection:
                more = loose_turns.remove(connection, transcript)
            time.sleep(PAUSE_SECONDS)

    def read_words(self, transcript: str) -> None:
        """Read the turns of a transcript for the search, in batches so that other writers get their turn."""
        more = True
        while more:
            with self.writing() as connection:
                more = words.read_more(connection, transcript)
            time.sleep(PAUSE_SECONDS)

    def drop_erased(self, edit: Edit) -> None:
        """Remove the turns of what was deleted for good; what is not finished here is with `tidy`."""
        with suppress(LibraryError):
            for delta in edit.deltas:
                if isinstance(delta.record, Transcript):
                    self.drop_turns(delta.record.id)
            with self.writing() as connection:
                words.settle(connection)

    def tidy(self, now: datetime) -> None:
        """Remove turns that no import will claim any more, nor any step of the history."""
        with as_sentences(self.path):
            abandoned = loose_turns.abandoned(self.connection, now)
        for transcript in abandoned:
            self.drop_turns(transcript)

    def _begin(self) -> None:
        """Take the write lock. SQLite's own waiting sleeps up to 0.1 seconds at a time and misses short pauses."""
        deadline = time.monotonic() + BUSY_SECONDS
        self.connection.execute("pragma busy_timeout = 0")
        try:
            while not self._begun(last_try=time.monotonic() > deadline):
                time.sleep(PAUSE_SECONDS / 2)
        finally:
            self.connection.execute(f"pragma busy_timeout = {BUSY_SECONDS * 1000:.0f}")

    def _begun(self, *, last_try: bool) -> bool:
        try:
            self.connection.execute("begin immediate")
        except sqlite3.OperationalError as error:
            if last_try or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        return True

    def _add_batches(self, turns: Iterable[Turn]) -> int:
        statement = f"insert into turn ({column_list(Turn)}) values ({', '.join('?' * len(columns(Turn)))})"  # noqa: S608
        count = 0
        for batch in _batches(turns):
            with self.writing() as connection:
                connection.executemany(statement, batch)
            count += len(batch)
            time.sleep(PAUSE_SECONDS)
        return count

    def _stamped(self, after: Record | None, current: Record | None, now: datetime, author: str) -> Record | None:
        """With a stamp above that of the row in its place, and above that of its own deletion."""
        if not isinstance(after, SHARED):
            return after
        known = current or self._held(Absent, after.id)
        rev = max(after.rev, known.rev if isinstance(known, (*SHARED, Absent)) else 0) + 1
        return replace(after, rev=rev, updated=now.isoformat(timespec="seconds"), author=after.author or author)

    def _held(self, kind: type[Kind], record_id: str) -> Kind | None:
        query = f"select {column_list(kind)} from {table(kind)} where id = ?"  # noqa: S608
        row = self.connection.execute(query, (record_id,)).fetchone()
        return None if row is None else record(kind, row)

    def _put(self, current: Record | None, after: Record | None) -> None:
        if after is None:
            if current is not None:
                self.connection.execute(f"delete from {table(type(current))} where id = ?", (current.id,))  # noqa: S608
            return
        kind = type(after)
        if current is None:
            marks = ", ".join("?" * len(columns(kind)))
            self.connection.execute(
                f"insert into {table(kind)} ({column_list(kind)}) values ({marks})",  # noqa: S608
                cells(after),
            )
        else:
            changes = ", ".join(f'"{name}" = ?' for name in columns(kind))
            self.connection.execute(
                f"update {table(kind)} set {changes} where id = ?",  # noqa: S608
                (*cells(after), after.id),
            )

    def _refuse_strangers(self) -> None:
        (application,) = self.connection.execute("pragma application_id").fetchone()
        if application != schema.APPLICATION_ID:
            raise LibraryError(f"{self.path} is not a library of this program; it was left as it is.")
        (version,) = self.connection.execute("pragma user_version").fetchone()
        applied = [step.name for step in schema.migrations.applied(self.database)]
        if version > len(schema.names()) or set(applied) - set(schema.names()):
            raise LibraryError(f"{self.path} was written by a newer version of this program. Update the program first.")

    def _refuse_incomplete(self) -> None:
        missing = TABLES - set(self.database.table_names())
        if missing:
            raise LibraryError(INCOMPLETE.format(self.path))

    def _configure(self) -> None:
        for pragma in ("foreign_keys = on", "journal_mode = delete", "synchronous = extra", "secure_delete = on"):
            if not self.read_only or pragma.startswith("foreign"):
                self.connection.execute(f"pragma {pragma}").fetchall()

    def _bring_up_to_date(self, *, fresh: bool) -> None:
        if not schema.migrations.pending(self.database):
            return
        if self.read_only:
            self._work_on_copy()
            return
        with self.writing():
            pending = schema.migrations.pending(self.database)
            if pending and not fresh:
                self._keep_copy(self.path.with_name(f"{self.path.name}.before-{pending[0].name}"))
            schema.bring_up_to_date(self.database)
            self.connection.execute(f"pragma application_id = {schema.APPLICATION_ID}")
            self.connection.execute(f"pragma user_version = {len(schema.names())}")

    def _work_on_copy(self) -> None:
        """An older library that may only be read is brought up to date in a temporary file, gone when it closes."""
        copy = sqlite3.connect("", isolation_level=None)
        try:
            self.connection.backup(copy)
            schema.bring_up_to_date(Database(copy, execute_plugins=False))
            copy.execute("pragma query_only = on")
        except BaseException:
            copy.close()
            raise
        self.close()
        self.connection = copy
        self.database = Database(copy, execute_plugins=False)

    def _keep_copy(self, target: Path) -> None:
        """Through a second connection, because this one is about to write."""
        with closing(_connect(self.path, "ro")) as connection:
            copy_whole(connection, target)


def _batches(turns: Iterable[Turn]) -> Iterator[list[tuple[Cell, ...]]]:
    batch: list[tuple[Cell, ...]] = []
    signs = 0
    for turn in turns:
        batch.append(cells(turn))
        signs += len(turn.text)
        if len(batch) == TURNS_PER_BATCH or signs >= SIGNS_PER_BATCH:
            yield batch
            batch, signs = [], 0
    if batch:
        yield batch


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _is_fresh(path: Path) -> bool:
    try:
        if path.is_dir():
            raise LibraryError(f"{path} is a folder, not a library. Name a file in it.")
        return not path.exists() or path.stat().st_size == 0
    except OSError as trouble:
        raise LibraryError(f"{path} cannot be opened: {trouble.strerror}. Choose another place.") from trouble


def _make_writable(path: Path, *, fresh: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise LibraryError(f"{path.parent} cannot be made: {trouble.strerror}. Choose another place.") from trouble
    needed = (path.parent,) if fresh else (path, path.parent)
    if not all(os.access(place, os.W_OK) for place in needed):
        raise LibraryReadOnly(f"{path} cannot be changed: it, or its folder, does not allow writing.")


def _arrived(deltas: Iterable[Delta]) -> Iterator[Transcript]:
    for delta in deltas:
        if delta.before is None and isinstance(delta.after, Transcript):
            yield delta.after
