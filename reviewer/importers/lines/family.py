"""Plain text: every style of it as an importer, over one line engine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reviewer.importers import refusal
from reviewer.importers.base import DEFAULTS, SNIFFED, Found, Importer, Options, Problem, Score, Source
from reviewer.importers.decoding import Decoded, decode, split_lines
from reviewer.importers.lines.conversations import conversations, score
from reviewer.importers.lines.engine import EXCERPT, Marked, mark
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.lines.headings import read_heading
from reviewer.importers.times import Timeline

SURE: Final = 0.6
MOST_ENCODING_PROBLEMS: Final = 20
LOST: Final = "\ufffd"


@dataclass(frozen=True, slots=True)
class TextImporter:
    """One grammar as an importer."""

    grammar: Grammar

    @property
    def format(self) -> str:
        """The key of the style."""
        return self.grammar.key

    @property
    def title(self) -> str:
        """The style as people see it."""
        return self.grammar.title

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """Every line understood; with `most`, only the lines in about so many bytes.

        Raises:
            Unreadable: it is no text.
            NoConversation: no line starts a turn.
        """
        partial = most is not None and source.size > most
        decoded = text_of(source, most, options.encoding)
        lines = split_lines(decoded.text)
        marked = mark(lines, self.grammar, options)
        if not marked.hits:
            raise refusal.no_conversation(source, decoded.text)
        heading = read_heading(lines, marked, source.name)
        timeline = Timeline(
            (event.stamp for fragment in marked.fragments for event in fragment if event.stamp),
            heading.day,
            options.day_first,
            heading.started_at,
        )
        confidence = score(marked)
        problems = [*_encoding_problems(decoded, lines), *heading.problems]
        if timeline.order and timeline.order.day_first is None:
            problems.append(_unclear_dates(marked))
        problems += marked.problems
        return Found(
            self.format,
            round(confidence, 2),
            decoded.encoding,
            tuple(conversations(marked, heading, timeline)),
            tuple(marked.kinds),
            tuple(problems),
            texts=lines,
            date_order=timeline.order,
            partial=partial,
        )


@dataclass(frozen=True, slots=True)
class TextFamily:
    """All styles of plain text."""

    importers: tuple[TextImporter, ...]

    def sniff(self, source: Source) -> list[tuple[Score, Importer]]:
        """How well the first 256 KiB fit each style, with the figures behind it.

        Raises:
            Unreadable: it is no text.
        """
        text = text_of(source, SNIFFED).text
        looks = refusal.looks_like(text)
        if looks:
            return [(Score(0.0, (f"it looks like {looks}",)), one) for one in self.importers]
        lines = split_lines(text)
        return [(_score(lines, one.grammar), one) for one in self.importers]


def family(grammars: Sequence[Grammar]) -> TextFamily:
    """These styles as a family; of equally good ones the first is taken."""
    return TextFamily(tuple(TextImporter(grammar) for grammar in grammars))


def text_of(source: Source, most: int | None = None, encoding: str | None = None) -> Decoded:
    """The text, decoded; with `most`, about so many bytes of it.

    Raises:
        Unreadable: it is no text.
    """
    refusal.refuse_bytes(source)
    decoded = decode(source.content if most else source.whole(), most, encoding)
    if most is None or source.size <= most or not decoded.text.isspace():
        refusal.refuse_text(source, decoded.text)
    return decoded


def _score(lines: list[str], grammar: Grammar) -> Score:
    marked = mark(lines, grammar)
    return Score(score(marked), (f"{marked.hits} lines start a turn",))


def _encoding_problems(decoded: Decoded, lines: list[str]) -> Iterator[Problem]:
    lost = [number for number, line in enumerate(lines, start=1) if LOST in line]
    if lost:
        count = decoded.text.count(LOST)
        what = f"{count} signs are lost and stand as {LOST}." if count > 1 else f"1 sign is lost and stands as {LOST}."
        yield Problem((lost[0], lost[-1]), what, lines[lost[0] - 1].strip()[:EXCERPT])
    if decoded.encoding == "cp1252" and decoded.mixed:
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


def _unclear_dates(marked: Marked) -> Problem:
    events = (event for fragment in marked.fragments for event in fragment)
    event = next(event for event in events if event.stamp and event.stamp.numeric)
    what = "Dates such as 02/03/2026 can be read in two ways, so only the times were kept."
    return Problem((event.first, event.first), what, event.text[:EXCERPT])
