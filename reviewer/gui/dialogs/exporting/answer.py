"""How the dialog was left."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reviewer.domain.unfinished import Gap
from reviewer.workspace.exporting.wish import Wish


class Place(StrEnum):
    """Where something can be mended that is no gap of the review."""

    LOST = "lost"
    """The first comment that has lost its words."""
    DRAFT = "draft"
    """What was begun and not kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written, as `paths`; of several chats it is still to be written, into the folder `path`.

    `ids` are the chats, without those that were left out; `index` wants a page that links them.
    """

    wish: Wish
    path: Path
    paths: tuple[Path, ...] = ()
    ids: tuple[str, ...] = ()
    index: bool = False


@dataclass(frozen=True, slots=True)
class Mend:
    """The person would rather mend something first."""

    what: Gap | Place
