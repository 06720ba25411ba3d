"""A review as Markdown (CommonMark with tables) to read, to mail or to keep in a wiki."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.page_language import PageLanguage, page_language
from reviewer.exporters.page_view import page_view
from reviewer.exporters.report import (
    Remark,
    change_reason,
    criterion_words,
    facts_of,
    marked_words,
    reasons_of,
    remarks_by_turn,
    side_words,
    unplaced_remarks,
    words_of,
)
from reviewer.exporters.review_words import ReviewWords
from reviewer.exporters.view_model import CleanView, MarkedView, Page, RevisionView, SayView, TurnView

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>#&~|!$]")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_LINE_START: Final = re.compile(r"(?m)^(\s*)([-+=]|\d+(?=[.)]))")


def write(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """The report, or of the kind `revised` the revised dialogue alone."""
    (chat,) = chats
    yield f"{making.kind}.md", _pieces(chat, making)


def _pieces(chat: ReviewedChat, making: Making) -> Iterator[str]:
    page = page_view(chat.full, chat.turns, when=making.when, version=making.version, options=making.options)
    words = ReviewWords(chat.full, page_language(making.options.language))
    language = words.language
    yield _heading(page.title, 1)
    if making.kind == "revised":
        marked = page.marked is not None
        yield from (_marked(one, language) for one in page.marked or ())
        yield from (_clean(one, language) for one in page.clean if not marked)
        return
    yield from _head(page, language)
    if page.conversation is not None:
        yield from _conversation(words, page.conversation)
    for revision in page.revisions:
        yield from _revision(revision, language)
    if page.discussion:
        yield _heading(language.say("Discussion"))
        for fact in page.discussion:
            yield _heading(fact.name, 3) + f"{quoted(fact.value)}\n"
    yield f"---\n\n{inline(page.made)}\n"


def _conversation(words: ReviewWords, turns: Iterable[TurnView]) -> Iterator[str]:
    language = words.language
    yield _heading(language.say("Conversation"))
    remarks = remarks_by_turn(words)
    for turn in turns:
        yield _turn(turn, remarks.get(turn.number, ()), language)
    lost = unplaced_remarks(words)
    if lost:
        yield _heading(language.say("Comments without a place"))
        yield _remarks(lost, language)


def _head(page: Page, language: PageLanguage) -> Iterator[str]:
    say = language.say
    if page.lede:
        yield f"{block(page.lede)}\n\n"
    for fact in facts_of(page, language):
        yield f"- {language.headed(inline(fact.name), inline(fact.value))}\n"
    if page.score:
        yield f"- {inline(page.score.spoken)}\n"
    yield "\n"
    for part in page.summary:
        yield _heading(part.title)
        for point in part.points:
            refs = "".join(f" ({one.number})" for one in point.refs)
            yield f"- {inline(point.text)}{refs}\n"
        yield "\n"
    if page.criteria:
        yield _heading(say("Scorecard"))
        columns = (say("Criterion"), say("Rating"), say("Reason"))
        yield f"| {' | '.join(columns)} |\n|---|---|---|\n"
        for row in page.criteria:
            name = criterion_words(row, language)
            yield f"| {inline(name)} | {inline(row.rating)} | {inline(row.reason)} |\n"
        yield "\n"


def _turn(turn: TurnView, remarks: Sequence[Remark], language: PageLanguage) -> str:
    name = inline(turn.name or language.say("System"))
    time = f", {turn.time}" if turn.time else ""
    return f"**{turn.number}. {name}**{time}\n\n{quoted(words_of(turn))}\n" + _remarks(remarks, language)


def _remarks(remarks: Iterable[Remark], language: PageLanguage) -> str:
    say, lines = language.say, []
    for one in remarks:
        head = language.listed(inline(part) for part in one.about)
        quote = say("“%(words)s”", words=inline(one.quote))
        lines.append(f"- {language.headed(f'**{one.number}. {head}**', quote)}")
        lines += [f"  {inline(one.text)}"] if one.text else []
        if one.suggestion is not None:
            lines.append("  " + say("Suggested: “%(words)s”", words=inline(one.suggestion)))
        lines += [f"  {language.headed(inline(name), inline(text))}" for name, text in one.replies]
        lines[-1] += "\n"
    return "\\\n".join(lines).replace("\n\\\n", "\n") + "\n" if lines else ""


def _revision(revision: RevisionView, language: PageLanguage) -> Iterator[str]:
    yield _heading(language.headed(revision.heading, revision.name) if revision.name else revision.heading)
    yield f"{inline(revision.count)}\n\n"
    if revision.rationale:
        yield f"{block(revision.rationale)}\n\n"
    for row in revision.rows:
        if not row.change:
            continue
        yield f"**{inline(row.change)}**\n\n"
        for say, before in (*((one, True) for one in row.before), *((one, False) for one in row.after)):
            yield f"{side_words(inline(say.name), say.number, language, before=before)}\n\n{quoted(_said(say))}\n"
        for void in filter(None, (row.void_before, row.void_after)):
            yield f"{inline(void)}\n\n"
        for reason in reasons_of(row):
            yield language.headed(language.say("Reason"), inline(reason)) + "\n\n"


def _clean(one: CleanView, language: PageLanguage) -> str:
    name = inline(one.name or language.say("System"))
    return f"**{one.number}. {name}**\n\n{quoted(one.text)}\n"


def _marked(one: MarkedView, language: PageLanguage) -> str:
    number = "" if one.number is None else f"{one.number}. "
    name = inline(one.name or language.say("System"))
    words = f"**{number}{name}**\n\n"
    words += f"{quoted(marked_words(one.pieces))}\n" if one.pieces else ""
    words += f"{quoted(marked_words(one.original))}\n" if one.original else ""
    why = change_reason(one, language)
    return words + (f"{inline(why)}\n\n" if why else "")


def _heading(words: str, level: int = 2) -> str:
    return f"{'#' * level} {inline(words)}\n\n"


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
