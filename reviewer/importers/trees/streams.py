"""Turns that are lines of a page, each begun by a header, as chat programs write them with breaks between."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reviewer.importers.base import LineKind, Options
from reviewer.importers.drafts import Draft, Person
from reviewer.importers.trees.moments import Moments
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import Reading
from reviewer.importers.trees.rows import Setting
from reviewer.importers.trees.wording import Line, Writer, text_of, write

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NOTHING_SAID: Final = "This line has a time and no words. It was left out."


@dataclass(frozen=True, slots=True)
class Head:
    """How a line begins a turn, or without `name` a line of the chat program."""

    name: str | None
    time: str
    body: str


@dataclass(slots=True)
class _Said:
    head: Head
    parts: list[str]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stream:
    """The lines of a page and where turns begin; nodes in `notices` are lines of the chat program."""

    page: Page
    head: Callable[[Line], Head | None]
    setting: Setting
    notices: list["Element"] = field(default_factory=list)

    def read(self, options: Options, place: Callable[[str], str | None] | None = None) -> Reading:
        """Every line; `place` turns the words of a time into ISO 8601 where the usual ways do not."""
        reading = Reading()
        said = self._said(reading)
        moments = Moments((one.head.time for one in said), self.setting.day, options.day_first)
        reading.date_order = moments.order
        draft = Draft(self.setting.title, channel=self.setting.channel)
        for one in said:
            person: Person | None = draft.person(one.head.name) if one.head.name else None
            text = "\n".join(one.parts).rstrip()
            sent_at = (place or moments.place)(one.head.time) if one.head.time else None
            draft.say(person, text, sent_at, (one.first, one.last))
        if said:
            reading.drafts.append(draft)
        return reading

    def _said(self, reading: Reading) -> list[_Said]:
        said: list[_Said] = []
        loose, ended = 0, False
        for line in self._lines():
            if line.node is not None:
                words = text_of(line.node)
                number, _ = reading.take(LineKind.SYSTEM, words)
                said.append(_Said(Head(None, "", words), [words], number, number))
            elif not line.text.strip():
                reading.take(LineKind.BLANK)
                loose += 1
                continue
            elif head := self.head(line):
                if not head.body and head.name is None:
                    reading.skip(NOTHING_SAID, line.text)
                    ended = True
                    continue
                ended = False
                number, _ = reading.take(LineKind.TURN if head.name else LineKind.SYSTEM, line.text)
                said.append(_Said(head, [head.body], number, number))
            elif not said or ended or not said[-1].head.time:
                reading.take(LineKind.SKIPPED if said else LineKind.PREAMBLE, line.text)
            else:
                said[-1].parts += [""] * loose + [line.text.rstrip()]
                said[-1].last, _ = reading.take(LineKind.CONTINUATION, line.text)
            loose = 0
        return said

    def _lines(self) -> list[Line]:
        writer = Writer()
        write(self.page.root, writer, alone=frozenset(self.notices))
        return writer.finished()
