"""Reviews for pages, with identities and times that never change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reviewer import importers, resources
from reviewer.domain.anchor import Anchor, anchor_at, turn_anchor
from reviewer.domain.annotation import Annotation, Verdict, in_reading_order
from reviewer.domain.full_review import FullReview
from reviewer.domain.order_keys import order_key
from reviewer.domain.review import Rating, Review, Reviewer
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.transcript import Role, Speaker, Transcript, Turn, TurnKind
from reviewer.exchange import review_file
from reviewer.exporters.html import page
from reviewer.exporters.options import DEFAULT, PageOptions
from reviewer.exporters.page_language import ENGLISH, page_language
from reviewer.exporters.review_words import ReviewWords
from reviewer.importers.base import Source

WHEN = date(2026, 3, 21)
VERSION = "1.0"
RUBRIC = read_rubric(resources.read_text("rubrics", "live-chat-evaluation.toml"), "live-chat-evaluation.toml")


@dataclass(frozen=True)
class Reviewed:
    """A review and the turns under it."""

    full: FullReview
    turns: tuple[Turn, ...]

    @property
    def texts(self) -> dict[int, str]:
        return {turn.position: turn.text for turn in self.turns}

    @property
    def json(self) -> str:
        return review_file.dumps(self.full, self.turns)

    def page(self, kind: str = "feedback", options: PageOptions = DEFAULT) -> str:
        document = review_file.compact(self.full, self.turns) if kind == "feedback" else None
        pieces = page(
            self.full, lambda: self.turns, kind=kind, when=WHEN, version=VERSION, document=document, options=options
        )
        return "".join(pieces)

    def told(self, language: str = ENGLISH) -> ReviewWords:
        """The review as it is told in a language."""
        return ReviewWords(self.full, page_language(language))

    def words(self, turn: int, words: str, *, until: int | None = None, last_words: str = "") -> Anchor:
        """Where `words` stand in a turn; with `until`, from there to the end of `last_words` in that turn."""
        texts, last = self.texts, until or turn
        start = texts[turn].index(words)
        end = texts[last].index(last_words or words) + len(last_words or words)
        return anchor_at(texts, turn, start, last, end)

    def whole(self, first: int, last: int) -> Anchor:
        return turn_anchor(self.texts, first, last)

    def span(self, first: int, start: int, last: int, end: int) -> Anchor:
        return anchor_at(self.texts, first, start, last, end)

    def commented(self, *comments: Annotation) -> "Reviewed":
        """With these comments too; `comment` makes them."""
        numbered = [
            replace(one, id=identity("a", len(self.full.annotations) + number)) for number, one in enumerate(comments)
        ]
        everything = tuple(in_reading_order((*self.full.annotations, *numbered)))
        return replace(self, full=replace(self.full, annotations=everything))

    def rated(self, *values: int | None) -> "Reviewed":
        """With these levels for the criteria in order; 0 is not applicable, None not rated."""
        ratings = tuple(
            Rating(identity("b", place), self.full.review.id, criterion.id, value or None, not_applicable=value == 0)
            for place, (criterion, value) in enumerate(zip(RUBRIC.criteria, values, strict=False))
            if value is not None
        )
        return replace(self, full=replace(self.full, ratings=ratings))

    def reworded(self, position: int, text: str, reason: str = "") -> "Reviewed":
        """With the turn at `position` said otherwise, in answer to the comments that end there."""
        full = self.full
        revision = full.revision or Revision(identity("c", 0), full.review.id)
        answered = tuple(one.id for one in full.annotations if one.anchor.last_turn == position)
        change = RevisedTurn(
            identity("d", position), revision.id, position, order_key(position), self.turns[position - 1].speaker, text,
            ChangeKind.REWORDED, reason, answered,
        )  # fmt: skip
        return replace(self, full=replace(full, revisions=(revision,), revised_turns=(*full.revised_turns, change)))


def identity(kind: str, number: int) -> str:
    """An identity that looks like a real one and is the same each time; `kind` is one hex digit."""
    return f"{kind}{number:031x}"


def comment(anchor: Anchor, slot: int | None, verdict: Verdict, text: str, suggestion: str | None = None) -> Annotation:
    """A comment under the criterion at `slot`, counted from 1; None for a note."""
    criterion = RUBRIC.criteria[slot - 1].id if slot else None
    return Annotation("", identity("e", 1), anchor, criterion, verdict, text, suggestion)


def review_of(
    title: str, said: Sequence[tuple[str, str]], *, times: Sequence[str | None] = (), language: str | None = None
) -> Reviewed:
    """An empty review of a chat of (name, words); the first name is the agent, no name is the chat program."""
    names = list(dict.fromkeys(name for name, _ in said if name))
    chat = Transcript(
        identity("f", 1), title, "chat.txt", "0" * 64, "text", "2026-03-20T09:00:00+00:00", len(said), language=language
    )
    speakers = tuple(
        Speaker(identity("5", place), chat.id, name, Role.CUSTOMER if place else Role.AGENT)
        for place, name in enumerate(names)
    )
    ids = {one.name: one.id for one in speakers}
    turns = tuple(
        Turn(
            chat.id, position, ids.get(name), times[position - 1] if position <= len(times) else None,
            TurnKind.MESSAGE if name else TurnKind.SYSTEM, words,
        )
        for position, (name, words) in enumerate(said, start=1)
    )  # fmt: skip
    return Reviewed(_empty(chat, speakers), turns)


def sample(name: str) -> Reviewed:
    """A shipped sample chat: its finished review, or a fresh one that is not saved."""
    if name.endswith(".review.json"):
        file = review_file.loads(resources.read_text("samples", name), name)
        return Reviewed(file.full, file.turns)
    (found,) = importers.read(Source(name, resources.read_bytes("samples", name))).conversations
    chat = Transcript(
        identity("f", 1), found.title, name, "0" * 64, "text", "2026-03-20T09:00:00+00:00", len(found.turns),
        started_at=found.started_at,
    )  # fmt: skip
    speakers = tuple(
        Speaker(identity("5", place), chat.id, one.name, one.role) for place, one in enumerate(found.speakers)
    )
    ids = {one.key: speaker.id for one, speaker in zip(found.speakers, speakers, strict=True)}
    turns = tuple(
        Turn(chat.id, position, ids.get(one.speaker or ""), one.sent_at, one.kind, one.text)
        for position, one in enumerate(found.turns, start=1)
    )
    return Reviewed(replace(_empty(chat, speakers), saved=False), turns)


def _empty(chat: Transcript, speakers: tuple[Speaker, ...]) -> FullReview:
    reviewer = Reviewer(identity("6", 1), "Ada")
    review = Review(identity("e", 1), chat.id, reviewer.id, RUBRIC.rubric.id, updated="2026-03-20T10:00:00+00:00")
    return FullReview(chat, speakers, RUBRIC, reviewer, review, saved=True)
