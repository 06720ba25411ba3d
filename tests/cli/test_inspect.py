"""`reviewer inspect` says what an import would find and writes nothing."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

LEDGER = ["total", "turn", "continuation", "system", "preamble", "postamble", "blank", "skipped"]


def test_a_chat_is_described_in_the_published_shape(run: Run, chat: Path, tmp_path: Path):
    ended = run("inspect", chat.name, "--json")
    assert ended.status == 0
    assert ended.err == ""
    (found,) = ended.json()
    assert list(found) == [
        "file", "format", "confidence", "encoding", "error", "conversations", "ledger", "problems",
    ]  # fmt: skip
    assert (found["file"], found["format"], found["encoding"], found["error"]) == (
        "chat.txt", "name_colon", "utf-8", None,
    )  # fmt: skip
    (conversation,) = found["conversations"]
    assert list(conversation) == ["title", "started_at", "speakers", "turns"]
    assert [turn["number"] for turn in conversation["turns"]] == [1, 2, 3, 4, 5]
    assert [turn["kind"] for turn in conversation["turns"]] == ["system", *["message"] * 4]
    assert conversation["turns"][2] == {
        "number": 3,
        "kind": "message",
        "speaker": "customer",
        "role": "customer",
        "sent_at": None,
        "text": "My parcel is late. It’s been nine days.",
        "where": [7, 7],
    }
    assert {speaker["name"]: speaker["role"] for speaker in conversation["speakers"]} == {
        "Noor": "agent",
        "Customer": "customer",
    }
    assert list(found["ledger"]) == LEDGER
    assert sum(found["ledger"].values()) == 2 * found["ledger"]["total"]
    assert not (tmp_path / "library.sqlite").exists()


def test_the_first_seed(run: Run, shared: Path):
    (found,) = run("inspect", shared / "seeds" / "000_c5f53087a1ec0c55.txt", "--json").json()
    (conversation,) = found["conversations"]
    assert [turn["kind"] for turn in conversation["turns"]] == ["system", *["message"] * 15]
    agent = next(speaker for speaker in conversation["speakers"] if speaker["role"] == "agent")
    assert (agent["name"], agent["key"], agent["reason"]) == ("May D.", "may d.", "named in a system line")
    assert "“sneakily”" in " ".join(turn["text"] for turn in conversation["turns"])


def test_the_second_seed_holds_two_fragments(run: Run, shared: Path):
    (found,) = run("inspect", shared / "seeds" / "001_47090ba5b6cbe5e7.txt", "--json").json()
    assert [len(conversation["turns"]) for conversation in found["conversations"]] == [3, 7]


@pytest.mark.parametrize("seed", ["002_43f6a56ad18b80f1", "003_596e7ef6184dfd93", "004_26b733e9dce94870"])
def test_the_other_seeds_are_refused_with_a_reason(run: Run, shared: Path, seed: str):
    ended = run("inspect", shared / "seeds" / f"{seed}.txt", "--json")
    assert ended.status == 3
    (found,) = ended.json()
    assert found["conversations"] == []
    assert found["error"].endswith(".")
    assert ended.err.startswith("reviewer: ")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b"\n \n\n"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("program.bin", bytes(range(256)) * 20),
        ("prose.txt", b"A letter to a friend.\n\nNothing was said in a chat that day.\n"),
    ],
)
def test_a_file_without_a_chat_gets_one_sentence(run: Run, tmp_path: Path, name: str, content: bytes):
    (tmp_path / name).write_bytes(content)
    ended = run("inspect", name)
    assert ended.status == 3
    assert ended.out == ""
    assert ended.err.count("\n") == 1
    assert ended.err.startswith("reviewer: ")
    assert name in ended.err


def test_a_missing_file_and_a_folder(run: Run, tmp_path: Path):
    (tmp_path / "folder").mkdir()
    for name in ("missing.txt", "folder"):
        ended = run("inspect", name)
        assert (ended.status, ended.err.count("\n")) == (3, 1)
        assert name in ended.err


def test_one_bad_file_of_several(run: Run, chat: Path):
    ended = run("inspect", chat.name, "missing.txt", "--json")
    assert ended.status == 5
    assert [found["error"] is None for found in ended.json()] == [True, False]
