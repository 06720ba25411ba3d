"""How much the agent says before and after."""

from collections.abc import Callable
from functools import lru_cache

from reviewer.domain.full_review import FullReview
from reviewer.domain.standing_turn import standing_turn
from reviewer.domain.transcript import Role, Turn
from reviewer.domain.worddiff import counted_words

_counted = lru_cache(maxsize=10_000)(counted_words)
MOST = 2_000
"""In longer chats only the changed turns are counted, so that they stay quick."""


def agent_words(full: FullReview, turn_at: Callable[[int], Turn | None]) -> str:
    """“Agent words 95 → 117”; nothing where nothing changed."""
    if not full.changes:
        return ""
    whole = full.transcript.turn_count <= MOST
    dialogue = full.dialogue
    rows = range(len(dialogue)) if whole else dialogue.changed_rows
    agents = {one.id for one in full.speakers if one.role is Role.AGENT}
    before = after = 0
    for row in rows:
        line = dialogue[row]
        turn = turn_at(line.position) if line.position else None
        if turn and turn.speaker in agents:
            before += _counted(turn.text)
        if line.stands:
            said = standing_turn(dialogue, row, turn_at)
            after += _counted(said.text) if said.speaker in agents else 0
    return f"Agent words{'' if whole else ' in changed turns'} {before:,} → {after:,}"
