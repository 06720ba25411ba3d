"""What reports in plain words say about comments and turns."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.exporters.tables import criterion_name
from reviewer.exporters.view_model import Mark, Node, TurnView


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in words; `replies` are pairs of a name and what was said."""

    number: int
    name: str
    place: str
    verdict: str
    quote: str
    text: str
    suggestion: str | None
    replies: tuple[tuple[str, str], ...]


def remarks_by_turn(full: FullReview) -> dict[int, list[Remark]]:
    """The comments by the turn in which they end."""
    found: dict[int, list[Remark]] = defaultdict(list)
    for one in full.annotations:
        if one.anchor.found:
            found[one.anchor.last_turn].append(_remark(full, one))
    return found


def unplaced_remarks(full: FullReview) -> list[Remark]:
    """The comments whose words the transcript no longer holds."""
    return [_remark(full, one) for one in full.annotations if not one.anchor.found]


def words_of(turn: TurnView) -> str:
    """The turn's words without marks and numbers."""
    return _flat(turn.nodes)


def _flat(nodes: Iterable[Node]) -> str:
    return "".join(one if isinstance(one, str) else _flat(one.nodes) if isinstance(one, Mark) else "" for one in nodes)


def _remark(full: FullReview, one: Annotation) -> Remark:
    anchor = one.anchor
    several = f"turns {anchor.first_turn}–{anchor.last_turn}" if anchor.last_turn > anchor.first_turn else ""
    return Remark(
        number=full.numbers[one.id],
        name=criterion_name(full, one),
        place=several or ("whole turn" if anchor.whole_turns else ""),
        verdict="" if one.verdict is Verdict.NONE else one.verdict.value,
        quote=anchor.quote,
        text=one.text,
        suggestion=one.suggestion,
        replies=tuple((full.name_of(reply.reviewer), reply.text) for reply in full.replies_to(one.id)),
    )
