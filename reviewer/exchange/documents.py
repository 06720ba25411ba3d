"""A JSON document of this program, opened: its form, its version, its records; for review and exercise files alike."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from reviewer.domain.codec import Malformed, from_plain, known_part
from reviewer.errors import Unreadable

Kind = TypeVar("Kind")

MOST: Final = 2**53
"""Counts stay below this, so that every reader of JSON can hold them, and one more."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """An object of a file. With `newer` fields of records that this program does not know are passed over."""

    plain: dict[str, Any]
    newer: bool = False

    def one(self, kind: type[Kind], key: str) -> Kind:
        """The record under a key.

        Raises:
            KeyError: there is no such key.
            Malformed: it is no such record.
        """
        return self.record(kind, self.plain[key])

    def many(self, kind: type[Kind], key: str) -> tuple[Kind, ...]:
        """The records of the list under a key.

        Raises:
            KeyError: there is no such key.
            Malformed: it is no list of such records.
        """
        return tuple(self.record(kind, part) for part in self.parts(key))

    def parts(self, key: str) -> list[Any]:
        """The list under a key, as it is.

        Raises:
            KeyError: there is no such key.
            Malformed: it is no list.
        """
        if not isinstance(self.plain[key], list):
            raise Malformed(f"“{key}” is not a list.")
        return list(self.plain[key])

    def record(self, kind: type[Kind], plain: Any) -> Kind:
        """One record from plain values.

        Raises:
            Malformed: they do not make one.
        """
        return from_plain(kind, clean(known_part(kind, plain) if self.newer else plain))


def opened(text: str, name: str, form: str, noun: str) -> tuple[dict[str, Any], int]:
    """The object in `text` and its version; `name` is the file's, `noun` “review” or “exercise”, for messages.

    Raises:
        Unreadable: it is no JSON, or not of the format `form`.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as wrong:
        raise Unreadable(_broken_off(text, name, noun, wrong)) from wrong
    except ValueError as wrong:
        raise Unreadable(f"{name} is not a whole {noun} file: {wrong}.") from wrong
    except RecursionError as wrong:
        raise Unreadable(too_deep(name, noun)) from wrong
    if not isinstance(document, dict) or document.get("format") != form:
        raise Unreadable(f"{name} is not {'an' if noun[0] in 'aeiou' else 'a'} {noun} file of this program.")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version < MOST:
        raise Unreadable(f"{name} is not a whole {noun} file: its version is no number.")
    return document, version


def too_deep(name: str, noun: str) -> str:
    """The sentence for a file that nests without end."""
    return f"{name} is not a whole {noun} file: it holds lists within lists without end."


def _broken_off(text: str, name: str, noun: str, wrong: json.JSONDecodeError) -> str:
    """The sentence for a file that was cut short, or changed by hand or on its way."""
    cut = wrong.pos >= len(text.rstrip()) or wrong.msg.startswith("Unterminated string")
    found = "it breaks off" if cut else f"it was changed, at line {wrong.lineno}, sign {wrong.colno} of the {noun}"
    return f"{name} is not a whole {noun} file: {found}. Get the file once more from where it came from."


def clean(value: Any) -> Any:
    """The value with lone surrogates, which no file can hold, replaced."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [clean(part) for part in value]
    if isinstance(value, dict):
        return {key: clean(part) for key, part in value.items()}
    return value
