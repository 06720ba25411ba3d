"""Trades in rubric files: each has levels of its own, and what does not fit together is refused in one sentence."""

from pathlib import Path

import pytest

from reviewer.domain.rubric_file import read_rubric
from reviewer.errors import Unreadable

SHOP = '[{name = "Poor", description = "Cold."}, {name = "Good", description = "Warm.", points = 90}]'
BANK = '[{name = "Poor", description = "Chatty."}, {name = "Good", description = "Correct."}]'

TRADES = f"""
name = "Mine"
trade = "bank"

[[trades]]
key = "shop"
name = "Shop"
guidance = "Relaxed."

[[trades]]
key = "bank"
name = "Bank"

[[criteria]]
letter = "A"
name = "Warmth"
description = "Whether it was kind."
weight = 100

[[criteria.variants]]
trade = "shop"
levels = {SHOP}

[[criteria.variants]]
trade = "bank"
levels = {BANK}
"""
SHOP_ALONE = f'[[criteria.variants]]\ntrade = "shop"\nlevels = {SHOP}'


def refused(text: str) -> str:
    """The sentence after the words that all refusals begin with."""
    with pytest.raises(Unreadable) as wrong:
        read_rubric(text, "mine.toml")
    opening, sentence = "mine.toml is not a complete rubric: ", wrong.value.sentence
    assert sentence.startswith(opening)
    return sentence.removeprefix(opening)


def test_levels_are_those_of_the_chosen_trade() -> None:
    rubric = read_rubric(TRADES, "mine.toml")
    (only,) = rubric.criteria
    assert [(one.key, one.name, one.guidance) for one in rubric.rubric.trades] == [
        ("shop", "Shop", "Relaxed."), ("bank", "Bank", ""),
    ]  # fmt: skip
    assert [one.description for one in only.levels] == ["Chatty.", "Correct."]
    assert [one.description for one in rubric.in_trade("shop").criteria[0].levels] == ["Cold.", "Warm."]


def test_without_a_choice_the_first_trade_is_chosen() -> None:
    rubric = read_rubric(TRADES.replace('trade = "bank"\n\n', "", 1), "mine.toml")
    assert (rubric.rubric.trade, rubric.criteria[0].levels[0].description) == ("shop", "Cold.")


def test_levels_may_stand_beside_the_trades_when_they_say_the_same() -> None:
    both = TRADES.replace("weight = 100", f"weight = 100\nlevels = {BANK}")
    assert read_rubric(both, "mine.toml").criteria[0].levels == read_rubric(TRADES, "mine.toml").criteria[0].levels
    differing = TRADES.replace("weight = 100", f"weight = 100\nlevels = {SHOP}")
    assert refused(differing) == "Criterion 1: its levels differ from those of the trade “bank”."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'trade = "shop"\nlevels',
            'trade = "farm"\nlevels',
            "Criterion 1: there is no trade “farm” in this rubric.",
        ),
        ('trade = "bank"\n\n', 'trade = "farm"\n\n', "There is no trade “farm” in this rubric."),
        (
            SHOP,
            SHOP.replace("]", ', {name = "Best"}]'),
            "Criterion 1: all trades have the same number of levels, but “shop” has 3, not 2.",
        ),
        (SHOP_ALONE, "", "Criterion 1: the trade “shop” has no levels, though others have."),
        (SHOP_ALONE, SHOP_ALONE + SHOP_ALONE.replace("[[", "\n[["), "Criterion 1: a trade is described twice."),
        ('key = "bank"', 'key = "shop"', "Two trades have the same key."),
        ('key = "shop"', 'key = ""', "A trade needs a key."),
    ],
)
def test_trades_that_do_not_fit(old: str, new: str, sentence: str) -> None:
    assert old in TRADES
    assert refused(TRADES.replace(old, new, 1)) == sentence


def test_the_file_in_the_guide_is_read() -> None:
    guide = (Path(__file__).resolve().parents[2] / "docs" / "rubrics.md").read_text("utf-8")
    text = guide.split("```toml\n")[1].split("```")[0].replace('"32 hexadecimal digits"', '"@"')
    digits = (f'"{number:032x}"' for number in range(1, 100))
    text = "".join(part + (next(digits) if more else "") for part, more in with_next(text.split('"@"')))
    rubric = read_rubric(text, "guide.toml")
    assert (rubric.rubric.trade, [one.letter for one in rubric.criteria]) == ("shop", ["W", "E"])


def with_next(parts: list[str]) -> list[tuple[str, bool]]:
    """Each part, and whether another follows."""
    return [(part, at < len(parts)) for at, part in enumerate(parts, start=1)]
