"""Rows that are filled in are what the macro says for each."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from reviewer.domain.annotation import Verdict
from reviewer.domain.review import Reply
from reviewer.exporters import stamps
from reviewer.exporters.alike import Alike
from reviewer.exporters.conversation_view import turn_views
from reviewer.exporters.environment import program_environment
from reviewer.exporters.options import PageOptions
from reviewer.exporters.page_language import page_language
from reviewer.exporters.revised_view import revised_rows
from reviewer.exporters.signs import all_written, shown, written
from tests.exporters.cases import CASES
from tests.exporters.reviews import Reviewed, comment, identity, review_of
from tests.exporters.test_marked import every_kind
from tests.hostile_words import HOSTILE

WORDS = st.one_of(st.text(max_size=20), st.sampled_from(["{0}", "{}", "\0" + "1\0", "%s", "<b>", "&amp;", "'\""]))


def both_ways(chat: Reviewed, kind: str, options: PageOptions, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The page as it is made, and row by row."""
    fast = chat.page(kind, options)
    with monkeypatch.context() as patch:
        patch.setitem(program_environment(page_language(options.language)).filters, "rows", stamps.plain)
        return fast, chat.page(kind, options)


def answered() -> Reviewed:
    """Comments of all kinds: with a suggestion, replies, over turns, without a place, without a word."""
    chat = every_kind()
    chat = chat.commented(
        comment(chat.words(1, "Mira"), 1, Verdict.CONCERN, "Why {0}?", "Noor"),
        comment(chat.words(1, "I am Mira"), 2, Verdict.STRENGTH, ""),
        comment(chat.whole(2, 3), None, Verdict.NONE, "Both", ""),
        comment(chat.words(3, "soon"), 3, Verdict.CONCERN, "When?"),
    )
    first, *rest = chat.full.annotations
    lost = replace(first, id=identity("a", 90), anchor=replace(first.anchor, found=False))
    replies = (Reply(identity("7", 1), rest[0].id, chat.full.reviewer.id, "<i>So</i> {1}"),)
    changes = tuple(replace(one, annotations=(first.id, rest[0].id)) for one in chat.full.revised_turns)
    full = replace(chat.full, annotations=(first, *rest, lost), replies=replies, revised_turns=changes)
    return replace(chat, full=full)


@pytest.mark.parametrize("kind", ["feedback", "revised"])
@pytest.mark.parametrize("made", [*CASES.values(), every_kind, answered], ids=[*CASES, "kinds", "answered"])
def test_pages_are_the_same_row_by_row(
    made: Callable[[], Reviewed], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast, slow = both_ways(made(), kind, PageOptions(alternatives=True), monkeypatch)
    assert fast == slow


@given(st.lists(st.tuples(st.sampled_from(["Mira", "", "{0}"]), WORDS, WORDS, WORDS), min_size=1, max_size=6))
def test_any_words_are_the_same_row_by_row(said: list[tuple[str, str, str, str]]) -> None:
    chat = review_of("Chat", [(name, words) for name, words, _, _ in said])
    full_turns = [position for position, (_, words, _, _) in enumerate(said, start=1) if words.strip()]
    chat = chat.commented(
        *(
            comment(chat.whole(at, at), at % 7 + 1, Verdict.CONCERN, said[at - 1][2], said[at - 1][3])
            for at in full_turns
        )
    )
    for at in full_turns:
        chat = chat.reworded(at, said[at - 1][3], said[at - 1][2])
    with pytest.MonkeyPatch.context() as patch:
        fast, slow = both_ways(chat, "feedback", PageOptions(), patch)
    assert fast == slow


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_escaped_as_markupsafe_does(words: str) -> None:
    assert written(words) == escape(shown(words))


@given(st.text())
def test_any_words_are_escaped_as_markupsafe_does(words: str) -> None:
    assert written(words) == escape(shown(words))


@given(st.lists(st.one_of(WORDS, st.sampled_from(["`", "", "one\ntwo", "\0", "a`b"])), max_size=6))
def test_texts_are_escaped_together_as_each_alone(texts: list[str]) -> None:
    assert all_written(texts) == [written(one) for one in texts]


def test_turns_that_stayed_have_the_number_they_come_to_have(monkeypatch: pytest.MonkeyPatch) -> None:
    fast, slow = both_ways(every_kind(), "feedback", PageOptions(), monkeypatch)
    rows = every_kind().told()
    shifts = {one.shift for one in revised_rows(rows, lambda: every_kind().turns).told if isinstance(one, Alike)}
    assert fast == slow
    assert shifts - {0}


def test_turns_are_told_together_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.exporters.conversation_view.MOST", 3)
    monkeypatch.setattr("reviewer.exporters.revised_view.MOST", 3)
    chat = review_of(
        "Chat", [("Mira", f"Words {at}") for at in range(20)], times=[f"T10:{at}:00" for at in range(10, 30)]
    )
    chat = chat.reworded(8, "Other words").commented(comment(chat.words(9, "Words"), 1, Verdict.CONCERN, "Why?"))
    together = [len(one.turns) for one in turn_views(chat.told(), chat.turns).told if isinstance(one, Alike)]
    fast, slow = both_ways(chat, "feedback", PageOptions(), monkeypatch)
    assert together == [3, 3, 2, 3, 3, 3, 2]
    assert fast == slow


def test_patterns_of_turns_alike_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "MOST_PATTERNS", 3)
    chat = review_of("Chat", [("Mira", f"Words {at}") for at in range(20)])
    kinds = [(f"{at}",) for at in range(20)]
    stamp = stamps.AlikeStamp(lambda view: f"{view}")
    rows = Alike(lambda kind, position, text, number: f"{kind[0]} {text}", kinds, list(chat.turns))
    assert stamp(rows) == [f"{at} Words {at}" for at in range(20)] == list(rows.views())
    assert len(stamp._patterns) <= 3


def test_patterns_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "MOST_PATTERNS", 3)
    times = [f"T10:{at:02}:00" for at in range(20)]
    chat = review_of("Chat", [("Mira", f"Words {at}") for at in range(20)], times=times)
    asked: list[object] = []

    def macro(turn: object) -> str:
        asked.append(turn)
        return "made"

    stamp = stamps.Stamp(macro, ("position", "sent_at"), {"text": str})
    assert [stamp(turn) for turn in chat.turns] == ["made"] * 20
    assert len(asked) == 20
    assert len(stamp._patterns) <= 3
