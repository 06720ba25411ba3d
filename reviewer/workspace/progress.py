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


SILENT: Final = Silent()
