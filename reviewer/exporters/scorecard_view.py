"""The head of the page and its scorecard."""

from collections.abc import Iterable
from fractions import Fraction

from reviewer.domain.review import Point
from reviewer.domain.rubric import Band, CriticalEffect
from reviewer.domain.scoring import CriterionScore, Score
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.review_words import ReviewWords
from reviewer.exporters.view_model import CriterionView, PointView, ScoreView, SummaryList

GOOD = 75


def score_view(words: ReviewWords) -> ScoreView | None:
    """The ring, or None while nothing is rated."""
    score, say = words.full.score, words.language.say
    if score.total is None or score.shown is None:
        return None
    any_critical = any(part.criterion.critical for part in score.parts)
    failed = bool(score.failed)
    band = say("Critical failure") if failed and not score.total else score.band.name if score.band else ""
    places = {"score": score.shown, "band": band}
    return ScoreView(
        shown=score.shown,
        of=say("of 100") if score.complete else say("of 100 so far"),
        spoken=say("Score %(score)s of 100: %(band)s", **places) if band else say("Score %(score)s of 100", **places),
        band=band,
        css="failed" if failed else _band_css(score),
        critical=_critical(score, words.language) if any_critical else "",
        total=words.language.points(score.total),
        rounding=_rounding(score, band, words),
    )


def rated_words(words: ReviewWords) -> str:
    """“6 of 7 criteria rated”."""
    score = words.full.score
    return words.language.count(
        "%(rated)s of %(number)s criterion rated",
        "%(rated)s of %(number)s criteria rated",
        score.to_rate,
        rated=score.rated,
    )


def criteria_views(words: ReviewWords) -> tuple[CriterionView, ...]:
    """The rows of the scorecard; none while nothing is rated."""
    if not words.full.ratings:
        return ()
    share = _share(words.full.score)
    return tuple(_row(words, part, share) for part in words.full.score.parts)


def scoring_words(words: ReviewWords) -> str:
    """How the score is made, for a reader who has never seen one."""
    say, rubric = words.language.say, words.full.rubric
    effects = {
        CriticalEffect.ZERO: say("A critical criterion at its fail level makes the total 0."),
        CriticalEffect.CAP: say("A critical criterion at its fail level caps the total at 49."),
        CriticalEffect.FLAG: say("A critical criterion at its fail level is flagged and leaves the total as it is."),
    }
    sentences = (
        say(
            "How the score is made: the lowest level earns nothing, the highest the whole weight, the steps between"
            " are even unless the rubric says otherwise."
        ),
        effects[rubric.rubric.critical_effect] if any(one.critical for one in rubric.criteria) else "",
        say(
            "Criteria marked N/A are left out and the other weights grow to fill %(whole)s.",
            whole=words.language.percent(100),
        ),
    )
    return " ".join(filter(None, sentences))


def summary_lists(words: ReviewWords) -> tuple[SummaryList, ...]:
    """What worked, what to change, what to try; lists without a line are left out."""
    review, annotations, say = words.full.review, {one.id: one for one in words.full.annotations}, words.language.say

    def lines(entries: tuple[Point, ...]) -> tuple[PointView, ...]:
        return tuple(
            PointView(one.text, tuple(words.ref(annotations[link]) for link in one.annotations if link in annotations))
            for one in entries
            if one.text.strip()
        )

    lists = (
        SummaryList("g", "up", say("What worked"), lines(review.worked)),
        SummaryList("r", "alert", say("What to change"), lines(review.to_change)),
        SummaryList("b", "next", say("Try next time"), lines(review.try_next)),
    )
    return tuple(one for one in lists if one.points)


def _critical(score: Score, language: PageLanguage) -> str:
    if not score.failed:
        return language.say("Critical criteria: passed")
    names = language.listed(one.name for one in score.failed)
    if score.uncapped is None or score.uncapped == score.total:
        return language.say("Critical failure: %(names)s", names=names)
    points = language.points(score.uncapped)
    return language.say("Critical failure: %(names)s. Without it: %(points)s", names=names, points=points)


def _rounding(score: Score, band: str, words: ReviewWords) -> str:
    say, bound = words.language.say, _bound(score.band, words.full.rubric.rubric.bands)
    places = {"score": score.shown, "band": band, "bound": bound}
    if not band:
        return say("rounded to %(score)s", **places)
    if bound is None or score.failed:
        return say("rounded to %(score)s: %(band)s", **places)
    return say("rounded to %(score)s: %(band)s (below %(bound)s)", **places)


def _row(words: ReviewWords, part: CriterionScore, share: Fraction) -> CriterionView:
    full, language, criterion = words.full, words.language, part.criterion
    rating, levels, weighted = full.rating_of(criterion.id), len(criterion.levels), full.shows_weights
    return CriterionView(
        letter=criterion.letter,
        slot=criterion.slot,
        name=criterion.name,
        critical=criterion.critical,
        weight=language.percent(criterion.weight) if weighted else "",
        pips=tuple(step <= part.value for step in range(1, levels + 1)) if part.value is not None else (),
        rating=_rating(part, language),
        points=_points(part, share, language) if weighted else "",
        reason=rating.note if rating else "",
        refs=tuple(words.ref(one) for one in full.annotations if one.criterion == criterion.id),
    )


def _rating(part: CriterionScore, language: PageLanguage) -> str:
    levels = part.criterion.levels
    if part.value is None:
        return language.say("not applicable") if part.not_applicable else language.say("not rated")
    name = language.inside(levels[part.value - 1].name)
    return language.say("%(level)s of %(levels)s, %(name)s", level=part.value, levels=len(levels), name=name)


def _points(part: CriterionScore, share: Fraction, language: PageLanguage) -> str:
    return language.points(part.points * share) if part.value is not None else "–"


def _share(score: Score) -> Fraction:
    """What one point of a rated weight counts in the total of 100."""
    highest = sum((part.highest for part in score.parts), Fraction(0))
    return Fraction(100) / highest if highest else Fraction(0)


def _bound(band: Band | None, bands: Iterable[Band]) -> int | None:
    """Where the next band starts; None in the highest."""
    return min((one.start for one in bands if band and one.start > band.start), default=None)


def _band_css(score: Score) -> str:
    if score.band is None or score.band.start >= GOOD:
        return "high"
    return "low"
