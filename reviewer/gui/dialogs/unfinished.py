"""What a review lacks before it is marked as done."""

from reviewer.domain.annotation import Verdict
from reviewer.domain.full_review import FullReview
from reviewer.gui.words import counted


def missing_words(full: FullReview) -> str:
    """“1 criterion not rated, 2 concerns without text”; empty when nothing is missing."""
    unrated = full.score.to_rate - full.score.rated
    silent = sum(one.verdict is Verdict.CONCERN and not one.text.strip() for one in full.annotations)
    parts = []
    if unrated:
        parts.append(f"{counted(unrated, 'criterion', 'criteria')} not rated")
    if silent:
        parts.append(f"{counted(silent, 'concern')} without text")
    return ", ".join(parts)
