"""A review as plain text, words as they are."""

from collections.abc import Iterable, Iterator, Sequence

from reviewer.domain.full_review import FullReview
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.page_view import page_view
from reviewer.exporters.report import Remark, remarks_by_turn, unplaced_remarks, words_of
from reviewer.exporters.view_model import Page, RevisionView, TurnView


def write(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """The report, or of the kind `revised` the revised dialogue alone, as the program reads chats in again."""
    (chat,) = chats
    yield f"{making.kind}.txt", _revised(chat, making) if making.kind == "revised" else _report(chat, making)


def _revised(chat: ReviewedChat, making: Making) -> Iterator[str]:
    page = page_view(chat.full, chat.turns, when=making.when, version=making.version, options=making.options)
    yield f"{page.title}\n"
    for one in page.clean:
        yield f"\n{f'{one.name}: ' if one.name else ''}{one.text}\n"


def _report(chat: ReviewedChat, making: Making) -> Iterator[str]:
    page = page_view(chat.full, chat.turns, when=making.when, version=making.version, options=making.options)
    yield from _head(page)
    if page.conversation is not None:
        yield from _conversation(chat.full, page.conversation)
    for revision in page.revisions:
        yield from _revision(revision)
    if page.discussion:
        yield _heading("Discussion")
        yield from (f"{fact.name}\n{_indented(fact.value)}\n" for fact in page.discussion)
    yield f"\n{page.made}\n"


def _conversation(full: FullReview, turns: Iterable[TurnView]) -> Iterator[str]:
    yield _heading("Conversation")
    remarks = remarks_by_turn(full)
    for turn in turns:
        time = f" ({turn.time})" if turn.time else ""
        yield f"{turn.number}  {turn.name or 'System'}{time}\n{_indented(words_of(turn))}"
        yield from _remarks(remarks.get(turn.number, ()))
        yield "\n"
    lost = unplaced_remarks(full)
    if lost:
        yield _heading("Comments without a place")
        yield from _remarks(lost)


def _head(page: Page) -> Iterator[str]:
    yield f"{page.title}\n{'=' * min(len(page.title), 80)}\n\n"
    if page.lede:
        yield f"{page.lede}\n\n"
    yield from (f"{fact.name}: {fact.value}\n" for fact in page.facts)
    yield f"Rubric: {page.rubric}\n"
    if page.score:
        yield f"Score: {page.score.shown} {page.score.of}{f', {page.score.band}' if page.score.band else ''}\n"
    for part in page.summary:
        yield _heading(part.title)
        for point in part.points:
            yield f"- {point.text}{''.join(f' [{one.number}]' for one in point.refs)}\n"
    if page.criteria:
        yield _heading("Scorecard")
        for row in page.criteria:
            yield f"{row.letter}  {row.name}{' (critical)' if row.critical else ''}: {row.rating}\n"
            yield _indented(row.reason) if row.reason else ""


def _remarks(remarks: Iterable[Remark]) -> Iterator[str]:
    for one in remarks:
        head = ", ".join(part for part in (one.name, one.place, one.verdict) if part)
        yield _indented(f"[{one.number}] {head}: “{one.quote}”")
        if one.text:
            yield _indented(one.text, 8)
        if one.suggestion is not None:
            yield _indented(f"Suggested: “{one.suggestion}”", 8)
        for name, text in one.replies:
            yield _indented(f"{name}: {text}", 8)


def _revision(revision: RevisionView) -> Iterator[str]:
    yield _heading(revision.heading)
    yield f"{revision.count}\n"
    for row in revision.rows:
        if not row.change:
            continue
        yield f"\n{row.change}\n"
        for side, says, void in (("Original", row.before, row.void_before), ("Revised", row.after, row.void_after)):
            for say in says:
                yield f"  {side} {say.number}, {say.name or 'System'}\n"
                yield _indented("".join(piece.text for piece in say.pieces))
            if void:
                yield f"  {side}: {void}\n"
        for say in row.after:
            if say.reason:
                yield _indented(f"Reason: {say.reason}", 2)


def _heading(words: str) -> str:
    return f"\n{words}\n{'-' * len(words)}\n\n"


def _indented(text: str, by: int = 4) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.split("\n"))
