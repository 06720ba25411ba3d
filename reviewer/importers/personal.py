"""Personal details in what was said, and labels in their place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from reviewer.domain.personal import Kind, details_in
from reviewer.importers.base import Conversation


@dataclass(frozen=True, slots=True)
class Detail:
    """One place: turn from 0, code points from `start` to before `end`. The same words have the same label."""

    turn: int
    start: int
    end: int
    kind: Kind
    text: str
    label: str


def details(conversation: Conversation) -> tuple[Detail, ...]:
    """All of them in the order of the turns, with labels such as “[email 1]” that count each kind from 1."""
    labels: dict[tuple[Kind, str], str] = {}
    counts = dict.fromkeys(Kind, 0)
    found: list[Detail] = []
    for at, turn in enumerate(conversation.turns):
        for start, end, kind in details_in(turn.text):
            words = turn.text[start:end]
            same = kind, _folded(words, kind)
            if same not in labels:
                counts[kind] += 1
                labels[same] = f"[{kind.value} {counts[kind]}]"
            found.append(Detail(at, start, end, kind, words, labels[same]))
    return tuple(found)


def without(conversation: Conversation, chosen: Iterable[Detail]) -> Conversation:
    """With a label in the place of each of these details."""
    turns = list(conversation.turns)
    for at, group in groupby(sorted(chosen, key=lambda one: (one.turn, one.start)), key=lambda one: one.turn):
        text = turns[at].text
        for one in sorted(group, key=lambda one: -one.start):
            text = text[: one.start] + one.label + text[one.end :]
        turns[at] = replace(turns[at], text=text)
    return replace(conversation, turns=tuple(turns))


def _folded(words: str, kind: Kind) -> str:
    if kind in (Kind.CARD, Kind.PHONE):
        return "".join(character for character in words if character.isdigit())
    return words.casefold()
