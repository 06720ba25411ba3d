"""The head of the page and its scorecard."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Point
from reviewer.domain.rubric import Band, CriticalEffect
from reviewer.domain.scoring import CriterionScore, Score
from reviewer.exporters.view_model import CriterionView, PointView, Ref, ScoreView, SummaryList
from reviewer.exporters.wording import points

RefOf = Callable[[Annotation], Ref]

GOOD = 75
EFFECTS = {
    CriticalEffect.ZERO: "A critical criterion at its fail level makes the total 0.",
    CriticalEffect.CAP: "A critical criterion at its fail level caps the total at 49.",
    CriticalEffect.FLAG: "A critical criterion at its fail level is flagged and leaves the total as it is.",
}


def score_view(score: Score, bands: Iterable[Band]) -> ScoreView | None:
    """The ring, or None while nothing is rated."""
    if score.total is None or score.shown is None:
        return None
    names = ", ".join(one.name for one in score.failed)
    critical = f"Critical failure: {names}" if names else "Critical criteria: passed"
    if names and score.uncapped is not None and score.uncapped != score.total:
        critical += f". Without it: {points(score.uncapped)}"
    band = "Critical failure" if names and not score.total else score.band.name if score.band else ""
    rounding = f"rounded to {score.shown}" + (f": {band}" if band else "")
    any_critical = any(part.criterion.critical for part in score.parts)
    return ScoreView(
        shown=score.shown,
        of="of 100" if score.complete else "of 100 so far",
        band=band,
        css="failed" if names else _band_css(score),
        critical=critical if any_critical else "",
        total=points(score.total),
        rounding=rounding if names else rounding + _bound(score.band, bands),
    )


def rated_words(score: Score) -> str:
    """“6 of 7 criteria rated”."""
    return f"{score.rated} of {score.to_rate} criteria rated"


def criteria_views(full: FullReview, ref: RefOf) -> tuple[CriterionView, ...]:
    """The rows of the scorecard; none while nothing is rated."""
    if not full.ratings:
        return ()
    share = _share(full.score)
    return tuple(_row(full, part, share, ref) for part in full.score.parts)


def scoring_words(full: FullReview) -> str:
    """How the score is made, for a reader who has never seen one."""
    effect = EFFECTS[full.rubric.rubric.critical_effect]
    critical = f" {effect}" if any(one.critical for one in full.rubric.criteria) else ""
    return (
        "How the score is made: the lowest level earns nothing, the highest the whole weight, the steps between are"
        f" even unless the rubric says otherwise.{critical} Criteria marked N/A are left out and the other weights grow"
        " to fill 100 %."
    )


def summary_lists(full: FullReview, ref: RefOf) -> tuple[SummaryList, ...]:
    """What worked, what to change, what to try; lists without a line are left out."""
    review, annotations = full.review, {one.id: one for one in full.annotations}

    def lines(entries: tuple[Point, ...]) -> tuple[PointView, ...]:
        return tuple(
            PointView(one.text, tuple(ref(annotations[link]) for link in one.annotations if link in annotations))
            for one in entries
            if one.text.strip()
        )

    lists = (
        SummaryList("g", "up", "What worked", lines(review.worked)),
        SummaryList("r", "alert", "What to change", lines(review.to_change)),
        SummaryList("b", "next", "Try next time", lines(review.try_next)),
    )
    return tuple(one for one in lists if one.points)


def _row(full: FullReview, part: CriterionScore, share: Fraction, ref: RefOf) -> CriterionView:
    criterion, rating = part.criterion, full.rating_of(part.criterion.id)
    levels = len(criterion.levels)
    if part.value is not None:
        rating_words = f"{part.value} of {levels}, {criterion.levels[part.value - 1].name.lower()}"
    else:
        rating_words = "not applicable" if part.not_applicable else "not rated"
    return CriterionView(
        letter=criterion.letter,
        slot=criterion.slot,
        name=criterion.name,
        critical=criterion.critical,
        weight=criterion.weight if full.shows_weights else None,
        pips=tuple(step <= part.value for step in range(1, levels + 1)) if part.value is not None else (),
        rating=rating_words,
        points=_points(part, share) if full.shows_weights else "",
        reason=rating.note if rating else "",
        refs=tuple(ref(one) for one in full.annotations if one.criterion == criterion.id),
    )


def _points(part: CriterionScore, share: Fraction) -> str:
    return points(part.points * share) if part.value is not None else "–"


def _share(score: Score) -> Fraction:
    """What one point of a rated weight counts in the total of 100."""
    highest = sum((part.highest for part in score.parts), Fraction(0))
    return Fraction(100) / highest if highest else Fraction(0)


def _bound(band: Band | None, bands: Iterable[Band]) -> str:
    """Where the next band starts, “ (below 50)”; empty in the highest."""
    higher = [one.start for one in bands if band and one.start > band.start]
    return f" (below {min(higher)})" if higher else ""


def _band_css(score: Score) -> str:
    if score.band is None or score.band.start >= GOOD:
        return "high"
    return "low"
