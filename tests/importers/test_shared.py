"""Documents that others wrote, beside the checkout."""

from pathlib import Path

import pytest

from reviewer.errors import NoConversation
from tests.importers.corpus import differences, expectations
from tests.importers.reading import chat, found, roles, said

CHATS = {
    "nc_lsp": "name_colon",
    "md_ft60": "bold_name",
    "sg_cm": "signal",
    "wa_cm_12h": "whatsapp",
    "wa_cm_ddmmyy": "whatsapp",
}


def test_the_first_seed(shared: Path):
    conversation = chat((shared / "seeds" / "000_c5f53087a1ec0c55.txt").read_bytes())
    turns = said(conversation)
    assert [name for name, _ in turns].count("May D.") == 7
    assert [name for name, _ in turns].count("Customer") == 8
    assert turns[0][0] is None
    assert turns[0][1].startswith("Please hold for")
    assert "“sneakily”" in turns[8][1]
    assert roles(conversation) == {
        "May D.": ("agent", "named in a system line"),
        "Customer": ("customer", "the name says so"),
    }


def test_the_second_seed(shared: Path):
    result = found((shared / "seeds" / "001_47090ba5b6cbe5e7.txt").read_bytes())
    assert [len(one.turns) for one in result.conversations] == [3, 7]
    assert result.conversations[0].turns[-1].text == result.conversations[1].turns[0].text
    for conversation in result.conversations:
        assert {name: role for name, (role, _) in roles(conversation).items()} == {
            "Derick": "agent",
            "Philip Espinosa": "customer",
        }


@pytest.mark.parametrize("seed", ["002_43f6a56ad18b80f1", "003_596e7ef6184dfd93", "004_26b733e9dce94870"])
def test_the_other_seeds_hold_no_chat(shared: Path, seed: str):
    with pytest.raises(NoConversation):
        found((shared / "seeds" / f"{seed}.txt").read_bytes())


@pytest.mark.parametrize(("key", "style"), CHATS.items())
def test_chats_of_the_corpus(shared: Path, key: str, style: str):
    expectation = expectations(shared)[key]
    assert differences(shared, expectation) == []
    result = found((shared / "corpus" / expectation["path"]).read_bytes())
    assert result.format == style
    assert result.question is None
