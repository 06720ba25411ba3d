"""Rewrites as JSON Lines: what was better said, and after what."""

import json
from dataclasses import replace
from typing import Any

from reviewer.domain.annotation import Verdict
from reviewer.domain.revision import ChangeKind, RevisedTurn
from reviewer.exporters.formats import FORMATS
from reviewer.exporters.rewrite_pairs import CONTEXT_TURNS
from tests.exporters.cases import made_for, tablet_order
from tests.exporters.hostile_words import TURNS, hostile_chat
from tests.exporters.reviews import Reviewed, comment, identity, review_of


def lines(name: str, *chats: Reviewed) -> list[dict[str, Any]]:
    ((_, content),) = made_for(FORMATS[name], "feedback", *chats).items()
    return [json.loads(line) for line in content.decode("utf-8").split("\n") if line]


def talk(turns: int = 6) -> Reviewed:
    return review_of("Talk", [(("Mira", "Customer")[at % 2], f"Words {at + 1}.") for at in range(turns)])


def changed(chat: Reviewed, position: int | None, kind: ChangeKind, text: str, *joined: int, key: str = "") -> Reviewed:
    begun = chat if chat.full.revisions else chat.reworded(1, "Better 1.")
    agent = chat.full.speakers[0].id
    number = len(begun.full.revised_turns) + 50
    change = RevisedTurn(
        identity("d", number), begun.full.revisions[0].id, position, key or f"{position or 0:08}", agent, text, kind,
        joined=joined,
    )  # fmt: skip
    return replace(begun, full=replace(begun.full, revised_turns=(*begun.full.revised_turns, change)))


def test_the_sample_has_a_pair_for_each_turn_that_was_said_better() -> None:
    pairs = lines("jsonl", tablet_order())
    turns = tablet_order().texts
    for pair in pairs:
        assert [one["role"] for one in (*pair["chosen"], *pair["rejected"])] == ["assistant", "assistant"]
        assert pair["chosen"] != pair["rejected"]
        assert pair["prompt"][-1]["content"] in turns.values()
        assert {one["role"] for one in pair["prompt"]} == {"user", "assistant"}
    first = pairs[0]
    assert (first["turn"], first["source"], first["reason"]) == (4, "revision", "Plain words and an apology.")
    assert first["rejected"][0]["content"] == turns[4]
    assert [one["content"] for one in first["prompt"]] == [turns[2], turns[3]]


def test_only_the_agents_words_make_pairs() -> None:
    chat = talk().reworded(2, "Said by the customer.").reworded(3, "Better 3.")
    assert [(one["turn"], one["chosen"][0]["content"]) for one in lines("jsonl", chat)] == [(3, "Better 3.")]


def test_removed_inserted_and_merely_moved_turns_make_no_pair() -> None:
    chat = changed(talk(), 3, ChangeKind.REMOVED, "Words 3.")
    chat = changed(chat, None, ChangeKind.INSERTED, "New.", key="00000004m")
    chat = changed(chat, 5, ChangeKind.MOVED, "Words 5.", key="00000002m")
    assert [one["turn"] for one in lines("jsonl", chat)] == [1]


def test_the_parts_of_a_split_are_one_answer() -> None:
    chat = changed(talk(), 3, ChangeKind.SPLIT, "First half.")
    chat = changed(chat, 3, ChangeKind.SPLIT, "Second half.", key="00000003m")
    (_, pair) = lines("jsonl", chat)
    assert pair["chosen"][0]["content"] == "First half.\nSecond half."
    assert pair["rejected"][0]["content"] == "Words 3."


def test_a_suggestion_is_a_rewrite_where_the_turn_is_not_changed() -> None:
    chat = talk()
    chat = chat.commented(
        comment(chat.words(3, "Words"), 1, Verdict.CONCERN, "Why.", "Better words"),
        comment(chat.words(1, "Words"), 1, Verdict.CONCERN, "", "not used"),
        comment(chat.words(2, "Words"), 1, Verdict.CONCERN, "", "the customer's"),
    ).reworded(1, "Changed.")
    first, second = lines("jsonl", chat)
    assert (first["source"], first["chosen"][0]["content"]) == ("revision", "Changed.")
    assert (second["source"], second["chosen"][0]["content"]) == ("suggestion", "Better words 3.")
    assert (second["reason"], second["criteria"]) == ("Why.", [chat.full.rubric.criteria[0].name])


def test_long_chats_give_a_bounded_context() -> None:
    chat = talk(201).reworded(201, "Better.")
    (pair,) = lines("jsonl", chat)
    assert len(pair["prompt"]) == CONTEXT_TURNS
    assert pair["prompt"][-1]["content"] == "Words 200."


def test_messages_are_the_revised_dialogue_without_system_lines() -> None:
    (record,) = lines("messages", tablet_order(), talk())
    said = [one["content"] for one in record["messages"]]
    assert "Yes, £174 in total as it stands. Let me look at your account; I may be able to take the charge off." in said
    assert "Do you already have an account with us?" not in said
    assert not [one for one in said if "has joined the chat" in one]


def test_hostile_words_come_back() -> None:
    chat = hostile_chat()
    found = {pair["turn"]: pair for pair in lines("jsonl", chat)}
    for number, text in enumerate(TURNS, start=1):
        if number in found:
            assert found[number]["rejected"][0]["content"] == text
            assert found[number]["chosen"][0]["content"] == text + " ?"
    assert set(found) == {turn.position for turn in chat.turns if turn.speaker == chat.full.speakers[0].id}
    (record,) = lines("messages", chat)
    assert [one["content"] for one in record["messages"]] == [text + " ?" for text in TURNS]
