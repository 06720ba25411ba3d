"""Where the conversation gets its turns: pages from the library, never all of them."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final, Protocol

from reviewer.domain.transcript import Transcript, Turn

PAGE: Final = 256
PAGES_KEPT: Final = 32


class TurnSource(Protocol):
    """The turns of one transcript, one at a time; positions count from 1."""

    @property
    def transcript_id(self) -> str:
        """Whose turns these are."""
        ...

    @property
    def count(self) -> int:
        """How many there are."""
        ...

    def turn(self, position: int) -> Turn:
        """The turn at a position; IndexError outside 1 to `count`."""
        ...


class TurnReading(Protocol):
    """What `PagedTurns` asks of the library."""

    def turns(self, transcript_id: str, first: int, last: int) -> Sequence[Turn]:
        """The turns from one position to another, both included."""
        ...


class PagedTurns:
    """A transcript in the library, read 256 turns at a time; the pages used last stay in memory."""

    def __init__(self, reading: TurnReading, transcript: Transcript) -> None:
        self._reading = reading
        self._transcript = transcript
        self._pages: OrderedDict[int, Sequence[Turn]] = OrderedDict()

    @property
    def transcript_id(self) -> str:
        """Whose turns these are."""
        return self._transcript.id

    @property
    def count(self) -> int:
        """How many there are."""
        return self._transcript.turn_count

    def turn(self, position: int) -> Turn:
        """The turn at a position; IndexError outside 1 to `count`."""
        if not 1 <= position <= self.count:
            raise IndexError(position)
        page, place = divmod(position - 1, PAGE)
        return self._page(page)[place]

    def _page(self, number: int) -> Sequence[Turn]:
        page = self._pages.pop(number, None)
        if page is None:
            first = number * PAGE + 1
            page = self._reading.turns(self.transcript_id, first, min(first + PAGE - 1, self.count))
        self._pages[number] = page
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page
