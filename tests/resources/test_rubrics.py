"""The rubrics that come with the program are complete, and score as their guide says."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer import resources
from reviewer.domain.review import Rating
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.scoring import Score, score
from reviewer.errors import Unreadable

LIVE_CHAT = "live-chat-evaluation.toml"
SCORECARD = "chat-quality-scorecard.toml"
BOTH = (LIVE_CHAT, SCORECARD)
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "rubrics.md"
FEWEST_WORDS = 6
LEVELS = ["Poor", "Weak", "Fair", "Good", "Excellent"]


def shipped(name: str) -> RubricSet:
    return read_rubric(resources.read_text("rubrics", name), name)


def rated(rubric: RubricSet, values: str) -> Score:
    """The score of one digit for each criterion in order; `-` leaves a criterion unrated, `n` marks it N/A."""
    ratings = [
        Rating(
            id=str(position),
            review="review",
            criterion=criterion.id,
            value=int(value) if value.isdigit() else None,
            not_applicable=value == "n",
        )
        for position, (criterion, value) in enumerate(zip(rubric.criteria, values, strict=True))
    ]
    return score(rubric, ratings)


def test_exactly_two_rubrics_are_shipped() -> None:
    assert resources.names("rubrics", suffix=".toml") == sorted(BOTH)


@pytest.mark.parametrize(
    ("name", "title", "version", "weights", "critical"),
    [
        (LIVE_CHAT, "Live chat evaluation", 2, "W15 G10 T15 P15 H20 F15 R10", "F"),
        (SCORECARD, "Chat quality scorecard", 1, "L20 A20 T15 D10 O15 C10 P10", "AD"),
    ],
)
def test_criteria_letters_and_weights(name: str, title: str, version: int, weights: str, critical: str) -> None:
    rubric = shipped(name)
    assert (rubric.rubric.name, rubric.rubric.version) == (title, version)
    assert " ".join(f"{one.letter}{one.weight}" for one in rubric.criteria) == weights
    assert "".join(one.letter for one in rubric.criteria if one.critical) == critical


@pytest.mark.parametrize("name", BOTH)
def test_weights_make_100_and_no_letter_is_used_twice_or_kept_for_notes(name: str) -> None:
    criteria = shipped(name).criteria
    letters = [one.letter for one in criteria]
    assert sum(one.weight for one in criteria) == 100
    assert len(set(letters)) == len(letters)
    assert "N" not in letters


@pytest.mark.parametrize("name", BOTH)
def test_each_level_says_in_words_what_such_a_chat_looks_like(name: str) -> None:
    for criterion in shipped(name).criteria:
        assert [level.name for level in criterion.levels] == LEVELS
        descriptions = [level.description for level in criterion.levels]
        assert all(len(text.split()) >= FEWEST_WORDS for text in [criterion.description, *descriptions])
        assert all(text.endswith(".") for text in [criterion.description, *descriptions])
        assert len(set(descriptions)) == len(LEVELS), f"{criterion.name} describes two levels alike"


@pytest.mark.parametrize("name", BOTH)
def test_a_fail_level_belongs_to_critical_criteria_alone(name: str) -> None:
    for criterion in shipped(name).criteria:
        assert criterion.fail_level == (1 if criterion.critical else None)


def test_ids_are_32_hexadecimal_digits_and_all_different() -> None:
    ids = []
    for rubric in map(shipped, BOTH):
        ids += [rubric.rubric.id, *(one.id for one in rubric.criteria), *(one.id for one in rubric.questions)]
    assert all(re.fullmatch(r"[0-9a-f]{32}", one) for one in ids)
    assert len(set(ids)) == len(ids)


def test_only_the_live_chat_evaluation_asks_questions() -> None:
    questions = shipped(LIVE_CHAT).questions
    assert [question.text for question in questions] == [
        "Was the inquiry handled, and resolved fairly?",
        "What other strategies were open to the agent?",
        "What does the company want from live chat, and did it get it?",
    ]
    assert {question.target_words for question in questions} == {80}
    assert shipped(SCORECARD).questions == ()


@pytest.mark.parametrize(
    ("values", "exact", "shown", "word"),
    [
        ("2334222", Fraction(155, 4), 39, "Needs work"),
        ("233422-", Fraction(725, 18), 40, "Needs work"),
        ("233422n", Fraction(725, 18), 40, "Needs work"),
        ("1111121", Fraction(15, 4), 4, "Needs work"),
        ("3333333", Fraction(50), 50, "Developing"),
        ("4444444", Fraction(75), 75, "Good"),
        ("5555555", Fraction(100), 100, "Excellent"),
    ],
)
def test_live_chat_totals(values: str, exact: Fraction, shown: int, word: str) -> None:
    result = rated(shipped(LIVE_CHAT), values)
    assert (result.total, result.shown) == (exact, shown)
    assert result.band is not None
    assert result.band.name == word


@pytest.mark.parametrize(
    ("name", "values", "failed"),
    [(LIVE_CHAT, "5555515", "F"), (SCORECARD, "5551555", "D"), (SCORECARD, "5155555", "A")],
)
def test_a_critical_criterion_rated_1_makes_the_total_0(name: str, values: str, failed: str) -> None:
    result = rated(shipped(name), values)
    assert result.shown == 0
    assert result.uncapped is not None
    assert result.uncapped >= 80
    assert [one.letter for one in result.failed] == [failed]


@pytest.mark.parametrize("name", BOTH)
def test_the_guide_names_every_criterion_with_its_weight(name: str) -> None:
    guide = GUIDE.read_text("utf-8")
    for one in shipped(name).criteria:
        critical = " (critical)" if one.critical else ""
        assert f"| {one.letter} | {one.name}{critical} | {one.weight} |" in guide


def test_a_broken_rubric_is_refused_with_the_name_of_the_file() -> None:
    text = resources.read_text("rubrics", LIVE_CHAT)
    with pytest.raises(Unreadable, match=r"^mine\.toml .*share a letter"):
        read_rubric(text.replace('letter = "G"', 'letter = "W"'), "mine.toml")
    with pytest.raises(Unreadable, match=r"^mine\.toml is not a rubric file"):
        read_rubric(text.replace("[[criteria]]", "[[criteria", 1), "mine.toml")
