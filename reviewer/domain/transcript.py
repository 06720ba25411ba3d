"""What was said: transcripts, speakers, turns. Source material, never altered."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The part a speaker plays in the chat."""

    AGENT = "agent"
    CUSTOMER = "customer"
    SYSTEM = "system"
    BOT = "bot"
    OTHER = "other"


class TurnKind(StrEnum):
    """Said by someone, or a line of the chat program itself."""

    MESSAGE = "message"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Transcript:
    """A saved chat. Times are ISO 8601, with an offset only where the source has one.

    With `deleted_at` it lies in *Deleted*, whole, until somebody restores it or deletes it for good.
    """

    id: str
    title: str
    source_name: str
    source_sha256: str
    format: str
    imported_at: str
    turn_count: int
    channel: str | None = None
    language: str | None = None
    started_at: str | None = None
    collection: str | None = None
    deleted_at: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in one transcript."""

    id: str
    transcript: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Turn:
    """One message or system line; `position` counts from 1 and is the number people see."""

    transcript: str
    position: int
    speaker: str | None
    sent_at: str | None
    kind: TurnKind
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A named place for transcripts; `kind` is folder, sample or exercise. A transcript lies in one at most.

    The rest concerns exercises: `rubric` is the id to review by, `due` an ISO 8601 date, the switches say what
    students see.
    """

    id: str
    name: str
    kind: str = "folder"
    instructions: str = ""
    rubric: str | None = None
    due: str | None = None
    hints: bool = True
    show_weights: bool = True
    hide_names: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that is put on transcripts."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Tagging:
    """One tag on one transcript."""

    id: str
    transcript: str
    tag: str
