"""The review file: one whole review as JSON, alone or carried inside an exported page."""

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Final

from reviewer.domain.annotation import Annotation, in_reading_order
from reviewer.domain.codec import Malformed, fields_to_plain
from reviewer.domain.codec import to_plain as plain
from reviewer.domain.exercise import Exercise
from reviewer.domain.full_review import FullReview
from reviewer.domain.parts import set_aside
from reviewer.domain.review import Answer, Rating, Reply, Review, Reviewer
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.transcript import Collection, Speaker, Transcript, Turn
from reviewer.errors import Unreadable
from reviewer.exchange.absent_parts import read_absent, write_absent
from reviewer.exchange.documents import Document, opened, too_deep
from reviewer.exchange.readings import odd_value
from reviewer.exchange.references import broken_reference

FORMAT: Final = "transcript-reviewer/review"
VERSION: Final = 1
ISLAND_ID: Final = "review"
TOGETHER: Final = 256
"""So many records are written in one go."""

TOO_NEW: Final = "{} was written by a newer version of this program and cannot be read here. Update the program first."

_DENSE: Final = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), default=fields_to_plain
)
_ISLAND_START: Final = f'<script type="application/json" id="{ISLAND_ID}">'
_ISLAND_END: Final = "</script>"

_OURS: Final = b'<meta name="generator" content="Transcript Reviewer '
_DIALOGUE: Final = b' id="dialogue"'
_HEAD: Final = 4096


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A review and the turns of its transcript, in order."""

    full: FullReview
    turns: tuple[Turn, ...]


def to_plain(full: FullReview, turns: Iterable[Turn]) -> dict[str, Any]:
    """The whole review as plain values, keys in a fixed order."""
    document = {key: plain(value) for key, value in _records(full).items()}
    return document | {"turns": [plain(turn) for turn in turns]}


def _records(full: FullReview) -> dict[str, Any]:
    """What the file holds, without the turns: plain values, and records as they are."""
    listed = {one.id for one in (*full.questions, *full.rubric.questions)}
    answers = [one for one in full.answers if one.question in listed]
    unlisted = [one for one in full.answers if one.question not in listed]
    return {
        "format": FORMAT,
        "version": VERSION,
        "transcript": _transcript(full),
        "speakers": full.speakers,
        "turns": (),
        "rubric": full.rubric.rubric,
        "criteria": full.rubric.criteria,
        "questions": full.rubric.questions,
        "reviewer": full.reviewer,
        "people": _by_id(full.people),
        "exercise": _collection(full),
        "exercise_questions": full.exercise.questions if full.exercise else (),
        "review": _review(full),
        "ratings": _by_id(full.ratings),
        "annotations": full.annotations,
        "replies": _by_id(full.replies),
        "answers": _by_id(answers),
        "revisions": sorted(full.revisions, key=lambda one: (one.position, one.id)),
        "revised_turns": sorted(full.revised_turns, key=lambda one: (one.order_key, one.id)),
        **write_absent(_by_id((*full.absent, *(set_aside(one, full.review.id) for one in unlisted)))),
    }


def _transcript(full: FullReview) -> dict[str, Any]:
    """Where it lies concerns one library alone, unless it lies in an exercise that is told of."""
    values: dict[str, Any] = plain(full.transcript)
    del values["deleted_at"]
    if full.exercise is None or full.exercise.collection.id != full.transcript.collection:
        values["collection"] = None
    return values


def _collection(full: FullReview) -> dict[str, Any] | None:
    """The exercise, with its rubric where that is the one in the file."""
    if full.exercise is None:
        return None
    own = full.exercise.collection.rubric == full.rubric.rubric.id
    values: dict[str, Any] = plain(full.exercise.collection)
    return values if own else values | {"rubric": None}


def _review(full: FullReview) -> dict[str, Any]:
    """A review that is known as a whole says nothing of that."""
    values: dict[str, Any] = plain(full.review)
    if not full.review.known_part_of:
        del values["known_part_of"]
    return values


def dumps(full: FullReview, turns: Iterable[Turn]) -> str:
    """The review file's text."""
    return json.dumps(to_plain(full, turns), ensure_ascii=False, indent=1) + "\n"


