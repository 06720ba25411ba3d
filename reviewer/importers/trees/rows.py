"""Turns that are nodes of a page: what stands in each, and what becomes of the words around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reviewer.domain.transcript import Role
from reviewer.importers.base import LineKind, Options, Problem
from reviewer.importers.drafts import Draft, Person
from reviewer.importers.notices import is_notice
from reviewer.importers.times import read_date
from reviewer.importers.trees.moments import Moments
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import EXCERPT, Reading
from reviewer.importers.trees.wording import Line, lines_of, name_of, plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LONGEST_TITLE: Final = 100
LONGEST_DAY: Final = 60
MOST_LEFT_OUT: Final = 20


@dataclass(slots=True)
class Row:
    """One turn; it stands where the first of its nodes is.

    Without an author it is by the speaker before. `time` is in the words of the page. A row with `skip` is left out,
    for that reason.
    """

    nodes: list["Element"]
    text: str
    author: str | None = None
    time: str = ""
    key: str | None = None
    role: Role | None = None
    system: bool = False
    skip: str = ""


@dataclass(slots=True)
class Setting:
    """What is known of a chat beside its turns; a page `newest_first` is read, and its blocks counted, from its end."""

    title: str = ""
    day: str | None = None
    channel: str | None = None
    newest_first: bool = False


def laid_out(page: Page, rows: Sequence[Row], options: Options, setting: Setting | None = None) -> Reading:
    """Rows in the order of the page as one conversation, and every other line of the page in its place."""
    setting = setting or setting_of(page)
    first_nodes = {row.nodes[0]: row for row in rows}
    lines = lines_of(page.root, [node for row in rows for node in row.nodes])
    if setting.newest_first:
        rows, lines = rows[::-1], lines[::-1]
    numbers = [at for at, line in enumerate(lines) if line.node is not None]
    ends = (numbers[0], numbers[-1]) if numbers else (len(lines), len(lines))
    moments = Moments((row.time for row in rows), setting.day, options.day_first)
    reading = Reading(date_order=moments.order)
    layout = _Layout(reading, Draft(setting.title, channel=setting.channel), moments)
    for at, line in enumerate(lines):
        if line.node is None:
            layout.around(line, before=at < ends[0], after=at > ends[1])
        elif line.node in first_nodes:
            layout.row(first_nodes[line.node])
    layout.close()
    return reading


def setting_of(page: Page) -> Setting:
    """The title of the page, or the name of the file."""
    title = "" if page.xml else _title(page)
    return Setting(title or PurePath(page.name).stem or page.name, read_date(title)[0])


def _title(page: Page) -> str:
    for name in ("title", "h1", "h2"):
        for node in page.root.iter(name):
            words = " ".join(plain(node).split())
            if words:
                return words if len(words) <= LONGEST_TITLE else ""
    return ""


class _Layout:
    def __init__(self, reading: Reading, draft: Draft, moments: Moments) -> None:
        self._reading = reading
        self._draft = draft
        self._moments = moments
        self._person: Person | None = None
        self._left_out: list[int] = []

    def row(self, row: Row) -> None:
        """A turn, a system line, or one that is left out."""
        if row.skip:
            self._reading.skip(row.skip, row.text)
            return
        sent_at = self._moments.place(row.time) if row.time else None
        if row.system:
            self._draft.say(None, row.text, sent_at, self._reading.take(LineKind.SYSTEM, row.text))
            return
        where = self._reading.take(LineKind.TURN, row.text)
        if row.author:
            self._person = self._draft.person(row.author, row.key, row.role)
        if self._person is None:
            self._draft.say_unnamed(row.text, sent_at, where)
        else:
            self._draft.say(self._person, row.text, sent_at, where)

    def around(self, line: Line, *, before: bool, after: bool) -> None:
        """A line outside all rows."""
        if not line.text.strip():
            return
        if not before and not after:
            if is_notice(line.text, alone=True):
                self._draft.say(None, line.text.strip(), None, self._reading.take(LineKind.SYSTEM, line.text))
                return
            self._left_out.append(self._reading.take(LineKind.SKIPPED, line.text)[0])
            return
        self._reading.take(LineKind.PREAMBLE if before else LineKind.POSTAMBLE, line.text)

    def close(self) -> None:
        """Says what was left out, and keeps the conversation."""
        for number in self._left_out[:MOST_LEFT_OUT]:
            self._say(number, number, "These words stand between two turns and are part of none. They were left out.")
        rest = self._left_out[MOST_LEFT_OUT:]
        if rest:
            self._say(rest[0], rest[-1], f"So were {len(rest)} more pieces between turns.")
        if self._draft.said:
            self._reading.drafts.append(self._draft)

    def _say(self, first: int, last: int, what: str) -> None:
        self._reading.problems.append(Problem((first, last), what, self._reading.texts[first - 1].strip()[:EXCERPT]))


def is_heading_row(node: "Element") -> bool:
    """Whether a row of a table only names its columns."""
    cells = [name_of(child) for child in node]
    return bool(cells) and all(cell == "th" for cell in cells)
