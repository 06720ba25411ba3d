"""Plain text: every style of it as an importer, over one line engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewer.errors import NoConversation
from reviewer.importers import refusal
from reviewer.importers.base import DEFAULTS, SNIFFED, Found, Importer, Options, Problem, Score, Source
from reviewer.importers.decoding import split_lines
from reviewer.importers.lines.conversations import conversations, score
from reviewer.importers.lines.engine import EXCERPT, Marked, mark
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.lines.headings import read_heading
from reviewer.importers.lines.oddities import rare_continuations
from reviewer.importers.lines.opening import encoding_problems, text_of
from reviewer.importers.lines.paragraphs import Paragraphs
from reviewer.importers.pausing import collection_paused
from reviewer.importers.times import Timeline

SURE: Final = 0.6


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
        with collection_paused():
            return self._read(source, options, most)

    def _read(self, source: Source, options: Options, most: int | None) -> Found:
        partial = most is not None and source.size > most
        decoded = text_of(source, most, options.encoding)
        lines = split_lines(decoded.text)
        marked = mark(lines, self.grammar, options)
        if not marked.hits:
            raise _no_such_names(source, options) if options.names else refusal.no_conversation(source, decoded.text)
        heading = read_heading(lines, marked, source.name)
        timeline = Timeline(
            (event.stamp for fragment in marked.fragments for event in fragment if event.stamp),
            heading.day,
            options.day_first,
            heading.started_at,
        )
        confidence = score(marked)
        problems = [*encoding_problems(decoded, lines), *heading.problems]
        if timeline.order and timeline.order.day_first is None:
            problems.append(_unclear_dates(marked))
        problems += sorted([*marked.problems, *rare_continuations(marked)], key=lambda one: one.where)
        return Found(
            self.format,
            round(confidence, 2),
            decoded.encoding,
            tuple(conversations(marked, heading, timeline, unwrap=options.unwrap)),
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

        What only a person can choose, names marked by hand and paragraphs, comes last with nothing for it.

        Raises:
            Unreadable: it is no text.
        """
        chosen: list[tuple[Score, Importer]] = [
            (Score(0.0, ("only when it is chosen",)), one) for one in (BY_HAND, Paragraphs())
        ]
        text = text_of(source, SNIFFED).text
        looks = refusal.looks_like(text)
        lines = split_lines(text)
        other = Score(0.0, (f"it looks like {looks}",))
        fitting = (
            (_score(lines, one.grammar) if looks in (None, one.grammar.form) else other, one) for one in self.importers
        )
        with collection_paused():
            return [*fitting, *chosen]


BY_HAND: Final = TextImporter(Grammar("by_hand", "Speakers marked by hand"))


def family(grammars: Sequence[Grammar]) -> TextFamily:
    """These styles as a family; of equally good ones the first is taken."""
    return TextFamily(tuple(TextImporter(grammar) for grammar in grammars))


def _score(lines: list[str], grammar: Grammar) -> Score:
    marked = mark(lines, grammar)
    return Score(score(marked), (f"{marked.hits} lines start a turn",))


def _no_such_names(source: Source, options: Options) -> NoConversation:
    names = " or ".join(f"“{name}”" for name in options.names)
    return NoConversation(f"{source.name}: no line starts with {names}. Mark a line that starts with a name.")


def _unclear_dates(marked: Marked) -> Problem:
    events = (event for fragment in marked.fragments for event in fragment)
    event = next(event for event in events if event.stamp and event.stamp.numeric)
    what = "Dates such as 02/03/2026 can be read in two ways, so only the times were kept."
    return Problem((event.first, event.first), what, event.text[:EXCERPT])
