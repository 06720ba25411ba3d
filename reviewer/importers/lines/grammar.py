"""How a style of text says that a turn starts: what each preset is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.importers.times import Stamp


class Header(NamedTuple):
    """The start of a turn. Without `name` the line is written by the chat program.

    A `certain` header needs no second one by the same name; a `tight` one has no blank before its words and counts only
    for a name that is known otherwise. It takes `span` lines of its own, and words under it belong to the turn.
    """

    name: str | None
    stamp: Stamp | None
    body: str
    certain: bool = False
    tight: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grammar:
    """One style. Every line of a `timed` chat has its time; prose between the turns of the others can split a chat.

    `header` reads one line; a style whose headers need the lines around them gives `headers`, which reads all lines and
    returns one entry for each. In a `solid` style whatever stands between two headers belongs to the first. The headers
    of a `strict` style look like nothing else, too: any name counts, and two turns are enough. `form` is what
    `refusal.looks_like` says of its texts, when that is something. In a `noisy` style the chat
    program may write most of the lines.
    """

    key: str
    title: str
    header: Callable[[str], Header | None] = lambda _: None
    timed: bool = False
    headers: Callable[[list[str]], list[Header | None]] | None = None
    strict: bool = False
    solid: bool = False
    noisy: bool = False
    form: str | None = None

    def all_headers(self, lines: list[str]) -> list[Header | None]:
        """The header of each line, or None."""
        return self.headers(lines) if self.headers else [self.header(line) for line in lines]
