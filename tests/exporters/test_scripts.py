"""The revised dialogue as plain text."""

from dataclasses import replace

from reviewer.domain.edits import rearranging, revising
from reviewer.domain.standing_turn import standing_turn
from reviewer.exporters.scripts import clean_text, role_play
from tests.domain.dialogues import begun, turn_at


def changed():
    full = begun()
    full = full.after(rearranging.insert(full, 0, "Let me look.", "agent"))
    row = full.dialogue.row_of(5)
    return full.after(revising.remove(full, standing_turn(full.dialogue, row, turn_at)))


def test_clean_text_says_what_the_revision_says():
    assert clean_text(changed(), turn_at) == (
        "Customer: Good evening. My parcel has not come.\n\nPriya: Let me look.\n\nPriya: What is the number?\n\n"
        "Customer: It is 4471, as I wrote before.\n\nPriya: One moment.\n\nPriya has left the chat.\n"
    )


def test_a_script_has_a_title_a_cast_names_in_capitals_and_pauses():
    times = {1: "2026-03-02T10:00:00", 2: "2026-03-02T10:07:30"}

    def timed(position: int):
        turn = turn_at(position)
        return replace(turn, sent_at=times.get(position)) if turn else None

    script = role_play(changed(), timed)
    assert script.startswith(
        "PARCEL\n\n[Customer, Priya]\n\nCUSTOMER\nGood evening. My parcel has not come.\n\nPRIYA\n"
    )
    assert "[7 min 30 s later]\n\nPRIYA\nWhat is the number?" in script
    assert script.endswith("[Priya has left the chat.]\n")
