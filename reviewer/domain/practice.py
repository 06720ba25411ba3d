"""A chat as a row of exchanges: what the customer says, then what the agent answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.domain.transcript import Role, Speaker, Turn, TurnKind


@dataclass(frozen=True, slots=True)
class Exchange:
    """`heard` is what anybody said since the agent's last reply; `replies` are the agent's turns that follow."""

    heard: tuple[Turn, ...]
    replies: tuple[Turn, ...]


def exchanges(turns: Iterable[Turn], speakers: Iterable[Speaker]) -> tuple[Exchange, ...]:
    """The exchanges of a chat, in order; what comes after the agent's last reply is in none."""
    agents = {one.id for one in speakers if one.role is Role.AGENT}
    found: list[Exchange] = []
    heard: list[Turn] = []
    replies: list[Turn] = []
    for turn in turns:
        if turn.kind is TurnKind.MESSAGE and turn.speaker in agents:
            replies.append(turn)
            continue
        if replies:
            found.append(Exchange(tuple(heard), tuple(replies)))
            heard, replies = [], []
        heard.append(turn)
    if replies:
        found.append(Exchange(tuple(heard), tuple(replies)))
    return tuple(found)
