"""What an import would bring, looked at before anything is stored, with what a person corrects."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from reviewer import importers
from reviewer.domain.transcript import Transcript, TurnKind
from reviewer.errors import ReviewerError, Unreadable
from reviewer.exchange import review_file
from reviewer.importers.base import DEFAULTS, Conversation, Found, Options, Source
from reviewer.store.reading import Reading
from reviewer.workspace.finishing import AS_FOUND, Finish
from reviewer.workspace.importing import (
    Outcome,
    import_all,
    import_found,
    import_source,
    is_more_than_a_chat,
    sha256_of,
)
from reviewer.workspace.progress import Progress, one_of
from reviewer.workspace.projects.bringing_in import is_codebook, is_project, read_codebook_source, read_project_source
from reviewer.workspace.rubric_files import is_rubric, read_rubric_source
from reviewer.workspace.sources import files_under, read_source, refuse_page_without_review
from reviewer.workspace.workspace import Workspace


class State(StrEnum):
    """How far one file has come."""

    WAITING = "waiting"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a list says of a file that was read."""

    conversations: int
    turns: int
    speakers: int
    to_check: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of an import. Where it was not read yet, `found` is None; `same` is what the library has of it.

    `chosen` are the conversations to import as a person corrected them; None takes all as they are found.
    `finish` is done to each of them last.
    `light()` lets go of what is large and keeps the counts.
    """

    name: str
    path: Path | None = None
    pasted: Source | None = None
    options: Options = DEFAULTS
    found: Found | None = field(default=None, repr=False)
    counts: Counts | None = None
    error: str | None = None
    is_review: bool = False
    is_rubric: bool = False
    is_project: bool = False
    same: tuple[Transcript, ...] = ()
    chosen: tuple[Conversation, ...] | None = field(default=None, repr=False)
    skip: bool = False
    copy: bool = False
    finish: Finish = AS_FOUND

    @property
    def state(self) -> State:
        """Waiting, read or failed."""
        if self.error:
            return State.FAILED
        return State.READ if self.counts or self.is_review or self.is_rubric or self.is_project else State.WAITING

    def source(self) -> Source:
        """The bytes, read now.

        Raises:
            Unreadable: the file is gone or cannot be read.
        """
        if self.pasted:
            return self.pasted
        if self.path is None:
            raise Unreadable(f"{self.name} could not be read: there is no such file.")
        return read_source(self.path)

    def light(self) -> "Entry":
        """The same without what was found, unless a person corrected it."""
        return self if self.chosen is not None else replace(self, found=None)


def gather(paths: Sequence[Path]) -> list[Entry]:
    """An entry for each file in these files and folders, unread; a folder that cannot be listed is a failed one."""
    entries: list[Entry] = []
    for path in paths:
        try:
            entries += [Entry(one.name, one) for one in files_under(path)]
        except ReviewerError as error:
            entries.append(Entry(path.name or str(path), path, error=error.sentence))
    return entries


def look(reading: Reading, entry: Entry, options: Options = DEFAULTS, most: int | None = None) -> Entry:
    """The entry with what an import would find in it; with `most`, in about so many bytes from its head."""
    plain = Entry(entry.name, entry.path, entry.pasted, options, skip=entry.skip, copy=entry.copy, finish=entry.finish)
    try:
        source = entry.source()
        text = review_file.find_review(source.content)
        if text is not None:
            review_file.loads(text, source.name)
            return replace(plain, is_review=True)
        if is_project(source):
            read_project_source(source)
            return replace(plain, is_project=True)
        if is_codebook(source):
            read_codebook_source(source)
            return replace(plain, is_rubric=True)
        if is_rubric(source):
            read_rubric_source(source)
            return replace(plain, is_rubric=True)
        refuse_page_without_review(source)
        found = importers.read(source, options, most)
        same = () if most else tuple(reading.same_source(sha256_of(source)))
    except ReviewerError as error:
        return replace(plain, error=error.sentence)
    return replace(plain, found=found, counts=counts_of(found), same=same)


def counts_of(found: Found) -> Counts:
    """What a list says of it. Doubts and speakers whose part nothing tells are to be checked."""
    turns = sum(turn.kind is TurnKind.MESSAGE for one in found.conversations for turn in one.turns)
    speakers = {speaker.key for one in found.conversations for speaker in one.speakers}
    return Counts(len(found.conversations), turns, len(speakers), len(found.problems))


def import_entries(
    workspace: Workspace, entries: Sequence[Entry], progress: Progress, collection: str | None = None
) -> list[Outcome]:
    """Import each as it was found or corrected; a bad one never stops the rest.

    Raises:
        Cancelled: the person stopped it; what is finished stays.
        LibraryError: the library cannot take it.
    """
    outcomes: list[Outcome] = []
    wanted = [entry for entry in entries if not entry.skip]
    for number, entry in enumerate(wanted, start=1):
        own = one_of(progress, number, len(wanted))
        try:
            outcomes += _import(workspace, entry, own, collection)
        except Unreadable as error:
            outcomes.append(Outcome(entry.name, error=error.sentence))
    return outcomes


def _import(workspace: Workspace, entry: Entry, progress: Progress, collection: str | None) -> list[Outcome]:
    if entry.error:
        return [Outcome(entry.name, error=entry.error)]
    source = entry.source()
    if entry.chosen is not None and entry.found is not None:
        return [_import_finished(workspace, entry, source, entry.found, progress, collection)]
    if entry.finish != AS_FOUND and _is_new_chat(workspace, entry, source):
        found = importers.read(source, entry.options)
        return [_import_finished(workspace, entry, source, found, progress, collection)]
    if entry.copy or entry.options != DEFAULTS:
        return [import_source(workspace, source, progress, collection, copy=entry.copy, options=entry.options)]
    return list(import_all(workspace, source, progress, collection))


def _import_finished(
    workspace: Workspace, entry: Entry, source: Source, found: Found, progress: Progress, collection: str | None
) -> Outcome:
    chosen = found.conversations if entry.chosen is None else entry.chosen
    finished = [entry.finish(one) for one in chosen]
    return import_found(workspace, source, found, finished, progress, collection)


def _is_new_chat(workspace: Workspace, entry: Entry, source: Source) -> bool:
    known = not entry.copy and workspace.reading.same_source(sha256_of(source))
    return not known and not is_more_than_a_chat(source)
