"""The ready comments that come with the program: a few for every criterion of every shipped rubric, in one manner."""

import re
import tomllib
from collections import Counter

import pytest

from reviewer import resources
from reviewer.domain.annotation import Verdict
from reviewer.domain.codec import from_plain
from reviewer.domain.phrase import Phrase
from tests.domain.rubrics import shipped

RUBRICS = [name.removesuffix(".toml") for name in resources.names("rubrics", suffix=".toml")]
FEWEST, MOST = 3, 5
FEWEST_WORDS, MOST_WORDS = 5, 30


def phrases(rubric: str) -> list[Phrase]:
    table = tomllib.loads(resources.read_text("phrases", f"{rubric}.toml"))
    assert list(table) == ["phrases"]
    return [from_plain(Phrase, one) for one in table["phrases"]]


def test_there_is_one_file_for_each_rubric() -> None:
    assert resources.names("phrases") == [f"{name}.toml" for name in RUBRICS]


@pytest.mark.parametrize("name", RUBRICS)
def test_each_criterion_has_a_few_in_the_order_of_the_rubric(name: str) -> None:
    criteria = shipped(name).criteria
    found = Counter((one.criterion, one.criterion_name) for one in phrases(name))
    assert list(found) == [(one.root, one.name) for one in criteria]
    assert all(FEWEST <= count <= MOST for count in found.values())


@pytest.mark.parametrize("name", RUBRICS)
def test_each_criterion_has_something_to_praise_and_something_to_better(name: str) -> None:
    for criterion in shipped(name).criteria:
        verdicts = {one.verdict for one in phrases(name) if one.criterion == criterion.root}
        assert {Verdict.CONCERN, Verdict.STRENGTH} <= verdicts, criterion.name


@pytest.mark.parametrize("name", RUBRICS)
def test_they_are_short_whole_and_calm(name: str) -> None:
    for one in phrases(name):
        assert FEWEST_WORDS <= len(one.text.split()) <= MOST_WORDS, one.text
        assert one.text.endswith((".", "?"))
        assert "!" not in one.text + (one.suggestion or "")
        assert one.suggestion is None or one.suggestion.endswith((".", "?", "…"))


def test_no_two_are_the_same() -> None:
    everything = [one for name in RUBRICS for one in phrases(name)]
    assert all(re.fullmatch(r"[0-9a-f]{32}", one.id) for one in everything)
    assert len({one.id for one in everything}) == len({one.text for one in everything}) == len(everything)
