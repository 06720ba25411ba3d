"""Which comments the Comments tab lists, and under which headings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import NOTE_NAME

NO_PLACE = "Words not found"


class Grouping(StrEnum):
    """What the headings name."""

    TURN = "turn"
    CRITERION = "criterion"


class Kept(StrEnum):
    """Which comments the list keeps, beside a criterion's."""

    ALL = "all"
    CONCERNS = "concerns"
    STRENGTHS = "strengths"
    WITHOUT_TEXT = "without_text"
    NOT_ADDRESSED = "not_addressed"


KEEPS: dict[Kept, Callable[[Annotation], bool]] = {
    Kept.CONCERNS: lambda one: one.verdict is Verdict.CONCERN,
    Kept.STRENGTHS: lambda one: one.verdict is Verdict.STRENGTH,
    Kept.WITHOUT_TEXT: lambda one: not one.text.strip(),
    Kept.NOT_ADDRESSED: lambda one: one.verdict is Verdict.CONCERN,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A turn or a criterion over its comments."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Wish:
    """How the list is wanted.

    `criterion` keeps one criterion's comments, None the notes, "" those of all; `words` those that hold each of them.
    """

    grouping: Grouping = Grouping.TURN
    kept: Kept = Kept.ALL
    criterion: str | None = ""
    words: str = ""


Row = Heading | Annotation


def rows_of(full: FullReview, wish: Wish) -> list[Row]:
    """The comments that are wanted under their headings; those without a place come first, in groups by turn."""
    names = {criterion.id: criterion.name for criterion in full.rubric.criteria}
    kept = _kept(full, wish, names)
    if kept and not kept[-1].anchor.found:
        kept.sort(key=lambda one: one.anchor.found)
    if wish.grouping is Grouping.CRITERION:
        order = {criterion.id: criterion.position for criterion in full.rubric.criteria}
        kept.sort(key=lambda one: order.get(one.criterion or "", len(order) + 1))
        return _under_headings(kept, lambda one: one.criterion, lambda own: names.get(str(own), NOTE_NAME))
    return _under_headings(kept, _turn, lambda turn: f"Turn {turn}" if turn else NO_PLACE)


def _kept(full: FullReview, wish: Wish, names: dict[str, str]) -> list[Annotation]:
    keeps = KEEPS.get(wish.kept)
    kept = [one for one in full.annotations if keeps(one)] if keeps else list(full.annotations)
    if wish.kept is Kept.NOT_ADDRESSED:
        addressed = {link for change in full.changes for link in change.annotations}
        kept = [one for one in kept if one.id not in addressed]
    if wish.criterion != "":
        kept = [one for one in kept if one.criterion == wish.criterion]
    wanted = wish.words.casefold().split()
    return [one for one in kept if _holds(one, names, wanted)] if wanted else kept


def _holds(annotation: Annotation, names: dict[str, str], wanted: list[str]) -> bool:
    name = names.get(annotation.criterion or "", NOTE_NAME)
    parts = (annotation.text, annotation.suggestion or "", annotation.anchor.quote, name)
    words = "\n".join(parts).casefold()
    return all(one in words for one in wanted)


def _turn(annotation: Annotation) -> int:
    return annotation.anchor.last_turn if annotation.anchor.found else 0


def _under_headings(
    kept: Iterable[Annotation], key: Callable[[Annotation], object], words: Callable[[object], str]
) -> list[Row]:
    rows: list[Row] = []
    for own, group in groupby(kept, key):
        members = list(group)
        rows.append(Heading(words(own), len(members)))
        rows += members
    return rows
