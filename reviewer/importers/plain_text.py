"""Chats written as plain text: `Name: text`, `**Name:** text`, `[10:02] Name: text`, inside any prose."""

from collections import Counter
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
from reviewer.importers.roles import Voice, guess_roles, is_system_name
from reviewer.importers.times import Timeline

SNIFFED: Final = 256 * 1024
ENOUGH_HITS: Final = 4
UNSURE: Final = 0.15
SURE: Final = 0.6
MOST_ENCODING_PROBLEMS: Final = 20
# So many turns of each speaker are enough to guess the role.
HEARD: Final = 500
LOST: Final = "\ufffd"


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
        if refusal.looks_like(text):
            return Score(0.0, ("it looks like something else",))
        marked = mark(split_lines(text), self.grammar)
        return Score(_score(marked), (f"{marked.hits} lines start a turn",))

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
        confidence = _score(marked)
        problems = list(_encoding_problems(decoded, lines))
        if confidence < SURE:
            problems.insert(0, Problem((1, len(lines)), "It is uncertain whether this was read as it was meant.", ""))
        problems += [*heading.problems, *_day_problems(marked), *marked.problems]
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
    decoded = decode(source.content, most)
    if most is None or len(source.content) <= most or not decoded.text.isspace():
        refusal.refuse_text(source, decoded.text)
    return decoded


def _score(marked: Marked) -> float:
    """Root of density in the hit span x recurrence x talk x names x number of hits, where one turn alone is no talk."""
    events = [event for fragment in marked.fragments for event in fragment if event.name]
    names = {key for event in events if event.name and not is_system_name(key := key_of(event.name))}
    if not names:
        return 0.0
    counts = Counter(marked.kinds)
    density = len(events) / (counts[LineKind.TURN] + counts[LineKind.CONTINUATION])
    recurrence = marked.recurring / len(events)
    talked = sum(count for fragment in marked.fragments if (count := _count(fragment)) > 1) / len(events)
    return sqrt(density) * recurrence * talked * (1 if len(names) >= 2 else 0.5) * min(1, len(events) / ENOUGH_HITS)


def _count(fragment: list[Event]) -> int:
    return sum(event.name is not None for event in fragment)


def _conversations(marked: Marked, heading: Heading) -> Iterator[Conversation]:
    spoken = [fragment for fragment in marked.fragments if any(event.name for event in fragment)]
    voices = _voices([event for fragment in spoken for event in fragment])
    notices = [event.text for fragment in spoken for event in fragment if not event.name]
    roles = guess_roles(list(voices.values()), notices, heading.declared)
    timeline = _timeline(marked, heading.day)
    for number, fragment in enumerate(spoken, start=1):
        title = heading.title if len(spoken) == 1 else f"{heading.title} ({number})"
        turns = tuple(_turn(event, timeline, roles) for event in fragment)
        first = next((turn.sent_at for turn in turns if turn.sent_at and not turn.sent_at.startswith("T")), None)
        started = heading.started_at if number == 1 and "T" in (heading.started_at or "") else first or heading.day
        counts = Counter(turn.speaker for turn in turns)
        speakers = tuple(
            FoundSpeaker(key, voice.name, *roles[key], counts[key]) for key, voice in voices.items() if counts[key]
        )
        yield Conversation(title, started, speakers, turns, heading.channel)


def _voices(events: list[Event]) -> dict[str, Voice]:
    """Speakers by key; of spellings that differ in case the most frequent is shown."""
    spellings = Counter(event.name for event in events if event.name)
    voices: dict[str, Voice] = {}
    for written, _ in spellings.most_common():
        voices.setdefault(key_of(written), Voice(key_of(written), cleaned(written)))
    ordered: dict[str, Voice] = {}
    for event in events:
        if event.name:
            voice = ordered.setdefault(key_of(event.name), voices[key_of(event.name)])
            if len(voice.texts) < HEARD:
                voice.texts.append(event.text)
    return ordered


def _turn(event: Event, timeline: Timeline, roles: dict[str, tuple[Role, str]]) -> FoundTurn:
    key = key_of(event.name) if event.name else None
    system = key is None or roles[key][0] is Role.SYSTEM
    return FoundTurn(
        TurnKind.SYSTEM if system else TurnKind.MESSAGE,
        None if system else key,
        event.text,
        timeline.place(event.stamp) if event.stamp else None,
        (event.first, event.last),
    )


def _timeline(marked: Marked, day: str | None) -> Timeline:
    return Timeline((event.stamp for fragment in marked.fragments for event in fragment if event.stamp), day)


def _encoding_problems(decoded: Decoded, lines: list[str]) -> Iterator[Problem]:
    lost = [number for number, line in enumerate(lines, start=1) if LOST in line]
    if lost:
        count = decoded.text.count(LOST)
        what = f"{count} signs are lost and stand as {LOST}." if count > 1 else f"1 sign is lost and stands as {LOST}."
        yield Problem((lost[0], lost[-1]), what, lines[lost[0] - 1].strip()[:EXCERPT])
    if decoded.encoding == "cp1252":
        first = decoded.mixed[0]
        what = "The text is not UTF-8; it was read as Windows text (cp1252)."
        yield Problem((first, first), what, lines[first - 1].strip()[:EXCERPT])
        return
    shown = decoded.mixed[:MOST_ENCODING_PROBLEMS]
    rest = decoded.mixed[MOST_ENCODING_PROBLEMS:]
    for number in shown:
        what = "This line is not UTF-8; it was read as Windows text (cp1252)."
        yield Problem((number, number), what, lines[number - 1].strip()[:EXCERPT])
    if rest:
        yield Problem((rest[0], rest[-1]), f"So were {len(rest)} more lines.", "")


def _day_problems(marked: Marked) -> Iterator[Problem]:
    if not _timeline(marked, None).unclear:
        return
    events = (event for fragment in marked.fragments for event in fragment)
    event = next(event for event in events if event.stamp and event.stamp.numeric)
    what = "Dates such as 02/03/2026 can be read in two ways, so only the times were kept."
    yield Problem((event.first, event.first), what, event.text[:EXCERPT])
