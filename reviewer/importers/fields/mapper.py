"""Any JSON in which records say something: where the conversations are, and how their records become turns."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from reviewer.domain.transcript import Role
from reviewer.importers.drafts import Draft, Person
from reviewer.importers.fields import doubts, exchanges, parts, tidying, wrapping
from reviewer.importers.fields.people import Company, company
from reviewer.importers.fields.preset import Records
from reviewer.importers.fields.reading import Keys, Who, keys_of, moment, text_of, who
from reviewer.importers.fields.talk import draft_of_text
from reviewer.importers.fields.vocabulary import (
    ASIDE,
    CHANNEL,
    CONVERSATION,
    IDENTITY,
    PEOPLE,
    TIME,
    TITLE,
    TURNS,
    folded,
    role_of,
)
from reviewer.importers.instants import instant

LOOKED_AT: Final = 200
ENOUGH: Final = 30
"""So many records tell under which keys a list holds what."""
DEEPEST: Final = 8
PAIR: Final = 2
LONGEST_TITLE: Final = 100
KNOWN: Final = "the file says so"
NO_WORDS: Final = "A record has no words, and was left out."
CLEAR: Final = frozenset({"text", "utterance", "message", "content", "msg"})
"""Keys of words that somebody says, even where nothing names the speaker."""


@dataclass(slots=True)
class Talk:
    """One list of records that are turns; `meta` is the object around it, `apart` says it is one of many answers."""

    records: list[Any]
    meta: dict[str, Any]
    keys: Keys | None
    name: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How the records of one conversation are read; `answering` when “system” is a bot that answers."""

    keys: Keys
    answering: bool
    marked_up: bool
    company: Company


def talks(value: Any, meta: dict[str, Any] | None = None, name: str = "", depth: int = 0) -> Iterator[Talk]:
    """Every conversation in a value, in its order."""
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        yield from _in_string(value, meta, name, depth)
    elif isinstance(value, list):
        keys = turn_keys(value)
        if sides := exchanges.exchange(value, keys):
            yield from _exchanged(value, sides, meta or {}, name)
            return
        if not name and meta is None and exchanges.is_strings(value, PAIR + 1):
            value, keys = exchanges.of_strings(value), exchanges.UNNAMED
        elif keys is None or keys.speaker is None:
            value, keys = _inner(value) or (value, keys)
        if (keys is not None and not _is_aside(keys, name, value)) or is_pairs(value):
            yield from _grouped(Talk(value, meta or {}, keys, name))
            return
        for one in value:
            yield from talks(one, one if isinstance(one, dict) else meta, name, depth + 1)
    elif isinstance(value, dict):
        yield from _in_object(value, meta, name, depth)


def turn_keys(value: list[Any]) -> Keys | None:
    """The keys of a list whose records are turns; None when it is something else."""
    records = [one for one in value[:ENOUGH] if isinstance(one, dict)]
    if len(records) * 2 < min(len(value), ENOUGH) or not records or doubts.is_log(records):
        return None
    keys = keys_of(records)
    if keys.text is None or (keys.speaker is None and folded(keys.text) not in CLEAR):
        return None
    if sum(_has_turns(record) for record in records[:20]) * 2 > len(records[:20]):
        return None
    return keys


def _inner(value: list[Any]) -> tuple[list[Any], Keys] | None:
    """The records one level deeper, where somebody speaks there."""
    for key in wrapping.wrappers(value):
        inner = wrapping.unwrapped(value, key)
        keys = turn_keys([one for one, before in zip(inner, value, strict=True) if one is not before])
        if keys is not None and doubts.is_convincing(inner[:LOOKED_AT], keys):
            return inner, keys
    return None


def _exchanged(value: list[Any], sides: tuple[str, str], meta: dict[str, Any], name: str) -> Iterator[Talk]:
    if exchanges.is_one_talk(value, sides):
        yield from _grouped(Talk(exchanges.as_turns(value, sides), meta, exchanges.SPOKEN, name))
        return
    for one in value:
        yield Talk(exchanges.as_turns([one], sides), meta, exchanges.SPOKEN, name, apart=True)


def _is_aside(keys: Keys, name: str, value: list[Any]) -> bool:
    """Whether the words belong to something else, or stand by themselves and nobody is named."""
    return (keys.role is None and folded(name) in ASIDE) or (keys.speaker is None and len(value) < PAIR)


