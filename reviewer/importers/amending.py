"""What a person may correct in a conversation before it is stored. Each function gives the corrected conversation.

An index counts turns and system lines from 0; a place inside a text counts code points.
"""

from collections import Counter
from dataclasses import replace
from typing import Final

from reviewer.domain.transcript import Role, TurnKind
from reviewer.importers.base import Conversation, FoundSpeaker, FoundTurn
from reviewer.importers.names import cleaned, key_of

CHOSEN: Final = "you chose so"
_SHOWN: Final = {Role.AGENT: "Agent", Role.CUSTOMER: "Customer", Role.BOT: "Bot", Role.OTHER: "Speaker"}


def titled(conversation: Conversation, title: str) -> Conversation:
    """With another title; an empty one changes nothing."""
    return replace(conversation, title=title.strip() or conversation.title)


def with_role(conversation: Conversation, key: str, role: Role) -> Conversation:
    """With another part for one speaker. What a speaker with the part of the system wrote becomes system lines."""
    speakers = tuple(replace(one, role=role, reason=CHOSEN) if one.key == key else one for one in conversation.speakers)
    changed = replace(conversation, speakers=speakers)
    if role is not Role.SYSTEM:
        return changed
    turns = (_system(turn) if turn.speaker == key else turn for turn in conversation.turns)
    return _counted(replace(changed, turns=tuple(turns)))


def renamed(conversation: Conversation, key: str, name: str) -> Conversation:
    """With another name shown for one speaker; an empty one changes nothing."""
    shown = cleaned(name)
    speakers = (replace(one, name=shown or one.name) if one.key == key else one for one in conversation.speakers)
    return replace(conversation, speakers=tuple(speakers))


def merged(conversation: Conversation, key: str, into: str) -> Conversation:
    """With the turns of one speaker given to another."""
    turns = (replace(turn, speaker=into) if turn.speaker == key else turn for turn in conversation.turns)
    return _counted(replace(conversation, turns=tuple(turns)))


def dropped(conversation: Conversation, index: int) -> Conversation:
    """Without one turn or system line."""
    return _counted(replace(conversation, turns=_spliced(conversation, index, ())))


def as_system(conversation: Conversation, index: int) -> Conversation:
    """With one turn made a system line."""
    return _counted(replace(conversation, turns=_spliced(conversation, index, (_system(conversation.turns[index]),))))


def by(conversation: Conversation, index: int, speaker: str) -> Conversation:
    """With one turn or system line said by this speaker: a key that is known, or a new name."""
    known, key = _known(conversation, speaker)
    turn = replace(conversation.turns[index], kind=TurnKind.MESSAGE, speaker=key)
    return _counted(replace(known, turns=_spliced(conversation, index, (turn,))))


def split(conversation: Conversation, index: int, place: int) -> Conversation:
    """With one turn made two at a place in its text; at either end nothing changes."""
    turn = conversation.turns[index]
    before, after = turn.text[:place].rstrip(), turn.text[place:].lstrip()
    if not before or not after:
        return conversation
    parts = (replace(turn, text=before), replace(turn, text=after))
    return _counted(replace(conversation, turns=_spliced(conversation, index, parts)))


def joined(conversation: Conversation, index: int) -> Conversation:
    """With one turn joined to the one above it, on a new line; the first has none above."""
    if index == 0:
        return conversation
    above, turn = conversation.turns[index - 1 : index + 1]
    where = (min(above.where[0], turn.where[0]), max(above.where[1], turn.where[1]))
    both = replace(above, text=f"{above.text}\n{turn.text}" if turn.text else above.text, where=where)
    turns = (*conversation.turns[: index - 1], both, *conversation.turns[index + 1 :])
    return _counted(replace(conversation, turns=turns))


def added(conversation: Conversation, where: tuple[int, int], text: str, speaker: str | None = None) -> Conversation:
    """With a line that was left out put in at its place: as a system line, or said by a speaker."""
    known, key = _known(conversation, speaker) if speaker else (conversation, None)
    turn = FoundTurn(TurnKind.MESSAGE if key else TurnKind.SYSTEM, key, text.strip(), None, where)
    at = next((index for index, one in enumerate(conversation.turns) if one.where > where), len(conversation.turns))
    turns = (*conversation.turns[:at], turn, *conversation.turns[at:])
    return _counted(replace(known, turns=turns))


def with_names_as_roles(conversation: Conversation) -> Conversation:
    """With “Agent” and “Customer” shown for names; where several have one part they are numbered."""
    counts = Counter(one.role for one in conversation.speakers)
    seen: Counter[Role] = Counter()
    speakers = []
    for one in conversation.speakers:
        seen[one.role] += 1
        shown = _SHOWN.get(one.role, "System")
        name = f"{shown} {seen[one.role]}" if counts[one.role] > 1 else shown
        speakers.append(replace(one, name=name))
    return replace(conversation, speakers=tuple(speakers))


def _known(conversation: Conversation, speaker: str) -> tuple[Conversation, str]:
    """The conversation with this speaker in it, and the key."""
    keys = {one.key for one in conversation.speakers}
    key = speaker if speaker in keys else key_of(speaker)
    if key in keys:
        return conversation, key
    new = FoundSpeaker(key, cleaned(speaker), Role.OTHER, "nothing tells", 0)
    return replace(conversation, speakers=(*conversation.speakers, new)), key


def _spliced(conversation: Conversation, index: int, turns: tuple[FoundTurn, ...]) -> tuple[FoundTurn, ...]:
    return (*conversation.turns[:index], *turns, *conversation.turns[index + 1 :])


def _system(turn: FoundTurn) -> FoundTurn:
    return replace(turn, kind=TurnKind.SYSTEM, speaker=None)


def _counted(conversation: Conversation) -> Conversation:
    """With the numbers of turns as they are now, and without speakers who say nothing any more."""
    counts = Counter(turn.speaker for turn in conversation.turns)
    speakers = (replace(one, turns=counts[one.key]) for one in conversation.speakers if counts[one.key])
    return replace(conversation, speakers=tuple(speakers))
