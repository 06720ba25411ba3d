"""Correcting what was found, before it is stored."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.transcript import Role, TurnKind
from reviewer.importers import amending
from reviewer.importers.base import Conversation
from tests.importers.reading import chat, roles, said

TEXT = "Agent Rafi: Hello.\nLena: It says expired.\nRaffi: Click the blue words.\nLena: Good.\nAgent Rafi: Bye.\n"


def example() -> Conversation:
    return chat(TEXT)


def counts(conversation: Conversation) -> dict[str, int]:
    return {one.name: one.turns for one in conversation.speakers}


def test_a_role_that_is_chosen_has_that_as_its_reason():
    changed = amending.with_role(example(), "lena", Role.OTHER)
    assert roles(changed)["Lena"] == ("other", "you chose so")


def test_what_the_system_wrote_becomes_system_lines():
    changed = amending.with_role(example(), "raffi", Role.SYSTEM)
    assert said(changed)[2] == (None, "Click the blue words.")
    assert changed.turns[2].kind is TurnKind.SYSTEM
    assert "Raffi" not in counts(changed)


def test_merging_gives_all_turns_to_one():
    changed = amending.merged(example(), "raffi", "agent rafi")
    assert counts(changed) == {"Agent Rafi": 3, "Lena": 2}
    assert [name for name, _ in said(changed)] == ["Agent Rafi", "Lena"] * 2 + ["Agent Rafi"]


def test_a_turn_given_to_a_new_speaker():
    changed = amending.by(example(), 1, "Lena’s mother")
    assert counts(changed) == {"Agent Rafi": 2, "Lena": 1, "Raffi": 1, "Lena’s mother": 1}
    back = amending.by(changed, 1, "LENA")
    assert counts(back) == counts(example())


def test_a_system_line_becomes_a_turn_again():
    changed = amending.as_system(example(), 3)
    assert counts(changed)["Lena"] == 1
    assert said(amending.by(changed, 3, "lena")) == said(example())


def test_splitting_and_joining():
    parts = amending.split(example(), 2, 5)
    assert [text for _, text in said(parts)][2:4] == ["Click", "the blue words."]
    assert counts(parts)["Raffi"] == 2
    assert said(amending.joined(parts, 3))[2] == ("Raffi", "Click\nthe blue words.")
    assert amending.split(example(), 2, 0) == example()
    assert amending.joined(example(), 0) == example()


def test_a_line_that_was_left_out_comes_in_at_its_place():
    changed = amending.added(example(), (2, 2), "  Photo sent  ", "Lena")
    assert said(changed)[2] == ("Lena", "Photo sent")
    assert said(amending.added(example(), (9, 9), "Chat ended"))[-1] == (None, "Chat ended")


def test_names_shown_as_parts():
    changed = amending.with_names_as_roles(amending.with_role(example(), "raffi", Role.AGENT))
    assert sorted(counts(changed)) == ["Agent 1", "Agent 2", "Speaker"]


def test_empty_names_and_titles_change_nothing():
    assert amending.renamed(example(), "lena", "  ") == example()
    assert amending.titled(example(), " ") == example()
    assert amending.titled(example(), " Renewal ").title == "Renewal"
    assert counts(amending.renamed(example(), "lena", "Lena M."))["Lena M."] == 2


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["drop", "split", "join", "system", "by", "merge"]), st.integers(0, 9))))
def test_whatever_is_corrected_the_speakers_fit_the_turns(steps: list[tuple[str, int]]):
    now = example()
    for step, number in steps:
        if not now.turns:
            break
        at = number % len(now.turns)
        keys = [one.key for one in now.speakers] or ["somebody"]
        changes = {
            "drop": lambda c, at=at: amending.dropped(c, at),
            "split": lambda c, at=at, number=number: amending.split(c, at, number),
            "join": lambda c, at=at: amending.joined(c, at),
            "system": lambda c, at=at: amending.as_system(c, at),
            "by": lambda c, at=at, keys=keys, number=number: amending.by(c, at, keys[number % len(keys)]),
            "merge": lambda c, keys=keys: amending.merged(c, keys[-1], keys[0]),
        }
        now = changes[step](now)
        assert {turn.speaker for turn in now.turns} - {None} == {one.key for one in now.speakers}
        assert sum(counts(now).values()) == sum(turn.speaker is not None for turn in now.turns)
        assert [turn.where for turn in now.turns] == sorted(turn.where for turn in now.turns)
