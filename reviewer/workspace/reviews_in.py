"""A review from a file into the library: what is new is added, what is newer replaces, nothing newer is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewer.domain.differences import differences
from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.exercise import Exercise
from reviewer.domain.full_review import FullReview
from reviewer.domain.merging import merge
from reviewer.domain.parts import KINDS, Part, is_untouched, parts_of
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.telling import Told, told
from reviewer.domain.transcript import Collection, Transcript
from reviewer.errors import Unreadable
from reviewer.exchange.review_file import VERSION, ReviewFile
from reviewer.store.reading import Reading
from reviewer.workspace.laid_on import laid_on_library
from reviewer.workspace.rubric_of_review import on_own_version
from reviewer.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What the library holds now, whether it held all of it before, and on what the file and the library differed.

    Of a chat that nobody had reviewed there is no review.
    """

    transcript: Transcript
    review: Review | None
    already_there: bool
    differences: tuple[Told, ...] = ()


def bring_in(workspace: Workspace, file: ReviewFile, name: str, *, keep_unplaced: bool = False) -> BroughtIn:
    """Merge a review file into the library as one edit, ids and stamps kept.

    Where the library has the same text under another id already, the review is laid on that transcript. One that lies
    in *Deleted* comes back.

    Raises:
        Unreadable: the library holds another version of the transcript, and some comments have no place in it; or the
            file holds what belongs to another review here.
    """
    reading = workspace.reading
    mine = reading.full_review(file.full.review.id)
    _refuse_strangers(reading, file.full, mine, name)
    theirs = on_own_version(reading, laid_on_library(reading, file, name, keep_unplaced=keep_unplaced))
    exercise = _own_exercise(theirs)
    if mine is None and is_untouched(theirs):
        return _bring_chat(workspace, file, theirs, exercise)
    asked = [one.id for one in exercise.questions] if exercise else []
    merged = merge(mine or theirs, theirs, knows=VERSION, answered=asked)
    full = replace(merged.full, transcript=theirs.transcript, speakers=theirs.speakers, reviewer=theirs.reviewer)
    deltas = (*_surroundings(reading, full, exercise), *_changes(mine, full))
    differ: tuple[Told, ...] = ()
    if mine:
        shown = frozenset(one.id for one in parts_of(mine))
        differ = told(differences(merged, mine.review, theirs.review, shown), merged.full, mine, theirs)
    if not deltas:
        return BroughtIn(full.transcript, full.review, already_there=True, differences=differ)
    _do_with_turns(workspace, Edit(Op.IMPORT_REVIEW, deltas), full.transcript.id, file)
    return BroughtIn(full.transcript, full.review, already_there=False, differences=differ)


def _bring_chat(workspace: Workspace, file: ReviewFile, full: FullReview, exercise: Exercise | None) -> BroughtIn:
    """The chat of a review that nobody has begun, which would be one more review by nobody, and its exercise."""
    around = _surroundings(workspace.reading, full, exercise)
    left = Reviewer if exercise else (Reviewer, Rubric, Criterion, Question)
    deltas = tuple(one for one in around if not isinstance(one.record, left))
    if deltas:
        _do_with_turns(workspace, Edit(Op.IMPORT_TRANSCRIPT, deltas), full.transcript.id, file)
    return BroughtIn(full.transcript, None, already_there=not deltas)


def _do_with_turns(workspace: Workspace, edit: Edit, transcript: str, file: ReviewFile) -> None:
    """Do the edit, with the turns of a transcript that the library lacks."""
    if workspace.reading.transcript(transcript):
        workspace.do(edit)
        return
    if workspace.reading.turns(transcript, 1, len(file.turns) + 1) != list(file.turns):
        workspace.drop_turns(transcript)
        workspace.add_turns([transcript], file.turns)
    try:
        workspace.do(edit)
    except BaseException:
        workspace.drop_turns(transcript)
        raise


def _refuse_strangers(reading: Reading, full: FullReview, mine: FullReview | None, name: str) -> None:
    """A file never reaches into a review that it is not of, whatever ids it holds."""
    if mine and mine.review.reviewer != full.review.reviewer:
        raise Unreadable(f"{name} holds a review that is somebody else’s in this library. Nothing was imported.")
    held = {one.id for one in (*parts_of(mine), *mine.absent)} if mine else set()
    named = [(type(one), one.id) for one in parts_of(full)]
    named += [(kind, one.id) for one in full.absent for kind in KINDS]
    if any(one not in held and reading.record(kind, one) for kind, one in named):
        raise Unreadable(f"{name} holds a part of another review of this library. Nothing was imported.")


def _own_exercise(full: FullReview) -> Exercise | None:
    """The exercise of the file where the transcript lies in it."""
    exercise = full.exercise
    return exercise if exercise and exercise.collection.id == full.transcript.collection else None


def _surroundings(reading: Reading, full: FullReview, exercise: Exercise | None) -> Iterator[Delta]:
    """What the review stands on, where the library lacks it."""
    folder = full.transcript.collection
    known_folder = folder is not None and reading.record(Collection, folder) is not None
    transcript = full.transcript if known_folder or exercise else replace(full.transcript, collection=None)
    if exercise and not known_folder:
        yield Delta(None, _with_rubric_that_is_here(reading, exercise.collection, full.rubric))
    rubric = full.rubric
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


def _with_rubric_that_is_here(reading: Reading, collection: Collection, brought: RubricSet) -> Collection:
    here = collection.rubric in (brought.rubric.id, None) or reading.rubric(collection.rubric or "") is not None
    return collection if here else replace(collection, rubric=None)


def _changes(mine: FullReview | None, full: FullReview) -> Iterator[Delta]:
    """From the state that the library holds to the merged one; what goes comes before what takes its place."""
    if mine is None or mine.review != full.review:
        yield Delta(mine.review if mine else None, full.review)
    before, after = _by_id(mine), _by_id(full)
    gone: list[Part] = [one for one in before.values() if type(after.get(one.id)) is not type(one)]
    yield from (Delta(one, None) for one in gone)
    for one in after.values():
        known = before.get(one.id) if type(before.get(one.id)) is type(one) else None
        if known != one:
            yield Delta(known, one)
    kept = {one.id: one for one in mine.absent} if mine else {}
    left = {one.id: one for one in full.absent}
    for record_id in sorted({*kept, *left}):
        if kept.get(record_id) != left.get(record_id):
            yield Delta(kept.get(record_id), left.get(record_id))


def _by_id(full: FullReview | None) -> dict[str, Part]:
    return {one.id: one for one in parts_of(full)} if full else {}
