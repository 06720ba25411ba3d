"""From sources to transcripts and reviews in the library; one bad file never stops the rest."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from reviewer import importers
from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.ids import new_id
from reviewer.domain.review import Review
from reviewer.domain.rubric import Rubric
from reviewer.domain.telling import Told
from reviewer.domain.transcript import Collection, Speaker, Transcript, Turn
from reviewer.errors import ReviewerError, Unplaced, Unreadable
from reviewer.exchange import review_file
from reviewer.exchange.exercise_file import is_exercise
from reviewer.importers.base import DEFAULTS, Conversation, Found, Options, Source
from reviewer.importers.members import members
from reviewer.importers.pausing import collection_paused
from reviewer.workspace.exercises import import_exercise
from reviewer.workspace.known_part import NEWER
from reviewer.workspace.phrase_files import import_phrases, is_phrases
from reviewer.workspace.progress import Progress, one_of
from reviewer.workspace.projects.bringing_in import import_codebook, import_project, is_codebook, is_project
from reviewer.workspace.reviews_in import bring_in
from reviewer.workspace.rubric_files import import_rubric, is_rubric
from reviewer.workspace.sources import files_under, read_source, refuse_page_without_review
from reviewer.workspace.workspace import Workspace

TURNS_PER_STEP = 2000
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, or of one file in an archive. `left_out` counts lines before and after the chat."""

    name: str
    transcripts: tuple[Transcript, ...] = ()
    review: Review | None = None
    already_there: bool = False
    error: str | None = None
    left_out: tuple[int, int] = (0, 0)
    rubric: Rubric | None = None
    exercise: Collection | None = None
    phrases: int | None = None
    """How many ready comments came into the bank; None: it is no file of them."""
    notice: str = ""
    """What was not taken of a project, a codebook or a review, in a sentence."""
    differences: tuple[Told, ...] = ()
    """On what a review file and the same review here differed, and what came of it."""
    unplaced: Path | None = None
    """The file, when it is refused only because some comments have no place."""


def import_paths(
    workspace: Workspace,
    paths: Sequence[Path],
    progress: Progress,
    collection: str | None = None,
    *,
    keep_unplaced: bool = False,
) -> list[Outcome]:
    """Import files, folders and archives, one after the other; with `keep_unplaced` comments may lose their place.

    Raises:
        Cancelled: the person stopped it; what is finished stays.
        LibraryError: the library cannot take it.
    """
    outcomes: list[Outcome] = []
    files = list(_files(paths, outcomes))
    for number, path in enumerate(files, start=1):
        own = one_of(progress, number, len(files))
        try:
            outcomes += import_all(workspace, read_source(path), own, collection, keep_unplaced=keep_unplaced)
        except Unreadable as error:
            unplaced = path if isinstance(error, Unplaced) else None
            outcomes.append(Outcome(str(path), error=error.sentence, unplaced=unplaced))
    return outcomes


def import_all(
    workspace: Workspace,
    source: Source,
    progress: Progress,
    collection: str | None = None,
    *,
    keep_unplaced: bool = False,
) -> Iterator[Outcome]:
    """Import a source, or each of the sources that an archive holds.

    Raises:
        Unreadable: nothing in it can be had; the sentence names it.
    """
    if is_more_than_a_chat(source):
        yield import_source(workspace, source, progress, collection, keep_unplaced=keep_unplaced)
        return
    refused: list[Outcome] = []
    came = False
    for member in members(source):
        if member.source is source:
            yield import_source(workspace, source, progress, collection)
            return
        try:
            if member.error:
                raise Unreadable(member.error)
            yield import_source(workspace, member.source, progress, collection)
            came = True
        except Unreadable as error:
            outcome = Outcome(member.source.name, error=error.sentence)
            if member.optional:
                refused.append(outcome)
            else:
                yield outcome
    if not came:
        yield from refused


def is_more_than_a_chat(source: Source) -> bool:
    """Whether it is more than a chat: a review, an exercise, a project, a codebook or a rubric."""
    if review_file.find_review(source.content) is not None or is_exercise(source.content):
        return True
    return is_project(source) or is_codebook(source) or is_rubric(source)


def import_source(
    workspace: Workspace,
    source: Source,
    progress: Progress,
    collection: str | None = None,
    *,
    copy: bool = False,
    options: Options = DEFAULTS,
    keep_unplaced: bool = False,
) -> Outcome:
    """Import one source as one: a review file, an exported page with a review, a rubric, or a chat.

    With `copy` the same text is taken once more.

    Raises:
        Unreadable: nothing in it can be imported; the sentence names it.
    """
    text = review_file.find_review(source.content)
    if text is not None:
        return _import_review(workspace, text, source.name, keep_unplaced=keep_unplaced)
    outcome = _other_than_chat(workspace, source, progress, collection)
    if outcome is not None:
        return outcome
    known = () if copy else tuple(workspace.reading.same_source(sha256_of(source)))
    if known:
        return Outcome(source.name, known, already_there=True)
    refuse_page_without_review(source)
    found = importers.read(source, options)
    return import_found(workspace, source, found, found.conversations, progress, collection)


