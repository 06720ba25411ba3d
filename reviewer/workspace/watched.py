"""A sequence that tells a job how far it has been read."""

from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

from reviewer.workspace.progress import Progress

T = TypeVar("T")


class Watched(Sequence[T]):
    """Every run through it reports each member as it is reached, counted anew.

    Reading it raises Cancelled where the person wants the job to stop.
    """

    def __init__(self, members: Sequence[T], progress: Progress, what: str = "Reading") -> None:
        self._members = members
        self._progress = progress
        self._what = what

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._members[at]

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[T]:
        total = len(self._members)
        for number, member in enumerate(self._members, start=1):
            self._progress.step(number - 1, total, f"{self._what} {number:,} of {total:,} chats")
            yield member
