"""Scores, comments and changes of reviews as tables, for spreadsheets and gradebooks."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.dialogue import RevisedDialogue
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.rubric import NOTE_NAME, Criterion
from reviewer.exporters.chat import AGENTS, ReviewedChat
from reviewer.exporters.original_turns import changed_turns

Cell = str | int | float | None
STATUS = {Status.IN_PROGRESS: "in progress", Status.DONE: "done"}
NOT_APPLICABLE = "N/A"


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; `rows` gives its rows anew each time."""

    name: str
    header: tuple[str, ...]
    rows: Callable[[], Iterator[tuple[Cell, ...]]]


def tables(chats: Sequence[ReviewedChat]) -> tuple[Table, ...]:
    """The tables of these reviews: `scores` has one row a review, the others one a comment and one a change."""
    return _scores(chats), _comments(chats), _changes(chats)


def _scores(chats: Sequence[ReviewedChat]) -> Table:
    criteria: dict[str, Criterion] = {}
    for chat in chats:
        for one in chat.full.rubric.criteria:
            criteria.setdefault(one.root, one)
    header = ("Transcript", "Agent", "Reviewer", "Rubric", "Status", "Done on", "Score", "Band", "Rated", "To rate")
    columns = _columns(header, list(criteria.values()))
    reasons = [f"{name}: reason" for name in columns]

    def rows() -> Iterator[tuple[Cell, ...]]:
        for chat in chats:
            yield (*_summary(chat), *_levels(chat.full, criteria), *_reasons(chat.full, criteria))

    return Table("scores", (*header, *columns, *reasons), rows)


def _columns(header: tuple[str, ...], criteria: Sequence[Criterion]) -> list[str]:
    """A heading for each criterion that no other column has: its name, if need be with its letter or a number."""
    names = Counter([*header, *(one.name for one in criteria)])
    columns: list[str] = []
    for one in criteria:
        name = f"{one.name} ({one.letter})" if names[one.name] > 1 else one.name
        column, number = name, 1
        while column in columns or column in header:
            number += 1
            column = f"{name} {number}"
        columns.append(column)
    return columns


def _summary(chat: ReviewedChat) -> tuple[Cell, ...]:
    full, score = chat.full, chat.full.score
    return (
        chat.title,
        ", ".join(one.name for one in full.speakers if one.role in AGENTS),
        full.reviewer.name,
        f"{full.rubric.rubric.name}, version {full.rubric.rubric.version}",
        STATUS[full.review.status] if full.saved else "to do",
        (full.review.done_at or "")[:10],
        None if score.total is None else hundredths(score.total),
        score.band.name if score.band else "",
        score.rated,
        score.to_rate,
    )


def hundredths(number: Fraction) -> int | float:
    """Rounded half up to two decimals."""
    rounded = (number * 100 + Fraction(1, 2)).__floor__()
    return rounded // 100 if rounded % 100 == 0 else rounded / 100


def _levels(full: FullReview, criteria: dict[str, Criterion]) -> Iterator[Cell]:
    parts = {part.criterion.root: part for part in full.score.parts}
    for root in criteria:
        part = parts.get(root)
        yield None if part is None else NOT_APPLICABLE if part.not_applicable else part.value


def _reasons(full: FullReview, criteria: dict[str, Criterion]) -> Iterator[str]:
    own = {one.root: one.id for one in full.rubric.criteria}
    for root in criteria:
        rating = full.rating_of(own.get(root, ""))
        yield rating.note if rating else ""


def _comments(chats: Sequence[ReviewedChat]) -> Table:
    header = (
        "Transcript", "Reviewer", "Number", "First turn", "Last turn", "Criterion", "Verdict", "Words", "Comment",
        "Suggested", "Replies",
    )  # fmt: skip

    def rows() -> Iterator[tuple[Cell, ...]]:
        for chat in chats:
            for one in chat.full.annotations:
                yield (chat.title, chat.full.reviewer.name, *_comment(chat.full, one))

    return Table("comments", header, rows)


def _comment(full: FullReview, one: Annotation) -> tuple[Cell, ...]:
    replies = (f"{full.name_of(reply.reviewer)}: {reply.text}" for reply in full.replies_to(one.id))
    return (
        full.numbers[one.id],
        one.anchor.first_turn if one.anchor.found else None,
        one.anchor.last_turn if one.anchor.found else None,
        criterion_name(full, one),
        "" if one.verdict is Verdict.NONE else one.verdict.value,
        one.anchor.quote,
        one.text,
        one.suggestion,
        "\n".join(replies),
    )


def criterion_name(full: FullReview, annotation: Annotation) -> str:
    """The name of the criterion of a comment, or that of notes."""
    criterion = full.rubric.criterion(annotation.criterion)
    return criterion.name if criterion else NOTE_NAME


def _changes(chats: Sequence[ReviewedChat]) -> Table:
    header = (
        "Transcript", "Reviewer", "Change", "Turns", "Turn in the revised dialogue", "Speaker", "Original", "Revised",
        "Reason", "Comments",
    )  # fmt: skip

    def rows() -> Iterator[tuple[Cell, ...]]:
        for chat in chats:
            full = chat.full.showing(None)
            texts = {position: turn.text for position, turn in changed_turns(full, chat.turns).items()}
            for change in full.changes:
                yield (chat.title, full.reviewer.name, *_change(full, change, texts))

    return Table("changes", header, rows)


def _change(full: FullReview, change: RevisedTurn, texts: dict[int, str]) -> tuple[Cell, ...]:
    speaker = full.speaker(change.speaker)
    number = number_of(full.dialogue, change)
    linked = sorted(full.numbers[one] for one in change.annotations if one in full.numbers)
    return (
        change.kind.value,
        ", ".join(map(str, change.origins)),
        number,
        speaker.name if speaker else "",
        "\n".join(texts.get(position, "") for position in change.origins),
        None if number is None else change.text,
        change.reason,
        ", ".join(map(str, linked)),
    )


def number_of(dialogue: RevisedDialogue, change: RevisedTurn) -> int | None:
    """The number that a change has in the revised dialogue; None where no words stand."""
    row = dialogue.row_of_change(change.id)
    return None if row is None else dialogue[row].number
