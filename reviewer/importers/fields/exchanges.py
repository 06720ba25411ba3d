"""Turns that are no records of their own: a question and its answer in one record, or bare strings."""

from collections.abc import Iterable
from typing import Any, Final

from reviewer.importers.fields.reading import Keys, text_of
from reviewer.importers.fields.vocabulary import CONVERSATION, TIME, folded, role_of


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ASKING: Final = _words(
    "querytext query prompt question userinput usermessage usertext userquery userutterance inputtranscript request"
    " instruction input user human customer"
)
ANSWERING: Final = _words(
    "fulfillmenttext completion answer botresponse botmessage botreply bottext botanswer assistantmessage reply"
    " response output assistant bot gpt agent"
)
SPOKEN_IN: Final = frozenset(
    _words("dialog dialogue dialogs utterances turns messages conversation transcript data log")
)
"""Keys of lists whose strings are turns."""
INSIDE: Final = ("input", "output", "generic", "payload")
UNNAMED: Final = Keys("text")
SPOKEN: Final = Keys("text", "speaker", None, "time")
LOOKED_AT: Final = 30
FEW: Final = 2
WORDY: Final = 2.5
"""So many words on the average are more than a name has."""


def exchange(records: list[Any], keys: Keys | None) -> tuple[str, str] | None:
    """The keys of question and answer, where most records hold both; `keys` are those of records that are turns."""
    seen = [one for one in records[:LOOKED_AT] if isinstance(one, dict)]
    if not seen or len(seen) * 2 < min(len(records), LOOKED_AT):
        return None
    asking = _first(ASKING, seen)
    answering = _first(ANSWERING, seen)
    if asking is None or answering is None:
        return None
    if keys is not None and keys.speaker is not None and not {keys.speaker, keys.text} & {asking, answering}:
        return None
    return asking, answering


def as_turns(records: list[Any], keys: tuple[str, str]) -> list[Any]:
    """A record for each question and for each answer, with the time and the conversation of both."""
    names = [key if role_of(key) else part for key, part in zip(keys, ("user", "assistant"), strict=True)]
    made: list[Any] = []
    for record in records:
        if not isinstance(record, dict):
            made.append(record)
            continue
        beside = {"time": _beside(record, TIME), "conversation_id": _beside(record, CONVERSATION)}
        for key, name in zip(keys, names, strict=True):
            if text := _said(record.get(key)):
                made.append({"speaker": name, "text": text, **beside})
    return made


def is_one_talk(records: list[Any], keys: tuple[str, str]) -> bool:
    """Whether the exchanges follow each other: they have times, or name their conversation, or those who speak."""
    first = next((one for one in records if isinstance(one, dict)), {})
    told = _beside(first, TIME) is not None or _beside(first, CONVERSATION) is not None
    return told or all(role_of(key) for key in keys)


def is_strings(value: list[Any], least: int = FEW) -> bool:
    """Whether a list holds only strings, so many at least, that are long enough to be said."""
    return len(value) >= least and all(isinstance(one, str) for one in value) and _wordy(value)


def of_strings(value: list[str]) -> list[Any]:
    """A record for each string."""
    return [{"text": one} for one in value]


def _first(wanted: Iterable[str], records: list[dict[str, Any]]) -> str | None:
    names = dict.fromkeys(key for record in records for key in record if isinstance(key, str))
    for word in wanted:
        for name in names:
            if folded(name) == word:
                texts = [text for one in records if (text := _said(one.get(name)))]
                if len(texts) * 2 > len(records) and _wordy(texts):
                    return name
    return None


def _said(value: Any, depth: int = 0) -> str | None:
    """The words in a value, or in what it says came in or went out."""
    if (text := text_of(value)) is not None or not isinstance(value, dict) or depth > FEW:
        return text
    return next((found for key in INSIDE if key in value and (found := _said(value[key], depth + 1))), None)


def _wordy(texts: list[str]) -> bool:
    return sum(text.count(" ") + 1 for text in texts) >= WORDY * len(texts)


def _beside(record: dict[str, Any], wanted: tuple[str, ...], depth: int = 0) -> Any:
    """The value under one of these keys, here or in an object in it."""
    by_key = {folded(key): one for key, one in record.items() if isinstance(key, str)}
    found = next((by_key[word] for word in wanted if isinstance(by_key.get(word), str | int | float)), None)
    if found is None and depth < FEW:
        inner = (_beside(one, wanted, depth + 1) for one in record.values() if isinstance(one, dict))
        found = next((one for one in inner if one is not None), None)
    return found
