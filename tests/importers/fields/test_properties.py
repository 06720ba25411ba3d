"""However a JSON file is damaged, it is read or refused in one line, and every record is counted once."""

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewer import importers
from reviewer.errors import ReviewerError
from reviewer.importers.base import Found, Source
from tests.importers.reading import said

NAMES = st.sampled_from(["Ines", "Jon", "customer", "agent", "bot"])
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30).filter(str.strip)
CHATS = st.lists(
    st.lists(st.fixed_dictionaries({"speaker": NAMES, "text": WORDS}), min_size=2, max_size=5), min_size=1, max_size=4
)
DAMAGE = st.sampled_from([b"", b"\xff", b"\0", b'"', b"{", b"]", b",", b"\\ud800", b"\n", b"NaN", b"9" * 500])


def read(content: bytes, name: str = "kettle.json") -> Found | None:
    """What is found, with every record counted once; None after a refusal in one line."""
    found, refused = None, ""
    try:
        found = importers.read(Source(name, content))
    except ReviewerError as error:
        refused = error.sentence
    if found is None:
        assert refused.endswith(".")
        assert "\n" not in refused
        return None
    ledger = found.ledger()
    assert ledger.pop("total") == len(found.lines) == len(found.texts) == sum(ledger.values())
    for conversation in found.conversations:
        for turn in conversation.turns:
            assert 1 <= turn.where[0] <= turn.where[1] <= len(found.lines)
    return found


def written(chats: Any, *, by_line: bool) -> bytes:
    made = [{"id": number, "messages": turns} for number, turns in enumerate(chats)]
    text = "\n".join(json.dumps(one) for one in made) if by_line else json.dumps(made, ensure_ascii=False)
    return text.encode()


@settings(max_examples=60)
@given(chats=CHATS, by_line=st.booleans())
def test_words_come_through_as_they_are(chats: Any, by_line: bool):
    found = read(written(chats, by_line=by_line))
    assert found is not None
    heard = [turn for conversation in found.conversations for turn in said(conversation)]
    assert heard == [(turn["speaker"], turn["text"]) for turns in chats for turn in turns]


@settings(max_examples=100)
@given(chats=CHATS, by_line=st.booleans(), at=st.integers(0, 2000), length=st.integers(0, 30), damage=DAMAGE)
def test_damage_is_survived(chats: Any, by_line: bool, at: int, length: int, damage: bytes):
    content = written(chats, by_line=by_line)
    at %= len(content) + 1
    read(content[:at] + damage + content[at + length :])


@settings(max_examples=60)
@given(chats=CHATS, at=st.integers(0, 2000))
def test_a_list_that_breaks_off_is_never_taken_for_whole(chats: Any, at: int):
    content = written(chats, by_line=False)
    assert read(content[: at % len(content)]) is None


@settings(max_examples=60)
@given(content=st.binary(max_size=80))
@example(b"{}")
@example(b'{"messages": {"messages": [[]]}}')
def test_any_bytes_after_a_bracket(content: bytes):
    for start in (b"[", b'{"', b'[{"'):
        read(start + content)
