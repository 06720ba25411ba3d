"""How a long job says how far it is, and how it is told to stop."""

from typing import Final, Protocol


class Progress(Protocol):
    """Whoever started the job."""

    def step(self, done: int, total: int, text: str) -> None:
        """`done` of `total` steps are finished; an unknown total is 0.

        Raises:
            Cancelled: the person wants the job to stop.
        """
        ...


class Silent:
    """Nobody is watching."""

    def step(self, done: int, total: int, text: str) -> None:
        """Goes on."""


class OneOf:
    """The work on one of several files. What it reports counts as that file, so that a bar never runs back."""

    def __init__(self, progress: Progress, number: int, total: int) -> None:
        self._progress = progress
        self._number = number
        self._total = total

    def step(self, done: int, total: int, text: str) -> None:
        """Says which file it is, and looks whether to stop."""
        total = self._total
        self._progress.step(self._number - 1, total, f"Importing {self._number:,} of {total:,} files")


def one_of(progress: Progress, number: int, total: int) -> Progress:
    """Report that file `number` of `total` is reached, from 1; gives what the work on it reports to.

    A file that is alone counts its own steps.

    Raises:
        Cancelled: the person wants the job to stop.
    """
    if total == 1:
        progress.step(0, 1, "Importing a file")
        return progress
    own = OneOf(progress, number, total)
    own.step(0, 0, "")
    return own


SILENT: Final = Silent()
