"""Reading one record: its text, its speaker, its time, under whatever keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.fields.vocabulary import NAME, ROLE, SPEAKER, TEXT, TIME, folded, role_of
from reviewer.importers.instants import instant

DEEPEST: Final = 4
LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Keys:
    """Under which keys a list of records holds what; None where there is none."""

    text: str | None
    speaker: str | None = None
    role: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker as a record names it; `key` is an id where there is one, `word` what tells the part."""

    key: str
    name: str
    role: Role | None
    word: str = ""


def keys_of(records: list[dict[str, Any]]) -> Keys:
    """The keys that most of these records use; a key counts where most of its values are of its kind."""
    names = list(dict.fromkeys(key for record in records for key in record))
    text = _first(TEXT, names, records, lambda value: text_of(value) is not None, lambda value: _is_talk(value))
    records = [one for one in records if text and text_of(one.get(text))] or records
    speaker = _first([one for one in SPEAKER if one != "type"], names, records, _names_somebody)
    role = _first(ROLE, names, records, lambda value: role_of(value) is not None)
    if speaker == text:
        speaker = None
    if speaker is None and role is None:
        speaker = _recurring("id", names, records)
    time = _first(TIME, names, records, lambda value: moment(value) is not None)
    return Keys(text, speaker or role, role, time)


def _recurring(word: str, names: list[str], records: list[dict[str, Any]]) -> str | None:
    """The key whose values are words that come again, as names do."""
    for name in names:
        values = [record.get(name) for record in records]
        if folded(name) == word and all(isinstance(one, str) and one and not one.isdecimal() for one in values):
            return name if len(set(values)) <= len(values) // 2 else None
    return None


def text_of(value: Any, depth: int = 0) -> str | None:
    """The words in a value: a string, a list of parts put together, or an object with words in it."""
    if isinstance(value, str):
        return value
    if depth >= DEEPEST:
        return None
    if isinstance(value, list):
        parts = [text_of(one, depth + 1) for one in value]
        found = [one for one in parts if one is not None]
        return _together(value, found) if found and len(found) * 2 >= len(value) else None
    if isinstance(value, dict):
        by_key = {folded(key): one for key, one in value.items() if isinstance(key, str)}
        for key in TEXT:
            if key in by_key and (found_in := text_of(by_key[key], depth + 1)) is not None:
                return found_in
    return None


def moment(value: Any) -> str | None:
    """When it was: a time, or the one value of an object that is a time."""
    if isinstance(value, dict) and len(value) <= 2:
        return next((found for one in value.values() if not isinstance(one, dict) and (found := instant(one))), None)
    return instant(value)


def who(record: dict[str, Any], keys: Keys) -> Who | None:
    """The speaker of a record; None where it names none."""
    value = record.get(keys.speaker) if keys.speaker else None
    declared = record.get(keys.role) if keys.role else None
    word = _word(declared)
    if isinstance(value, list) and value:
        value = value[-1] if isinstance(value[-1], str) else value[0]
    if isinstance(value, str) and value:
        return _named(value[:LONGEST_NAME], word)
    if isinstance(value, dict):
        return nested(value, word)
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        return None
    name = f"{value:.0f}" if isinstance(value, float) else str(value)
    shown = name[:LONGEST_NAME]
    return _named(shown, word)


@lru_cache(maxsize=4096)
def _named(name: str, word: str | None) -> Who:
    word = word or _word(name)
    return Who(folded(name) or name, name, role_of(word), folded(word or ""))


def nested(value: dict[str, Any], word: str | None, depth: int = 0) -> Who | None:
    """The speaker in an object; `word` is what tells the part where that stands elsewhere."""
    by_key = {folded(key): one for key, one in value.items() if isinstance(key, str)}
    word = word or next((found for key in ROLE if (found := _word(by_key.get(key)))), None)
    if word is None and by_key.get("bot") is True:
        word = "bot"
    named = _full_name(by_key) or next(
        (one for key in NAME if isinstance(one := by_key.get(key), str | int) and one != ""), None
    )
    if named is None or isinstance(named, bool):
        inner = next((one for one in value.values() if isinstance(one, dict)), None)
        if inner is not None and depth < DEEPEST:
            return nested(inner, word, depth + 1)
        return Who(folded(word), word, role_of(word), folded(word)) if word else None
    key = by_key.get("id")
    name = str(named)[:LONGEST_NAME]
    identity = str(key) if isinstance(key, str | int) and key != "" else folded(name) or name
    return Who(identity, name, role_of(word), folded(word or ""))


def _full_name(by_key: dict[str, Any]) -> str | None:
    """First and last name, where no key holds both."""
    if any(by_key.get(key) for key in ("name", "displayname", "fullname", "realname")):
        return None
    parts = [by_key.get(first) or by_key.get(other) for first, other in (("first", "firstname"), ("last", "lastname"))]
    return " ".join(part for part in parts if isinstance(part, str)) or None


def _word(value: Any) -> str | None:
    """The word for a part, where it is one."""
    if role_of(value) is None:
        return None
    return str(value[-1] if isinstance(value, list) else value)


def _first(wanted: Iterable[str], names: list[str], records: list[dict[str, Any]], *fits: Any) -> str | None:
    for fitting in reversed(fits):
        for word in wanted:
            for name in names:
                if folded(name) == word:
                    values = [record[name] for record in records if record.get(name) not in (None, "")]
                    good = sum(bool(fitting(value)) for value in values)
                    if values and good * 2 >= len(values) and good * 4 >= len(records):
                        return name
    return None


def _is_talk(value: Any) -> bool:
    found = text_of(value)
    return found is not None and " " in found.strip()


def _names_somebody(value: Any) -> bool:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = value[0]
    if isinstance(value, dict):
        return nested(value, None) is not None
    return isinstance(value, str | int) and not isinstance(value, bool) and len(str(value)) <= LONGEST_NAME


def _together(value: list[Any], parts: list[str]) -> str:
    """Parts of one text stand together; sentences have a blank between them, paragraphs a line."""
    if all(isinstance(one, dict) for one in value):
        return "\n".join(part for part in parts if part)
    return " ".join(parts) if all(isinstance(one, str) for one in value) else "".join(parts)
