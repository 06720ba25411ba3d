"""Rubric files: what is written reads back the same, and what cannot be used is refused in one sentence."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import resources
from reviewer.domain.rubric import (
    AppliesTo,
    Band,
    Criterion,
    CriticalEffect,
    Level,
    Question,
    Rubric,
    RubricSet,
    Trade,
    Variant,
)
from reviewer.domain.rubric_check import problems
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.rubric_writing import write_rubric
from reviewer.errors import Unreadable
from tests.domain.rubrics import shipped

SMALL = """
name = "Small"

[[criteria]]
letter = "A"
name = "Accuracy"
description = "Whether it was right."
weight = 60
levels = [{name = "No"}, {name = "Yes", description = "All of it."}]

[[criteria]]
letter = "T"
name = "Tone"
description = ""
weight = 40
levels = [{name = "Cold"}, {name = "Warm"}]

[[questions]]
text = "What would you have said?"
"""


@pytest.mark.parametrize("name", resources.names("rubrics", suffix=".toml"))
def test_shipped_rubrics_read_back_the_same(name: str) -> None:
    rubric = shipped(name.removesuffix(".toml"))
    assert read_rubric(write_rubric(rubric), "mine.toml") == rubric


SIGNS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"))
names = st.text(SIGNS, min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
texts = st.text(SIGNS | st.just("\n"), max_size=40)
levels = st.lists(st.builds(Level, names, texts, st.none() | st.integers(1, 100)), min_size=2, max_size=9).map(tuple)


@st.composite
def rubrics(draw: st.DrawFn) -> RubricSet:
    trades = (Trade("retail", draw(names), draw(texts)), Trade("bank", draw(names))) if draw(st.booleans()) else ()
    head = Rubric(
        "r" * 32, draw(names), draw(st.integers(1, 99)), draw(st.sampled_from(CriticalEffect)),
        (Band(0, draw(names)), Band(50, draw(names))), family=draw(st.sampled_from(["", "f" * 32])),
        description=draw(texts), trades=trades, trade="bank" if trades else "", retired=draw(st.booleans()),
    )  # fmt: skip
    criteria = []
    for position in range(1, draw(st.integers(1, 12)) + 1):
        own, critical = draw(levels), draw(st.booleans())
        retail = tuple(Level(draw(names), draw(texts), one.points) for one in own)
        variants = (Variant("retail", retail), Variant("bank", own)) if trades and not critical else ()
        criteria.append(
            Criterion(
                f"c{position}",
                head.id,
                position,
                "ABCDEFGHIJKL"[position - 1],
                draw(names),
                draw(texts),
                draw(st.integers(1, 100)),
                own,
                critical,
                1 if critical else None,
                draw(st.sampled_from(AppliesTo)),
                origin=draw(st.sampled_from(["", f"o{position}"])),
                variants=variants,
            )
        )
    questions = tuple(
        Question(f"q{at}", head.id, at, draw(names), draw(st.none() | st.integers(1, 500)))
        for at in range(1, draw(st.integers(0, 3)) + 1)
    )
    return RubricSet(head, tuple(criteria), questions)


@given(rubrics())
def test_whatever_can_be_saved_reads_back_the_same(rubric: RubricSet) -> None:
    assert problems(rubric) == []
    assert read_rubric(write_rubric(rubric), "mine.toml") == rubric


def test_a_file_without_ids_is_the_same_rubric_every_time() -> None:
    rubric = read_rubric(SMALL, "mine.toml")
    assert rubric == read_rubric(SMALL, "other.toml")
    assert [one.letter for one in rubric.criteria] == ["A", "T"]
    assert (rubric.rubric.version, rubric.rubric.critical_effect) == (1, CriticalEffect.ZERO)
    assert all(re.fullmatch("[0-9a-f]{32}", one.id) for one in (rubric.rubric, *rubric.criteria, *rubric.questions))
    assert replace(rubric.criteria[0]).levels == (Level("No", ""), Level("Yes", "All of it."))


THIRTEEN = SMALL + "".join(
    f'[[criteria]]\nletter = "{letter}"\nname = "{letter}"\ndescription = ""\nweight = 1\n'
    'levels = [{name = "No"}, {name = "Yes"}]\n'
    for letter in "BCDEFGHIJKL"
)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("weight = 60", "wieght = 60", "Criterion 1 has a field “wieght” that is not known here."),
        ('name = "Small"', 'nome = "Small"', "The rubric has a field “nome” that is not known here."),
        ("weight = 60\n", "", "Criterion 1 lacks “weight”."),
        ("weight = 60", 'weight = "a lot"', "Criterion 1: weight cannot be 'a lot'."),
        ("weight = 60", "weight = -60", "Criterion 1: a weight is between 0 and 100."),
        ('letter = "T"', 'letter = "a"', "Criteria 1 and 2 share a letter, a."),
        ('letter = "T"', 'letter = "N"', "Criterion 2: n is kept for notes. Choose another letter."),
        ('"Tone"', '"Tone\\u202e"', "Criterion 2: the name holds a control character. Write it without."),
        ('{name = "Cold"}, ', "", "Criterion 2: a criterion has 2 to 9 levels, not 1."),
        ('{name = "Cold"}', '{nam = "Cold"}', "Criterion 2: level 1 lacks “name”."),
        ("weight = 40", "weight = 40\nfail_level = 3", "Criterion 2: the fail level is one of the levels 1 to 2."),
        ("[[questions]]", "[questions]", "“question” is not a list of tables."),
        ("[[questions]]", "[[questions]]\nposition = 4", "Question 1 has a field “position” that is not known here."),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(old: str, new: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_rubric(SMALL.replace(old, new, 1), "mine.toml")
    assert refusal.value.sentence == f"mine.toml is not a complete rubric: {sentence}"


def test_too_many_criteria_no_weight_and_nonsense_are_refused() -> None:
    for text, sentence in (
        (THIRTEEN, "A rubric has 1 to 12 criteria, not 13."),
        (re.sub(r"weight = \d+", "weight = 0", SMALL), "All weights are 0. At least one criterion needs a weight."),
        ('name = "Empty"', "A rubric has 1 to 12 criteria, not 0."),
    ):
        with pytest.raises(Unreadable) as refusal:
            read_rubric(text, "mine.toml")
        assert refusal.value.sentence == f"mine.toml is not a complete rubric: {sentence}"
    for text in ("[" * 30_000, "\x00", "just words"):
        with pytest.raises(Unreadable, match=r"^mine\.toml is not a rubric file: "):
            read_rubric(text, "mine.toml")
