"""Bytes to text, without ever spoiling a character in silence."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from reviewer.errors import Unreadable

TWICE: Final = "utf-8 twice"
"""Chosen to repair text whose signs were encoded a second time, so that é became Ã©."""
_LOOKED_AT: Final = 4096
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_LINE_OF_BYTES: Final = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r)?")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_CP1252: Final = "".join(bytes([byte]).decode("cp1252", "replace") for byte in range(256))


_BYTES: Final = {ord(sign): byte for byte, sign in enumerate(_CP1252) if sign != "\ufffd"} | {
    byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_WIDE: Final = re.compile("[\x80-\U0010ffff]+")
_TWICE: Final = re.compile("Ã[\x80-\xbf€ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\xa0-\xbf]|â€[\x9d™œ“”¦¢˜]|ðŸ")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and the encoding it came in; `mixed` lines (from 1) were read as cp1252 in a UTF-8 file."""

    text: str
    encoding: str
    mixed: tuple[int, ...] = ()


def decode(content: bytes, most: int | None = None, encoding: str | None = None) -> Decoded:
    """As a person chose, else byte order mark, then strict UTF-8, then line by line UTF-8 or else cp1252.

    What no encoding explains becomes U+FFFD. With `most`, only about so many bytes are decoded, up to a line's end.

    Raises:
        Unreadable: there is no encoding of the name that was chosen.
    """
    whole = most is None or len(content) <= most
    if encoding == TWICE:
        return Decoded(_WIDE.sub(_once, decode(content, most).text), TWICE)
    encoding = encoding or _without_mark(content)
    if encoding:
        return Decoded(_clean(_chosen(content if whole else content[:most], encoding, whole)), encoding)
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return Decoded(_clean(_marked(content if whole else content[:most], marked, whole)), marked)
    if not whole:
        content = _up_to_line_end(content, most or 0)
    found = "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8"
    try:
        return Decoded(_clean(content.decode("utf-8")), found)
    except UnicodeDecodeError:
        return _line_by_line(content)


def split_lines(text: str) -> list[str]:
    """Lines without their ends; only CR LF, LF and CR end a line, and the end of the text ends none more."""
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    return lines[:-1] if lines and not lines[-1] else lines


def is_encoded_twice(line: str) -> bool:
    """Whether it looks as if its signs were encoded a second time, and can be repaired."""
    return any(_once(run) != run[0] for run in _WIDE.finditer(line)) if _TWICE.search(line) else False


def _once(run: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[ord(sign)] for sign in run[0]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return run[0]


def _without_mark(content: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte is often zero, the ones between hardly ever."""
    head = content[:_LOOKED_AT]
    if head.startswith(tuple(mark for mark, _ in _MARKS)) or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    for more, less, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if more > 10 * less and more * 8 > len(head) // 2:
            return encoding
    return None


def _chosen(content: bytes, encoding: str, whole: bool) -> str:
    try:
        "".encode(encoding)
        return _marked(content, encoding, whole)
    except (LookupError, UnicodeError):
        raise Unreadable(f"There is no text encoding named “{encoding}”. Choose another one.") from None


def _marked(content: bytes, encoding: str, whole: bool) -> str:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(content, final=whole)
    return text if whole else text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or text


def _up_to_line_end(content: bytes, most: int) -> bytes:
    cut = max(content.rfind(b"\n", 0, most), content.rfind(b"\r", 0, most)) + 1
    if cut:
        return content[:cut]
    while most and content[most] & 0xC0 == 0x80:  # not in the midst of a character
        most -= 1
    return content[:most]


def _line_by_line(content: bytes) -> Decoded:
    lines: list[str] = []
    mixed: list[int] = []
    wide = False
    for number, match in enumerate(_LINE_OF_BYTES.finditer(content), start=1):
        try:
            lines.append(match[0].decode("utf-8"))
            wide = wide or not match[0].isascii()
        except UnicodeDecodeError:
            lines.append("".join(map(_CP1252.__getitem__, match[0])))
            mixed.append(number)
    return Decoded(_clean("".join(lines)), "utf-8+cp1252" if wide else "cp1252", tuple(mixed))


def _clean(text: str) -> str:
    text = text.replace("\0", "\ufffd").removeprefix("\ufeff")
    return _SURROGATE.sub("\ufffd", text) if not text.isascii() else text
