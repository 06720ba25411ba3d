"""What can be exported, as cards with their forms; a new one of `exporting/tool_forms.py` appears by itself."""

from dataclasses import dataclass, replace
from typing import Final

from reviewer.domain.privacy import Privacy
from reviewer.workspace.exporting.tool_forms import TOOL_FORMS
from reviewer.workspace.exporting.wish import PAGES, Wish, is_report

COVERED: Final = Privacy(hide_details=True)
"""Details of people leave the program only when somebody wants it; who reviewed is said, as work needs its name."""
AS_IT_IS: Final = Privacy()
"""A review file has to fit the transcript in the library that it goes to."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a kind, by the words that people choose it by; `about` says what it is good for."""

    kind: str
    file_format: str
    title: str
    about: str = ""

    def writes(self, wish: Wish) -> bool:
        """Whether a wish is for this form."""
        return (wish.kind, wish.file_format) == (self.kind, self.file_format)

    def of(self, wish: Wish) -> Wish:
        """The same wish in this form."""
        return replace(wish, kind=self.kind, file_format=self.file_format)


@dataclass(frozen=True, slots=True)
class Card:
    """One kind; `title` shows its Alt letter, `privacy` is what counts until somebody chooses."""

    key: str
    title: str
    about: str
    forms: tuple[Form, ...]
    privacy: Privacy = COVERED

    @property
    def wish(self) -> Wish:
        """What this kind writes until somebody chooses."""
        return self.forms[0].of(Wish(privacy=self.privacy))


TITLES: Final = {"html": "Web page", "pdf": "PDF"}


def _pages(kind: str) -> tuple[Form, ...]:
    """A page in every form that there is of it."""
    return tuple(Form(kind, name, TITLES.get(name, name)) for name in PAGES if name != "json")


_OWN: Final = (
    Card(
        "feedback",
        "&Feedback page",
        "One file for the agent, student or instructor: HTML for any browser, or PDF.",
        _pages("feedback"),
    ),
    Card(
        "revised",
        "&Revised dialogue only",
        "Clean text, or with changes marked, as HTML, PDF or plain text.",
        (*_pages("revised"), Form("revised", "txt", "Plain text")),
    ),
    Card(
        "review",
        "Re&view file",
        "For merging with another reviewer, or handing in. Opens in this program.",
        (Form("feedback", "json", "Review file"),),
        AS_IT_IS,
    ),
    Card(
        "scores",
        "Scores as a ta&ble",
        "CSV or Excel, one row for each review.",
        tuple(Form("feedback", name, TOOL_FORMS[name].title, TOOL_FORMS[name].about) for name in ("csv", "xlsx")),
    ),
)


def cards() -> tuple[Card, ...]:
    """The kinds with cards of their own, and one for all forms that other programs read."""
    taken = {(form.kind, form.file_format) for card in _OWN for form in card.forms}
    others = tuple(form for form in _forms() if (form.kind, form.file_format) not in taken)
    about = "Text, annotations, projects, corpora and training data."
    return (*_OWN, Card("other", "For another &program", about, others))


def card_of(wish: Wish) -> Card:
    """The card that a wish belongs to."""
    return next(card for card in cards() if any(form.writes(wish) for form in card.forms))


def form_of(wish: Wish) -> Form:
    """The form that a wish is for."""
    return next(form for form in card_of(wish).forms if form.writes(wish))


def has_parts(wish: Wish) -> bool:
    """Whether parts of what is written can be left out."""
    return wish.kind == "feedback" and is_report(wish.file_format)


def is_page(file_format: str) -> bool:
    """Whether it is a page to look at, on a screen or on paper."""
    return file_format in PAGES and file_format != "json"


def _forms() -> list[Form]:
    return [
        Form(kind, one.name, one.title if kind == "feedback" else f"{one.title}, revised dialogue", one.about)
        for one in TOOL_FORMS.values()
        for kind in one.kinds
    ]
