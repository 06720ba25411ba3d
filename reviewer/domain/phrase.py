"""The comment bank: comments that are said again and again."""

from dataclasses import dataclass

from reviewer.domain.annotation import Verdict


@dataclass(frozen=True, slots=True)
class Phrase:
    """A reusable comment. `criterion` is the root of a criterion, None for a note; its name is kept beside it."""

    id: str
    criterion: str | None
    criterion_name: str
    verdict: Verdict
    text: str
    suggestion: str | None = None