def _other_than_chat(
    workspace: Workspace, source: Source, progress: Progress, collection: str | None
) -> Outcome | None:
    """What became of an exercise, ready comments, a project, a codebook or a rubric; None for anything else."""
    if is_exercise(source.content):
        given = import_exercise(workspace, source)
        return Outcome(source.name, given.transcripts, None, given.already_there, exercise=given.exercise.collection)
    if is_phrases(source):
        came = import_phrases(workspace, source)
        return Outcome(source.name, already_there=not came, phrases=came)
    if is_project(source):
        held = import_project(workspace, source, progress, _collection(workspace, collection))
        first = held.reviews[0] if held.reviews else None
        return Outcome(source.name, held.transcripts, first, held.already_there, notice=held.notice)
    if is_codebook(source) or is_rubric(source):
        bring = import_codebook if is_codebook(source) else import_rubric
        made = bring(workspace, source)
        return Outcome(source.name, already_there=made.already_there, rubric=made.rubric.rubric, notice=made.notice)
    return None


def _import_review(workspace: Workspace, text: str, name: str, *, keep_unplaced: bool) -> Outcome:
    brought = bring_in(workspace, review_file.loads(text, name), name, keep_unplaced=keep_unplaced)
    return Outcome(
        name,
        (brought.transcript,),
        brought.review,
        brought.already_there,
        notice=NEWER if brought.review and brought.review.known_part_of else "",
        differences=brought.differences,
    )


def import_found(
    workspace: Workspace,
    source: Source,
    found: Found,
    conversations: Sequence[Conversation],
    progress: Progress,
    collection: str | None = None,
) -> Outcome:
    """Import conversations that were found in a source, perhaps corrected, as one step of the library's history."""
    folder = _collection(workspace, collection)
    sha256 = sha256_of(source)
    arrivals = [_arrival(workspace, source, sha256, found, one, folder) for one in conversations]
    with collection_paused():
        _save(workspace, arrivals, progress, folder)
    ledger = found.ledger()
    return Outcome(
        source.name, tuple(one.transcript for one in arrivals), left_out=(ledger["preamble"], ledger["postamble"])
    )


def sha256_of(source: Source) -> str:
    """The hash of all bytes, by which the same file is known again."""
    digest = hashlib.sha256()
    with source.opened() as stream:
        while piece := stream.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _files(paths: Sequence[Path], outcomes: list[Outcome]) -> Iterator[Path]:
    for path in paths:
        try:
            yield from files_under(path)
        except ReviewerError as error:
            outcomes.append(Outcome(str(path), error=error.sentence))


@dataclass(frozen=True, slots=True)
class _Arrival:
    transcript: Transcript
    speakers: dict[str, Speaker]
    conversation: Conversation


def _arrival(
    workspace: Workspace,
    source: Source,
    sha256: str,
    found: Found,
    conversation: Conversation,
    folder: Collection | None,
) -> _Arrival:
    transcript = Transcript(
        id=new_id(),
        title=conversation.title,
        source_name=source.name,
        source_sha256=sha256,
        format=found.format,
        imported_at=workspace.now().isoformat(timespec="seconds"),
        turn_count=len(conversation.turns),
        started_at=conversation.started_at,
        channel=conversation.channel,
        collection=folder.id if folder else None,
    )
    speakers = {one.key: Speaker(new_id(), transcript.id, one.name, one.role) for one in conversation.speakers}
    return _Arrival(transcript, speakers, conversation)


def _save(workspace: Workspace, arrivals: Sequence[_Arrival], progress: Progress, folder: Collection | None) -> None:
    """All conversations of a source appear together, in a new collection if need be, or nothing does."""
    new = folder is not None and workspace.reading.record(Collection, folder.id) is None
    records: list[Record] = [folder] if folder and new else []
    try:
        turns = chain.from_iterable(_turns(one, progress) for one in arrivals)
        workspace.add_turns([one.transcript.id for one in arrivals], turns)
        for one in arrivals:
            records += [one.transcript, *one.speakers.values()]
        workspace.do(Edit(Op.IMPORT_TRANSCRIPT, tuple(Delta(None, record) for record in records)))
    except BaseException:
        for one in arrivals:
            workspace.drop_turns(one.transcript.id)
        raise


def _turns(arrival: _Arrival, progress: Progress) -> Iterator[Turn]:
    transcript, speakers, total = arrival.transcript, arrival.speakers, arrival.transcript.turn_count
    for position, turn in enumerate(arrival.conversation.turns, start=1):
        if position % TURNS_PER_STEP == 0:
            progress.step(position, total, f"Importing {position:,} of {total:,} turns")
        speaker = speakers[turn.speaker].id if turn.speaker is not None else None
        yield Turn(transcript.id, position, speaker, turn.sent_at, turn.kind, turn.text)


def _collection(workspace: Workspace, name: str | None) -> Collection | None:
    if name is None:
        return None
    known = next((one for one in workspace.reading.collections() if one.name == name), None)
    return known or Collection(new_id(), name)
