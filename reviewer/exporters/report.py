"""What reports in plain words say about comments and turns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reviewer.domain.annotation import Annotation
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.review_words import ReviewWords
from reviewer.exporters.view_model import (
    CriterionView,
    Fact,
    Mark,
    MarkedView,
    Node,
    Page,
    Piece,
    RevisedView,
    TurnView,
)

_TAGGED: Final = {"": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in words.

    `about` is its criterion, place and verdict; `replies` are pairs of a name and what was said.
    """

    number: int
    about: tuple[str, ...]
    quote: str
    text: str
    suggestion: str | None
    replies: tuple[tuple[str, str], ...]


def remarks_by_turn(words: ReviewWords) -> dict[int, list[Remark]]:
    """The comments by the turn in which they end."""
    found: dict[int, list[Remark]] = defaultdict(list)
    for one in words.full.annotations:
        if one.anchor.found:
            found[one.anchor.last_turn].append(_remark(words, one))
    return found


def unplaced_remarks(words: ReviewWords) -> list[Remark]:
    """The comments whose words the transcript no longer holds."""
    return [_remark(words, one) for one in words.full.annotations if not one.anchor.found]


def words_of(turn: TurnView) -> str:
    """The turn's words without marks and numbers."""
    return _flat(turn.nodes)


def facts_of(page: Page, language: PageLanguage) -> tuple[Fact, ...]:
    """What is said about the review before its score."""
    return (*page.facts, Fact(language.say("Rubric"), page.rubric))


def criterion_words(row: CriterionView, language: PageLanguage) -> str:
    """“Fair resolution (critical)”."""
    return language.say("%(name)s (critical)", name=row.name) if row.critical else row.name


def side_words(name: str, number: int, language: PageLanguage, *, before: bool) -> str:
    """Above what somebody says in the original or the revised dialogue: “Revised 3, Dana R.:”."""
    say, name = language.say, name or language.say("System")
    if before:
        return say("Original %(number)s, %(name)s:", number=number, name=name)
    return say("Revised %(number)s, %(name)s:", number=number, name=name)


def reasons_of(row: RevisedView) -> Iterator[str]:
    """Why a row was changed."""
    if row.void_reason:
        yield row.void_reason
    yield from (one.reason for one in row.after if one.reason)


def marked_words(pieces: Iterable[Piece]) -> str:
    """Words with their changes as wdiff writes them: [-deleted-], {+inserted+}."""
    return "".join(_TAGGED[one.tag].format(one.text) for one in pieces)


def change_reason(one: MarkedView, language: PageLanguage) -> str:
    """What was changed in a turn and why, as far as it was."""
    if one.change and one.reason:
        return language.headed(one.change, one.reason)
    return one.change or one.reason


def _flat(nodes: Iterable[Node]) -> str:
    return "".join(one if isinstance(one, str) else _flat(one.nodes) if isinstance(one, Mark) else "" for one in nodes)


def _remark(words: ReviewWords, one: Annotation) -> Remark:
    full = words.full
    place = words.place(one) if one.anchor.found else ""
    return Remark(
        number=full.numbers[one.id],
        about=tuple(part for part in (words.criterion(one)[0], place, words.verdict(one)) if part),
        quote=one.anchor.quote,
        text=one.text,
        suggestion=one.suggestion,
        replies=tuple((full.name_of(reply.reviewer), reply.text) for reply in full.replies_to(one.id)),
    )
