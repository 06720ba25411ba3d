"""What every export for other tools is made from: reviews with their turns, and the facts of the moment."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Role, Speaker, Turn, TurnKind
from reviewer.exporters.options import DEFAULT, PageOptions
from reviewer.exporters.writing import Piece

NO_TITLE: Final = "Chat without a title"
AGENTS: Final = (Role.AGENT, Role.BOT)


@dataclass(frozen=True, slots=True)
class ReviewedChat:
    """A review, and its transcript's turns: `turns` gives them anew each time it is called."""

    full: FullReview
    turns: Callable[[], Iterable[Turn]]

    @property
    def title(self) -> str:
        """The title that people see."""
        return self.full.transcript.title.strip() or NO_TITLE

    def speaker(self, turn: Turn) -> Speaker | None:
        """Who says a turn; None for a system line."""
        return None if turn.kind is TurnKind.SYSTEM else self.full.speaker(turn.speaker)

    def by_agent(self, turn: Turn) -> bool:
        """Whether the agent, or a bot, says it."""
        speaker = self.speaker(turn)
        return speaker is not None and speaker.role in AGENTS


@dataclass(frozen=True, slots=True)
class Making:
    """How files are made: on which day, by which version of the program, of which kind, under which names.

    `name_of` gives the whole name of a file from its ending; reports follow `options` as pages do.
    """

    when: date
    version: str
    kind: str
    name_of: Callable[[str], str]
    options: PageOptions = DEFAULT


Files = Iterable[tuple[str, Iterable[Piece]]]
"""Endings of file names, with what stands in each file."""

Writer = Callable[[Sequence[ReviewedChat], Making], Files]
