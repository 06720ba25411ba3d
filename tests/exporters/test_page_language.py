"""Numbers, dates, times and counts as a language writes them."""

from fractions import Fraction

import pytest

from reviewer.errors import UsageError
from reviewer.exporters.page_language import PageLanguage, page_language, page_languages
from reviewer.exporters.pauses import seconds_between

ENGLISH, GERMAN = page_language("en"), page_language("de")
both = pytest.mark.parametrize("language", [ENGLISH, GERMAN], ids=["en", "de"])


def test_the_languages_with_their_own_names() -> None:
    languages = page_languages()
    assert next(iter(languages)) == "en"
    assert languages | {"en": "English", "de": "Deutsch"} == languages


def test_an_unknown_language_is_refused_with_the_list() -> None:
    with pytest.raises(UsageError, match=r"“../tlh”.*en \(English\), de \(Deutsch\)"):
        page_language("../tlh")


@pytest.mark.parametrize(
    ("iso", "english", "german"),
    [
        ("2026-03-03", "3 March 2026", "3. März 2026"),
        ("2026-12-31T23:59:00+02:00", "31 December 2026", "31. Dezember 2026"),
        ("T10:02", "", ""),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_day(iso: str | None, english: str, german: str) -> None:
    assert (ENGLISH.day(iso), GERMAN.day(iso)) == (english, german)


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2026-03-03T10:02:59", "10:02"), ("T09:05", "09:05"), ("2026-03-03", ""), (None, ""), ("Thalf past ten", "")],
)
@both
def test_clock(language: PageLanguage, iso: str | None, words: str) -> None:
    assert language.clock(iso) == words


@pytest.mark.parametrize(
    ("started", "first", "last", "english", "german"),
    [
        (
            "2026-03-03", "2026-03-03T10:02:00", "2026-03-03T10:14:00", "3 March 2026, 10:02–10:14",
            "3. März 2026, 10:02–10:14 Uhr",
        ),
        (None, "2026-03-03T10:02:00", "2026-03-03T10:02:30", "3 March 2026, 10:02", "3. März 2026, 10:02"),
        (None, "T10:02", "T10:14", "10:02–10:14", "10:02–10:14 Uhr"),
        (None, None, "T10:14", "10:14", "10:14"),
        ("2026-03-03", None, None, "3 March 2026", "3. März 2026"),
        (None, None, None, "", ""),
    ],
)  # fmt: skip
def test_period(started: str | None, first: str | None, last: str | None, english: str, german: str) -> None:
    assert (ENGLISH.period(started, first, last), GERMAN.period(started, first, last)) == (english, german)


@pytest.mark.parametrize(
    ("seconds", "english", "german"),
    [
        (120, "2 min later", "2 Min. später"),
        (130, "2 min 10 s later", "2 Min. 10 Sek. später"),
        (3600, "1 h later", "1 Std. später"),
        (3905, "1 h 5 min later", "1 Std. 5 Min. später"),
    ],
)
def test_later(seconds: int, english: str, german: str) -> None:
    assert (ENGLISH.later(seconds), GERMAN.later(seconds)) == (english, german)


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [
        (Fraction(155, 4), "38.75", "38,75"),
        (Fraction(1, 3), "0.33", "0,33"),
        (Fraction(1, 200), "0.01", "0,01"),
        (Fraction(100), "100.00", "100,00"),
    ],
)
def test_points(number: Fraction, english: str, german: str) -> None:
    assert (ENGLISH.points(number), GERMAN.points(number)) == (english, german)


def test_numbers_and_percent() -> None:
    assert (ENGLISH.number(12345), GERMAN.number(12345)) == ("12,345", "12.345")
    assert (ENGLISH.percent(15), GERMAN.percent(15)) == ("15%", "15\N{NO-BREAK SPACE}%")


def test_counts_and_lists() -> None:
    one, many = "%(number)s comment", "%(number)s comments"
    assert [ENGLISH.count(one, many, count) for count in (0, 1, 2000)] == ["0 comments", "1 comment", "2,000 comments"]
    assert [GERMAN.count(one, many, count) for count in (0, 1, 2)] == ["0 Anmerkungen", "1 Anmerkung", "2 Anmerkungen"]
    assert GERMAN.together(["3", "4", "5"]) == "3, 4 und 5"
    assert GERMAN.listed(["a", "", "b"]) == "a, b"
    assert GERMAN.listed([]) == ""


def test_places_take_any_words() -> None:
    assert GERMAN.headed("100 %", "%(name)s {x}") == "100 %: %(name)s {x}"


@pytest.mark.parametrize(
    ("earlier", "later", "seconds"),
    [
        ("2026-03-03T10:02:00", "2026-03-03T10:04:10", 130),
        ("T10:02", "T10:05:30", 210),
        ("T23:59", "T00:01", 0),
        ("T10:02", "2026-03-03T10:04:00", 0),
        ("2026-03-03T10:02:00", "2026-03-03T10:04:00+00:00", 0),
        (None, "T10:02", 0),
        ("T10:02", "Thalf past ten", 0),
    ],
)
def test_seconds_between(earlier: str | None, later: str, seconds: int) -> None:
    assert seconds_between(earlier, later) == seconds
