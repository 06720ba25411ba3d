"""Exercises out to a file and in from one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.exercise import Exercise
from reviewer.domain.rubric import Question, RubricSet
from reviewer.domain.transcript import Collection, Transcript
from reviewer.errors import Unreadable, UsageError
from reviewer.exchange import exercise_file
from reviewer.exchange.exercise_file import Chat, ExerciseFile
from reviewer.exporters.naming import file_name
from reviewer.exporters.writing import write_whole
from reviewer.importers.base import Source
from reviewer.store.reading import Reading
from reviewer.workspace.not_the_library import refuse_library
from reviewer.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BroughtExercise:
    """What the library holds now; `transcripts` in the order of the file."""

    exercise: Exercise
    transcripts: tuple[Transcript, ...]
    already_there: bool


def suggested_exercise_name(exercise: Exercise) -> str:
    """The file name that an exercise is offered under."""
    return file_name(exercise.collection.name, "exercise.json")


def export_exercise(workspace: Workspace, exercise_id: str, path: Path) -> Path:
    """Write an exercise with its transcripts, whole or not at all; gives where it is.

    Raises:
        UsageError: there is no such exercise.
        CannotWrite: the file cannot be written, or is the library; an older one is untouched.
    """
    refuse_library(workspace, [path])
    reading = workspace.reading
    exercise = reading.exercise(exercise_id)
    if exercise is None:
        raise UsageError("This exercise is no longer in the library.")
    rubric = reading.rubric(exercise.collection.rubric) if exercise.collection.rubric else None
    chats = tuple(
        Chat(one, reading.speakers(one.id), tuple(reading.each_turn(one.id)))
        for one in reading.in_collection(exercise_id)
        if one.deleted_at is None
    )
    return write_whole(path, [exercise_file.dumps(ExerciseFile(exercise, rubric, chats))])


def import_exercise(workspace: Workspace, source: Source) -> BroughtExercise:
    """Write an exercise file into the library as one edit, ids kept; reviews that are there stay as they are.

    Raises:
        Unreadable: it is no exercise file, or holds other words under the id of a transcript that is there.
        LibraryError: the library cannot take it.
    """
    file = exercise_file.loads(source.whole(), source.name)
    reading = workspace.reading
    fresh = [chat for chat in file.chats if reading.transcript(chat.transcript.id) is None]
    for chat in file.chats:
        if chat not in fresh and _texts(chat) != reading.texts(chat.transcript.id, 1, len(chat.turns) + 1):
            raise Unreadable(f"{source.name} holds another version of ‘{chat.transcript.title}’. Nothing was imported.")
    deltas = tuple(_deltas(reading, file))
    brought = BroughtExercise(file.exercise, tuple(chat.transcript for chat in file.chats), not deltas)
    if not deltas:
        return brought
    try:
        for chat in fresh:
            workspace.add_turns([chat.transcript.id], chat.turns)
        workspace.do(Edit(Op.IMPORT_EXERCISE, deltas))
    except BaseException:
        for chat in fresh:
            workspace.drop_turns(chat.transcript.id)
        raise
    return brought


def _texts(chat: Chat) -> dict[int, str]:
    return {turn.position: turn.text for turn in chat.turns}


def _deltas(reading: Reading, file: ExerciseFile) -> Iterator[Delta]:
    if file.rubric:
        yield from _missing(reading, file.rubric)
    before = reading.record(Collection, file.exercise.collection.id)
    if before != file.exercise.collection:
        yield Delta(before, file.exercise.collection)
    there = reading.exercise(file.exercise.collection.id)
    known: dict[str, Question] = {one.id: one for one in there.questions} if there else {}
    answered = {answer.question for answer in reading.answers_to(list(known))}
    wanted = {one.id for one in file.exercise.questions}
    yield from (Delta(one, None) for one in known.values() if one.id not in wanted | answered)
    yield from (Delta(known.get(one.id), one) for one in file.exercise.questions if known.get(one.id) != one)
    for chat in file.chats:
        held = reading.transcript(chat.transcript.id)
        if held is None:
            new: tuple[Record, ...] = (chat.transcript, *chat.speakers)
            yield from (Delta(None, one) for one in new)
        elif held.deleted_at or held.collection != file.exercise.collection.id:
            yield Delta(held, replace(held, deleted_at=None, collection=file.exercise.collection.id))


def _missing(reading: Reading, rubric: RubricSet) -> Iterator[Delta]:
    records: tuple[Record, ...] = (rubric.rubric, *rubric.criteria, *rubric.questions)
    if reading.rubric(rubric.rubric.id) is None:
        yield from (Delta(None, one) for one in records)
