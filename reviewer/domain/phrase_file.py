"""Files of ready comments: TOML in, phrases out, and back. The form is in docs/comment-bank.md."""

import json
import tomllib
from collections.abc import Iterable

from reviewer.domain.codec import Malformed, from_plain, to_plain
from reviewer.domain.ids import new_id
from reviewer.domain.phrase import Phrase
from reviewer.errors import Unreadable


def read_phrases(text: str, name: str) -> tuple[Phrase, ...]:
    """The phrases of a TOML text; `name` is the file's, for messages.

    Raises:
        Unreadable: it is not TOML, or not a file of ready comments; the sentence says which one is wrong and how.
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        raise Unreadable(f"{name} is not a file of ready comments: {wrong}.") from wrong
    tables = table.get("phrases")
    if set(table) != {"phrases"} or not isinstance(tables, list):
        raise Unreadable(f"{name} is not a file of ready comments: it holds [[phrases]] and nothing else.")
    return tuple(_phrase(one, f"{name}, comment {number}") for number, one in enumerate(tables, start=1))


def write_phrases(phrases: Iterable[Phrase]) -> str:
    """The TOML text of `phrases`; reading it gives the same."""
    blocks = []
    for phrase in phrases:
        fields = ((name, value) for name, value in to_plain(phrase).items() if value is not None)
        blocks.append("\n".join(["[[phrases]]", *(f"{name} = {_quoted(str(value))}" for name, value in fields)]))
    return "\n\n".join(blocks) + "\n" if blocks else "phrases = []\n"


def _phrase(table: object, where: str) -> Phrase:
    if not isinstance(table, dict):
        raise Unreadable(f"{where} is not a table with text and verdict.")
    whole = {"id": new_id(), "criterion": None, "criterion_name": "", "suggestion": None, **table}
    try:
        phrase = from_plain(Phrase, whole)
    except Malformed as wrong:
        raise Unreadable(f"{where} cannot be read: {wrong}") from wrong
    if not phrase.id or not (phrase.text.strip() or phrase.suggestion):
        raise Unreadable(f"{where} has neither text nor suggestion.")
    return phrase


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
