"""A conversation in the making: what every engine fills in, and how it becomes a Conversation."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reviewer.domain.transcript import Role, TurnKind
from reviewer.importers.base import Conversation, FoundSpeaker, FoundTurn
from reviewer.importers.names import cleaned, key_of
from reviewer.importers.roles import Voice, guess_roles

# So many turns of each speaker are enough to guess the role.
HEARD: Final = 500


@dataclass(slots=True)
class Person:
    """Somebody who speaks. The key is the id that the file gives, or else the folded name."""

    key: str
    name: str
    role: Role | None = None
    reason: str = ""


@dataclass(slots=True)
class Said:
    """One turn; without a speaker it is a line of the chat program."""

    speaker: str | None
    text: str
    sent_at: str | None
    where: tuple[int, int]
    kind: TurnKind = TurnKind.MESSAGE


@dataclass(slots=True)
class Draft:
    """One conversation in the making. `declared` pairs a word for a part with a name, as “Agent: Dana” does."""

    title: str = ""
    started_at: str | None = None
    channel: str | None = None
    people: dict[str, Person] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    declared: Sequence[tuple[str, str]] = ()

    def person(self, name: str, key: str | None = None, role: Role | None = None, reason: str = "") -> Person:
        """The person with this key, made when it is the first time; a name or role that comes later is filled in."""
        shown = cleaned(name)
        found = self.people.setdefault(key or key_of(name), Person(key or key_of(name), shown, role, reason))
        if role and not found.role:
            found.role, found.reason = role, reason
        if shown and (not found.name or found.name == found.key):
            found.name = shown
        return found

    def say(self, person: Person | None, text: str, sent_at: str | None, where: tuple[int, int]) -> None:
        """One more turn, or a system line when there is no person."""
        kind = TurnKind.MESSAGE if person else TurnKind.SYSTEM
        self.said.append(Said(person.key if person else None, text, sent_at, where, kind))

    def say_unnamed(self, text: str, sent_at: str | None, where: tuple[int, int]) -> None:
        """One more turn of which the file does not tell the speaker."""
        self.said.append(Said(None, text, sent_at, where))


def assembled(draft: Draft, title: str) -> Conversation:
    """The conversation, with roles guessed for those whose role the file does not tell; `title` where it has none."""
    roles = _roles(draft)
    programs = {key for key, (role, _) in roles.items() if role is Role.SYSTEM}
    turns = tuple(_turn(one, one.speaker in programs) for one in draft.said)
    counts = Counter(turn.speaker for turn in turns)
    speakers = tuple(
        FoundSpeaker(key, person.name or key, *roles[key], counts[key])
        for key, person in draft.people.items()
        if counts[key]
    )
    dated = (turn.sent_at for turn in turns if turn.sent_at and not turn.sent_at.startswith("T"))
    return Conversation(draft.title or title, draft.started_at or next(dated, None), speakers, turns, draft.channel)


def _roles(draft: Draft) -> dict[str, tuple[Role, str]]:
    voices = {key: Voice(key, person.name) for key, person in draft.people.items()}
    notices: list[str] = []
    for one in draft.said:
        if one.speaker is None:
            if one.kind is TurnKind.SYSTEM:
                notices.append(one.text)
        elif len(texts := voices[one.speaker].texts) < HEARD:
            texts.append(one.text)
    known = {
        key: (person.role, person.reason or "the file says so") for key, person in draft.people.items() if person.role
    }
    return guess_roles(list(voices.values()), notices, draft.declared, known)


def _turn(one: Said, by_program: bool) -> FoundTurn:
    if by_program:
        return FoundTurn(TurnKind.SYSTEM, None, one.text, one.sent_at, one.where)
    return FoundTurn(one.kind, one.speaker, one.text, one.sent_at, one.where)
