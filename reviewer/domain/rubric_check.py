"""What keeps a rubric from being saved, each with its place, so that it can be said next to its field."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reviewer.domain.rubric import NOTE_LETTER, Criterion, Level, Question, RubricSet
from reviewer.domain.weights import WHOLE

FEWEST_CRITERIA, MOST_CRITERIA = 1, 12
FEWEST_LEVELS, MOST_LEVELS = 2, 9
LONGEST_NAME, LONGEST_TEXT = 100, 5_000
MOST_WORDS = 10_000
_UNSEEN: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Place:
    """A field: of the rubric (no `part`), of a criterion (its root) or of a question (`question 1`).

    `number` counts levels or bands from 1; `trade` names the variant that a level belongs to.
    """

    part: str
    field: str
    number: int = 0
    trade: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one place; `where` says in words which part it belongs to, or nothing for the rubric."""

    place: Place
    sentence: str
    where: str = ""

    @property
    def whole(self) -> str:
        """The sentence with the part that it belongs to."""
        return f"{self.where}: {self.sentence[0].lower()}{self.sentence[1:]}" if self.where else self.sentence


def problems(rubric: RubricSet) -> list[Problem]:
    """All of them, in the order of the fields; none when the rubric can be saved."""
    return [*_of_rubric(rubric), *_of_letters(rubric.criteria), *_of_parts(rubric)]


def question_part(position: int) -> str:
    """What places in a question are called; `position` counts from 1."""
    return f"question {position}"


def _of_rubric(rubric: RubricSet) -> Iterator[Problem]:
    head = rubric.rubric
    yield from _text(Place("", "name"), head.name, LONGEST_NAME, needed="A rubric needs a name.")
    yield from _text(Place("", "description"), head.description, LONGEST_TEXT)
    if not FEWEST_CRITERIA <= len(rubric.criteria) <= MOST_CRITERIA:
        sentence = f"A rubric has {FEWEST_CRITERIA} to {MOST_CRITERIA} criteria, not {len(rubric.criteria)}."
        yield Problem(Place("", "criteria"), sentence)
    elif not any(one.weight for one in rubric.criteria):
        yield Problem(Place("", "criteria"), "All weights are 0. At least one criterion needs a weight.")
    yield from _of_bands(rubric)
    for number, trade in enumerate(head.trades, start=1):
        yield from _text(Place("", "trade", number), trade.key, LONGEST_NAME, needed="A trade needs a key.")
        yield from _text(Place("", "trade", number), trade.name, LONGEST_NAME, needed="A trade needs a name.")
        yield from _text(Place("", "guidance", number), trade.guidance, LONGEST_TEXT)
    keys = {one.key for one in head.trades}
    if len(keys) != len(head.trades):
        yield Problem(Place("", "trade"), "Two trades have the same key.")
    if head.trade and head.trade not in keys:
        yield Problem(Place("", "trade"), f"There is no trade “{head.trade}” in this rubric.")


def _of_bands(rubric: RubricSet) -> Iterator[Problem]:
    bands = rubric.rubric.bands
    if bands and all(band.start > 0 for band in bands):
        yield Problem(Place("", "band", 1), "The lowest band starts at 0.")
    starts = Counter(band.start for band in bands)
    for number, band in enumerate(bands, start=1):
        yield from _text(Place("", "band", number), band.name, LONGEST_NAME, needed="A band needs a name.")
        if not 0 <= band.start <= WHOLE:
            yield Problem(Place("", "band", number), "A band starts between 0 and 100.")
        elif starts[band.start] > 1:
            yield Problem(Place("", "band", number), f"Two bands start at {band.start}.")


