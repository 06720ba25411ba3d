"""What several JSON formats need: values of a certain kind whatever stands there, text of entities, words of markup."""

import re
from html import unescape
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft, Person
from reviewer.importers.fields.preset import Records
from reviewer.importers.fields.vocabulary import role_of

SAID_SO: Final = "the file says so"

_BREAK: Final = re.compile(r"<br\s{0,5}/?>|</(?:p|div|li|h[1-6]|tr)>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_FILE_NAMES: Final = ("name", "fileName", "filename", "title", "uri", "url")
_LINES: Final = re.compile(r"\n{3,}")


def obj(value: Any) -> dict[str, Any]:
    """The value when it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects in a list; none where it is something else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def words(value: Any) -> str:
    """A string or a number as text; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return f"{value:.0f}" if isinstance(value, float) and value == value and abs(value) < 1e15 else str(value)


def has(value: Any, *keys: str) -> bool:
    """Whether it is an object with all these keys."""
    return isinstance(value, dict) and all(key in value for key in keys)


def entities(value: Any) -> str:
    """Text that comes in pieces, some of them objects with a text; they join with nothing between."""
    if isinstance(value, list):
        return "".join(words(one.get("text")) if isinstance(one, dict) else words(one) for one in value)
    return words(value)


def plain(markup: Any) -> str:
    """The words of a piece of HTML; blocks and breaks end lines."""
    text = words(markup)
    if "<" not in text and "&" not in text:
        return text
    lines = unescape(_TAG.sub("", _BREAK.sub("\n", text))).split("\n")
    return _LINES.sub("\n\n", "\n".join(line.strip(" \t\r") for line in lines)).strip("\n")


def repaired(text: str) -> str:
    """Text whose UTF-8 was written as Latin-1; text for which that is not so stays as it is."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def named_files(*lists: Any) -> list[str]:
    """The names of what is attached."""
    found: list[str] = []
    for one in lists:
        for part in objects(one if isinstance(one, list) else [one]):
            name = next((part[key] for key in _FILE_NAMES if part.get(key)), "")
            found.append(words(name) or "file")
    return found


def with_files(text: str, files: list[str]) -> str:
    """The words, and below them the names of attached files in brackets."""
    return "\n".join([*([text] if text else []), *(f"[{name}]" for name in files)])


def card(value: Any, *keys: str) -> str:
    """The words of a card, a line for each of these keys that has some."""
    return "\n".join(found for key in keys if (found := words(obj(value).get(key))))


def person(draft: Draft, name: str, key: str = "", role: Role | None = None) -> Person:
    """Somebody whom the file names; what it says of the part is noted as the reason."""
    return draft.person(name or key, key or None, role, SAID_SO if role else "")


def declared(value: Any) -> Role | None:
    """The part that a word in the file names."""
    return role_of(value) if isinstance(value, str) else None


def turn(draft: Draft, records: Records, who: Person | None, text: str, sent_at: str | None) -> None:
    """One more record: a turn, one without a known speaker, or with the part of the system a line of the program."""
    if who is None:
        draft.say_unnamed(text, sent_at, records.turn(text))
    elif who.role is Role.SYSTEM:
        draft.say(None, text, sent_at, records.system(text))
    else:
        draft.say(who, text, sent_at, records.turn(text))


def notice(draft: Draft, records: Records, text: str, sent_at: str | None) -> None:
    """One more record that the chat program wrote."""
    draft.say(None, text, sent_at, records.system(text))
