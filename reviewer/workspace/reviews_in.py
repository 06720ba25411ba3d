"""A review from a file into the library: what is new is added, what is newer replaces, nothing newer is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewer.domain.edit import SHARED, Delta, Edit, Op, Record, SharedRecord
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Answer, Rating, Review
from reviewer.domain.transcript import Collection, Transcript
from reviewer.exchange.review_file import ReviewFile
from reviewer.store.reading import Reading
from reviewer.workspace.laid_on import laid_on_library
from reviewer.workspace.rubric_of_review import on_own_version
from reviewer.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What the library holds now, and whether it held all of it before."""

    transcript: Transcript
    review: Review
    already_there: bool


def bring_in(workspace: Workspace, file: ReviewFile, name: str, *, keep_unplaced: bool = False) -> BroughtIn:
    """Write a review file into the library as one edit, ids and stamps kept.

    Where the library has the same text under another id already, the review is laid on that transcript. One that lies
    in *Deleted* comes back.

    Raises:
        Unreadable: the library holds another version of the transcript, and some comments have no place in it.
    """
    reading = workspace.reading
    full = on_own_version(reading, laid_on_library(reading, file, name, keep_unplaced=keep_unplaced))
    deltas = tuple(_deltas(reading, full))
    if not deltas:
        return BroughtIn(full.transcript, full.review, already_there=True)
    if reading.transcript(full.transcript.id):
        workspace.do(Edit(Op.IMPORT_REVIEW, deltas))
    else:
        _do_with_turns(workspace, Edit(Op.IMPORT_REVIEW, deltas), full.transcript.id, file)
    saved = reading.record(Review, full.review.id)
    return BroughtIn(full.transcript, saved or full.review, already_there=False)


def _do_with_turns(workspace: Workspace, edit: Edit, transcript: str, file: ReviewFile) -> None:
    if workspace.reading.turns(transcript, 1, len(file.turns) + 1) != list(file.turns):
        workspace.drop_turns(transcript)
        workspace.add_turns([transcript], file.turns)
    try:
        workspace.do(edit)
    except BaseException:
        workspace.drop_turns(transcript)
        raise


def _deltas(reading: Reading, full: FullReview) -> Iterator[Delta]:
    rubric, folder = full.rubric, full.transcript.collection
    exercise = full.exercise if full.exercise and full.exercise.collection.id == folder else None
    known_folder = folder is not None and reading.record(Collection, folder) is not None
    transcript = full.transcript if known_folder or exercise else replace(full.transcript, collection=None)
    if exercise and not known_folder:
        own_rubric = exercise.collection.rubric in (rubric.rubric.id, None)
        yield Delta(None, exercise.collection if own_rubric else replace(exercise.collection, rubric=None))
    fixed: tuple[Record, ...] = (
        *(exercise.questions if exercise else ()), transcript, *full.speakers, rubric.rubric, *rubric.criteria,
        *rubric.questions, full.reviewer, *full.people,
    )  # fmt: skip
    for record in fixed:
        known = reading.record(type(record), record.id)
        if known is None:
            yield Delta(None, record)
        elif isinstance(known, Transcript) and known.deleted_at:
            yield Delta(known, replace(known, deleted_at=None))
    shared: tuple[SharedRecord, ...] = (
        full.review, *full.ratings, *full.annotations, *full.replies, *full.answers, *full.revisions,
        *full.revised_turns,
    )  # fmt: skip
    saved = reading.full_review(full.review.id)
    for one in shared:
        yield from _newer(reading, saved, one)


def _newer(reading: Reading, saved: FullReview | None, one: SharedRecord) -> Iterator[Delta]:
    known = reading.record(type(one), one.id) or _rival(saved, one)
    if known is None:
        yield Delta(None, one)
    elif isinstance(known, SHARED) and _age(known) < _age(one):
        if known.id == one.id:
            yield Delta(known, one)
        else:
            yield from (Delta(known, None), Delta(None, one))


def _rival(saved: FullReview | None, one: SharedRecord) -> Rating | Answer | None:
    """Another rating of the same criterion, or answer to the same question: a review holds only one."""
    if saved and isinstance(one, Rating):
        return saved.rating_of(one.criterion)
    if saved and isinstance(one, Answer):
        return next((answer for answer in saved.answers if answer.question == one.question), None)
    return None


def _age(record: SharedRecord) -> tuple[int, str, str]:
    """Of two versions the greater wins, in whichever order they arrive."""
    return record.rev, record.updated, record.id
