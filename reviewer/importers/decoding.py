"""Bytes to text, without ever spoiling a character in silence."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from reviewer.errors import Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and the encoding it came in; `mixed` lines (from 1) were read as cp1252 in a UTF-8 file."""

    text: str
    encoding: str
    mixed: tuple[int, ...] = ()


def decode(content: bytes, name: str) -> Decoded:
    """Byte order mark, then strict UTF-8, then line by line UTF-8 or else cp1252.

    Raises:
        Unreadable: a byte order mark promises an encoding that the bytes do not keep.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(_clean(content.decode(encoding)), encoding)
            except UnicodeDecodeError:
                raise Unreadable(f"{name} could not be read: it is not the {encoding} text that it says.") from None
    try:
        return Decoded(_clean(content.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _line_by_line(content)


def split_lines(text: str) -> list[str]:
    """Lines without their ends; only CR LF, LF and CR end a line, and the end of the text ends none more."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines and not lines[-1] else lines


def _line_by_line(content: bytes) -> Decoded:
    lines, mixed = [], []
    parts = re.split(rb"(\r\n|\n|\r)", content)
    for index, part in enumerate(parts):
        try:
            lines.append(part.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(_cp1252(part))
            mixed.append(index // 2 + 1)
    all_wide = all(part.isascii() for index, part in enumerate(parts) if index // 2 + 1 not in mixed)
    return Decoded(_clean("".join(lines)), "cp1252" if all_wide else "utf-8+cp1252", tuple(mixed))


def _cp1252(part: bytes) -> str:
    return "".join(bytes([byte]).decode("cp1252", "replace") for byte in part)


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text).replace("\0", "\ufffd").removeprefix("\ufeff")
