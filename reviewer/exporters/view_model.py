"""The exported page with everything decided: strings, slots, nesting. Templates only lay it out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

MODEL: Final = 1
"""The version of this model, which grows when a field goes or comes to mean something else."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The number of a comment as a link; `slot` 1 to 8 colours it."""

    number: int
    slot: int
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Highlighted words, which may hold further marks."""

    slot: int
    nodes: tuple["Node", ...]


Node = str | Mark | Ref


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, went (`del`) or came (`ins`)."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class ReplyView:
    """One reply under a comment."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CommentView:
    """One comment beside its turn; `icon` belongs to the verdict: up, alert or none."""

    number: int
    slot: int
    name: str
    place: str
    verdict: str
    icon: str
    text: str
    original: tuple[Piece, ...] = ()
    suggested: tuple[Piece, ...] = ()
    replies: tuple[ReplyView, ...] = ()
    lost: str = ""
    """The words that the transcript no longer holds, of a comment without a place."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """The mark beside a whole turn; `part` is b0 (one turn), b1 (first), bm (between) or b2 (last), `lane` from 0."""

    part: str
    lane: int
    slot: int


@dataclass(frozen=True, slots=True)
class TurnView:
    """One turn of the conversation; `css` is ag, cu or sy, `room` the classes of words beside brackets."""

    number: int
    css: str
    icon: str
    name: str
    time: str
    gap: str
    nodes: tuple[Node, ...]
    brackets: tuple[Bracket, ...]
    room: str
    comments: tuple[CommentView, ...]


@dataclass(frozen=True, slots=True)
class CriterionView:
    """One row of the scorecard; `weight` and `points` are empty where the exercise hides weights."""

    letter: str
    slot: int
    name: str
    critical: bool
    weight: str
    pips: tuple[bool, ...]
    rating: str
    points: str
    reason: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ScoreView:
    """The ring and the total; `spoken` says the ring in words."""

    shown: int
    of: str
    spoken: str
    band: str
    css: str
    critical: str
    total: str
    rounding: str


@dataclass(frozen=True, slots=True)
class PointView:
    """One line of the summary."""

    text: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class SummaryList:
    """One of the three short lists."""

    css: str
    icon: str
    title: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class SayView:
    """What somebody says on one side of the revised dialogue, and why it was changed."""

    number: int
    icon: str
    name: str
    pieces: tuple[Piece, ...]
    reason: str = ""
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class RevisedView:
    """One row of the revised dialogue; `change` and its `sign` are empty where nothing changed.

    Where a side has no turn, `void_before` or `void_after` says why, and `void_reason` what the reviewer says to it.
    """

    css: str
    change: str
    sign: str
    before: tuple[SayView, ...]
    after: tuple[SayView, ...]
    void_before: str = ""
    void_after: str = ""
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class RevisionView:
    """One revision: `rows` may be read once only."""

    anchor: str
    heading: str
    name: str
    rationale: str
    count: str
    rows: Iterable[RevisedView]


@dataclass(frozen=True, slots=True)
class CleanView:
    """One turn of the revised dialogue as it would have been said."""

    number: int
    css: str
    icon: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkedView:
    """One turn of the revised dialogue with what was changed in it; `change` is empty where nothing was.

    `number` is None where no words stand any more. `original` are the words of before where turns were split or joined,
    so that what was deleted has no place in `pieces`.
    """

    number: int | None
    css: str
    icon: str
    name: str
    pieces: tuple[Piece, ...]
    change: str = ""
    sign: str = ""
    reason: str = ""
    original: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class LegendView:
    """One criterion of the legend."""

    letter: str
    slot: int
    name: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the header."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part that the page has."""

    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class BrandView:
    """The organisation: `logo` is a `data:` address, empty without one, `width` and `height` are its pixels.

    `css` says what is otherwise in the colours of the style sheet, empty where they stay.
    """

    name: str
    logo: str
    width: int
    height: int
    css: str


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page; parts that it does not have are empty, its conversation None, and so is `marked` unless wanted.

    `conversation`, `revisions`, `clean`, `marked` and `document`, pieces of JSON, may be read once only, so that
    long chats can be streamed.

    `language` and `direction` (ltr or rtl) are those of the page's own words, `chat_language` is that of the chat,
    empty where it is not known. `whole` is 100 percent.
    """

    language: str
    direction: str
    chat_language: str
    title: str
    footer_css: str
    generator: str
    rubric: str
    lede: str
    facts: tuple[Fact, ...]
    score: ScoreView | None
    rated: str
    criteria: tuple[CriterionView, ...]
    weighted: bool
    whole: str
    scoring: str
    summary: tuple[SummaryList, ...]
    comment_count: str
    conversation: Iterable[TurnView] | None
    unplaced: tuple[CommentView, ...]
    revised_count: str
    revisions: Iterable[RevisionView]
    clean: Iterable[CleanView]
    marked: Iterable[MarkedView] | None
    discussion: tuple[Fact, ...]
    legend: tuple[LegendView, ...]
    made: str
    parts: tuple[PartLink, ...] = ()
    document: Iterable[str] | None = field(default=None)
    brand: BrandView | None = None

    @property
    def gathered(self) -> bool:
        """Whether the page is about several reviews."""
        return False
