"""The exercise file: what an instructor hands out, as JSON: exercise, questions, rubric, transcripts; no reviews."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from reviewer.domain.codec import Malformed
from reviewer.domain.codec import to_plain as plain
from reviewer.domain.exercise import Exercise
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.rubric_check import problems
from reviewer.domain.transcript import Collection, Speaker, Transcript, Turn
from reviewer.errors import Unreadable
from reviewer.exchange.documents import Document, opened, too_deep
from reviewer.exchange.readings import is_time, odd_exercise

FORMAT: Final = "transcript-reviewer/exercise"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Chat:
    """A transcript of the exercise with all that was said in it."""

    transcript: Transcript
    speakers: tuple[Speaker, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class ExerciseFile:
    """What is asked, of which transcripts, by which rubric."""

    exercise: Exercise
    rubric: RubricSet | None
    chats: tuple[Chat, ...]


def dumps(file: ExerciseFile) -> str:
    """The exercise file's text, keys in a fixed order."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exercise": plain(file.exercise.collection),
        "questions": plain(file.exercise.questions),
        "rubric": plain(file.rubric.rubric) if file.rubric else None,
        "criteria": plain(file.rubric.criteria) if file.rubric else [],
        "rubric_questions": plain(file.rubric.questions) if file.rubric else [],
        "transcripts": [
            {
                "transcript": plain(replace(chat.transcript, deleted_at=None)),
                "speakers": plain(chat.speakers),
                "turns": plain(chat.turns),
            }
            for chat in file.chats
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def is_exercise(content: bytes) -> bool:
    """Whether these bytes are meant as an exercise file."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and f'"{FORMAT}"'.encode() in head


def loads(content: bytes, name: str) -> ExerciseFile:
    """The exercise in `content`; `name` is the file's, for messages.

    Raises:
        Unreadable: it is no exercise file, a newer one, or not whole.
    """
    try:
        text = content.decode("utf-8-sig")
    except ValueError as wrong:
        raise Unreadable(f"{name} is not a whole exercise file: {wrong}.") from wrong
    plain_document, version = opened(text, name, FORMAT, "exercise")
    if version > VERSION:
        raise Unreadable(f"{name} was written by a newer version of this program. Update the program first.")
    try:
        file = _read(Document(plain_document))
    except Malformed as wrong:
        raise Unreadable(f"{name} is not a whole exercise file: {wrong}") from wrong
    except KeyError as missing:
        raise Unreadable(f"{name} is not a whole exercise file: “{missing.args[0]}” is missing.") from missing
    except RecursionError as wrong:
        raise Unreadable(too_deep(name, "exercise")) from wrong
    broken = _broken(file)
    if broken:
        raise Unreadable(f"{name} is not a whole exercise file: {broken}")
    return file


def _read(document: Document) -> ExerciseFile:
    collection = document.one(Collection, "exercise")
    criteria, asked = document.many(Criterion, "criteria"), document.many(Question, "rubric_questions")
    rubric = None
    if document.plain["rubric"] is not None:
        rubric = RubricSet(document.one(Rubric, "rubric"), criteria, asked)
    chats = tuple(_chat(one, collection.id) for one in document.parts("transcripts"))
    return ExerciseFile(Exercise(collection, document.many(Question, "questions")), rubric, chats)


def _chat(plain_chat: Any, collection: str) -> Chat:
    if not isinstance(plain_chat, dict):
        raise Malformed("A transcript is not an object.")
    chat = Document(plain_chat)
    transcript = replace(chat.one(Transcript, "transcript"), deleted_at=None, collection=collection)
    return Chat(transcript, chat.many(Speaker, "speakers"), chat.many(Turn, "turns"))


def _broken(file: ExerciseFile) -> str | None:
    """The first thing that cannot be, as a sentence; None when all is whole."""
    exercise, rubric = file.exercise, file.rubric
    home = exercise.collection
    ids = [one.id for one in _records(file)]
    checks: tuple[tuple[bool, str], ...] = (
        (all(ids), "one of its parts has no identity."),
        (len(ids) == len(set(ids)), "two of its parts have the same identity."),
        (
            all(one.collection == home.id and one.rubric is None for one in exercise.questions),
            "a question is of nothing.",
        ),
        (home.rubric is None or (rubric is not None and rubric.rubric.id == home.rubric), "its rubric is missing."),
        (
            rubric is None or {rubric.rubric.id}.issuperset(_rubrics_of(rubric)),
            "a criterion or a question is of another rubric.",
        ),
        (rubric is None or _placed(rubric), "its criteria are not counted from 1."),
        (all(_whole(chat) for chat in file.chats), "a transcript is not whole."),
        (all(is_time(stamp) for chat in file.chats for stamp in _stamps(chat)), "a time in it cannot be read."),
    )
    sentence = odd_exercise(exercise) or next((sentence for whole, sentence in checks if not whole), None)
    wrong = problems(rubric) if sentence is None and rubric is not None else []
    return wrong[0].whole if wrong else sentence


def _records(file: ExerciseFile) -> Iterable[Any]:
    yield file.exercise.collection
    yield from file.exercise.questions
    if file.rubric:
        yield from (file.rubric.rubric, *file.rubric.criteria, *file.rubric.questions)
    for chat in file.chats:
        yield from (chat.transcript, *chat.speakers)


def _rubrics_of(rubric: RubricSet) -> Iterable[str | None]:
    yield from (one.rubric for one in rubric.criteria)
    yield from (one.rubric for one in rubric.questions)


def _placed(rubric: RubricSet) -> bool:
    places = [one.position for one in rubric.criteria]
    return len(places) == len(set(places)) and all(place >= 1 for place in places)


def _stamps(chat: Chat) -> Iterable[str]:
    stamps = (chat.transcript.started_at, *(turn.sent_at for turn in chat.turns))
    return (stamp for stamp in stamps if stamp is not None)


def _whole(chat: Chat) -> bool:
    transcript, speakers = chat.transcript, {one.id for one in chat.speakers}
    return (
        len(chat.turns) == transcript.turn_count
        and all(one.transcript == transcript.id for one in chat.speakers)
        and all(
            turn.position == position and turn.transcript == transcript.id and turn.speaker in {None, *speakers}
            for position, turn in enumerate(chat.turns, start=1)
        )
    )
