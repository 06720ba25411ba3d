"""Names of exported files: every file system takes them, and none leads out of the folder."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.exporters.naming import LONGEST, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tablet order, connection charge", "tablet-order-connection-charge-feedback.html"),
        ("../../etc/passwd", "etc-passwd-feedback.html"),
        ("C:\\Users\\me", "c-users-me-feedback.html"),
        ("one\ntwo\x00three\ttabs", "one-two-three-tabs-feedback.html"),
        ("", "transcript-feedback.html"),
        (" . ", "transcript-feedback.html"),
        ("CON", "transcript-con-feedback.html"),
        ("lpt1", "transcript-lpt1-feedback.html"),
        ("Straße nach Zürich", "strasse-nach-zürich-feedback.html"),
        ("המנורה שלא הגיעה", "המנורה-שלא-הגיעה-feedback.html"),
        ("snake_case - and -- hyphens", "snake-case-and-hyphens-feedback.html"),
        ("e\u0301te\u0301", "été-feedback.html"),
        ("हिन्दी में चैट", "हिन्दी-में-चैट-feedback.html"),
        ("❤\ufe0f thanks \u0301", "thanks-feedback.html"),
        ("😀", "transcript-feedback.html"),
        ("Call from +44 20 7946 0123", "call-from-feedback.html"),
        ("b.stone@example.org", "transcript-feedback.html"),
        ("Order 88-214 of 3 March", "order-88-214-of-3-march-feedback.html"),
    ],
)
def test_file_name(title: str, name: str) -> None:
    assert file_name(title, "feedback.html") == name


@given(st.text(max_size=400))
def test_every_title_gives_one_plain_name(title: str) -> None:
    name = file_name(title, "feedback.html")
    stem = name.removesuffix("-feedback.html")
    assert all(sign == "-" or sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc") for sign in stem)
    assert any(sign.isalnum() for sign in stem)
    assert not stem.startswith("-")
    assert len(name.encode("utf-8", "replace")) <= 255


def test_a_long_title_is_cut() -> None:
    assert file_name("x" * 300, "feedback.html") == "x" * LONGEST + "-feedback.html"


@pytest.mark.parametrize("sign", ["漢", "\U00020000", "की"])
def test_a_long_title_of_wide_signs_fits_too(sign: str) -> None:
    assert len(file_name(sign * 300, "1000-feedback.html").encode()) <= 255
