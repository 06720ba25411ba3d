"""From a source to its text, with what was lost on the way."""

from collections.abc import Iterator
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers import refusal
from reviewer.importers.base import Problem, Source
from reviewer.importers.decoding import TWICE, Decoded, decode, is_encoded_twice
from reviewer.importers.lines.engine import EXCERPT

MOST_ENCODING_PROBLEMS: Final = 20
STRETCH: Final = 1024 * 1024
LOST: Final = "\ufffd"


def text_of(source: Source, most: int | None = None, encoding: str | None = None) -> Decoded:
    """The text, decoded; with `most`, about so many bytes of it.

    Raises:
        Unreadable: it is no text.
    """
    refusal.refuse_bytes(source)
    if most is None:
        _refuse_endless_line(source)
    decoded = decode(source.content if most else source.whole(), most, encoding)
    if most is None or source.size <= most or not decoded.text.isspace():
        refusal.refuse_text(source, decoded.text)
    return decoded


def _refuse_endless_line(source: Source) -> None:
    """Refuses a line so long that a whole stretch of the source has no line end."""
    before = 0
    with source.opened() as stream:
        while stretch := stream.read(STRETCH):
            ends = stretch.count(b"\n") or stretch.count(b"\r")
            if not ends and len(stretch) == STRETCH:
                raise Unreadable(
                    f"{source.name} could not be read: line {before + 1:,} is longer than 1 MB, too long for a chat. "
                    "Save the chat with one turn on each line."
                )
            before += ends


def encoding_problems(decoded: Decoded, lines: list[str]) -> Iterator[Problem]:
    """What was lost or guessed when the bytes became text."""
    lost = [number for number, line in enumerate(lines, start=1) if LOST in line]
    if lost:
        count = decoded.text.count(LOST)
        what = f"{count} signs are lost and stand as {LOST}." if count > 1 else f"1 sign is lost and stands as {LOST}."
        yield Problem((lost[0], lost[-1]), what, lines[lost[0] - 1].strip()[:EXCERPT])
    twice = [number for number, line in enumerate(lines, start=1) if not line.isascii() and is_encoded_twice(line)]
    if twice and decoded.encoding != TWICE:
        what = f"Some signs look as if they were encoded twice. The encoding “{TWICE}” repairs them."
        yield Problem((twice[0], twice[-1]), what, lines[twice[0] - 1].strip()[:EXCERPT])
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
