"""What a person may choose where the program would guess."""

import pytest

from reviewer import importers
from reviewer.domain.transcript import TurnKind
from reviewer.errors import NoConversation
from reviewer.importers.base import Found, Loose, Options
from tests.importers.reading import check, said, source, times

CHAT = "Ola: one\nunder\nBo: two\n\nstray one\nstray two\n\nOla:\nthree\nmore\n\nand\nBo: four\nlast\n\nfar below\n"


def chosen(text: str | bytes, **options) -> Found:
    result = importers.read(source(text), Options(**options))
    check(result)
    return result


def test_lines_without_a_speaker_are_joined_to_the_turn_above():
    (conversation,) = chosen(CHAT).conversations
    assert said(conversation) == [
        ("Ola", "one\nunder"),
        ("Bo", "two\n\nstray one\nstray two"),
        ("Ola", "three\nmore\n\nand"),
        ("Bo", "four\nlast"),
    ]


def test_lines_without_a_speaker_become_system_lines():
    (conversation,) = chosen(CHAT, loose=Loose.SYSTEM).conversations
    assert said(conversation) == [
        ("Ola", "one"), (None, "under"), ("Bo", "two"), (None, "stray one\nstray two"),
        ("Ola", "three\nmore"), (None, "and"), ("Bo", "four"), (None, "last"),
    ]  # fmt: skip


def test_lines_without_a_speaker_are_left_out_and_that_is_said():
    result = chosen(CHAT, loose=Loose.LEAVE_OUT)
    assert said(result.conversations[0]) == [("Ola", "one"), ("Bo", "two"), ("Ola", "three\nmore"), ("Bo", "four")]
    assert [(problem.where, problem.what) for problem in result.problems][:2] == [
        ((2, 2), "This line names no speaker, and was left out."),
        ((5, 6), "2 lines name no speaker, and were left out."),
    ]
    assert result.ledger()["skipped"] == 5


def test_lines_under_a_message_of_a_phone_can_be_left_out_too():
    text = "13/06/2026, 10:02 - Ola: hi\nyou\n\nthere\n13/06/2026, 10:03 - Bo: ho\nlast\n\none"
    result = chosen(text, loose=Loose.LEAVE_OUT)
    assert said(result.conversations[0]) == [("Ola", "hi"), ("Bo", "ho")]
    assert result.ledger()["skipped"] == 4


def test_broken_paragraphs_are_made_whole():
    text = "Ola: My lamp hums\nall night.\n\nIt has\n- a bulb\n- a cord\nBo: Ah\nOla: So\nBo: Yes\n"
    (conversation,) = chosen(text, unwrap=True).conversations
    assert said(conversation)[0] == ("Ola", "My lamp hums all night.\n\nIt has\n- a bulb\n- a cord")


@pytest.mark.parametrize(("day_first", "iso"), [(True, "2026-03-02"), (False, "2026-02-03")])
def test_the_order_of_day_and_month(day_first: bool, iso: str):
    result = chosen("02/03/2026, 10:02 - Ola: hi\n02/03/2026, 10:03 - Bo: ho\n", day_first=day_first)
    assert times(result.conversations[0])[0] == f"{iso}T10:02:00"
    assert result.date_order
    assert (result.date_order.day_first, result.date_order.evidence) == (day_first, "you chose so")


def test_the_encoding():
    result = chosen("Ola: Å\nBo: b\nOla: c\nBo: d\n".encode("cp865"), encoding="cp865")
    assert (said(result.conversations[0])[0], result.encoding) == (("Ola", "Å"), "cp865")


@pytest.mark.parametrize(
    "header",
    [
        "{name}: ", "{name} - ", "{name} > ", "<{name}> ", "{name}\t", "{name}\n", "**{name}:** ", "[{name}] ",
        "{name} | ", "10:02 {name}: ", "[10:02] {name} - ", "{name} (10:02): ", "{name} 10:02\n", "> {name}: ",
        "- {name}: ",
        "{name} = ", "{name} — ", "{name}：",
    ],
)  # fmt: skip
def test_names_marked_by_hand(header: str):
    turns = [("Kim", "hi Zed: 12"), ("Kim-Bo R.", "hello\nKimberly - no"), ("Kim", "well")]
    text = "Kimberly saw it\n\n" + "\n".join(header.format(name=name) + words for name, words in turns)
    result = chosen(text, names=("Kim", "kim-bo  r."))
    assert (result.format, result.question) == ("by_hand", None)
    assert said(result.conversations[0]) == turns


def test_names_marked_by_hand_help_a_chosen_style():
    text = "Ola: a\nBo: b\nOla: c\nBo: d\nNote - e\nBo: f\n"
    result = chosen(text, format="name_colon", names=("Note",))
    assert [name for name, _ in said(result.conversations[0])] == ["Ola", "Bo", "Ola", "Bo", "Note", "Bo"]


def test_a_name_marked_by_hand_that_starts_no_line():
    with pytest.raises(NoConversation) as error:
        chosen("A letter, and no more.\n", names=("Ola", "Bo"))
    assert error.value.sentence == ("chat.txt: no line starts with “Ola” or “Bo”. Mark a line that starts with a name.")


def test_every_paragraph_a_turn():
    result = chosen("My lamp\nhums. \n\n\nSo it does.\n", format="paragraphs")
    (conversation,) = result.conversations
    assert [(turn.kind, turn.speaker, turn.text, turn.where) for turn in conversation.turns] == [
        (TurnKind.MESSAGE, None, "My lamp\nhums.", (1, 2)),
        (TurnKind.MESSAGE, None, "So it does.", (5, 5)),
    ]
    assert (
        chosen("My lamp\nhums.\n", format="paragraphs", unwrap=True).conversations[0].turns[0].text == "My lamp hums."
    )


def test_a_name_marked_by_hand_that_only_a_blank_ends():
    text = "Marta  good morning\nmy lamp has no shade\n\nShop yes of course\n\nMarta it has none\n"
    result = chosen(text, names=("Marta", "Shop"))
    assert said(result.conversations[0]) == [
        ("Marta", "good morning\nmy lamp has no shade"),
        ("Shop", "yes of course"),
        ("Marta", "it has none"),
    ]