def _of_letters(criteria: Iterable[Criterion]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for one in criteria:
        place, where = Place(one.root, "letter"), _where(one)
        key = one.letter.casefold()
        if len(unicodedata.normalize("NFC", one.letter)) != 1 or not one.letter.isalnum():
            yield Problem(place, "The letter is one letter or digit.", where)
        elif key == NOTE_LETTER.casefold():
            yield Problem(place, f"{NOTE_LETTER} is kept for notes. Choose another letter.", where)
        elif key in seen:
            yield Problem(place, f"Criteria {seen[key]} and {one.position} share a letter, {one.letter}.")
        seen.setdefault(key, one.position)


def _of_parts(rubric: RubricSet) -> Iterator[Problem]:
    keys = [one.key for one in rubric.rubric.trades]
    for criterion in rubric.criteria:
        yield from _of_criterion(criterion)
        yield from _of_trades(criterion, keys)
        for variant in criterion.variants:
            yield from _of_levels(criterion, variant.levels, variant.trade)
    for question in rubric.questions:
        yield from _of_question(question)


def _of_criterion(one: Criterion) -> Iterator[Problem]:
    where = _where(one)
    yield from _text(Place(one.root, "name"), one.name, LONGEST_NAME, where, "A criterion needs a name.")
    yield from _text(Place(one.root, "description"), one.description, LONGEST_TEXT, where)
    if not 0 <= one.weight <= WHOLE:
        yield Problem(Place(one.root, "weight"), "A weight is between 0 and 100.", where)
    yield from _of_levels(one, one.levels, "")


def _of_trades(one: Criterion, keys: list[str]) -> Iterator[Problem]:
    place, where = Place(one.root, "trade"), _where(one)
    described = [variant.trade for variant in one.variants]
    for trade in described:
        if trade not in keys:
            yield Problem(place, f"There is no trade “{trade:.60}” in this rubric.", where)
    if len(set(described)) != len(described):
        yield Problem(place, "A trade is described twice.", where)
    missing = [key for key in keys if key not in described]
    if described and missing:
        yield Problem(place, f"The trade “{missing[0]}” has no levels, though others have.", where)
    for variant in one.variants:
        if len(variant.levels) != len(one.levels):
            sentence = f"All trades have the same number of levels, but “{variant.trade:.60}” has {len(variant.levels)}"
            yield Problem(place, f"{sentence}, not {len(one.levels)}.", where)


def _of_levels(one: Criterion, levels: tuple[Level, ...], trade: str) -> Iterator[Problem]:
    where = _where(one)
    if not FEWEST_LEVELS <= len(levels) <= MOST_LEVELS:
        sentence = f"A criterion has {FEWEST_LEVELS} to {MOST_LEVELS} levels, not {len(levels)}."
        yield Problem(Place(one.root, "levels", trade=trade), sentence, where)
        return
    for number, level in enumerate(levels, start=1):
        place = Place(one.root, "level", number, trade)
        yield from _text(place, level.name, LONGEST_NAME, where, "A level needs a name.")
        place = Place(one.root, "level description", number, trade)
        yield from _text(place, level.description, LONGEST_TEXT, where)
        if level.points is not None and not 0 <= level.points <= WHOLE:
            sentence = f"The points of level {number} are between 0 and 100."
            yield Problem(Place(one.root, "points", number, trade), sentence, where)
    if levels and all(level.points == 0 for level in levels):
        yield Problem(Place(one.root, "points", trade=trade), "At least one level needs points above 0.", where)
    if one.critical and one.fail_level is None:
        yield Problem(Place(one.root, "fail level"), "A critical criterion needs a fail level.", where)
    elif one.fail_level is not None and not 1 <= one.fail_level <= len(levels):
        sentence = f"The fail level is one of the levels 1 to {len(levels)}."
        yield Problem(Place(one.root, "fail level"), sentence, where)


def _of_question(one: Question) -> Iterator[Problem]:
    part, where = question_part(one.position), f"Question {one.position}"
    yield from _text(Place(part, "text"), one.text, LONGEST_TEXT, where, "A question needs words.")
    if one.target_words is not None and not 1 <= one.target_words <= MOST_WORDS:
        yield Problem(Place(part, "words"), f"The target is between 1 and {MOST_WORDS:,} words.", where)


def _text(place: Place, text: str, longest: int, where: str = "", needed: str = "") -> Iterator[Problem]:
    what = "name" if longest == LONGEST_NAME else "text"
    if needed and not text.strip():
        yield Problem(place, needed, where)
    elif len(text) > longest:
        yield Problem(place, f"The {what} is longer than {longest:,} characters.", where)
    elif any(_unseen(sign, lines=longest == LONGEST_TEXT) for sign in text):
        yield Problem(place, f"The {what} holds a control character. Write it without.", where)


def _unseen(sign: str, *, lines: bool) -> bool:
    if sign in "\n\t":
        return not lines
    return sign in _UNSEEN or unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")


def _where(one: Criterion) -> str:
    return f"Criterion {one.position}"
