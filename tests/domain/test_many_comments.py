"""A review keeps its comments in order through edits, as if they were sorted anew each time."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.anchor import Anchor
from reviewer.domain.annotation import Annotation, Verdict, in_reading_order
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.rubric import CriticalEffect, Rubric, RubricSet
from reviewer.domain.transcript import Transcript

TURNS = 9
CHAT = Transcript("t", "Chat", "chat.txt", "0", "name_colon", "2026-03-01", TURNS)
RUBRIC = RubricSet(Rubric("r", "Rubric", 1, CriticalEffect.ZERO, ()), ())
EMPTY = FullReview(CHAT, (), RUBRIC, Reviewer("k", "Kim"), Review("v", "t", "k", "r"), saved=True)

anchors = st.builds(
    lambda first, more, start, found: Anchor(first, start, min(TURNS, first + more), start + 5, "x" * 5, found=found),
    st.integers(1, TURNS), st.integers(0, 3), st.integers(0, 3), st.booleans(),
)  # fmt: skip
steps = st.lists(st.tuples(st.integers(0, 12), st.none() | anchors), max_size=40)


@settings(deadline=None)
@given(steps)
def test_edits_keep_the_order_the_numbers_and_what_lies_in_each_turn(made):
    full, wanted = EMPTY, {}
    for number, anchor in made:
        own = f"{number:02}"
        before = wanted.get(own)
        after = Annotation(own, "v", anchor, None, Verdict.CONCERN, "") if anchor else None
        if before is None and after is None:
            continue
        op = Op.ADD_COMMENT if before is None else Op.EDIT_COMMENT
        edit = Edit(op, (Delta(before, after),), "t")
        full = full.after(edit)
        assert full.after(edit) == full, "an edit that is heard twice changes nothing"
        wanted[own] = after
        if after is None:
            del wanted[own]
        rebuilt = replace(EMPTY, annotations=tuple(in_reading_order(wanted.values())))
        assert full.annotations == rebuilt.annotations
        assert [full.number_of(one) for one in full.annotations] == list(rebuilt.numbers.values())
        for turn in range(1, TURNS + 1):
            here = [one for one in rebuilt.annotations if one.anchor.span_in(turn, 99)]
            assert full.annotations_at(turn) == here
