"""What wraps other content: how it is recognised by its bytes, and how it hands on what is inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from reviewer.importers.base import Problem, Source, Unit


@dataclass(frozen=True, slots=True)
class Member:
    """One thing from inside, or the sentence that says why it could not be had.

    `unit` is what its lines stand for, such as the paragraphs of a document. Of an `optional` one nobody expects a chat
    when another member holds one, as of the words of a mail above its attachment.
    """

    source: Source
    error: str | None = None
    problems: tuple[Problem, ...] = ()
    unit: Unit | None = None
    optional: bool = False


class Container(Protocol):
    """One kind of wrapping."""

    def opens(self, source: Source) -> bool:
        """Whether the source is of this kind, by its content."""
        ...

    def unpack(self, source: Source) -> Iterator[Member]:
        """What is inside; a member that is bad does not stop the others.

        Raises:
            Unreadable: the wrapping itself is damaged, locked or unsafe.
        """
        ...
