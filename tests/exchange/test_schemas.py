"""The published schemas: every file that the program writes fits, and the reader takes nothing that does not."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import MISSING, fields, replace
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reviewer import resources
from reviewer.domain import annotation, review, revision, rubric, transcript
from reviewer.domain.absent import Absent, PartKind
from reviewer.domain.anchor import Anchor
from reviewer.domain.exercise import Exercise
from reviewer.domain.parts import set_aside
from reviewer.domain.transcript import Collection
from reviewer.errors import Unreadable
from reviewer.exchange import exercise_file, review_file
from reviewer.exchange.absent_parts import Deletion
from reviewer.exchange.exercise_file import Chat, ExerciseFile
from tests.exporters.cases import EXPORTS, tablet_order
from tests.exporters.reviews import Reviewed, identity

Document = Any
REVIEW, EXERCISE = "review-1.schema.json", "exercise-1.schema.json"
RECORDS: dict[str, type] = {
    "transcript": transcript.Transcript, "speaker": transcript.Speaker, "turn": transcript.Turn,
    "collection": transcript.Collection, "rubric": rubric.Rubric, "criterion": rubric.Criterion,
    "level": rubric.Level, "band": rubric.Band, "trade": rubric.Trade, "variant": rubric.Variant,
    "question": rubric.Question, "reviewer": review.Reviewer, "review": review.Review, "point": review.Point,
    "rating": review.Rating, "reply": review.Reply, "answer": review.Answer, "annotation": annotation.Annotation,
    "anchor": Anchor, "revision": revision.Revision, "revised_turn": revision.RevisedTurn, "deletion": Deletion,
}  # fmt: skip
NO_RECORDS = {"set_aside", "chat"}


@cache
def schema(name: str) -> Document:
    return json.loads(resources.read_text("schemas", name))


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))


def exercise() -> str:
    """The sample as an exercise with a question."""
    chat = tablet_order()
    home = Collection(identity("7", 1), "Week 4", "exercise", "Read.", chat.full.rubric.rubric.id, "2026-03-28")
    asked = rubric.Question(identity("7", 2), None, 1, "Was it handled fairly?", 80, home.id)
    return exercise_file.dumps(
        ExerciseFile(
            Exercise(home, (asked,)),
            chat.full.rubric,
            (Chat(chat.full.transcript, chat.full.speakers, chat.turns),),
        )
    )


def whole_review() -> Reviewed:
    """The sample with something in every list."""
    chat = tablet_order()
    full, own = chat.full, chat.full.review
    answer = review.Answer(identity("2", 1), own.id, full.rubric.questions[0].id, "Yes.", rev=1)
    reply = review.Reply(identity("2", 2), full.annotations[0].id, own.reviewer, "True.", rev=1)
    aside = review.Rating(identity("2", 3), own.id, full.rubric.criteria[0].id, 2, rev=1)
    gone = [set_aside(aside, own.id), *full.absent]
    asked = rubric.Question(identity("7", 2), None, 1, "Was it fair?", None, identity("7", 1))
    home = Exercise(Collection(identity("7", 1), "Week 4", "exercise"), (asked,))
    gone.append(Absent(identity("2", 4), own.id, PartKind.REPLY, 3, "2026-03-21T10:00:00+00:00"))
    people = (review.Reviewer(identity("6", 9), "Bo"),)
    more = replace(full, answers=(answer,), replies=(reply,), absent=tuple(gone), exercise=home, people=people)
    return replace(chat, full=more)


def written() -> Iterator[tuple[str, str, str]]:
    """Name, schema and text of every review and exercise file that is kept in the project."""
    for name in resources.names("samples", suffix=".review.json"):
        yield name, REVIEW, resources.read_text("samples", name)
    for path in sorted(EXPORTS.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        text = review_file.find_review(content)
        name = path.relative_to(EXPORTS).as_posix()
        if text is not None:
            yield name, REVIEW, text
        elif exercise_file.is_exercise(content):
            yield name, EXERCISE, content.decode()
    yield "a whole review", REVIEW, whole_review().json
    yield "an exercise", EXERCISE, exercise()


@pytest.mark.parametrize("name", [REVIEW, EXERCISE])
def test_a_schema_is_one_and_says_what_everything_is(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"].startswith("urn:transcript-reviewer:schema:")
    parts = [schema(name), *schema(name)["$defs"].values()]
    assert all(part["description"].endswith(".") for part in parts)
    assert all(field["description"].endswith(".") for part in parts for field in part["properties"].values())


@pytest.mark.parametrize(("name", "text"), [(f"{name}|{kind}", text) for name, kind, text in written()])
def test_every_file_that_is_written_fits(name: str, text: str) -> None:
    validator(name.split("|")[1]).validate(json.loads(text))


@pytest.mark.parametrize("name", [REVIEW, EXERCISE])
def test_the_fields_are_those_of_the_records(name: str) -> None:
    definitions = schema(name)["$defs"]
    assert set(definitions) - NO_RECORDS <= set(RECORDS)
    for called, kind in RECORDS.items():
        if called not in definitions:
            continue
        told, hints = definitions[called], get_type_hints(kind)
        assert list(told["properties"]) == [one.name for one in fields(kind)], called
        needed = {one.name for one in fields(kind) if one.default is MISSING}
        assert set(told["required"]) - {"kind"} == needed - {"kind"}, called
        assert told["additionalProperties"] is False
        for field, hint in hints.items():
            see_that_types_agree(told["properties"][field], hint, f"{called}.{field}")


def see_that_types_agree(told: Document, hint: Any, where: str) -> None:
    parts = [part for part in get_args(hint) if part is not Ellipsis]
    inner = next((part for part in parts if part is not NoneType), hint)
    assert ("null" in json.dumps(told.get("type", told.get("anyOf", "")))) == (NoneType in parts), where
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        assert [one for one in told["enum"] if one is not None] == [one.value for one in inner], where


def test_every_list_of_a_file_is_in_the_schema() -> None:
    assert list(schema(REVIEW)["properties"]) == list(json.loads(whole_review().json))
    assert list(schema(EXERCISE)["properties"]) == list(json.loads(exercise()))
    assert set(schema(REVIEW)["properties"]) - set(schema(REVIEW)["required"]) == {
        "people", "exercise", "exercise_questions", "deleted", "set_aside",
    }  # fmt: skip


VALUES = st.sampled_from(
    [None, True, False, 0, 1, -1, 2, 7, 2**53, 2**70, 1.0, 0.5, "", "x", " ", "agent", "joined", "2026-03-20", [], {},
     [None], [{}], {"id": "x"}]
)  # fmt: skip


def places(document: Document) -> list[tuple[Document, Any]]:
    """Every container with each of its keys or indexes."""
    found = []
    waiting = [document]
    while waiting:
        one = waiting.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else []
        for key in keys:
            found.append((one, key))
            waiting.append(one[key])
    return found


def small(document: Document) -> Document:
    """The same with at most three of each list, but for turns."""
    for container, key in places(document):
        if isinstance(container[key], list) and key not in ("turns", "criteria", "levels"):
            del container[key][3:]
    return document


REVIEW_DOCUMENT, EXERCISE_DOCUMENT = json.loads(whole_review().json), json.loads(exercise())


def spoiled(document: Document, changes: list[tuple[float, str, Any]]) -> Document:
    """A copy with values replaced, left out and added."""
    made = deepcopy(document)
    for where, act, value in changes:
        sites = places(made)
        if not sites:
            return made
        container, key = sites[int(where * (len(sites) - 1))]
        if act == "remove":
            del container[key]
        elif act == "add" and isinstance(container, dict):
            container["unknown"] = value
        else:
            container[key] = deepcopy(value)
    return made


CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["set", "set", "set", "remove", "add"]), VALUES), min_size=1, max_size=2
)


@settings(max_examples=300, deadline=None)
@given(CHANGES)
def test_the_reader_takes_no_review_that_does_not_fit(changes: list[tuple[float, str, Any]]) -> None:
    text = json.dumps(spoiled(REVIEW_DOCUMENT, changes))
    try:
        file = review_file.loads(text, "it")
    except Unreadable:
        return
    if file.full.review.known_part_of == 0:
        validator(REVIEW).validate(json.loads(text))
        validator(REVIEW).validate(json.loads(review_file.dumps(file.full, file.turns)))


@settings(max_examples=300, deadline=None)
@given(CHANGES)
def test_the_reader_takes_no_exercise_that_does_not_fit(changes: list[tuple[float, str, Any]]) -> None:
    text = json.dumps(spoiled(EXERCISE_DOCUMENT, changes))
    try:
        file = exercise_file.loads(text.encode(), "it")
    except Unreadable:
        return
    validator(EXERCISE).validate(json.loads(text))
    validator(EXERCISE).validate(json.loads(exercise_file.dumps(file)))
