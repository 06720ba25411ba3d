"""What pages about several reviews have in common: criteria, scores, bars and links to other pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from urllib.parse import quote

from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import Band, Criterion, Rubric
from reviewer.domain.scoring import Score, band_of, rounded
from reviewer.exporters.page_language import PageLanguage

GOOD = 75
"""From here on a band is shown in green."""


@dataclass(frozen=True, slots=True)
class Ring:
    """The average of several scores as a ring."""

    shown: int
    of: str
    band: str
    css: str
    below: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """A score in a table; `number` from 0 to 100 is as long as its bar, None where nothing is rated."""

    shown: str
    number: int | None
    band: str
    css: str
    critical: str


@dataclass(frozen=True, slots=True)
class Head:
    """A criterion as a badge and its name."""

    letter: str
    slot: int
    name: str
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart: `share` of the whole length, 0 to 100, and the same in words."""

    head: Head
    share: int
    words: str
    detail: str = ""


def href(*parts: str) -> str:
    """The relative address of a file, by the names of its folders and its own."""
    return "/".join(quote(part, safe="", errors="replace") for part in parts)


def head_of(criterion: Criterion) -> Head:
    """The badge of a criterion."""
    return Head(criterion.letter, criterion.slot, criterion.name, criterion.critical)


def score_cell(score: Score, language: PageLanguage) -> ScoreCell:
    """The score of one review."""
    if score.shown is None:
        return ScoreCell("–", None, language.say("not rated"), "", "")
    names = language.listed(one.name for one in score.failed)
    band = score.band.name if score.band else ""
    if not score.complete:
        band = language.say("so far")
    return ScoreCell(language.number(score.shown), score.shown, band, tint(score.band, failed=bool(names)), names)


def ring_of(totals: Sequence[Fraction], bands: Iterable[Band], failures: int, language: PageLanguage) -> Ring | None:
    """The average of these totals; None where there are none."""
    if not totals:
        return None
    average = sum(totals, Fraction(0)) / len(totals)
    band, shown = band_of(bands, average), rounded(average)
    return Ring(
        shown=shown,
        of=language.say("on average"),
        band=band.name if band else language.say("of 100"),
        css=tint(band, failed=False),
        below=failures_words(failures, language),
        spoken=language.say("Average score %(score)s of 100", score=language.number(shown)),
    )


def failures_words(failures: int, language: PageLanguage) -> str:
    """“2 critical failures”, or that there is none."""
    if not failures:
        return language.say("No critical failure")
    return language.count("%(number)s critical failure", "%(number)s critical failures", failures)


def tint(band: Band | None, *, failed: bool) -> str:
    """The class that colours a score."""
    if failed:
        return "failed"
    return "high" if band is None or band.start >= GOOD else "low"


@dataclass
class Averages:
    """What share of its points each criterion earned on average; criteria of other rubrics stay apart."""

    _rubrics: dict[str, Rubric] = field(default_factory=dict)
    _criteria: dict[tuple[str, str], Criterion] = field(default_factory=dict)
    _shares: dict[tuple[str, str], list[Fraction]] = field(default_factory=dict)

    def add(self, full: FullReview) -> None:
        """Count the ratings of one review; versions of one rubric count together, the newest names its criteria."""
        rubric = full.rubric.rubric
        known = self._rubrics.get(rubric.root)
        if known is None or known.version < rubric.version:
            self._rubrics[rubric.root] = rubric
        for part in full.score.parts:
            key = rubric.root, part.criterion.root
            if key not in self._criteria or known is None or known.version < rubric.version:
                self._criteria[key] = part.criterion
            if part.value is not None and part.highest:
                self._shares.setdefault(key, []).append(part.points / part.highest * 100)

    def bars(self, language: PageLanguage) -> tuple[tuple[str, tuple[Bar, ...]], ...]:
        """For each rubric its name and the bars of the criteria that somebody rated."""
        found = []
        for root, rubric in self._rubrics.items():
            keys = sorted((key for key in self._shares if key[0] == root), key=lambda key: self._criteria[key].position)
            if keys:
                found.append((rubric.name, tuple(self._bar(key, language) for key in keys)))
        return tuple(found)

    def _bar(self, key: tuple[str, str], language: PageLanguage) -> Bar:
        shares = self._shares[key]
        share = rounded(sum(shares, Fraction(0)) / len(shares))
        rated = language.count("%(number)s rating", "%(number)s ratings", len(shares))
        return Bar(head_of(self._criteria[key]), share, language.number(share), rated)
