"""A review as plain text, words as they are."""

from collections.abc import Iterable, Iterator, Sequence

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
from reviewer.exporters.view_model import MarkedView, Page, RevisionView, TurnView


def write(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """The report, or of the kind `revised` the revised dialogue alone.

    Without marks the program reads it in again as a chat.
    """
    (chat,) = chats
    yield f"{making.kind}.txt", _revised(chat, making) if making.kind == "revised" else _report(chat, making)


def _revised(chat: ReviewedChat, making: Making) -> Iterator[str]:
    page = page_view(chat.full, chat.turns, when=making.when, version=making.version, options=making.options)
    yield f"{page.title}\n"
    if page.marked is not None:
        language = page_language(making.options.language)
        for marked in page.marked:
            yield _marked(marked, language)
        return
    for one in page.clean:
        yield f"\n{f'{one.name}: ' if one.name else ''}{one.text}\n"


def _marked(one: MarkedView, language: PageLanguage) -> str:
    remarks = (marked_words(one.original), change_reason(one, language))
    said = f"\n{f'{one.name}: ' if one.name else ''}{marked_words(one.pieces)}\n"
    return said + "".join(_indented(words) for words in remarks if words)


def _report(chat: ReviewedChat, making: Making) -> Iterator[str]:
    page = page_view(chat.full, chat.turns, when=making.when, version=making.version, options=making.options)
    words = ReviewWords(chat.full, page_language(making.options.language))
    yield from _head(page, words.language)
    if page.conversation is not None:
        yield from _conversation(words, page.conversation)
    for revision in page.revisions:
        yield from _revision(revision, words.language)
    if page.discussion:
        yield _heading(words.language.say("Discussion"))
        yield from (f"{fact.name}\n{_indented(fact.value)}\n" for fact in page.discussion)
    yield f"\n{page.made}\n"


def _conversation(words: ReviewWords, turns: Iterable[TurnView]) -> Iterator[str]:
    language = words.language
    yield _heading(language.say("Conversation"))
    remarks = remarks_by_turn(words)
    for turn in turns:
        name, time = turn.name or language.say("System"), f" ({turn.time})" if turn.time else ""
        yield f"{turn.number}  {name}{time}\n{_indented(words_of(turn))}"
        yield from _remarks(remarks.get(turn.number, ()), language)
        yield "\n"
    lost = unplaced_remarks(words)
    if lost:
        yield _heading(language.say("Comments without a place"))
        yield from _remarks(lost, language)


def _head(page: Page, language: PageLanguage) -> Iterator[str]:
    yield f"{page.title}\n{'=' * min(len(page.title), 80)}\n\n"
    if page.lede:
        yield f"{page.lede}\n\n"
    yield from (f"{language.headed(fact.name, fact.value)}\n" for fact in facts_of(page, language))
    if page.score:
        yield f"{page.score.spoken}\n"
    for part in page.summary:
        yield _heading(part.title)
        for point in part.points:
            yield f"- {point.text}{''.join(f' [{one.number}]' for one in point.refs)}\n"
    if page.criteria:
        yield _heading(language.say("Scorecard"))
        for row in page.criteria:
            yield f"{row.letter}  {language.headed(criterion_words(row, language), row.rating)}\n"
            yield _indented(row.reason) if row.reason else ""


def _remarks(remarks: Iterable[Remark], language: PageLanguage) -> Iterator[str]:
    for one in remarks:
        head, quote = language.listed(one.about), language.say("“%(words)s”", words=one.quote)
        yield _indented(language.headed(f"[{one.number}] {head}", quote))
        if one.text:
            yield _indented(one.text, 8)
        if one.suggestion is not None:
            yield _indented(language.say("Suggested: “%(words)s”", words=one.suggestion), 8)
        for name, text in one.replies:
            yield _indented(language.headed(name, text), 8)


def _revision(revision: RevisionView, language: PageLanguage) -> Iterator[str]:
    yield _heading(language.headed(revision.heading, revision.name) if revision.name else revision.heading)
    yield f"{revision.count}\n"
    if revision.rationale:
        yield f"{revision.rationale}\n"
    for row in revision.rows:
        if not row.change:
            continue
        yield f"\n{row.change}\n"
        for say, before in (*((one, True) for one in row.before), *((one, False) for one in row.after)):
            yield _indented(side_words(say.name, say.number, language, before=before), 2)
            yield _indented("".join(piece.text for piece in say.pieces))
        for void in filter(None, (row.void_before, row.void_after)):
            yield _indented(void, 2)
        for reason in reasons_of(row):
            yield _indented(language.headed(language.say("Reason"), reason), 2)


def _heading(words: str) -> str:
    return f"\n{words}\n{'-' * len(words)}\n\n"


def _indented(text: str, by: int = 4) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.split("\n"))
