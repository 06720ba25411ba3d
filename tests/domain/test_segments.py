"""Highlights cut into pieces that join without a gap."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.anchor import Anchor
from reviewer.domain.annotation import Annotation, Verdict, numbers
from reviewer.domain.segments import highlights_in, segments

TEXT = "x" * 30


def comment(name: str, start: int, end: int, turn: int = 1) -> Annotation:
    anchor = Anchor(turn, start, turn, end, TEXT[start:end])
    return Annotation(name, "review", anchor, None, Verdict.NONE, "")


def test_the_shorter_lies_inside_and_nearer_to_the_words():
    found = highlights_in([comment("long", 2, 20), comment("short", 5, 9)], 1, 30)
    assert [(one.annotation.id, one.lane) for one in found] == [("short", 0), ("long", 1)]
    pieces = segments(found, 30)
    assert [(piece.start, piece.end, [one.annotation.id for one in piece.highlights]) for piece in pieces] == [
        (0, 2, []), (2, 5, ["long"]), (5, 9, ["short", "long"]), (9, 20, ["long"]), (20, 30, []),
    ]  # fmt: skip


def test_neighbours_share_a_lane():
    found = highlights_in([comment("a", 0, 5), comment("b", 5, 10)], 1, 30)
    assert [one.lane for one in found] == [0, 0]


def test_other_turns_and_whole_turns_have_no_highlight():
    whole = Annotation("w", "review", Anchor(1, 0, 1, 30, TEXT, whole_turns=True), None, Verdict.NONE, "")
    assert highlights_in([whole, comment("b", 5, 10, turn=2)], 1, 30) == ()


def test_numbers_go_by_the_end_then_the_shorter():
    comments = [comment("c", 3, 20), comment("a", 4, 8), comment("b", 10, 20), comment("d", 0, 2, turn=2)]
    assert numbers(comments) == {"a": 1, "b": 2, "c": 3, "d": 4}


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=8))
def test_pieces_join_and_lanes_never_collide(places: list[tuple[int, int]]):
    comments = [comment(str(number), *sorted(place)) for number, place in enumerate(places)]
    found = highlights_in(comments, 1, 30)
    pieces = segments(found, 30)
    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == 30
    for piece in pieces:
        lanes = [one.lane for one in piece.highlights]
        assert len(set(lanes)) == len(lanes)
        covering = {one.id for one in comments if one.anchor.start <= piece.start and piece.end <= one.anchor.end}
        assert {one.annotation.id for one in piece.highlights} == covering
