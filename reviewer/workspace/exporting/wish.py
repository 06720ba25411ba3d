"""What a person wants to have written, and what its form means."""

from dataclasses import dataclass
from typing import Final

from reviewer.domain.privacy import OPEN, Privacy
from reviewer.exporters.formats import WHOLE
from reviewer.exporters.options import ALL_PARTS, DEFAULT, PageOptions, Part
from reviewer.workspace.exporting.tool_forms import TOOL_FORMS

KINDS: Final[tuple[str, ...]] = ("feedback", "revised")
PAGES: Final[tuple[str, ...]] = ("html", "pdf", "json")
"""The forms that are about one review."""
FORMATS: Final = (*PAGES, *TOOL_FORMS)
GATHERED: Final = "reviews"
"""What files that hold several reviews are named after."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to write about a review and how: a kind of `KINDS`, a form of `FORMATS`, what is shown and what is not.

    With `every_review` a form that takes several reviews of one chat gets those of all reviewers.
    """

    kind: str = "feedback"
    file_format: str = "html"
    page: PageOptions = DEFAULT
    privacy: Privacy = OPEN
    every_review: bool = False


FEEDBACK: Final = Wish()


def ending_of(wish: Wish) -> str:
    """How the name of a page or a review file ends."""
    return "review.json" if wish.file_format == "json" else f"{wish.kind}.{wish.file_format}"


def carries_review(wish: Wish) -> bool:
    """Whether what is written can be opened in the program again as a review."""
    whole = wish.kind == "feedback" and wish.page.parts >= ALL_PARTS - {Part.LEGEND}
    return wish.file_format == "json" or (wish.file_format == "html" and whole)


def kinds_of(file_format: str, kind: str) -> tuple[str, ...]:
    """The kinds to write for the wish `kind`, which may be `both`: a form that holds everything is written once."""
    known = {"html": KINDS, "pdf": KINDS, "json": WHOLE} | {one.name: one.kinds for one in TOOL_FORMS.values()}
    offered = known[file_format]
    return offered if kind == "both" or len(offered) == 1 else (kind,)


def is_report(file_format: str) -> bool:
    """Whether a form has words of its own, in a language that can be chosen, and parts that can be left out."""
    return TOOL_FORMS[file_format].report if file_format in TOOL_FORMS else file_format != "json"


def gathers(file_format: str) -> bool:
    """Whether several reviews go into the same files."""
    return file_format in TOOL_FORMS and TOOL_FORMS[file_format].gathers


def takes_several(file_format: str) -> bool:
    """Whether the form has a place for several reviews of one chat."""
    return file_format in TOOL_FORMS and TOOL_FORMS[file_format].several