def compact(full: FullReview, turns: Iterable[Turn]) -> Iterator[str]:
    """The review file without spaces, in pieces, so that long chats need not stand in memory."""
    before = "{"
    for key, value in _records(full).items():
        yield f"{before}{json.dumps(key)}:"
        before = ","
        if key == "turns":
            yield from _list(turns)
        elif isinstance(value, list | tuple):
            yield from _list(value)
        else:
            yield _dense(value)
    yield "}"


def loads(text: str, name: str) -> ReviewFile:
    """The review in `text`; `name` is the file's, for messages.

    Of a file by a newer version of the program it is the part that is known here, and the review says so.

    Raises:
        Unreadable: it is no review file, or not whole.
    """
    plain_document, version = opened(text, name, FORMAT, "review")
    document = Document(plain_document, newer=version > VERSION)
    try:
        file = _read(document)
    except Malformed as wrong:
        sentence = f"{name} is not a whole review file: {wrong}"
    except KeyError as missing:
        sentence = f"{name} is not a whole review file: “{missing.args[0]}” is missing."
    except RecursionError:
        sentence = too_deep(name, "review")
    else:
        broken = broken_reference(file.full, file.turns) or odd_value(file.full, file.turns)
        sentence = f"{name} is not a whole review file: {broken}" if broken else ""
    if sentence:
        raise Unreadable(TOO_NEW.format(name) if document.newer else sentence)
    if not document.newer:
        return file
    review = replace(file.full.review, known_part_of=max(version, file.full.review.known_part_of))
    return replace(file, full=replace(file.full, review=review))


def find_review(content: bytes) -> str | None:
    """The review file's text in these bytes: the file itself, or the island of an exported page; else None."""
    content = in_utf8(content)
    if _is_file(content):
        return content.decode("utf-8-sig", "replace")
    start = content.find(_ISLAND_START.encode())
    if start < 0:
        return None
    start += len(_ISLAND_START)
    end = content.find(_ISLAND_END.encode(), start)
    return content[start : end if end >= 0 else len(content)].decode("utf-8", "replace")


def is_of_program(head: bytes) -> bool:
    """Whether these bytes begin a review file or a page of the program, which are of use as a whole alone."""
    head = in_utf8(head[: 2 * _HEAD])
    return _is_file(head) or _OURS in head


def is_page_without_review(content: bytes) -> bool:
    """Whether this is a page of the program that cannot be brought back; a revised dialogue can be read as a chat."""
    page = in_utf8(content)
    return _OURS in page[:_HEAD] and _DIALOGUE not in page and find_review(page) is None


def _is_file(content: bytes) -> bool:
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and f'"{FORMAT}"'.encode() in head


def in_utf8(content: bytes) -> bytes:
    """The bytes of a text that some program saved in UTF-16, as UTF-8; any others unchanged."""
    if not content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content
    return content.decode("utf-16", "replace").encode("utf-8", "replace")


def _read(document: Document) -> ReviewFile:
    one, many, known = document.one, document.many, document.plain
    review = one(Review, "review")
    full = FullReview(
        transcript=replace(one(Transcript, "transcript"), deleted_at=None),
        speakers=many(Speaker, "speakers"),
        rubric=RubricSet(one(Rubric, "rubric"), many(Criterion, "criteria"), many(Question, "questions")),
        reviewer=one(Reviewer, "reviewer"),
        review=review,
        saved=True,
        ratings=many(Rating, "ratings"),
        annotations=tuple(in_reading_order(many(Annotation, "annotations"))),
        replies=many(Reply, "replies"),
        answers=many(Answer, "answers"),
        revisions=many(Revision, "revisions"),
        revised_turns=many(RevisedTurn, "revised_turns"),
        people=many(Reviewer, "people") if "people" in known else (),
        exercise=_exercise(document),
        absent=read_absent(document, review.id),
    )
    return ReviewFile(full, many(Turn, "turns"))


def _exercise(document: Document) -> Exercise | None:
    asked = document.many(Question, "exercise_questions") if "exercise_questions" in document.plain else ()
    if document.plain.get("exercise") is None:
        return None
    return Exercise(document.one(Collection, "exercise"), asked)


def _list(parts: Iterable[Any]) -> Iterator[str]:
    before, rest = "[", iter(parts)
    while some := list(islice(rest, TOGETHER)):
        yield before + _dense(some)[1:-1]
        before = ","
    yield "]" if before == "," else "[]"


def _dense(value: Any) -> str:
    return _DENSE.encode(value)


def _by_id(records: Iterable[Any]) -> list[Any]:
    return sorted(records, key=lambda record: record.id)
