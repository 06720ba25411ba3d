"""What a review has to show in each part of a page."""

from reviewer.domain.full_review import FullReview
from reviewer.exporters.options import Part
from reviewer.gui.words import counted


def empty_parts(full: FullReview) -> frozenset[Part]:
    """The parts that would leave no heading on the page."""
    review, shown = full.review, full.showing(None)
    points = (*review.worked, *review.to_change, *review.try_next)
    filled = {
        Part.SUMMARY: any(one.text.strip() for one in points),
        Part.SCORECARD: bool(full.ratings),
        Part.CONVERSATION: full.transcript.turn_count > 0,
        Part.REVISED: bool(shown.changes),
        Part.DISCUSSION: answered(full) > 0,
        Part.LEGEND: bool(full.annotations),
    }
    return frozenset(part for part, there in filled.items() if not there)


def part_counts(full: FullReview) -> dict[Part, str]:
    """How much stands in the parts that can be counted, in words."""
    counts = {
        Part.SCORECARD: f"{full.score.rated} of {full.score.to_rate} rated",
        Part.CONVERSATION: f"{len(full.annotations):,}",
        Part.REVISED: counted(len(full.showing(None).changes), "change"),
        Part.DISCUSSION: f"{answered(full):,}",
    }
    empty = empty_parts(full)
    return {part: words for part, words in counts.items() if part not in empty}


def answered(full: FullReview) -> int:
    """How many questions are answered."""
    asked = {one.id for one in full.questions}
    return sum(bool(one.text.strip()) for one in full.answers if one.question in asked)
