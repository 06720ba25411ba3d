"""What a person decided in the import preview."""

from dataclasses import dataclass

from reviewer.workspace.preparing import Entry


@dataclass(frozen=True, slots=True)
class Answer:
    """The files to import, as they were corrected, and the name of the collection they go to."""

    entries: tuple[Entry, ...]
    collection: str | None = None
