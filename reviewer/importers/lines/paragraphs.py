"""Text without names: every paragraph a turn of which nobody knows the speaker."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from reviewer.importers.base import DEFAULTS, Found, LineKind, Options, Source
from reviewer.importers.decoding import split_lines
from reviewer.importers.drafts import Draft, assembled
from reviewer.importers.lines.opening import encoding_problems, text_of
from reviewer.importers.lines.unwrapping import unwrapped


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Only for those who choose it."""

    @property
    def format(self) -> str:
        """The key of the style."""
        return "paragraphs"

    @property
    def title(self) -> str:
        """The style as people see it."""
        return "Every paragraph a turn"

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """Every paragraph; with `most`, only those in about so many bytes.

        Raises:
            Unreadable: it is no text.
        """
        decoded = text_of(source, most, options.encoding)
        lines = split_lines(decoded.text)
        kinds = [LineKind.CONTINUATION if line.strip() else LineKind.BLANK for line in lines]
        draft = Draft()
        for first, last in _blocks(lines):
            kinds[first] = LineKind.TURN
            text = "\n".join(lines[first : last + 1]).strip()
            draft.say_unnamed(unwrapped(text) if options.unwrap else text, None, (first + 1, last + 1))
        return Found(
            self.format,
            0.0,
            decoded.encoding,
            (assembled(draft, PurePath(source.name).stem or source.name),),
            tuple(kinds),
            tuple(encoding_problems(decoded, lines)),
            texts=lines,
            partial=most is not None and source.size > most,
        )


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """First and last line of each run without a blank one."""
    first = None
    for at, line in enumerate(lines):
        if line.strip():
            first = at if first is None else first
        elif first is not None:
            yield first, at - 1
            first = None
    if first is not None:
        yield first, len(lines) - 1
