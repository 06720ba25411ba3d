"""The summary of a review: one sentence for the head of the page, and three short lists."""

from dataclasses import dataclass

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Point, Review


@dataclass(frozen=True, slots=True)
class Summary:
    """What a reviewer sums up."""

    headline: str = ""
    worked: tuple[Point, ...] = ()
    to_change: tuple[Point, ...] = ()
    try_next: tuple[Point, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """The lines of all lists."""
        return (*self.worked, *self.to_change, *self.try_next)


def summary_of(review: Review) -> Summary:
    """The summary as it is saved."""
    return Summary(review.headline, review.worked, review.to_change, review.try_next)


def proposals(full: FullReview, summary: Summary) -> list[Annotation]:
    """Strengths and concerns with words of their own that no line of `summary` speaks of yet, in reading order."""
    spoken = {link for point in summary.points for link in point.annotations}
    return [
        one for one in full.annotations if one.verdict is not Verdict.NONE and one.text.strip() and one.id not in spoken
    ]


def point_of(annotation: Annotation) -> Point:
    """The line that a comment becomes: its first line, and the link to it."""
    return Point(annotation.text.strip().splitlines()[0], (annotation.id,))
