"""What each student made of a turn, side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

from reviewer.exporters.gathered.group_work import ChatWork, GroupWork, Work
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.review_words import ReviewWords
from reviewer.exporters.revised_view import revised_rows
from reviewer.exporters.view_model import Piece, RevisedView, SayView

Place = tuple[int, bool]
"""The number of an original turn, and whether the change is new words after it."""


@dataclass(frozen=True, slots=True)
class Version:
    """One student's words for a place; `gone` says why there are none."""

    name: str
    own: bool
    change: str
    sign: str
    says: tuple[SayView, ...]
    gone: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A place that somebody rewrote: the turns that stood there, or where words were added."""

    css: str
    original: tuple[SayView, ...]
    added: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class RewrittenChat:
    """What was rewritten in one chat; `places` may be read once only. The title is empty where there is one chat."""

    title: str
    count: str
    spoken: str
    places: Iterable[Rewritten]


def rewritten_chats(group: GroupWork, language: PageLanguage) -> Iterator[RewrittenChat]:
    """The chats of which somebody revised the dialogue."""
    for chat in group.chats:
        works = [work for work in chat.everybody if work.full.showing(None).changes]
        students = sum(work is not chat.own for work in works)
        if works:
            yield RewrittenChat(
                title="" if len(group.chats) == 1 else chat.transcript.title,
                count=language.count(
                    "%(number)s of %(all)s student", "%(number)s of %(all)s students", students,
                    all=language.number(len(chat.works)),
                ),
                spoken=chat.transcript.language or "",
                places=_places(chat, works, language),
            )  # fmt: skip


def _places(chat: ChatWork, works: list[Work], language: PageLanguage) -> Iterator[Rewritten]:
    changes = merge(*(_changes(chat, work, language) for work in works), key=lambda one: one[0])
    for place, found in groupby(changes, key=lambda one: one[0]):
        rows = [(work, row) for _, work, row in found]
        original = {say.number: say for _, row in rows for say in row.before}
        yield Rewritten(
            css=rows[0][1].css.split()[-1],
            original=tuple(_plain(original[number]) for number in sorted(original)),
            added="" if original else _added(place, language),
            versions=tuple(_version(work, row, own=work is chat.own) for work, row in rows),
        )


def _changes(chat: ChatWork, work: Work, language: PageLanguage) -> Iterator[tuple[Place, Work, RevisedView]]:
    """The changed rows of one revision, in the order of the original."""
    last = 0
    for row in revised_rows(ReviewWords(work.full.showing(None), language), chat.turns):
        if row.before:
            last = max(last, row.before[0].number)
        if row.change:
            yield (last, not row.before), work, row


def _version(work: Work, row: RevisedView, *, own: bool) -> Version:
    return Version(work.name, own, row.change, row.sign, tuple(map(_without_refs, row.after)), row.void_after)


def _plain(say: SayView) -> SayView:
    words = "".join(piece.text for piece in say.pieces)
    return SayView(say.number, say.icon, say.name, (Piece("", words),))


def _without_refs(say: SayView) -> SayView:
    """Comments are not on this page, so nothing can link to them."""
    return SayView(say.number, say.icon, say.name, say.pieces, say.reason)


def _added(place: Place, language: PageLanguage) -> str:
    turn, _ = place
    return language.say("After turn %(turn)s", turn=turn) if turn else language.say("Before the first turn")
