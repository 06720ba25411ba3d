"""The page's own words, numbers and dates in one language.

English texts are the keys. A translation is a gettext catalog, `resources/i18n/page.CODE.po`; docs/translating.md says
how one is made.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache, reduce
from gettext import NullTranslations
from io import BytesIO
from typing import Final

from babel import Locale
from babel.dates import format_date, format_interval, format_time, get_datetime_format
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import Translations

from reviewer import resources
from reviewer.domain.scoring import rounded
from reviewer.errors import UsageError

ENGLISH: Final = "en"
_CONVENTIONS: Final = {ENGLISH: "en_GB"}
"""Whose dates and numbers a language uses, where that is not clear from its code."""


class PageLanguage:
    """English, or what a translation makes of the English texts.

    A text holds its places by name: `say("Turn %(number)s", number=7)`.
    """

    def __init__(self, code: str, translations: NullTranslations | None = None) -> None:
        self.code = code
        self.locale = Locale.parse(_CONVENTIONS.get(code, code))
        self._translations = translations or NullTranslations()

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.locale.text_direction)

    @property
    def own_name(self) -> str:
        """“Deutsch”, as its speakers write it."""
        return Locale.parse(self.code).get_language_name() or self.code

    def say(self, text: str, **places: object) -> str:
        """The text in this language."""
        found = self._translations.gettext(text)
        return found % places if places else found

    def count(self, one: str, many: str, number: int, **places: object) -> str:
        """The text for so many, by the rules of the language; `%(number)s` is the number as it writes it."""
        found = self._translations.ngettext(one, many, number)
        return found % {"number": self.number(number), **places}

    def listed(self, parts: Iterable[str]) -> str:
        """“8 concerns, 1 strength”; empty parts are left out."""
        return reduce(self._and_then, filter(None, parts), "")

    def _and_then(self, first: str, after: str) -> str:
        return self.say("%(first)s, %(after)s", first=first, after=after) if first else after

    def headed(self, heading: str, words: str) -> str:
        """“Reason: Too long.”"""
        return self.say("%(heading)s: %(words)s", heading=heading, words=words)

    def together(self, parts: Sequence[str]) -> str:
        """“3, 4 and 5”."""
        return format_list(parts, locale=self.locale)

    def inside(self, name: str) -> str:
        """The name of a level inside a sentence, which English writes small."""
        return name.lower() if self.code == ENGLISH else name

    def day(self, iso: str | None) -> str:
        """“3 March 2026” of an ISO date or time; empty when there is no date."""
        if not iso or iso.startswith("T"):
            return ""
        return format_date(datetime.fromisoformat(iso), "long", locale=self.locale)

    def clock(self, iso: str | None) -> str:
        """“10:02” of an ISO time; empty when there is none."""
        _, divider, moment = (iso or "").partition("T")
        return _clock(self.locale, moment[:5]) if divider else ""

    def period(self, started: str | None, first: str | None, last: str | None) -> str:
        """“3 March 2026, 10:02–10:14” of ISO dates or times, as much of it as is known."""
        day, times = self.day(started or first), self._span(first, last)
        pattern = str(get_datetime_format("medium", locale=self.locale))
        return pattern.replace("{1}", day).replace("{0}", times) if day and times else day or times

    def _span(self, first: str | None, last: str | None) -> str:
        shown = [self.clock(one) for one in (first, last)]
        if not all(shown) or shown[0] == shown[1]:
            return shown[0] or shown[1]
        start, end = (datetime.fromisoformat(f"2000-01-01T{str(one).partition('T')[2][:5]}") for one in (first, last))
        return format_interval(start, end, skeleton="Hm", locale=self.locale)

    def later(self, seconds: int) -> str:
        """“2 min 10 s later”, “1 h 5 min later”."""
        hours, rest = divmod(seconds, 3600)
        minutes, left = divmod(rest, 60)
        if hours and minutes:
            return self.say("%(hours)s h %(minutes)s min later", hours=hours, minutes=minutes)
        if hours:
            return self.say("%(hours)s h later", hours=hours)
        if left:
            return self.say("%(minutes)s min %(seconds)s s later", minutes=minutes, seconds=left)
        return self.say("%(minutes)s min later", minutes=minutes)

    def number(self, number: float | Decimal, decimals: int = 0) -> str:
        """The number with so many decimals."""
        places = "." + "0" * decimals if decimals else ""
        return format_decimal(number, format=f"#,##0{places}", locale=self.locale)

    def points(self, number: Fraction) -> str:
        """Two decimals, rounded half up."""
        return self.number(Decimal(rounded(number * 100)) / 100, decimals=2)

    def percent(self, number: int) -> str:
        """“15%” of 15."""
        return format_percent(Decimal(number) / 100, locale=self.locale)


@lru_cache(maxsize=4096)
def _clock(locale: Locale, moment: str) -> str:
    """The time of “10:02”; empty when that is no time."""
    try:
        return format_time(time.fromisoformat(moment), "short", locale=locale)
    except ValueError:
        return ""


@cache
def page_languages() -> dict[str, str]:
    """The languages that pages can speak: code to own name, English first."""
    catalogs = resources.names("i18n", suffix=".po")
    codes = [name.removeprefix("page.").removesuffix(".po") for name in catalogs if name.startswith("page.")]
    return {code: PageLanguage(code).own_name for code in (ENGLISH, *codes)}


@cache
def page_language(code: str) -> PageLanguage:
    """The language by its ISO 639-1 code.

    Raises:
        UsageError: pages do not speak it.
    """
    if code == ENGLISH:
        return PageLanguage(code)
    if code not in page_languages():
        offered = ", ".join(f"{one} ({name})" for one, name in page_languages().items())
        raise UsageError(f"Pages do not speak “{code}”. The languages are {offered}.")
    return PageLanguage(code, _translations(code))


def _translations(code: str) -> Translations:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(resources.read_bytes("i18n", f"page.{code}.po")), locale=code))
    compiled.seek(0)
    return Translations(compiled)
