"""Codes as the criteria of a rubric.

A rubric has twelve criteria at most. Where there are more codes, those that nobody used are left out first; then a code
stands for all below it; then the most used remain. The comments of a code without a criterion of its own say its name.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from unicodedata import bidirectional, category, is_normalized

from reviewer.domain.rubric import Criterion, Level, RubricSet
from reviewer.domain.rubric_changes import LETTERS, LEVEL_NAMES, new_rubric
from reviewer.domain.rubric_check import (
    FEWEST_LEVELS,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_CRITERIA,
    MOST_LEVELS,
    problems,
)
from reviewer.domain.weights import spread
from reviewer.exchange.refi_qda.codes import Code
from reviewer.exchange.refi_qda.names import NO_CRITERIA, identity_of

_LEVEL: Final = re.compile(r"(?P<number>\d) (?P<name>[^:\n]{1,100})(?:: (?P<words>.*))?\Z")

_TURNING: Final = frozenset({"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rubric made of codes. `criterion_of` has the criterion of every code that has one, its own or that of a code
    above it; `names` the name of each code that its comments have to say. `without` codes became no criterion.
    """

    rubric: RubricSet | None
    criterion_of: Mapping[str, str]
    names: Mapping[str, str]
    codes: int
    without: int


def scheme_of(codes: Sequence[Code], name: str, used: Counter[str]) -> Scheme:
    """A rubric with these codes as criteria, called `name` or like the one folder that holds them all.

    `used` counts the marks of each code.
    """
    tops = tuple(one for one in codes if one.id not in NO_CRITERIA)
    if len(tops) == 1 and not tops[0].codable:
        name = tops[0].name
    everything = [one for one in _flat(tops) if one.codable or not one.below]
    chosen = _chosen(tops, everything, used)
    parents = {below.id: one.id for one in _flat(tops) for below in one.below}
    kept = {one.id for one in chosen}
    heirs = {one.id: heir for one in _flat(tops) if (heir := _heir(one.id, kept, parents))}
    rubric = _rubric(chosen, name)
    criteria = {} if rubric is None else {one.id: made.id for one, made in zip(chosen, rubric.criteria, strict=True)}
    return Scheme(
        rubric,
        {code: criteria[heir] for code, heir in heirs.items() if heir in criteria},
        {one.id: one.name.strip() for one in _flat(tops) if one.id not in kept},
        len(everything),
        len(everything) - sum(one.id in kept for one in everything),
    )


def _flat(codes: Sequence[Code]) -> Iterator[Code]:
    for one in codes:
        yield one
        yield from _flat(one.below)


def _chosen(tops: Sequence[Code], everything: Sequence[Code], used: Counter[str]) -> list[Code]:
    """The codes that become criteria, in the order of the codebook."""
    if len(everything) <= MOST_CRITERIA:
        return list(everything)
    in_use = [one for one in everything if used[one.id]]
    if used and len(in_use) <= MOST_CRITERIA:
        return in_use
    uses = {one.id: sum(used[below.id] for below in _flat((one,))) for one in tops}
    best = sorted(tops, key=lambda one: -uses[one.id])[:MOST_CRITERIA]
    kept = {one.id for one in best}
    return [one for one in tops if one.id in kept]


def _heir(code: str, kept: set[str], parents: Mapping[str, str]) -> str | None:
    """The code itself, or the nearest above it, that became a criterion."""
    at: str | None = code
    while at is not None and at not in kept:
        at = parents.get(at)
    return at


def _rubric(codes: Sequence[Code], name: str) -> RubricSet | None:
    """The same ids for the same codes; None where there is no code."""
    if not codes:
        return None
    said = [f"{one.id} {one.name} {one.description}" for one in codes]
    rubric_id = identity_of("rubric", name, *said)
    weights = spread([1] * len(codes))
    letters: list[str] = []
    criteria = []
    for position, (code, weight) in enumerate(zip(codes, weights, strict=True), start=1):
        letters.append(_letter(code.name, letters))
        description, levels = _levels(_clean(code.description, LONGEST_TEXT, lines=True))
        shown = _clean(code.name, LONGEST_NAME) or f"Code {position}"
        criterion = identity_of("criterion", rubric_id, code.id)
        criteria.append(Criterion(criterion, rubric_id, position, letters[-1], shown, description, weight, levels))
    head = new_rubric(_clean(name, LONGEST_NAME) or "Codebook").rubric
    made = RubricSet(replace(head, id=rubric_id), tuple(criteria))
    return made if not problems(made) else _plainer(made)


def _plainer(rubric: RubricSet) -> RubricSet:
    """Without descriptions and levels of the file, which cannot be used as they are."""
    levels = tuple(Level(word, "") for word in LEVEL_NAMES)
    return replace(rubric, criteria=tuple(replace(one, description="", levels=levels) for one in rubric.criteria))


def _letter(name: str, taken: Sequence[str]) -> str:
    """A letter of the name, else of the alphabet, that no other criterion has."""
    signs: list[str] = [*(one.upper() for one in name), *LETTERS]
    for sign in signs:
        foreign = sign.isalpha() and not sign.isascii() and len(sign) == 1 and is_normalized("NFC", sign)
        if sign not in taken and (sign in LETTERS or foreign):
            return sign
    raise ValueError("a rubric has fewer criteria than the alphabet letters")


def _levels(description: str) -> tuple[str, tuple[Level, ...]]:
    """The description without the levels that this program writes at its end, and these; else the usual five."""
    lines = description.split("\n")
    for count in range(min(MOST_LEVELS, len(lines)), FEWEST_LEVELS - 1, -1):
        found = [match for line in lines[-count:] if (match := _LEVEL.match(line))]
        if [match["number"] for match in found] == [str(number) for number in range(1, count + 1)]:
            return "\n".join(lines[:-count]), tuple(Level(match["name"], match["words"] or "") for match in found)
    return description, tuple(Level(word, "") for word in LEVEL_NAMES)


def _clean(text: str, longest: int, *, lines: bool = False) -> str:
    """The text in signs that a rubric may hold, and no longer than it may be."""
    kept = (sign if _fits(sign, lines=lines) else " " for sign in text.replace("\r\n", "\n").replace("\r", "\n"))
    words = "".join(kept).strip()
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def _fits(sign: str, *, lines: bool) -> bool:
    """Whether a rubric may hold the sign: no controls, no half signs, nothing that turns the direction of words."""
    if sign in "\n\t":
        return lines
    return category(sign) not in ("Cc", "Cs", "Zl", "Zp") and bidirectional(sign) not in _TURNING
