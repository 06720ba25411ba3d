"""What a person wants on a page."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from reviewer.exporters.page_theme import PLAIN, PageTheme
from reviewer.exporters.paper import Paper


class Part(StrEnum):
    """A part of the feedback page that can be left out; the value is also its name on the command line."""

    SUMMARY = "summary"
    SCORECARD = "scorecard"
    CONVERSATION = "conversation"
    REVISED = "revised"
    DISCUSSION = "discussion"
    LEGEND = "legend"


ALL_PARTS: Final = frozenset(Part)


@dataclass(frozen=True, slots=True)
class PageOptions:
    """`parts` without content leave no heading either. `language` is that of the page's own words, as ISO 639-1 has it.

    With `alternatives` all revisions are shown, else the recommended one. `marks` shows on the page of the revised
    dialogue what was changed. `theme` is what an organisation makes of a page, `templates` a folder of templates that
    lay it out in place of ours. `paper` is that of a PDF, None the one that is usual here.
    """

    parts: frozenset[Part] = ALL_PARTS
    language: str = "en"
    alternatives: bool = False
    marks: bool = False
    theme: PageTheme = PLAIN
    templates: Path | None = None
    paper: Paper | None = None


DEFAULT: Final = PageOptions()
