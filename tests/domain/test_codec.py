"""Records to plain values and back, and what is refused."""

import json
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.codec import RECORD_KINDS, Malformed, edit_from_plain, edit_to_plain, from_plain, to_plain
from reviewer.domain.edit import Delta, Edit, Op, Record
from reviewer.domain.rubric import Criterion
from reviewer.domain.transcript import Speaker

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.integers(-(2**63), 2**63 - 1)


def any_value(hint: Any) -> st.SearchStrategy[Any]:
    """A value for a field, of those that the library can hold."""
    if is_dataclass(hint):
        return any_of_kind(hint)
    if get_origin(hint) is tuple:
        return st.lists(any_value(get_args(hint)[0]), max_size=2).map(tuple)
    if get_args(hint):
        return st.one_of([any_value(part) for part in get_args(hint)])
    return {str: WORDS, int: NUMBERS}.get(hint, st.from_type(hint))


def any_of_kind(kind: Any) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{name: any_value(hint) for name, hint in get_type_hints(kind).items()})


def any_record() -> st.SearchStrategy[Record]:
    """A record of any kind."""
    return st.one_of([any_of_kind(kind) for kind in RECORD_KINDS.values()])


@given(any_record())
def test_every_record_survives_json(record: Record):
    text = json.dumps(to_plain(record), ensure_ascii=False)
    assert from_plain(type(record), json.loads(text)) == record


@given(st.sampled_from(Op), st.lists(st.tuples(any_record(), any_record()), min_size=1, max_size=3), st.text())
def test_every_edit_survives_json(op: Op, records: list[tuple[Record, Record]], scope: str):
    deltas = [delta for one, other in records for delta in (Delta(None, one), Delta(one, one), Delta(other, None))]
    edit = Edit(op, tuple(deltas), scope)
    assert edit_from_plain(json.loads(json.dumps(edit_to_plain(edit)))) == edit


WHOLE = {"id": "s", "transcript": "t", "name": "Ada", "role": "agent"}


@pytest.mark.parametrize(
    "plain",
    [
        None, [], "words", {}, {**WHOLE, "role": "boss"}, {**WHOLE, "name": 3}, {**WHOLE, "name": None},
        {**WHOLE, "extra": 1}, {key: WHOLE[key] for key in ("id", "name")},
    ],
)  # fmt: skip
def test_what_is_no_speaker_is_refused(plain: object):
    with pytest.raises(Malformed):
        from_plain(Speaker, plain)


def test_a_number_is_no_truth_and_a_truth_no_number():
    whole = to_plain(Criterion("c", "r", 1, "A", "Name", "", 10, ()))
    for wrong in ({"weight": True}, {"critical": 2}, {"weight": 2.5}, {"weight": 2**63}, {"levels": "none"}):
        with pytest.raises(Malformed):
            from_plain(Criterion, whole | wrong)


def test_fields_with_defaults_may_be_absent():
    anchor = {"first_turn": 1, "start": 0, "last_turn": 1, "end": 2, "quote": "Hi"}
    plain = {"id": "a", "review": "r", "anchor": anchor, "criterion": None, "verdict": "none", "text": ""}
    found = from_plain(Annotation, plain)
    assert (found.verdict, found.suggestion, found.anchor.prefix) == (Verdict.NONE, None, "")


@pytest.mark.parametrize("plain", [{}, {"op": "rate"}, {"op": "sing", "scope": "", "deltas": []},
    {"op": "rate", "scope": "", "deltas": [{"kind": "Song", "before": None, "after": {}}]},
    {"op": "rate", "scope": "", "deltas": [{"kind": "Speaker", "before": None, "after": None}]}])  # fmt: skip
def test_what_is_no_edit_is_refused(plain: dict[str, object]):
    with pytest.raises(Malformed):
        edit_from_plain(plain)
