"""Who may be one person under two names."""

import pytest

from reviewer.importers.proposals import Merge, proposals
from tests.importers.reading import chat


def proposed(more: str, less: str) -> tuple[Merge, ...]:
    lines = [f"{more}: One.", f"{less}: Two.", f"{more}: Three.", f"{less}: Four.", f"{more}: Five."]
    return proposals(chat("\n".join(lines)))


@pytest.mark.parametrize(
    ("more", "less", "reason"),
    [
        ("Rafi", "Raffi", "nearly the same spelling"),
        ("Marguerite", "Margeruite", "nearly the same spelling"),
        ("Aaron van Berg", "AvB", "the initials of the name"),
        ("Dana Reyes", "Dana", "a short form of the name"),
        ("Dana Reyes", "Dana R.", "a short form of the name"),
        ("Female Customer", "Female", "a short form of the name"),
        ("Mary-Ann", "Mary Ann", "the same name, written in another way"),
    ],
)
def test_one_person_under_two_names(more: str, less: str, reason: str):
    assert proposed(more, less) == (Merge(less.casefold(), more.casefold(), reason),)


@pytest.mark.parametrize(
    ("more", "less"),
    [("Speaker 1", "Speaker 2"), ("Ana", "Ann"), ("Dana", "Lena"), ("Agent", "Customer"), ("Kim", "Kurt"), ("A", "B")],
)
def test_two_people(more: str, less: str):
    assert proposed(more, less) == ()


def test_the_one_who_speaks_more_keeps_the_name():
    found = chat("Raffi: One.\nLena: Two.\nRafi: Three.\nLena: Four.\nRafi: Five.\nRaffi: Six.\nRafi: Seven.")
    assert [(one.key, one.into) for one in proposals(found)] == [("raffi", "rafi")]
