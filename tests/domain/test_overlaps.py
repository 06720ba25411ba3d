"""Which comments of several people are on the same words."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.anchor import Anchor, anchor_at, turn_anchor
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.overlaps import Marked, matches, shared_words

TEXTS = {1: "one two three four", 2: "", 3: "five six 😀 seven"}


def words(start: int, end: int, turn: int = 1) -> Anchor:
    return anchor_at(TEXTS, turn, start, turn, end)


def marked(person: str, anchor: Anchor, criterion: str | None = "tone") -> Marked:
    name = f"{person}{criterion}{anchor.first_turn}:{anchor.start}-{anchor.last_turn}:{anchor.end}"
    return Marked(person, criterion, Annotation(name, "r", anchor, criterion, Verdict.CONCERN, ""))


def test_half_of_the_shorter_is_enough():
    assert matches(words(0, 8), words(4, 18), TEXTS)
    assert not matches(words(0, 7), words(4, 18), TEXTS)
    assert matches(words(0, 18), words(17, 18), TEXTS)
    assert not matches(words(0, 7), words(7, 18), TEXTS)
    assert not matches(words(0, 18), words(0, 8, turn=3), TEXTS)


def test_places_over_several_turns():
    across = anchor_at(TEXTS, 1, 8, 3, 8)
    assert matches(across, words(0, 8, turn=3), TEXTS)
    assert matches(across, turn_anchor(TEXTS, 1, 1), TEXTS)
    assert matches(turn_anchor(TEXTS, 1, 3), words(9, 10, turn=3), TEXTS)


def test_the_words_that_two_of_three_have_in_common():
    (shared,) = shared_words([marked("a", words(0, 8)), marked("b", words(4, 13)), marked("c", words(8, 18))], TEXTS)
    assert shared.people == 3
    assert (shared.anchor.quote, shared.anchor.start) == ("two three", 4)


def test_another_criterion_or_the_same_person_is_no_match():
    assert shared_words([marked("a", words(0, 8)), marked("b", words(0, 8), "grammar")], TEXTS) == []
    assert shared_words([marked("a", words(0, 8)), marked("a", words(0, 9))], TEXTS) == []
    (notes,) = shared_words([marked("a", words(0, 8), None), marked("b", words(0, 8), None)], TEXTS)
    assert notes.criterion is None


def test_whole_turns_stay_whole():
    (shared,) = shared_words([marked("a", turn_anchor(TEXTS, 1, 3)), marked("b", turn_anchor(TEXTS, 3, 3))], TEXTS)
    assert shared.anchor == turn_anchor(TEXTS, 3, 3)
    (mixed,) = shared_words([marked("a", turn_anchor(TEXTS, 1, 3)), marked("b", words(0, 4, turn=3))], TEXTS)
    assert (mixed.anchor.quote, mixed.anchor.whole_turns) == ("five", False)


PLACES = st.tuples(st.sampled_from("abc"), st.integers(0, 17), st.integers(1, 18)).filter(lambda one: one[1] < one[2])


@given(st.lists(PLACES, max_size=12, unique=True))
def test_whoever_matches_another_is_in_a_group_and_no_one_else(places: list[tuple[str, int, int]]):
    all_marked = [marked(person, words(start, end)) for person, start, end in places]
    groups = shared_words(all_marked, TEXTS)
    grouped = [one.annotation.id for group in groups for one in group.marked]
    assert len(grouped) == len(set(grouped))
    alone = {
        one.annotation.id
        for one in all_marked
        if not any(one.person != two.person and matches(one.anchor, two.anchor, TEXTS) for two in all_marked)
    }
    assert set(grouped) == {one.annotation.id for one in all_marked} - alone
    for group in groups:
        assert group.people > 1
        covered = {
            point
            for one in group.marked
            for two in group.marked
            if one.person != two.person
            for point in range(max(one.anchor.start, two.anchor.start), min(one.anchor.end, two.anchor.end))
        }
        assert {group.anchor.start, group.anchor.end - 1} <= covered
