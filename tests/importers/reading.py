"""Short ways to read a chat and to say what was found."""

from reviewer import importers
from reviewer.importers.base import Conversation, Found, LineKind, Source

ARTICLE = (
    "The shop answers within a minute, which is more than most shops do, and yet nobody I asked came away content with "
    "the answer. I kept the words of one afternoon, and set them down here as they were written, slips and all.\n\n"
)


def source(text: str | bytes, name: str = "chat.txt") -> Source:
    """A source of this text, UTF-8 where it is not bytes already."""
    return Source(name, text if isinstance(text, bytes) else text.encode("utf-8"))


def found(text: str | bytes, name: str = "chat.txt") -> Found:
    """What the surest importer finds, after a check that every line is counted once."""
    result = importers.read(source(text, name))
    check(result)
    return result


def chat(text: str | bytes, name: str = "chat.txt") -> Conversation:
    """The one conversation in it."""
    (conversation,) = found(text, name).conversations
    return conversation


def said(conversation: Conversation) -> list[tuple[str | None, str]]:
    """Who says what, by the name shown; None for a line of the chat program."""
    names = {speaker.key: speaker.name for speaker in conversation.speakers}
    return [(names[turn.speaker] if turn.speaker else None, turn.text) for turn in conversation.turns]


def times(conversation: Conversation) -> list[str | None]:
    """When each turn was sent."""
    return [turn.sent_at for turn in conversation.turns]


def roles(conversation: Conversation) -> dict[str, tuple[str, str]]:
    """Name to role and reason."""
    return {speaker.name: (speaker.role.value, speaker.reason) for speaker in conversation.speakers}


def check(result: Found) -> None:
    """Every line is one thing; turns follow each other without overlap and hold every line that is theirs."""
    ledger = result.ledger()
    assert ledger.pop("total") == len(result.lines) == sum(ledger.values())
    turns = [turn for conversation in result.conversations for turn in conversation.turns]
    theirs: set[int] = set()
    last = 0
    for turn in turns:
        first, end = turn.where
        assert last < first <= end <= len(result.lines)
        last = end
        assert result.lines[first - 1] in (LineKind.TURN, LineKind.SYSTEM)
        theirs.update(range(first, end + 1))
    for number, kind in enumerate(result.lines, start=1):
        if kind in (LineKind.TURN, LineKind.SYSTEM, LineKind.CONTINUATION):
            assert number in theirs
        elif number in theirs:
            assert kind is LineKind.BLANK
    for conversation in result.conversations:
        keys = {speaker.key for speaker in conversation.speakers}
        assert {turn.speaker for turn in conversation.turns} - {None} == keys
        assert sum(speaker.turns for speaker in conversation.speakers) == sum(
            turn.speaker is not None for turn in conversation.turns
        )
    for problem in result.problems:
        assert len(problem.excerpt) <= 80
        assert problem.what.endswith(".")
