"""What a person changes in a rubric: levels, letters, places, weights; and how versions come about."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import rubric_changes as changes
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.rubric import Band, Level, Rubric, RubricSet, Trade, Variant
from reviewer.domain.rubric_check import Place, problems
from reviewer.domain.rubric_versions import default_among, newest_versions, offered, versions_of
from reviewer.domain.weights import spread
from tests.domain.rubrics import shipped

LIVE = "live-chat-evaluation"


@pytest.fixture
def live() -> RubricSet:
    return shipped(LIVE)


def letters(rubric: RubricSet) -> str:
    return "".join(one.letter for one in rubric.criteria)


def places(rubric: RubricSet) -> list[Place]:
    return [one.place for one in problems(rubric)]


@given(st.lists(st.integers(0, 100), min_size=1, max_size=12))
def test_spread_weights_are_whole_in_proportion_and_make_100(weights: list[int]) -> None:
    made = spread(weights)
    assert sum(made) == 100
    total = sum(weights) or len(weights)
    for before, after in zip(weights if sum(weights) else [1] * len(weights), made, strict=True):
        assert abs(after - before * 100 / total) < 1
    order = sorted(range(len(weights)), key=lambda at: weights[at])
    assert all(made[one] <= made[other] or weights[one] == weights[other] for one, other in pairwise(order))
    assert spread(made) == made


def test_95_of_100_becomes_100() -> None:
    assert spread([15, 10, 15, 15, 20, 10, 10]) == (16, 11, 16, 16, 21, 10, 10)
    assert spread([0, 0, 0]) == (34, 33, 33)
    assert spread([]) == ()


def test_a_sound_rubric_has_no_problem(live: RubricSet) -> None:
    assert problems(live) == []
    assert problems(shipped("chat-quality-scorecard")) == []
    assert problems(changes.new_rubric("Mine")) == []


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        ("g", "Criteria 1 and 2 share a letter, G."),
        ("n", "Criterion 1: n is kept for notes. Choose another letter."),
        ("", "Criterion 1: the letter is one letter or digit."),
        ("AB", "Criterion 1: the letter is one letter or digit."),
        ("?", "Criterion 1: the letter is one letter or digit."),
    ],
)
def test_letters_that_cannot_be(live: RubricSet, letter: str, sentence: str) -> None:
    wrong = changes.with_letter(live, live.criteria[0].root, letter)
    assert [one.whole.casefold() for one in problems(wrong)] == [sentence.casefold()]


def test_counts_that_cannot_be(live: RubricSet) -> None:
    first = live.criteria[0]
    assert places(replace(live, criteria=())) == [Place("", "criteria")]
    many = live
    while len(many.criteria) < 13:
        many = changes.add_criterion(many)
    assert [one.sentence for one in problems(many)] == ["A rubric has 1 to 12 criteria, not 13."]
    none = replace(live, criteria=tuple(replace(one, weight=0) for one in live.criteria))
    assert [one.sentence for one in problems(none)] == ["All weights are 0. At least one criterion needs a weight."]
    assert places(changes.with_criterion(live, first.root, weight=-1)) == [Place(first.root, "weight")]
    assert places(changes.with_level_count(live, 1, first.root)) == [Place(first.root, "levels")]
    assert places(changes.with_level_count(live, 10, first.root)) == [Place(first.root, "levels")]
    assert problems(changes.with_level_count(live, 2)) == problems(changes.with_level_count(live, 9)) == []


def test_fail_levels_lie_inside_the_levels(live: RubricSet) -> None:
    fair = next(one for one in live.criteria if one.critical)
    assert places(changes.with_criterion(live, fair.root, fail_level=6)) == [Place(fair.root, "fail level")]
    assert places(changes.with_criterion(live, fair.root, fail_level=None)) == [Place(fair.root, "fail level")]
    high = changes.with_criterion(live, fair.root, fail_level=5)
    low = changes.with_level_count(high, 3)
    assert low.criteria[changes.place_of(low, fair.root)].fail_level == 3
    first = live.criteria[0]
    assert changes.with_criterion(live, first.root, critical=True).criteria[0].fail_level == 1


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "Tone\u202eenoT", "Tone\x07", "Tone\nand manner"])
def test_names_that_cannot_be(live: RubricSet, name: str) -> None:
    root = live.criteria[0].root
    assert places(changes.with_criterion(live, root, name=name)) == [Place(root, "name")]
    assert places(changes.with_head(live, name=name)) == [Place("", "name")]
    assert places(changes.with_level(live, root, 2, name=name)) == [Place(root, "level", 2)]


def test_bands_and_questions_that_cannot_be(live: RubricSet) -> None:
    assert places(changes.with_head(live, bands=(Band(10, "Low"),))) == [Place("", "band", 1)]
    assert places(changes.with_band(live, 2, start=0)) == [Place("", "band", 1), Place("", "band", 2)]
    assert places(changes.with_band(live, 2, start=101)) == [Place("", "band", 2)]
    assert problems(changes.add_band(live)) == []
    assert places(changes.with_question(live, 2, text="")) == [Place("question 2", "text")]
    assert places(changes.with_question(live, 2, target_words=0)) == [Place("question 2", "words")]
    fewer = changes.remove_question(live, 1)
    assert [one.position for one in fewer.questions] == [1, 2]


def test_criteria_are_moved_copied_and_removed(live: RubricSet) -> None:
    assert letters(live) == "WGTPHFR"
    first = live.criteria[0].root
    assert letters(changes.move_criterion(live, first, 2)) == "GTWPHFR"
    assert letters(changes.move_criterion(live, first, 99)) == "GTPHFRW"
    assert [one.position for one in changes.move_criterion(live, first, 3).criteria] == [1, 2, 3, 4, 5, 6, 7]
    twice = changes.duplicate_criterion(live, first)
    assert letters(twice) == "WOGTPHFR"
    assert len({one.root for one in twice.criteria}) == 8
    assert letters(changes.remove_criterion(live, first)) == "GTPHFR"
    only = changes.new_rubric("Mine")
    assert changes.remove_criterion(only, only.criteria[0].root) == only


def test_shared_levels_leave_those_alone_that_say_something_else(live: RubricSet) -> None:
    first, second = live.criteria[0], live.criteria[1]
    own = changes.with_level(live, second.root, 5, name="Flawless", points=90)
    shared = changes.with_shared_level(own, 5, name="Best")
    assert [one.levels[4].name for one in shared.criteria] == ["Best", "Flawless", *["Best"] * 5]
    assert shared.criteria[0].levels[4].description == first.levels[4].description


def test_the_levels_of_the_chosen_trade_are_changed(live: RubricSet) -> None:
    relaxed = live.criteria[0].levels
    formal = tuple(Level(one.name, "formal") for one in relaxed)
    both = (Variant("retail", relaxed), Variant("banking", formal))
    rubric = replace(live, criteria=tuple(replace(one, variants=both) for one in live.criteria))
    rubric = changes.with_head(rubric, trades=(Trade("retail", "Retail"), Trade("banking", "Banking")), trade="retail")
    root = rubric.criteria[0].root
    changed = changes.with_level(rubric, root, 1, description="Cold.")
    assert problems(changed) == []
    assert changed.criteria[0].levels[0].description == "Cold."
    assert changed.in_trade("banking").criteria[0].levels[0].description == "formal"
    assert changed.in_trade("banking").in_trade("retail").criteria[0].levels[0].description == "Cold."
    sized = changes.with_level_count(rubric, 3)
    assert {len(own.levels) for one in sized.criteria for own in one.variants} == {3}


def test_a_change_in_place_holds_what_differs_alone(live: RubricSet) -> None:
    wanted = changes.with_criterion(live, live.criteria[2].root, name="Warmth")
    edit = edits.change(live, wanted)
    assert edit is not None
    assert [(one.before, one.after) for one in edit.deltas] == [(live.criteria[2], wanted.criteria[2])]
    assert edits.change(live, live) is None


def test_a_new_version_has_ids_of_its_own_and_typing_joins_it(live: RubricSet) -> None:
    wanted = changes.with_criterion(live, live.criteria[2].root, name="Warmt")
    edit = edits.next_version(live, wanted, 7)
    assert edit is not None
    made = [one.after for one in edit.deltas]
    ids = {one.id for one in (live.rubric, *live.criteria, *live.questions)}
    assert not ids & {one.id for one in made if one}
    last = made[-1]
    assert last.name == "Warmt"
    assert last.root == live.criteria[2].root
    later = edits.change(RubricSet(made[0], (last,)), RubricSet(made[0], (replace(last, name="Warmth"),)))
    joined = edit.merged_with(later)
    assert joined is not None
    assert joined.deltas[-1].after.name == "Warmth"
    other = edits.change(RubricSet(made[0], (last,)), RubricSet(made[0], (replace(last, weight=3),)))
    assert later.merged_with(other) is None


def test_versions_families_and_the_default(live: RubricSet) -> None:
    card = shipped("chat-quality-scorecard")
    edit = edits.next_version(live, changes.with_head(live, name="Other name"), 4)
    records = [one.after for one in edit.deltas]
    newer = RubricSet(next(one for one in records if isinstance(one, Rubric)), ())
    every = [live, newer, card]
    assert newest_versions(every) == [card, newer]
    assert [one.rubric.version for one in versions_of(every, live.rubric.root)] == [4, 3]
    gone = [replace(one, rubric=replace(one.rubric, retired=True)) for one in (live, newer)]
    assert offered([*gone, card]) == [card]
    assert default_among(every, card.rubric.root, "Other name") == card
    assert default_among(every, "", "Other name") == newer
    assert default_among([], "", "") is None
