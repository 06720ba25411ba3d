"""A review as sheets of paper, painted one after another."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QSizeF, Qt

from reviewer.exporters.painting import Sheets
from reviewer.exporters.view_model import Page
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.closing_parts import discussion, legend, making
from reviewer.gui.printing.conversation_part import conversation
from reviewer.gui.printing.filling import Flow, Placed, pages
from reviewer.gui.printing.head import head
from reviewer.gui.printing.lettering import PT, SMALL
from reviewer.gui.printing.rating_parts import scorecard, summary
from reviewer.gui.printing.revised_part import clean, revised
from reviewer.gui.printing.setting import Setting
from reviewer.gui.printing.words import elided, words

MM: Final = 72 / 25.4 * PT
MARGIN: Final = 15 * MM
FOOT: Final = 17 * MM
FOOTER: Final = 9 * MM
"""The footer stands this far above the lower edge."""


def flows(page: Page, setting: Setting, kind: str) -> Iterator[Flow]:
    """All blocks of a page in their order."""
    say = setting.language.say
    if kind == "revised":
        yield from head(page, setting, say("Revised dialogue"), "")
        yield from clean(page, setting)
    else:
        yield from head(page, setting, say("Chat review"), page.rubric)
        for part in (summary, scorecard, conversation, revised, discussion, legend):
            yield from part(page, setting)
    yield from making(page, setting, underlined=kind == "feedback")


class Printout:
    """The sheets of a page of `size`, in tenths of a point. `view` gives the page anew each time it is called."""

    def __init__(self, view: Callable[[], Page], sheets: Sheets, size: QSizeF) -> None:
        self._view = view
        self._sheets = sheets
        self._size = size
        self.room = size.height() - MARGIN - FOOT
        commented = _has_comments(view())
        self.setting = Setting(size.width() - 2 * MARGIN, sheets.language, commented, sheets.theme)

    def pages(self) -> Iterator[list[Placed]]:
        """What stands on each sheet."""
        return pages(flows(self._view(), self.setting, self._sheets.kind), self.room)

    def steps(
        self, canvas: Canvas, turn_over: Callable[[], object], wanted: Callable[[int], bool] = lambda number: True
    ) -> Iterator[tuple[int, int]]:
        """Work that is done while it is asked for: pages done, and all pages, 0 while they are counted.

        All are counted first, as each says how many there are. Those that are `wanted` are painted, `turn_over` begins
        the next.
        """
        total = 0
        for total, _ in enumerate(self.pages(), start=1):
            yield total, 0
        footer, painted = self._title(), 0
        for number, placed in enumerate(self.pages(), start=1):
            if wanted(number):
                if painted:
                    turn_over()
                canvas.page = painted
                painted += 1
                self._paint(canvas, placed, footer, f"{number} / {total}")
            yield number, total

    def _paint(self, canvas: Canvas, placed: list[Placed], title: str, number: str) -> None:
        canvas.painter.save()
        canvas.painter.translate(MARGIN, MARGIN)
        for one in placed:
            one.block.paint(canvas, 0, one.top)
        self._paint_footer(canvas, title, number)
        canvas.painter.restore()

    def _title(self) -> str:
        """What the footer says, on one line."""
        return " ".join(self._sheets.title_of(self._view()).split())

    def _paint_footer(self, canvas: Canvas, title: str, number: str) -> None:
        y = self._size.height() - MARGIN - FOOTER - SMALL.leading * PT
        room = self.setting.width - 70 * PT
        line = elided(title, SMALL, room)
        words(line, SMALL, room, align=Qt.AlignmentFlag.AlignLeft).paint(canvas, 0, y)
        words(number, SMALL, self.setting.width, align=Qt.AlignmentFlag.AlignRight).paint(canvas, 0, y)


def _has_comments(page: Page) -> bool:
    return page.conversation is not None and any(turn.comments for turn in page.conversation)


def progress_words(done: int, total: int) -> str:
    """“Page 3 of 12”."""
    return f"Page {done:,} of {total:,}" if total else f"Page {done:,}"
