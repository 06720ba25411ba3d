"""Personal details are found where they are, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.personal import Kind, is_card
from reviewer.importers.personal import details, without
from tests.importers.reading import chat


def found(text: str) -> list[tuple[str, str]]:
    conversation = chat(f"Lena: {text}\nRafi: Yes.\nLena: So.\nRafi: Good.")
    return [(one.kind.value, one.text) for one in details(conversation)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("My address is lena.m@example.org if needed.", "email", "lena.m@example.org"),
        ("Write to <a+b@mail.example.co.uk>.", "email", "a+b@mail.example.co.uk"),
        ("ring me on 020 7946 0958.", "phone", "020 7946 0958"),
        ("It is +44 20 7946 0958, thanks", "phone", "+44 20 7946 0958"),
        ("call (555) 010-0199 today", "phone", "(555) 010-0199"),
        ("my number is 5550100123", "phone", "5550100123"),
        ("card 4111 1111 1111 1111 please", "card", "4111 1111 1111 1111"),
        ("5500005555555559", "card", "5500005555555559"),
        ("I live at 12 Mill Lane, Norwich NR1 4AB now", "address", "12 Mill Lane, Norwich NR1 4AB"),
        ("Lindenstraße 14, 10969 Berlin", "address", "Lindenstraße 14, 10969 Berlin"),
    ],
)
def test_a_personal_detail(text: str, kind: str, words: str):
    assert found(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Order 88 214 775 331 is late",
        "your ticket 5550100123",
        "from 2026-03-14 to 2026-04-15",
        "14.03.2026 at 10:30",
        "it costs 1,200,000.50",
        "a@b and @lena and 3 @ 5",
        "4111 1111 1111 1112",
        "1234567",
        "wait 3 days",
    ],
)
def test_no_personal_detail(text: str):
    assert found(text) == []


def test_the_same_words_have_the_same_label():
    conversation = chat("Lena: a@b.org, c@d.org\nRafi: So A@B.org?\nLena: Yes.\nRafi: Fine.")
    assert [one.label for one in details(conversation)] == ["[email 1]", "[email 2]", "[email 1]"]
    clean = without(conversation, details(conversation))
    assert [turn.text for turn in clean.turns][:2] == ["[email 1], [email 2]", "So [email 1]?"]
    assert details(clean) == ()


def test_some_may_be_kept():
    conversation = chat("Lena: a@b.org, c@d.org\nRafi: So?\nLena: Yes.\nRafi: Fine.")
    _, second = details(conversation)
    assert without(conversation, [second]).turns[0].text == "a@b.org, [email 2]"


@given(st.text(alphabet="0123456789", min_size=12, max_size=18))
def test_one_check_figure_makes_a_card_number(digits: str):
    if digits[0] != "0" and len(set(digits)) > 1:
        assert sum(is_card(digits + figure) for figure in "0123456789") == 1


@pytest.mark.parametrize("sign", ["1", "a", "a@", ".", "1 ", "(", "a.", "12 a "])
def test_long_runs_take_no_time(sign: str):
    conversation = chat(f"Lena: {sign * 30_000}\nRafi: Yes.\nLena: So.\nRafi: Good.")
    assert {one.kind for one in details(conversation)} <= set(Kind)
