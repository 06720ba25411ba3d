"""JSON and JSON Lines as values: recognised, parsed, and what is wrong with them in one sentence."""

import json
import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

from reviewer.errors import Unreadable
from reviewer.importers.base import SNIFFED, Problem, Source
from reviewer.importers.decoding import decode, split_lines

EXCERPT: Final = 80
LONGEST_INTEGER: Final = 400
DEEPEST: Final = 100
"""No format nests its records so far; looking at the head ends there."""
DUPLICATES_UP_TO: Final = 4_000_000
"""Keys that come twice are looked for in documents up to this length; longer ones would take twice as long."""

_BEGINS: Final = re.compile(
    r"\s*(?:\{\s*[\"}]|\[\s*(?:[\[{\"\]]|(?:-?\d{1,30}(?:\.\d{1,30})?|true|false|null)\s*[,\]]))"
)
_ESCAPED_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Document:
    """A parsed source. In JSON Lines `value` is the list of all values, and `numbers` has the line of each, from 1."""

    value: Any
    encoding: str
    numbers: list[int] | None = None
    lines: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_lines(self) -> bool:
        """Whether it is JSON Lines."""
        return self.numbers is not None


def is_json(text: str) -> bool:
    """Whether it can be JSON by how it begins."""
    return _BEGINS.match(text) is not None


def head_of(source: Source) -> Document | None:
    """What can be parsed of the first 256 KiB, lists cut short; None when it is no JSON."""
    decoded = decode(source.content, SNIFFED)
    text = decoded.text
    if not is_json(text):
        return None
    if is_lines(text):
        return _lines(text, decoded.encoding, tolerant=True)
    if source.size <= SNIFFED:
        try:
            return Document(parsed(text), decoded.encoding)
        except (ValueError, RecursionError):
            pass
    value = _head(text.encode("utf-8", "replace"))
    return None if value is None else Document(value, decoded.encoding)


def whole(source: Source, encoding: str | None = None, most: int | None = None) -> Document:
    """All of it; with `most`, what can be parsed of about so many bytes.

    Raises:
        Unreadable: it is not whole; the sentence says where.
    """
    if most is not None and source.size > most:
        decoded = decode(source.content, most, encoding)
        if is_lines(decoded.text):
            return _lines(decoded.text, decoded.encoding, tolerant=True)
        value = _head(decoded.text.encode("utf-8", "replace"))
        return Document(value if value is not None else [], decoded.encoding)
    decoded = decode(source.whole(), None, encoding)
    if is_lines(decoded.text):
        return _lines(decoded.text, decoded.encoding, tolerant=False)
    problems: list[Problem] = []
    try:
        return Document(parsed(decoded.text, problems), decoded.encoding, problems=problems)
    except json.JSONDecodeError as wrong:
        raise Unreadable(_what_is_wrong(source.name, decoded.text, wrong)) from wrong
    except (RecursionError, ValueError) as wrong:
        raise Unreadable(
            f"{source.name} could not be read: its JSON holds lists within lists without end. Export it again."
        ) from wrong


def is_lines(text: str) -> bool:
    """Whether the first line that is not blank is a value by itself, and another follows."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    if end < 0 or not text[end:].strip():
        return False
    following = text[end:].lstrip()[:1]
    if following not in ("{", "["):
        return False
    try:
        json.loads(text[start:end], parse_int=_integer)
    except (ValueError, RecursionError):
        return False
    return True


def clean(value: Any) -> Any:
    """The value without halves of characters, which nothing can store."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value) if not value.isascii() else value
    if isinstance(value, list):
        return [clean(one) for one in value]
    if isinstance(value, dict):
        return {clean(key): clean(one) for key, one in value.items()}
    return value


def parsed(text: str, problems: list[Problem] | None = None) -> Any:
    """The value of a text; keys that stand twice are told in `problems`.

    Raises:
        ValueError: it is no whole JSON.
        RecursionError: it is nested too deep.
    """
    text = text.removeprefix("\ufeff")
    twice: list[str] = []
    if problems is not None and len(text) <= DUPLICATES_UP_TO:
        value = json.loads(text, parse_int=_integer, object_pairs_hook=lambda pairs: _object(pairs, twice))
    else:
        value = json.loads(text, parse_int=_integer)
    if twice and problems is not None:
        what = f"“{twice[0]}” stands twice in one record; the last one counts."
        more = f" So do {len(twice) - 1} others." if len(twice) > 1 else ""
        problems.append(Problem((1, 1), what + more, ""))
    return clean(value) if _ESCAPED_SURROGATE.search(text) else value


def _object(pairs: list[tuple[str, Any]], twice: list[str]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice += sorted({key for key in keys if keys.count(key) > 1})
    return made


def _lines(text: str, encoding: str, *, tolerant: bool) -> Document:
    lines = split_lines(text)
    numbers: list[int] = []
    document = Document([], encoding, numbers, len(lines))
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = parsed(line)
        except (ValueError, RecursionError):
            if not (tolerant and number == len(lines)):
                what = "This line is no whole JSON, and was left out."
                document.problems.append(Problem((number, number), what, line.strip()[:EXCERPT]))
            continue
        document.value.append(value)
        numbers.append(number)
    return document


def _head(content: bytes) -> Any:
    import ijson
    from ijson.common import ObjectBuilder

    builder = ObjectBuilder()
    try:
        depth = 0
        for event, value in ijson.basic_parse(BytesIO(content), use_float=True):
            depth += event.startswith("start") - event.startswith("end_")
            if depth > DEEPEST:
                break
            builder.event(event, value)
    except (ijson.JSONError, UnicodeDecodeError):
        pass
    return clean(getattr(builder, "value", None))


def _integer(digits: str) -> int | str:
    """The number, or its figures where Python would refuse to count that far."""
    return int(digits) if len(digits) <= LONGEST_INTEGER else digits


def _what_is_wrong(name: str, text: str, wrong: json.JSONDecodeError) -> str:
    where = f"line {wrong.lineno}, column {wrong.colno}"
    if wrong.pos >= len(text.rstrip()) or wrong.msg.startswith("Unterminated"):
        return f"{name} could not be read: the JSON breaks off at {where}. Save or export it again."
    what = wrong.msg[:1].lower() + wrong.msg[1:]
    return f"{name} could not be read: the JSON has a mistake at {where} ({what}). Mend it, or export it again."
