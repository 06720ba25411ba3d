"""The page's own words, numbers and dates in one language."""

from datetime import datetime
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal


class PageLanguage:
    """English, or what a translation makes of the English texts.

    A text holds its places by name: `say("Turn %(number)s", number=7)`.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = Locale.parse(code)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.locale.text_direction

    def say(self, text: str, **places: object) -> str:
        """The text in this language."""
        return text % places if places else text

    def count(self, one: str, many: str, number: int, **places: object) -> str:
        """The text for so many, by the rules of the language; `%(number)s` is the number as it writes it."""
        return (one if number == 1 else many) % {"number": self.number(number), **places}

    def day(self, iso: str | None) -> str:
        """“3 March 2026” of an ISO date or time; empty when there is no date."""
        if not iso or iso.startswith("T"):
            return ""
        return format_date(datetime.fromisoformat(iso), "d MMMM y", locale=self.locale)

    def number(self, number: float, decimals: int = 0) -> str:
        """The number with so many decimals."""
        places = "." + "0" * decimals if decimals else ""
        return format_decimal(number, format=f"#,##0{places}", locale=self.locale)


@cache
def page_language(code: str) -> PageLanguage:
    """The language by its ISO 639-1 code.

    Raises:
        babel.UnknownLocaleError: there is no such language.
    """
    return PageLanguage(code)
