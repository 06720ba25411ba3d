"""What a person wants of a rubric, as the rubric it would be.

Criteria are named by their roots; places count from 0, numbers and positions from 1.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from reviewer.domain.ids import new_id
from reviewer.domain.rubric import (
    NOTE_LETTER,
    Band,
    Criterion,
    CriticalEffect,
    Level,
    Question,
    Rubric,
    RubricSet,
    Variant,
)
from reviewer.domain.weights import WHOLE, spread

LETTERS = "ABCDEFGHIJKLMOPQRSTUVWXYZ"
LEVEL_NAMES = ("Poor", "Weak", "Fair", "Good", "Excellent")
FIRST_BANDS = (Band(0, "Needs work"), Band(50, "Developing"), Band(75, "Good"), Band(90, "Excellent"))


def new_rubric(name: str) -> RubricSet:
    """A rubric to begin with: one criterion of five levels that weighs everything."""
    rubric = Rubric(new_id(), name, 1, CriticalEffect.ZERO, FIRST_BANDS)
    levels = tuple(Level(word, "") for word in LEVEL_NAMES)
    return RubricSet(rubric, (Criterion(new_id(), rubric.id, 1, "A", "New criterion", "", WHOLE, levels),))


def with_head(rubric: RubricSet, **fields: Any) -> RubricSet:
    """Other fields of the rubric itself."""
    return replace(rubric, rubric=replace(rubric.rubric, **fields))


def with_criterion(rubric: RubricSet, root: str, **fields: Any) -> RubricSet:
    """Other fields of one criterion; one that becomes critical fails at its lowest level."""
    if fields.get("critical"):
        fields.setdefault("fail_level", _criterion(rubric, root).fail_level or 1)
    return _each(rubric, lambda one: replace(one, **fields) if one.root == root else one)


def with_letter(rubric: RubricSet, root: str, letter: str) -> RubricSet:
    """Another letter of a criterion, in capitals."""
    return with_criterion(rubric, root, letter=letter.strip().upper() if len(letter.strip()) == 1 else letter.strip())


def with_level(rubric: RubricSet, root: str, number: int, **fields: Any) -> RubricSet:
    """Other fields of level `number` (from 1) of a criterion, in the trade that is chosen."""

    def changed(one: Criterion) -> Criterion:
        levels = tuple(
            replace(level, **fields) if at == number else level for at, level in enumerate(one.levels, start=1)
        )
        return _with_own_levels(one, levels, rubric.rubric.trade)

    return _each(rubric, lambda one: changed(one) if one.root == root else one)


def shared_levels(rubric: RubricSet) -> tuple[Level, ...]:
    """The levels of the first criterion, which the others follow where they say the same."""
    return rubric.criteria[0].levels if rubric.criteria else ()


def with_shared_level(rubric: RubricSet, number: int, **fields: Any) -> RubricSet:
    """Another name or other points of level `number` (from 1) in all criteria that say the same there as the first."""
    first = shared_levels(rubric)
    if number > len(first):
        return rubric
    model = first[number - 1]

    def changed(levels: tuple[Level, ...]) -> tuple[Level, ...]:
        follows = len(levels) == len(first) and _says(levels[number - 1]) == _says(model)
        return (*levels[: number - 1], replace(levels[number - 1], **fields), *levels[number:]) if follows else levels

    return _each(rubric, lambda one: _all_levels(one, changed))


def with_level_count(rubric: RubricSet, count: int, root: str | None = None) -> RubricSet:
    """All criteria, or the one with this root, have so many levels; new ones come at the top, the highest go first."""

    def changed(levels: tuple[Level, ...]) -> tuple[Level, ...]:
        return (*levels[:count], *(Level(f"Level {number}", "") for number in range(len(levels) + 1, count + 1)))

    def resized(one: Criterion) -> Criterion:
        sized = _all_levels(one, changed)
        return replace(sized, fail_level=min(one.fail_level, count)) if one.fail_level else sized

    return _each(rubric, lambda one: resized(one) if root in (None, one.root) else one)


def add_criterion(rubric: RubricSet, name: str = "New criterion") -> RubricSet:
    """One more criterion at the end, with the levels of the first and no weight yet; the only one weighs everything."""
    model = rubric.criteria[0] if rubric.criteria else new_rubric("").criteria[0]
    made = replace(
        _copy_of(rubric, model),
        rubric=rubric.rubric.id,
        name=name,
        description="",
        weight=0 if rubric.criteria else WHOLE,
        critical=False,
        fail_level=None,
        levels=_emptied(model.levels),
        variants=tuple(replace(one, levels=_emptied(one.levels)) for one in model.variants),
    )
    return _placed(rubric, (*rubric.criteria, made))


def duplicate_criterion(rubric: RubricSet, root: str) -> RubricSet:
    """The same criterion once more, below itself, under a letter that is free."""
    at = place_of(rubric, root)
    return _placed(rubric, _inserted(rubric.criteria, at + 1, _copy_of(rubric, rubric.criteria[at])))


def remove_criterion(rubric: RubricSet, root: str) -> RubricSet:
    """All criteria but this one; the last one stays."""
    kept = tuple(one for one in rubric.criteria if one.root != root)
    return _placed(rubric, kept) if kept else rubric


def move_criterion(rubric: RubricSet, root: str, to: int) -> RubricSet:
    """The criterion stands at place `to`."""
    moved = _criterion(rubric, root)
    rest = tuple(one for one in rubric.criteria if one.root != root)
    return _placed(rubric, _inserted(rest, max(0, min(to, len(rest))), moved))


def spread_weights(rubric: RubricSet) -> RubricSet:
    """The weights make 100 in the proportion that they have."""
    weights = spread([one.weight for one in rubric.criteria])
    criteria = tuple(replace(one, weight=weight) for one, weight in zip(rubric.criteria, weights, strict=True))
    return replace(rubric, criteria=criteria)


def with_band(rubric: RubricSet, number: int, **fields: Any) -> RubricSet:
    """Another start or name of band `number` (from 1)."""
    bands = rubric.rubric.bands
    if number > len(bands):
        return rubric
    changed = (*bands[: number - 1], replace(bands[number - 1], **fields), *bands[number:])
    return with_head(rubric, bands=changed)


def add_band(rubric: RubricSet) -> RubricSet:
    """One more band: half-way between the highest and 100."""
    bands = rubric.rubric.bands
    start = (max(band.start for band in bands) + WHOLE + 1) // 2 if bands else 0
    return with_head(rubric, bands=(*bands, Band(start, "New band")))


def remove_band(rubric: RubricSet, number: int) -> RubricSet:
    """All bands but band `number` (from 1)."""
    bands = rubric.rubric.bands
    return with_head(rubric, bands=(*bands[: number - 1], *bands[number:]))


def with_question(rubric: RubricSet, position: int, **fields: Any) -> RubricSet:
    """Another text or target of the question at `position` (from 1)."""
    return replace(
        rubric,
        questions=tuple(replace(one, **fields) if one.position == position else one for one in rubric.questions),
    )


def add_question(rubric: RubricSet, text: str) -> RubricSet:
    """One more question at the end."""
    made = Question(new_id(), rubric.rubric.id, len(rubric.questions) + 1, text)
    return replace(rubric, questions=(*rubric.questions, made))


def remove_question(rubric: RubricSet, position: int) -> RubricSet:
    """All questions but that at `position` (from 1)."""
    kept = (one for one in rubric.questions if one.position != position)
    return replace(rubric, questions=tuple(replace(one, position=at) for at, one in enumerate(kept, start=1)))


def place_of(rubric: RubricSet, root: str) -> int:
    """Where a criterion stands, from 0.

    Raises:
        ValueError: the rubric has no such criterion.
    """
    return [one.root for one in rubric.criteria].index(root)


def free_letter(rubric: RubricSet, wanted: str = "") -> str:
    """A letter that no criterion has: one of the letters of `wanted` where possible."""
    taken = {one.letter.upper() for one in rubric.criteria} | {NOTE_LETTER}
    candidates = [sign for sign in wanted.upper() if sign.isalnum()] + list(LETTERS)
    return next(letter for letter in candidates if letter not in taken)


def _criterion(rubric: RubricSet, root: str) -> Criterion:
    return rubric.criteria[place_of(rubric, root)]


def _each(rubric: RubricSet, change: Callable[[Criterion], Criterion]) -> RubricSet:
    return replace(rubric, criteria=tuple(change(one) for one in rubric.criteria))


def _placed(rubric: RubricSet, criteria: Iterable[Criterion]) -> RubricSet:
    return replace(rubric, criteria=tuple(replace(one, position=at) for at, one in enumerate(criteria, start=1)))


def _inserted(criteria: Sequence[Criterion], at: int, one: Criterion) -> tuple[Criterion, ...]:
    return (*criteria[:at], one, *criteria[at:])


def _copy_of(rubric: RubricSet, one: Criterion) -> Criterion:
    return replace(one, id=new_id(), origin="", letter=free_letter(rubric, one.name))


def _emptied(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    return tuple(replace(level, description="") for level in levels)


def _says(level: Level) -> tuple[str, int | None]:
    return level.name, level.points


def _with_own_levels(one: Criterion, levels: tuple[Level, ...], trade: str) -> Criterion:
    variants = tuple(Variant(own.trade, levels) if own.trade == trade else own for own in one.variants)
    return replace(one, levels=levels, variants=variants)


def _all_levels(one: Criterion, change: Callable[[tuple[Level, ...]], tuple[Level, ...]]) -> Criterion:
    variants = tuple(replace(own, levels=change(own.levels)) for own in one.variants)
    return replace(one, levels=change(one.levels), variants=variants)
