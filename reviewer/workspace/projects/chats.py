"""The text sources of a project as chats, each mark on its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath

from reviewer import importers
from reviewer.domain.anchor import Anchor, find_again, turn_anchor
from reviewer.domain.transcript import Role, Speaker, Transcript, Turn, TurnKind
from reviewer.errors import Unreadable
from reviewer.exchange.refi_qda.codes import speakers_by_code
from reviewer.exchange.refi_qda.counting import counting
from reviewer.exchange.refi_qda.names import SPEAKERS, identity_of
from reviewer.exchange.refi_qda.placing import Places, SpokenTurn, placed_turns, spoken_turns
from reviewer.exchange.refi_qda.reading import Mark, Project, TextSource, is_spoken, speaker_ids
from reviewer.importers.base import Conversation, Found, Source, Unit
from reviewer.importers.decoding import decode
from reviewer.store.reading import Reading

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat of a project; `source` is the identity of its text. Marks without an anchor have no place in it.

    A `known` one is the library's transcript, and the anchors are on its words.
    """

    source: str
    transcript: Transcript
    speakers: tuple[Speaker, ...]
    turns: tuple[Turn, ...]
    marks: tuple[tuple[Mark, Anchor | None], ...]
    known: bool


def chats_of(reading: Reading, project: Project, text: TextSource, file_name: str, now: str) -> list[Chat]:
    """The chats in one text source, none where it holds no conversation.

    `file_name` is the project's; `now` (ISO 8601) the time of the import.
    """
    spoken = speaker_ids(project.codes)
    marks = [one for one in text.marks if not is_spoken(one, spoken)]
    content = text.content if text.content is not None else text.rich or b""
    base = Transcript(text.id, text.name, f"{file_name}/{text.name}", sha256(content).hexdigest(), "refi_qda", now, 0)
    decoded = decode(text.content or b"").text
    own = spoken_turns(decoded, [one for one in text.marks if is_spoken(one, spoken)], _speakers(project))
    if own is not None:
        drafts = [_of_spoken(base, own)]
        places: list[Places | None] = [Places([one.place for one in own])]
    else:
        try:
            found = importers.read(_source(text, content))
        except Unreadable:
            return []
        drafts = [_of_found(base, found, number) for number in range(len(found.conversations))]
        placeable = text.content is not None and found.unit is Unit.LINE
        places = [_places(decoded, one) if placeable else None for one in found.conversations]
    count = counting(
        decoded, content.startswith(_BYTE_ORDER_MARK), [(one.start, one.end) for one in marks if one.end is not None]
    )
    texts = [{turn.position: turn.text for turn in one.turns} for one in drafts]
    placed = [(mark, _found(mark, texts, places, (count(mark.start), count(mark.end or 0)))) for mark in marks]
    return [
        _in_library(reading, replace(draft, marks=tuple(_of_chat(placed, number))))
        for number, draft in enumerate(drafts)
    ]


def _source(text: TextSource, content: bytes) -> Source:
    ending = PurePosixPath(text.rich_name).suffix if text.content is None else ".txt"
    return Source(text.name if text.name.casefold().endswith(ending) else f"{text.name}{ending}", content)


def _speakers(project: Project) -> dict[str, tuple[str, Role] | None]:
    return speakers_by_code(below for folder in project.codes if folder.id == SPEAKERS for below in folder.below)


def _of_spoken(base: Transcript, said: Sequence[SpokenTurn]) -> Chat:
    """A chat that this program wrote."""
    who = dict.fromkeys(one.speaker for one in said if one.speaker)
    speakers = {one: Speaker(identity_of("speaker", base.id, one[1].value, one[0]), base.id, *one) for one in who}
    turns = tuple(
        Turn(
            base.id, position, speakers[one.speaker].id if one.speaker else None, one.sent_at,
            TurnKind.MESSAGE if one.speaker else TurnKind.SYSTEM, one.text,
        )
        for position, one in enumerate(said, start=1)
    )  # fmt: skip
    dated = (one.sent_at for one in said if one.sent_at and not one.sent_at.startswith("T"))
    transcript = replace(base, turn_count=len(turns), started_at=next(dated, None))
    return Chat(base.id, transcript, tuple(speakers.values()), turns, (), known=False)


