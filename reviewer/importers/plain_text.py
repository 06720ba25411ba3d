"""Chats written as plain text: `Name: text`, `**Name:** text`, `[10:02] Name: text`, inside any prose."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final

from reviewer.domain.transcript import Role, TurnKind
from reviewer.importers import refusal
from reviewer.importers.base import Conversation, Found, FoundSpeaker, FoundTurn, LineKind, Problem, Score, Source
from reviewer.importers.decoding import Decoded, decode, split_lines
from reviewer.importers.grammars import GRAMMARS, Grammar
from reviewer.importers.headings import Heading, read_heading
from reviewer.importers.line_engine import EXCERPT, Event, Marked, mark
from reviewer.importers.names import cleaned, key_of
from reviewer.importers.roles import Voice, guess_roles

SNIFFED: Final = 256 * 1024
ENOUGH_HITS: Final = 4
UNSURE: Final = 0.15
SURE: Final = 0.6


@dataclass(frozen=True, slots=True)
class PlainText:
    """One grammar as an importer."""

    grammar: Grammar

    @property
    def format(self) -> str:
        """The name of the style."""
        return self.grammar.key

    def sniff(self, source: Source) -> Score:
        """How well the first 256 KiB fit this style, with the figures behind it.

        Raises:
            Unreadable: it is no text.
        """
        text = _text(source, SNIFFED).text
        marked = mark(split_lines(text), self.grammar)
        value = _score(marked)
        return Score(value, (f"{marked.hits} lines start a turn",))

    def read(self, source: Source) -> Found:
        """Every line understood.

        Raises:
            Unreadable: it is no text.
            NoConversation: no line starts a turn.
        """
        decoded = _text(source)
        lines = split_lines(decoded.text)
        marked = mark(lines, self.grammar)
        if not marked.hits:
            raise refusal.no_conversation(source, decoded.text)
        heading = read_heading(lines, marked, source.name)
        problems = [*_encoding_problems(decoded, lines), *marked.problems, *heading.problems, *_day_problems(marked)]
        confidence = _score(marked)
        if confidence < SURE:
            problems.insert(0, Problem((1, len(lines)), "The chat was hard to make out; look whether it is right.", ""))
        return Found(
            self.format,
            round(confidence, 2),
            decoded.encoding,
            tuple(_conversations(marked, heading)),
            tuple(marked.kinds),
            tuple(problems),
        )


IMPORTERS: Final = tuple(PlainText(grammar) for grammar in GRAMMARS)


def _text(source: Source, most: int | None = None) -> Decoded:
    refusal.refuse_bytes(source)
    content = source.content
    if most is not None and len(content) > most:
        cut = content.rfind(b"\n", 0, most)
        content = content[: cut + 1 if cut > 0 else most]
    decoded = decode(content, source.name)
    refusal.refuse_text(source, decoded.text)
    return decoded


def _score(marked: Marked) -> float:
    """Root of density in the hit span x recurrence x names x number of hits (the grammar's own measure)."""
    events = [event for fragment in marked.fragments for event in fragment if event.name]
    if not events:
        return 0.0
    said = sum(kind in (LineKind.TURN, LineKind.CONTINUATION) for kind in marked.kinds)
    density = len(events) / max(said, 1)
    names = {key_of(event.name) for event in events if event.name}
    recurrence = marked.recurring / len(events)
    return sqrt(density) * recurrence * (1 if len(names) >= 2 else 0.5) * min(1, len(events) / ENOUGH_HITS)


def _conversations(marked: Marked, heading: Heading) -> Iterator[Conversation]:
    spoken = [fragment for fragment in marked.fragments if any(event.name for event in fragment)]
    voices = _voices([event for fragment in spoken for event in fragment])
    notices = [event.parts[0] for fragment in spoken for event in fragment if not event.name]
    roles = guess_roles(list(voices.values()), notices)
    for number, fragment in enumerate(spoken, start=1):
        title = heading.title if len(spoken) == 1 else f"{heading.title} ({number})"
        turns = tuple(_turn(event, heading.day, roles) for event in fragment)
        first = next((turn.sent_at for turn in turns if turn.sent_at), None)
        started = first if first and not first.startswith("T") else heading.day
        counts = {key: sum(turn.speaker == key for turn in turns) for key in voices}
        speakers = tuple(
            FoundSpeaker(key, voice.name, *roles[key], counts[key]) for key, voice in voices.items() if counts[key]
        )
        yield Conversation(title, started, speakers, turns, heading.channel)


def _voices(events: list[Event]) -> dict[str, Voice]:
    voices: dict[str, Voice] = {}
    for event in events:
        if event.name:
            voice = voices.setdefault(key_of(event.name), Voice(key_of(event.name), cleaned(event.name)))
            voice.texts.append(event.parts[0])
    return voices


def _turn(event: Event, day: str | None, roles: dict[str, tuple[Role, str]]) -> FoundTurn:
    key = key_of(event.name) if event.name else None
    system = key is None or roles[key][0] is Role.SYSTEM
    return FoundTurn(
        TurnKind.SYSTEM if system else TurnKind.MESSAGE,
        None if system else key,
        "\n".join(event.parts),
        event.stamp.iso(day) if event.stamp else None,
        (event.first, event.last),
    )


def _encoding_problems(decoded: Decoded, lines: list[str]) -> Iterator[Problem]:
    for number in decoded.mixed[:20]:
        what = "This line is not UTF-8; it was read as Windows text (cp1252)."
        yield Problem((number, number), what, lines[number - 1].strip()[:EXCERPT])


def _day_problems(marked: Marked) -> Iterator[Problem]:
    for fragment in marked.fragments:
        for event in fragment:
            if event.stamp and event.stamp.unclear_day:
                what = "Dates such as 02/03/2026 can be read in two ways, so only the times were kept."
                yield Problem((event.first, event.first), what, event.parts[0][:EXCERPT])
                return
