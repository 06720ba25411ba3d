"""A turn as it stands in the revision."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reviewer.domain.dialogue import RevisedDialogue
from reviewer.domain.full_review import FullReview
from reviewer.domain.order_keys import order_key
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.domain.transcript import Role, Turn

NEAR: Final = 20
"""So many turns are looked at for another speaker."""


@dataclass(frozen=True, slots=True)
class StandingTurn:
    """An untouched original, or what a change made of `originals`; an inserted turn has none."""

    originals: tuple[Turn, ...]
    change: RevisedTurn | None = None

    @property
    def text(self) -> str:
        """What is said; of a removed turn what would be said again."""
        if self.change and (self.change.text or self.change.kind is not ChangeKind.REMOVED):
            return self.change.text
        return self.originals[0].text if self.originals else ""

    @property
    def speaker(self) -> str | None:
        """The id of who says it."""
        return self.change.speaker if self.change else self.originals[0].speaker

    @property
    def order_key(self) -> str:
        """Where it sorts."""
        return self.change.order_key if self.change else order_key(self.originals[0].position)

    @property
    def origin(self) -> int | None:
        """The position of the original turn, the first one of several."""
        return self.change.origin if self.change else self.originals[0].position

    @property
    def origins(self) -> tuple[int, ...]:
        """The positions of all original turns that it holds words of."""
        return self.change.origins if self.change else (self.originals[0].position,)


def standing_turn(dialogue: RevisedDialogue, row: int, turn_at: Callable[[int], Turn | None]) -> StandingTurn:
    """The turn in a row; `turn_at` gives the original turn at a position."""
    line = dialogue[row]
    positions = line.change.origins if line.change else (line.position or 0,)
    return StandingTurn(tuple(turn for one in positions if (turn := turn_at(one))), line.change)


def next_speaker(full: FullReview, gap: int, turn_at: Callable[[int], Turn | None]) -> str | None:
    """Who would say a turn before row `gap`: the last speaker before it who is not the one just before it.

    Where nobody else has spoken within the last turns it is somebody of another role.
    """
    people = [one for one in full.speakers if one.role is not Role.SYSTEM]
    last: str | None = None
    row = full.dialogue.standing(gap, -1)
    for _ in range(NEAR):
        if row is None:
            break
        said = standing_turn(full.dialogue, row, turn_at).speaker
        if said is not None and last is not None and said != last:
            return said
        last = last or said
        row = full.dialogue.standing(row, -1)
    role = next((one.role for one in people if one.id == last), None)
    return next((one.id for one in people if one.role is not role), last)