def is_pairs(value: list[Any]) -> bool:
    """Whether every item is a name and words, and few names come again and again."""
    pairs = [one for one in value[:LOOKED_AT] if isinstance(one, list)]
    if len(pairs) < PAIR or len(pairs) < min(len(value), LOOKED_AT):
        return False
    if not all(len(one) >= PAIR and _is_name(one[0]) and isinstance(one[1], str) for one in pairs):
        return False
    names = {str(one[0]) for one in pairs}
    parts_told = all(role_of(name) for name in names)
    if not parts_told and not PAIR <= len(names) < len(pairs):
        return False
    return len(names) <= max(PAIR, len(pairs) // 2) and all(len(name) <= 40 for name in names)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, int) and 0 <= value < LOOKED_AT)


def is_uncertain(talk: Talk) -> bool:
    """Whether it may be a list of texts by authors, and no talk."""
    if talk.keys is None or talk.apart:
        return talk.apart
    seen = talk.records[:LOOKED_AT]
    return doubts.is_uncertain(seen, talk.keys, company(seen, talk.keys, talk.meta))


def fill(talk: Talk, records: Records) -> Draft:
    """The turns of one conversation; what says nothing is left out with a reason."""
    draft = Draft(_title(talk), _started(talk.meta), _channel(talk.meta))
    if talk.keys is None:
        _fill_pairs(draft, talk, records)
        return draft
    reading = _reading(talk, talk.keys)
    if reading.marked_up:
        records.remark(tidying.MARKED_UP)
    if turned := _is_newest_first(talk.records, talk.keys):
        records.remark(tidying.TURNED)
    for record in reversed(talk.records) if turned else talk.records:
        if not isinstance(record, dict):
            records.skip("A record is no object, and was left out.", str(record))
            continue
        _say(draft, record, reading, records)
    return draft


def _reading(talk: Talk, keys: Keys) -> Reading:
    spoken = [one for one in talk.records[:LOOKED_AT] if isinstance(one, dict)]
    texts = [text for one in spoken if keys.text and (text := text_of(one.get(keys.text)))]
    return Reading(keys, _system_answers(talk), tidying.is_marked_up(texts), company(spoken, keys, talk.meta))


def _is_newest_first(records: list[Any], keys: Keys) -> bool:
    if keys.time is None:
        return False
    return tidying.is_newest_first(moment(one.get(keys.time)) for one in records if isinstance(one, dict))


def _say(draft: Draft, record: dict[str, Any], reading: Reading, records: Records) -> None:
    keys = reading.keys
    value = record.get(keys.text) if keys.text else None
    text = text_of(value)
    if text is not None and reading.marked_up:
        text = parts.plain(text)
    person = reading.company.of(record, keys)
    sent_at = moment(record.get(keys.time)) if keys.time else None
    if person is not None and person.role is Role.SYSTEM and reading.answering:
        person = Who(person.key, person.name, Role.BOT)
    if text is None:
        called = ", ".join(_called(record))
        if person is None or not (called or (value is None and keys.text in record)):
            records.skip(NO_WORDS, json.dumps(record, ensure_ascii=False)[:200])
            return
        text = f"({called})" if called else ""
        draft.say(None, text, sent_at, records.system(text))
        return
    if person is None and not text.strip():
        records.skip(NO_WORDS, json.dumps(record, ensure_ascii=False)[:200])
    elif person is None:
        draft.say_unnamed(text, sent_at, records.turn(text))
    elif person.role is Role.SYSTEM:
        draft.say(None, text, sent_at, records.system(text))
    else:
        draft.say(_person(draft, person), text, sent_at, records.turn(text))


def _called(record: dict[str, Any]) -> Iterator[str]:
    """The names of tools that an assistant calls without words."""
    for one in record.get("tool_calls") or ():
        tool = one.get("function") if isinstance(one, dict) else None
        if isinstance(tool, dict) and isinstance(tool.get("name"), str):
            yield tool["name"]


def _person(draft: Draft, found: Who) -> Person:
    return draft.person(found.name, found.key, found.role, KNOWN if found.role else "")


def _fill_pairs(draft: Draft, talk: Talk, records: Records) -> None:
    for named, text, *_ in talk.records:
        name = str(named)
        role = role_of(name)
        if role is Role.SYSTEM:
            draft.say(None, text, None, records.system(text))
        else:
            draft.say(draft.person(name, role=role, reason=KNOWN if role else ""), text, None, records.turn(text))


def _system_answers(talk: Talk) -> bool:
    """Whether “system” is the one who answers, as in sets of dialogues between a user and a system."""
    if talk.keys is None or not _names_the_system(talk.records, talk.keys):
        return False
    heard: Counter[Role | None] = Counter()
    for record in talk.records[:LOOKED_AT]:
        person = who(record, talk.keys) if isinstance(record, dict) else None
        heard[person.role if person else None] += 1
    others = set(heard) - {Role.SYSTEM, Role.CUSTOMER, None}
    return not others and heard[Role.SYSTEM] * 3 >= sum(heard.values())


def _names_the_system(records: list[Any], keys: Keys) -> bool:
    for key in {keys.speaker, keys.role} - {None}:
        values = {
            one.get(key) for one in records[:LOOKED_AT] if isinstance(one, dict) and isinstance(one.get(key), str)
        }
        if any(role_of(value) is Role.SYSTEM for value in values):
            return True
    return False


def _in_object(value: dict[str, Any], meta: dict[str, Any] | None, name: str, depth: int) -> Iterator[Talk]:
    around = {**(meta or {}), **{key: one for key, one in value.items() if _is_told(key, one)}}
    if columns := _columns(value):
        for row in columns:
            yield from talks(row, row, name, depth + 1)
        return
    if (records := wrapping.members(value)) and (keys := turn_keys(records)) and doubts.is_convincing(records, keys):
        yield from _grouped(Talk(tidying.in_order(records, keys.time), around, keys, name))
        return
    found: list[Talk] = []
    for key, one in sorted(value.items(), key=lambda item: folded(str(item[0])) not in TURNS):
        keyed = name if folded(str(key)) in TURNS else str(key)
        if isinstance(one, list) and folded(str(key)) in exchanges.SPOKEN_IN and exchanges.is_strings(one):
            found.append(Talk(exchanges.of_strings(one), around, exchanges.UNNAMED, name))
            break
        if isinstance(one, list | dict) or (isinstance(one, str) and folded(str(key)) in TURNS):
            found += talks(one, around, keyed, depth + 1)
            if found and isinstance(one, list) and folded(str(key)) in TURNS:
                break
    yield from found


def _is_told(key: Any, value: Any) -> bool:
    """Whether it is worth knowing around the turns: words, or a list of people."""
    return not isinstance(value, list | dict) or folded(str(key)) in PEOPLE


def _columns(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of an object of equally long lists, one of which holds conversations."""
    lists = {key: one for key, one in value.items() if isinstance(one, list)}
    if len(lists) < PAIR or len({len(one) for one in lists.values()}) != 1 or len(lists) != len(value):
        return []
    talking = [column for key, column in lists.items() if folded(key) in TURNS]
    if not any(_can_talk(one) for column in talking for one in column[:1]):
        return []
    return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]


def _can_talk(value: Any) -> bool:
    return isinstance(value, list) or (isinstance(value, str) and ("\n" in value or value.lstrip()[:1] in ("{", "[")))


def _in_string(value: str, meta: dict[str, Any] | None, name: str, depth: int) -> Iterator[Talk]:
    start = value.lstrip()[:1]
    if start in ("{", "["):
        try:
            inner = json.loads(value)
        except (ValueError, RecursionError):
            return
        if not isinstance(inner, str):
            yield from talks(inner, meta, name, depth + 1)
    elif "\n" in value and (made := draft_of_text(value)):
        yield Talk(made, meta or {}, None, name)


def _grouped(talk: Talk) -> Iterator[Talk]:
    """Records that name their conversation, each with its own; in the order in which they begin."""
    key = _conversation_key(talk)
    if key is None:
        yield talk
        return
    groups: dict[str, list[Any]] = {}
    for record in talk.records:
        groups.setdefault(str(record.get(key)) if isinstance(record, dict) else "", []).append(record)
    for name, records in groups.items():
        yield Talk(records, talk.meta, talk.keys, name)


def _conversation_key(talk: Talk) -> str | None:
    records = [one for one in talk.records[:LOOKED_AT] if isinstance(one, dict)]
    if talk.keys is None or not records:
        return None
    for word in CONVERSATION:
        for key in records[0]:
            if folded(key) == word and key not in (talk.keys.text, talk.keys.speaker):
                values = [one.get(key) for one in records]
                if all(isinstance(one, str | int) for one in values) and len(set(values)) < len(values):
                    return str(key)
    return None


def _has_turns(record: dict[str, Any]) -> bool:
    return any(isinstance(one, list) and folded(key) in TURNS and _is_talk(one) for key, one in record.items())


def _is_talk(value: list[Any]) -> bool:
    if is_pairs(value):
        return True
    keys = turn_keys(value)
    return keys is not None and keys.speaker is not None


def _title(talk: Talk) -> str:
    folded_meta = {folded(str(key)): one for key, one in talk.meta.items()}
    for word in TITLE:
        if isinstance(found := folded_meta.get(word), str) and found.strip():
            return found.strip()[:LONGEST_TITLE]
    if talk.name:
        return talk.name[:LONGEST_TITLE]
    found_id = next((folded_meta[word] for word in IDENTITY if isinstance(folded_meta.get(word), str | int)), None)
    return "" if found_id is None or isinstance(found_id, bool) else str(found_id)[:LONGEST_TITLE]


def _started(meta: dict[str, Any]) -> str | None:
    return next((found for key, one in meta.items() if folded(str(key)) in TIME and (found := instant(one))), None)


def _channel(meta: dict[str, Any]) -> str | None:
    return next((one for key, one in meta.items() if folded(str(key)) in CHANNEL and isinstance(one, str)), None)
