"""Names of people replaced by their part in the chat."""

from dataclasses import replace

from reviewer.domain.full_review import FullReview
from reviewer.domain.speaker_names import by_role


def masked(full: FullReview) -> FullReview:
    """The review with speakers called by their part in the chat; words inside turns stay as they are."""
    return replace(full, speakers=by_role(full.speakers))
