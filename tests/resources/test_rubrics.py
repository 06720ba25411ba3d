"""The rubrics that come with the program are complete, and score as their guide says."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer import resources
from reviewer.domain.review import Rating
from reviewer.domain.rubric import AppliesTo, Criterion, Level, RubricSet
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.scoring import Score, score
from reviewer.errors import Unreadable

LIVE_CHAT = "live-chat-evaluation.toml"
SCORECARD = "chat-quality-scorecard.toml"
CUSTOMER = "customer-etiquette.toml"
PERSONAL = "personal-touch-by-trade.toml"
ALL = (SCORECARD, CUSTOMER, LIVE_CHAT, PERSONAL)
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "rubrics.md"
FEWEST_WORDS, MOST_WORDS = 5, 40
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


def levels_by_trade(criterion: Criterion) -> list[tuple[Level, ...]]:
    """The levels of a criterion, once for each trade."""
    return [one.levels for one in criterion.variants] or [criterion.levels]


def test_exactly_four_rubrics_are_shipped() -> None:
    assert resources.names("rubrics", suffix=".toml") == list(ALL)


@pytest.mark.parametrize(
    ("name", "title", "version", "weights", "critical"),
    [
        (LIVE_CHAT, "Live chat evaluation", 3, "W15 G10 T15 P15 H20 F15 R10", "F"),
        (SCORECARD, "Chat quality scorecard", 2, "L20 A20 T15 D10 O15 C10 P10", "AD"),
        (CUSTOMER, "Customer etiquette", 1, "Q20 G20 P15 C15 R15 H10 E5", "R"),
        (PERSONAL, "Personal touch by trade", 1, "E15 S15 I20 A15 H15 W20", ""),
    ],
)
def test_criteria_letters_and_weights(name: str, title: str, version: int, weights: str, critical: str) -> None:
    rubric = shipped(name)
    assert (rubric.rubric.name, rubric.rubric.version) == (title, version)
    assert " ".join(f"{one.letter}{one.weight}" for one in rubric.criteria) == weights
    assert "".join(one.letter for one in rubric.criteria if one.critical) == critical


@pytest.mark.parametrize("name", ALL)
def test_weights_make_100_and_no_letter_is_used_twice_or_kept_for_notes(name: str) -> None:
    criteria = shipped(name).criteria
    letters = [one.letter for one in criteria]
    assert sum(one.weight for one in criteria) == 100
    assert len(set(letters)) == len(letters)
    assert "N" not in letters


@pytest.mark.parametrize("name", ALL)
def test_there_are_1_to_12_criteria_and_all_is_described(name: str) -> None:
    rubric = shipped(name)
    assert 1 <= len(rubric.criteria) <= 12
    texts = [rubric.rubric.description, *(one.description for one in rubric.criteria)]
    texts += [trade.guidance for trade in rubric.rubric.trades]
    assert [text for text in texts if not sound(text)] == []


@pytest.mark.parametrize("name", ALL)
def test_each_level_says_in_words_what_such_a_chat_looks_like(name: str) -> None:
    for criterion in shipped(name).criteria:
        by_trade = levels_by_trade(criterion)
        assert all([level.name for level in levels] == LEVELS for levels in by_trade)
        descriptions = [level.description for levels in by_trade for level in levels]
        assert [text for text in descriptions if not sound(text)] == []
        assert len(set(descriptions)) == len(descriptions), f"{criterion.name} describes two levels alike"


def sound(text: str) -> bool:
    """Whether a description has the length and the manner of all others."""
    return FEWEST_WORDS <= len(text.split()) <= MOST_WORDS and text.endswith(".") and "!" not in text


@pytest.mark.parametrize("name", ALL)
def test_a_fail_level_belongs_to_critical_criteria_alone(name: str) -> None:
    for criterion in shipped(name).criteria:
        assert criterion.fail_level == (1 if criterion.critical else None)


def test_ids_are_32_hexadecimal_digits_and_all_different() -> None:
    ids = []
    for rubric in map(shipped, ALL):
        ids += [rubric.rubric.id, *(one.id for one in rubric.criteria), *(one.id for one in rubric.questions)]
    assert all(re.fullmatch(r"[0-9a-f]{32}", one) for one in ids)
    assert len(set(ids)) == len(ids)


def test_the_questions_of_the_live_chat_evaluation() -> None:
    questions = shipped(LIVE_CHAT).questions
    assert [question.text for question in questions] == [
        "Was the inquiry handled, and resolved fairly?",
        "What other strategies were open to the agent?",
        "What does the company want from live chat, and did it get it?",
    ]
    assert {question.target_words for question in questions} == {80}


@pytest.mark.parametrize("name", ALL)
def test_questions_end_as_questions_and_say_how_long_an_answer_is(name: str) -> None:
    questions = shipped(name).questions
    assert 2 <= len(questions) <= 3
    assert all(one.text.endswith("?") and one.target_words in (60, 80) for one in questions)


@pytest.mark.parametrize("name", ALL)
def test_one_side_is_judged(name: str) -> None:
    judged = AppliesTo.CUSTOMER if name == CUSTOMER else AppliesTo.AGENT
    assert {one.applies_to for one in shipped(name).criteria} == {judged}


def test_the_personal_touch_is_described_for_every_trade() -> None:
    rubric = shipped(PERSONAL)
    keys = [trade.key for trade in rubric.rubric.trades]
    assert keys == ["retail", "hospitality", "technology", "healthcare", "public-services", "banking-insurance"]
    assert rubric.rubric.trade == "retail"
    assert all([one.trade for one in criterion.variants] == keys for criterion in rubric.criteria)
    best = {key: rubric.in_trade(key).criteria[0].levels[-1].description for key in keys}
    assert best["retail"].startswith("Few and well placed")
    assert best["banking-insurance"].startswith("No emoticons")


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


def test_disrespect_of_a_customer_is_shown_and_leaves_the_total_alone() -> None:
    result = rated(shipped(CUSTOMER), "5555155")
    assert ([one.letter for one in result.failed], result.shown) == (["R"], 85)


@pytest.mark.parametrize("name", ALL)
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
