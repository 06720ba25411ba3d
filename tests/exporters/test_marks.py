"""Words with marks: nothing is lost, and each comment has its number once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.exporters import marks
from reviewer.exporters.conversation_view import turn_views
from reviewer.exporters.marks import marked_text
from reviewer.exporters.view_model import Mark, Node, Ref, TurnView
from tests.exporters.reviews import Reviewed, comment, review_of

NONE = Verdict.NONE
TEXTS = st.lists(st.text(min_size=1, max_size=24), min_size=1, max_size=4)


def words(nodes: tuple[Node, ...]) -> str:
    return "".join(words(node.nodes) if isinstance(node, Mark) else node for node in nodes if not isinstance(node, Ref))


def views(reviewed: Reviewed) -> list[TurnView]:
    return list(turn_views(reviewed.told(), reviewed.turns))


def brackets(reviewed: Reviewed) -> list[str]:
    return [" ".join(f"{one.part} {one.slot}" for one in view.brackets) for view in views(reviewed)]


def numbers(nodes: tuple[Node, ...]) -> list[int]:
    found = []
    for node in nodes:
        found += [node.number] if isinstance(node, Ref) else numbers(node.nodes) if isinstance(node, Mark) else []
    return found


def nodes_of(reviewed: Reviewed, position: int) -> tuple[Node, ...]:
    full, text = reviewed.full, reviewed.texts[position]
    here = [one for one in full.annotations if one.anchor.first_turn <= position <= one.anchor.last_turn]
    return marked_text(here, position, text, reviewed.told().ref)


@st.composite
def commented(draw: st.DrawFn) -> Reviewed:
    """A chat with word and whole-turn comments anywhere, over each other and over turns."""
    reviewed = review_of("Chat", [("Mira", text) for text in draw(TEXTS)])
    places = [(turn.position, at) for turn in reviewed.turns for at in range(len(turn.text) + 1)]
    made: list[Annotation] = []
    for _ in range(draw(st.integers(0, 5))):
        start, end = sorted((draw(st.sampled_from(places)), draw(st.sampled_from(places))))
        whole = draw(st.booleans()) or start == end
        anchor = reviewed.whole(start[0], end[0]) if whole else reviewed.span(*start, *end)
        made.append(comment(anchor, draw(st.integers(0, 7)) or None, NONE, ""))
    return reviewed.commented(*made)


@given(commented())
def test_every_word_stays_and_every_comment_gets_one_number(reviewed: Reviewed) -> None:
    found = []
    for turn in reviewed.turns:
        nodes = nodes_of(reviewed, turn.position)
        assert words(nodes) == turn.text
        found += numbers(nodes)
    assert sorted(found) == sorted(reviewed.full.numbers.values())


@given(commented())
def test_every_comment_stands_beside_the_turn_that_holds_its_number(reviewed: Reviewed) -> None:
    for view in turn_views(reviewed.told(), reviewed.turns):
        assert [one.number for one in view.comments] == sorted(numbers(view.nodes))


@given(commented())
def test_a_mark_alone_is_what_it_is_among_others(reviewed: Reviewed) -> None:
    for one in reviewed.full.annotations:
        for position in range(one.anchor.first_turn, one.anchor.last_turn + 1):
            text, ref = reviewed.texts[position], reviewed.told().ref
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(marks, "_marked_once", lambda *_: ())
                among = marked_text([one], position, text, ref)
            assert marked_text([one], position, text, ref) == among


def test_overlapping_marks_are_cut_where_one_ends() -> None:
    chat = review_of("Chat", [("Mira", "one two three")])
    chat = chat.commented(
        comment(chat.words(1, "one two"), 1, NONE, ""), comment(chat.words(1, "two three"), 2, NONE, "")
    )
    assert nodes_of(chat, 1) == (
        Mark(1, ("one ",)),
        Mark(2, (Mark(1, ("two",)), Ref(1, 1, "Comment 1: Word choice"), " three")),
        Ref(2, 2, "Comment 2: Grammar"),
    )


def test_a_mark_within_another_keeps_its_number_inside() -> None:
    chat = review_of("Chat", [("Mira", "one two three")])
    chat = chat.commented(
        comment(chat.words(1, "one two three"), 1, NONE, ""), comment(chat.words(1, "two"), 2, NONE, "")
    )
    (mark, last) = nodes_of(chat, 1)
    assert mark == Mark(1, ("one ", Mark(2, ("two",)), Ref(1, 2, "Comment 1: Grammar"), " three"))
    assert last == Ref(2, 1, "Comment 2: Word choice")


def test_a_comment_over_turns_marks_each_and_is_numbered_at_its_end() -> None:
    chat = review_of("Chat", [("Mira", "one two"), ("Customer", "three"), ("Mira", "four five")])
    chat = chat.commented(comment(chat.words(1, "two", until=3, last_words="four"), 3, NONE, ""))
    assert nodes_of(chat, 1) == ("one ", Mark(3, ("two",)))
    assert nodes_of(chat, 2) == (Mark(3, ("three",)),)
    assert nodes_of(chat, 3) == (Mark(3, ("four",)), Ref(1, 3, "Comment 1: Tone"), " five")


def test_brackets_of_whole_turns() -> None:
    chat = review_of("Chat", [("Mira", text) for text in ("a", "b", "c", "d", "e", "f", "g")])
    chat = chat.commented(
        comment(chat.whole(1, 1), 1, NONE, ""),
        comment(chat.whole(2, 3), 2, NONE, ""),
        comment(chat.whole(4, 6), None, NONE, ""),
    )
    assert brackets(chat) == ["b0 1", "b1 2", "b2 2", "b1 8", "bm 8", "b2 8", ""]
    assert [view.room for view in views(chat)] == [" w0", " w0 far", " w0", " w0 far", " w0 far", " w0", ""]


def test_brackets_stand_side_by_side() -> None:
    chat = review_of("Chat", [("Mira", text) for text in ("a", "b", "c")])
    places = ((1, 3), (2, 2), (2, 3), (2, 2), (2, 2), (3, 3))
    chat = chat.commented(
        *(comment(chat.whole(first, last), slot, NONE, "") for slot, (first, last) in enumerate(places, start=1))
    )
    lanes = [{bracket.slot: bracket.lane for bracket in view.brackets} for view in views(chat)]
    assert lanes == [{1: 0}, {1: 0, 2: 2, 3: 1, 4: 3, 5: 3}, {1: 0, 3: 1, 6: 2}]
    assert [view.room for view in views(chat)] == [" w0 far", " w3 far", " w2"]
