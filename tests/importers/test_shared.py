"""Documents that others wrote, beside the checkout."""

import json
from pathlib import Path

import pytest

from reviewer.errors import NoConversation
from tests.importers.reading import chat, found, roles, said

READ = {
    "nc_lsp": "name_colon",
    "md_ft60": "bold_name",
    "sg_cm": "time_name",
    "wa_cm_12h": "time_name",
    "wa_cm_ddmmyy": "time_name",
    "cd_1": "name_colon",
    "cd_4": "name_colon",
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


def expected(shared: Path) -> dict[str, dict]:
    return json.loads((shared / "corpus" / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "style"), READ.items())
def test_chats_of_the_corpus(shared: Path, name: str, style: str):
    wanted = expected(shared)[name]
    result = found((shared / "corpus" / wanted["path"]).read_bytes())
    wanted = wanted["expected"]
    assert result.format == style
    turns = [turn for turn in said(result.conversations[0]) if turn[0] is not None]
    assert len(result.conversations) == wanted["conversations"]
    assert len(turns) in wanted.get("accept_turns", [wanted["turns"]])
    if not name.startswith("cd_"):  # whose names are declared in a form of their own
        assert (turns[0][0], turns[-1][0]) == (wanted["first_speaker"], wanted["last_speaker"])
        assert len(result.conversations[0].speakers) == wanted["participants"]


def test_everything_else_of_the_corpus_is_refused(shared: Path):
    for name, wanted in expected(shared).items():
        if name not in READ:
            with pytest.raises(NoConversation):
                found((shared / "corpus" / wanted["path"]).read_bytes(), Path(wanted["path"]).name)
