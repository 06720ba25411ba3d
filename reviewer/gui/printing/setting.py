"""What all parts of a page are set by: its width and its language."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from reviewer.exporters.accent import accent_of
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.page_theme import PLAIN, PageTheme
from reviewer.gui.printing.blocks import Block, Cell, Named, Row, Stack, space
from reviewer.gui.printing.filling import Flow
from reviewer.gui.printing.lettering import HEADING, HEADING_SIDE, LABEL, PT, Lettering
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.words import Words, words

_accent = cache(accent_of)
BEFORE_PART: Final = 16 * PT


@dataclass(frozen=True, slots=True)
class Setting:
    """`width` is that of the page between its margins, in tenths of a point; `commented` says that room is needed for
    comments beside the turns."""

    width: float
    language: PageLanguage
    commented: bool = True
    theme: PageTheme = PLAIN

    @property
    def accent(self) -> str:
        """The colour of the organisation where it has one, as `ink` takes it."""
        return _accent(self.theme.colour).paper if self.theme.colour else "accent"

    @property
    def soft(self) -> str:
        """The same, laid on thinly."""
        return _accent(self.theme.colour).paper_tint if self.theme.colour else "accent_soft"


def heading(setting: Setting, title: str, side: str = "", name: str = "") -> list[Flow]:
    """The title of a part with what is said beside it, over a line; stays with what follows."""
    bookmark = setting.language.headed(title, name) if name else title
    row = Row([Cell(0, _title(bookmark, side, setting.width))], setting.width, below=4 * PT)
    rule = Row([], setting.width, line="text", thick=1.2 * PT, above=8 * PT)
    return [
        Flow(space(BEFORE_PART), keeps=True, vanishes=True),
        Flow(Named(row, bookmark=(0, bookmark)), keeps=True),
        Flow(rule, keeps=True),
    ]


def _title(title: str, side: str, width: float) -> Block:
    """What stands beside the title goes below it where there is no room."""
    alone = words(title, HEADING, width)
    beside = Words(Passage(HEADING).add(title).add("    ", HEADING_SIDE).add(side, HEADING_SIDE), width)
    if not side or len(beside.lines) == 1:
        return beside if side else alone
    return Stack([alone, words(side, HEADING_SIDE.but(leading=13), width)])


def remark(text: str, setting: Setting, lettering: Lettering = LABEL) -> Row:
    """A paragraph in small letters below something."""
    return Row([Cell(0, words(text, lettering, setting.width))], setting.width, above=5 * PT)
