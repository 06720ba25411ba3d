"""The review file: one whole review as JSON, alone or carried inside an exported page."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from reviewer.domain.annotation import Annotation, in_reading_order
from reviewer.domain.codec import Malformed, from_plain
from reviewer.domain.codec import to_plain as plain
from reviewer.domain.exercise import Exercise
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Answer, Rating, Reply, Review, Reviewer
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.transcript import Collection, Speaker, Transcript, Turn
from reviewer.errors import Unreadable
from reviewer.exchange.readings import odd_value
from reviewer.exchange.references import broken_reference

FORMAT: Final = "transcript-reviewer/review"
VERSION: Final = 1
ISLAND_ID: Final = "review"

Kind = TypeVar("Kind")

_ISLAND_START: Final = f'<script type="application/json" id="{ISLAND_ID}">'
_ISLAND_END: Final = "</script>"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TOO_DEEP: Final = "is not a whole review file: it holds lists within lists without end."


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A review and the turns of its transcript, in order."""

    full: FullReview
    turns: tuple[Turn, ...]


def to_plain(full: FullReview, turns: Iterable[Turn]) -> dict[str, Any]:
    """The whole review as plain values, keys in a fixed order."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "transcript": _without_place(plain(full.transcript)),
        "speakers": plain(full.speakers),
        "turns": [plain(turn) for turn in turns],
        "rubric": plain(full.rubric.rubric),
        "criteria": plain(full.rubric.criteria),
        "questions": plain(full.rubric.questions),
        "reviewer": plain(full.reviewer),
        "people": plain(_by_id(full.people)),
        "exercise": plain(full.exercise.collection) if full.exercise else None,
        "exercise_questions": plain(full.exercise.questions) if full.exercise else [],
        "review": plain(full.review),
        "ratings": plain(_by_id(full.ratings)),
        "annotations": plain(full.annotations),
        "replies": plain(_by_id(full.replies)),
        "answers": plain(_by_id(full.answers)),
        "revisions": plain(full.revisions),
        "revised_turns": plain(sorted(full.revised_turns, key=lambda one: (one.order_key, one.id))),
    }


def _without_place(transcript: dict[str, Any]) -> dict[str, Any]:
    """Whether it lies in *Deleted* concerns one library alone."""
    return {name: value for name, value in transcript.items() if name != "deleted_at"}


def dumps(full: FullReview, turns: Iterable[Turn]) -> str:
    """The review file's text."""
    return json.dumps(to_plain(full, turns), ensure_ascii=False, indent=1) + "\n"


def compact(full: FullReview, turns: Iterable[Turn]) -> Iterator[str]:
    """The review file without spaces, in pieces, so that long chats need not stand in memory."""
    before = "{"
    for key, value in to_plain(full, ()).items():
        yield f"{before}{json.dumps(key)}:"
        before = ","
        if key == "turns":
            yield from _list(plain(turn) for turn in turns)
        elif isinstance(value, list):
            yield from _list(value)
        else:
            yield _dense(value)
    yield "}"


def loads(text: str, name: str) -> ReviewFile:
    """The review in `text`; `name` is the file's, for messages.

    Raises:
        Unreadable: it is no review file, a newer one, or not whole.
    """
    try:
        document = json.loads(text)
    except ValueError as wrong:
        raise Unreadable(f"{name} is not a whole review file: {wrong}.") from wrong
    except RecursionError as wrong:
        raise Unreadable(f"{name} {_TOO_DEEP}") from wrong
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Unreadable(f"{name} is not a review file of this program.")
    version = document.get("version")
    if not isinstance(version, int) or version < 1:
        raise Unreadable(f"{name} is not a whole review file: its version is no number.")
    if version > VERSION:
        raise Unreadable(f"{name} was written by a newer version of this program. Update the program first.")
    try:
        file = _read(document)
    except Malformed as wrong:
        raise Unreadable(f"{name} is not a whole review file: {wrong}") from wrong
    except KeyError as missing:
        raise Unreadable(f"{name} is not a whole review file: “{missing.args[0]}” is missing.") from missing
    except RecursionError as wrong:
        raise Unreadable(f"{name} {_TOO_DEEP}") from wrong
    broken = broken_reference(file.full, file.turns) or odd_value(file.full, file.turns)
    if broken:
        raise Unreadable(f"{name} is not a whole review file: {broken}")
    return file


def find_review(content: bytes) -> str | None:
    """The review file's text in these bytes: the file itself, or the island of an exported page; else None."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{") and f'"{FORMAT}"'.encode() in head:
        return content.decode("utf-8-sig", "replace")
    start = content.find(_ISLAND_START.encode())
    if start < 0:
        return None
    start += len(_ISLAND_START)
    end = content.find(_ISLAND_END.encode(), start)
    return content[start : end if end >= 0 else len(content)].decode("utf-8", "replace")


def _read(document: dict[str, Any]) -> ReviewFile:
    def one(kind: type[Kind], key: str) -> Kind:
        return from_plain(kind, clean(document[key]))

    def many(kind: type[Kind], key: str) -> tuple[Kind, ...]:
        if not isinstance(document[key], list):
            raise Malformed(f"“{key}” is not a list.")
        return tuple(from_plain(kind, clean(part)) for part in document[key])

    full = FullReview(
        transcript=replace(one(Transcript, "transcript"), deleted_at=None),
        speakers=many(Speaker, "speakers"),
        rubric=RubricSet(one(Rubric, "rubric"), many(Criterion, "criteria"), many(Question, "questions")),
        reviewer=one(Reviewer, "reviewer"),
        review=one(Review, "review"),
        saved=True,
        ratings=many(Rating, "ratings"),
        annotations=tuple(in_reading_order(many(Annotation, "annotations"))),
        replies=many(Reply, "replies"),
        answers=many(Answer, "answers"),
        revisions=many(Revision, "revisions"),
        revised_turns=many(RevisedTurn, "revised_turns"),
        people=many(Reviewer, "people") if "people" in document else (),
        exercise=_exercise(document),
    )
    return ReviewFile(full, many(Turn, "turns"))


def _exercise(document: dict[str, Any]) -> Exercise | None:
    if document.get("exercise") is None:
        return None
    asked = document.get("exercise_questions", [])
    if not isinstance(asked, list):
        raise Malformed("“exercise_questions” is not a list.")
    questions = tuple(from_plain(Question, clean(one)) for one in asked)
    return Exercise(from_plain(Collection, clean(document["exercise"])), questions)


def _list(parts: Iterable[Any]) -> Iterator[str]:
    before = "["
    for part in parts:
        yield before + _dense(part)
        before = ","
    yield "]" if before == "," else "[]"


def _dense(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _by_id(records: Iterable[Any]) -> list[Any]:
    return sorted(records, key=lambda record: record.id)


def clean(value: Any) -> Any:
    """The value with lone surrogates, which no file can hold, replaced."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [clean(part) for part in value]
    if isinstance(value, dict):
        return {key: clean(part) for key, part in value.items()}
    return value
