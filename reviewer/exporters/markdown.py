"""A review as Markdown (CommonMark with tables) to read, to mail or to keep in a wiki."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reviewer.domain.full_review import FullReview
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.page_view import page_view
from reviewer.exporters.report import Remark, remarks_by_turn, unplaced_remarks, words_of
from reviewer.exporters.view_model import CleanView, Page, RevisionView, SayView, TurnView

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>#&~|!$]")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_LINE_START: Final = re.compile(r"(?m)^(\s*)([-+=]|\d+(?=[.)]))")


def write(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """The report, or of the kind `revised` the revised dialogue alone."""
    (chat,) = chats
    yield f"{making.kind}.md", _pieces(chat, making)


def _pieces(chat: ReviewedChat, making: Making) -> Iterator[str]:
    page = page_view(chat.full, chat.turns, when=making.when, version=making.version, options=making.options)
    yield f"# {inline(page.title)}\n\n"
    if making.kind == "revised":
        for one in page.clean:
            yield _clean(one)
        return
    yield from _head(page)
    if page.conversation is not None:
        yield from _conversation(chat.full, page.conversation)
    for revision in page.revisions:
        yield from _revision(revision)
    if page.discussion:
        yield "## Discussion\n\n"
        for fact in page.discussion:
            yield f"### {inline(fact.name)}\n\n{quoted(fact.value)}\n"
    yield f"---\n\n{inline(page.made)}\n"


def _conversation(full: FullReview, turns: Iterable[TurnView]) -> Iterator[str]:
    yield "## Conversation\n\n"
    remarks = remarks_by_turn(full)
    for turn in turns:
        yield _turn(turn, remarks.get(turn.number, ()))
    lost = unplaced_remarks(full)
    if lost:
        yield "## Comments without a place\n\n" + _remarks(lost)


def _head(page: Page) -> Iterator[str]:
    if page.lede:
        yield f"{block(page.lede)}\n\n"
    for fact in page.facts:
        yield f"- {inline(fact.name)}: {inline(fact.value)}\n"
    yield f"- Rubric: {inline(page.rubric)}\n"
    if page.score:
        band = f", {inline(page.score.band)}" if page.score.band else ""
        yield f"- Score: {page.score.shown} {page.score.of}{band}\n"
    yield "\n"
    for part in page.summary:
        yield f"## {part.title}\n\n"
        for point in part.points:
            refs = "".join(f" ({one.number})" for one in point.refs)
            yield f"- {inline(point.text)}{refs}\n"
        yield "\n"
    if page.criteria:
        yield "## Scorecard\n\n| Criterion | Rating | Reason |\n|---|---|---|\n"
        for row in page.criteria:
            critical = " (critical)" if row.critical else ""
            yield f"| {inline(row.name)}{critical} | {inline(row.rating)} | {inline(row.reason)} |\n"
        yield "\n"


def _turn(turn: TurnView, remarks: Sequence[Remark]) -> str:
    name = inline(turn.name) or "System"
    time = f", {turn.time}" if turn.time else ""
    return f"**{turn.number}. {name}**{time}\n\n{quoted(words_of(turn))}\n" + _remarks(remarks)


def _remarks(remarks: Iterable[Remark]) -> str:
    lines = []
    for one in remarks:
        head = ", ".join(inline(part) for part in (one.name, one.place, one.verdict) if part)
        lines.append(f"- **{one.number}. {head}**: “{inline(one.quote)}”")
        lines += [f"  {inline(one.text)}"] if one.text else []
        lines += [f"  Suggested: “{inline(one.suggestion)}”"] if one.suggestion is not None else []
        lines += [f"  {inline(name)}: {inline(text)}" for name, text in one.replies]
        lines[-1] += "\n"
    return "\\\n".join(lines).replace("\n\\\n", "\n") + "\n" if lines else ""


def _revision(revision: RevisionView) -> Iterator[str]:
    yield f"## {revision.heading}\n\n{inline(revision.count)}\n\n"
    for row in revision.rows:
        if not row.change:
            continue
        yield f"**{inline(row.change)}**\n\n"
        for side, says, void in (("Original", row.before, row.void_before), ("Revised", row.after, row.void_after)):
            for say in says:
                yield f"{side} {say.number}, {inline(say.name) or 'System'}:\n\n{quoted(_said(say))}\n"
            if void:
                yield f"{side}: {inline(void)}\n\n"
        for say in row.after:
            if say.reason:
                yield f"Reason: {inline(say.reason)}\n\n"


def _clean(one: CleanView) -> str:
    return f"**{one.number}. {inline(one.name) or 'System'}**\n\n{quoted(one.text)}\n"


def _said(say: SayView) -> str:
    return "".join(piece.text for piece in say.pieces)


def inline(text: str) -> str:
    """Words on one line, which mean nothing to Markdown."""
    return block(" ".join(_LINE_END.split(text)).strip())


def block(text: str) -> str:
    """Words that mean nothing to Markdown; line ends stay as hard breaks, empty lines part paragraphs."""
    text = _LINE_END.sub("\n", text).replace("\0", "\ufffd")
    text = _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text)
    text = _LINE_START.sub(_harmless_start, text)
    lines = [_with_blanks(line) for line in text.split("\n")]
    return "".join(_ended(line, after) for line, after in zip(lines, [*lines[1:], None], strict=True))


def quoted(text: str) -> str:
    """Words as a block quote."""
    return "".join(f"> {line}\n" for line in block(text).split("\n"))


def _harmless_start(start: re.Match[str]) -> str:
    return f"{start[1]}{start[2]}\\" if start[2].isdigit() else f"{start[1]}\\{start[2]}"


def _with_blanks(line: str) -> str:
    """Blanks at both ends as references, for Markdown drops them, or takes many for code."""
    words = line.strip(" \t")
    if not words:
        return ""
    start = line.index(words)
    return _referred(line[:start]) + words + _referred(line[start + len(words) :])


def _referred(blanks: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in blanks)


def _ended(line: str, after: str | None) -> str:
    if after is None:
        return line
    return f"{line}\\\n" if line and after else f"{line}\n"