def _of_found(base: Transcript, found: Found, number: int) -> Chat:
    """The chat that an importer found as the one with this number, from 0."""
    one = found.conversations[number]
    chat_id = base.id if number == 0 else identity_of("chat", base.id, str(number))
    speakers = {
        person.key: Speaker(identity_of("speaker", chat_id, person.key), chat_id, person.name, person.role)
        for person in one.speakers
    }
    turns = tuple(
        Turn(
            chat_id, position, speakers[turn.speaker].id if turn.speaker is not None else None, turn.sent_at, turn.kind,
            turn.text,
        )
        for position, turn in enumerate(one.turns, start=1)
    )  # fmt: skip
    title = base.title if base.title and len(found.conversations) == 1 else one.title
    transcript = replace(
        base, id=chat_id, title=title, turn_count=len(turns), started_at=one.started_at, channel=one.channel,
        format=found.format,
    )  # fmt: skip
    return Chat(base.id, transcript, tuple(speakers.values()), turns, (), known=False)


def _places(text: str, conversation: Conversation) -> Places:
    return Places(placed_turns(text, ((turn.text, turn.where) for turn in conversation.turns)))


def _found(
    mark: Mark, chats: Sequence[dict[int, str]], places: Sequence[Places | None], place: tuple[int, int]
) -> tuple[int, Anchor | None]:
    """The number of the chat that the mark stands in, from 0, and where."""
    for number, (texts, own) in enumerate(zip(chats, places, strict=True)):
        anchor = turn_anchor(texts, 1, len(texts)) if mark.end is None else own and own.anchor(texts, *place)
        if anchor:
            return number, anchor
    return 0, None


def _of_chat(
    placed: Sequence[tuple[Mark, tuple[int, Anchor | None]]], chat: int
) -> Iterator[tuple[Mark, Anchor | None]]:
    return ((mark, anchor) for mark, (number, anchor) in placed if number == chat)


def _in_library(reading: Reading, chat: Chat) -> Chat:
    """The chat as the library has it already, by its identity or by its words; else as it is."""
    texts = {turn.position: turn.text for turn in chat.turns}
    known = reading.transcript(chat.transcript.id)
    if known is None or reading.texts(known.id, 1, known.turn_count) != texts:
        known = _same_words(reading, texts) or known
    if known is None:
        held = reading.turns(chat.transcript.id, 1, len(chat.turns) + 1)
        return chat if not held or held == list(chat.turns) else apart(chat)
    present = reading.texts(known.id, 1, known.turn_count)
    marks = chat.marks
    if present != texts:
        marks = tuple((mark, anchor and _again(anchor, present)) for mark, anchor in marks)
    return replace(chat, transcript=known, speakers=reading.speakers(known.id), marks=marks, known=True)


def apart(chat: Chat) -> Chat:
    """The same chat under another identity, that follows from the words, because its own is taken by other words."""
    words = "\n".join(turn.text for turn in chat.turns)
    new = identity_of("apart", chat.transcript.id, sha256(words.encode("utf-8", "replace")).hexdigest())
    speakers = {one.id: Speaker(identity_of("speaker", new, one.id), new, one.name, one.role) for one in chat.speakers}
    turns = (
        replace(turn, transcript=new, speaker=speakers[turn.speaker].id if turn.speaker else None)
        for turn in chat.turns
    )
    return replace(
        chat, transcript=replace(chat.transcript, id=new), speakers=tuple(speakers.values()), turns=tuple(turns)
    )


def _again(anchor: Anchor, texts: dict[int, str]) -> Anchor:
    return find_again(anchor, texts) or replace(anchor, found=False)


def _same_words(reading: Reading, texts: dict[int, str]) -> Transcript | None:
    """A transcript of the library that says the same, turn by turn."""
    first = {1: texts[1]} if texts else {}
    alike = (one for one in reading.transcripts() if one.turn_count == len(texts))
    likely = (one for one in alike if reading.texts(one.id, 1, 1) == first)
    return next((one for one in likely if reading.texts(one.id, 1, one.turn_count) == texts), None)
