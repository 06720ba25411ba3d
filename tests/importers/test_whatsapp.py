"""WhatsApp chats as phones in many languages save them."""

import pytest

from tests.importers.reading import chat, found, said, times

WORDS = ("Is the lamp in?", "Not yet: on Friday", "Fine.", "See you")


def written(header: str) -> str:
    return "".join(f"{header.format(name=('Ola', '+47 22 33 44')[at % 2])}{words}\n" for at, words in enumerate(WORDS))


@pytest.mark.parametrize(
    ("header", "time"),
    [
        ("13/06/2026, 10:02 - {name}: ", "2026-06-13T10:02:00"),
        ("6/13/26, 2:02 PM - {name}: ", "2026-06-13T14:02:00"),
        ("6/13/26, 2:02\u202fPM - {name}: ", "2026-06-13T14:02:00"),
        ("13/6/26 2:02 p.\u00a0m. - {name}: ", "2026-06-13T14:02:00"),
        ("[13.06.26, 10:02:03] {name}: ", "2026-06-13T10:02:03"),
        ("\u200e[13/06/2026, 12:02:03 a. m.] {name}: ", "2026-06-13T00:02:03"),
        ("[\u200e13.6.2026 klo 10.02.03] {name}: ", "2026-06-13T10:02:03"),
        ("13. 6. 2026. 10:02 - {name}: ", "2026-06-13T10:02:00"),
        ("13.06.26 kl. 10:02 - {name}: ", "2026-06-13T10:02:00"),
        ("2026/06/13, 10:02 - {name}: ", "2026-06-13T10:02:00"),
        ("2026. 6. 13. 오후 2:02 - {name}: ", "2026-06-13T14:02:00"),
        ("2026/6/13, 下午2:02 - {name}: ", "2026-06-13T14:02:00"),
        ("13/06/2026 à 10:02 - {name}: ", "2026-06-13T10:02:00"),
        ("13/06/26, 10:02:03: {name}: ", "2026-06-13T10:02:03"),
        ("13\u200f/6\u200f/2026, 10:02 - {name}: ", "2026-06-13T10:02:00"),
        ("١٣/٦/٢٠٢٦, ١٠:٠٢ - {name}: ", "2026-06-13T10:02:00"),
        ("[10:02, 13/06/2026] {name}: ", "2026-06-13T10:02:00"),
        ("[2:02 PM, 6/13/2026] {name}: ", "2026-06-13T14:02:00"),
        ("45/13/2026, 10:02 - {name}: ", "T10:02:00"),
        ("13/06/026, 10:02 - {name}: ", "T10:02:00"),
    ],
)
def test_dates_and_clocks_of_many_phones(header: str, time: str):
    result = found(written(header))
    assert result.format == "whatsapp"
    assert result.confidence >= 0.6
    (conversation,) = result.conversations
    assert said(conversation) == list(zip(["Ola", "+47 22 33 44"] * 2, WORDS, strict=True))
    assert times(conversation) == [time] * 4


def test_two_messages_are_enough():
    assert found("13/06/2026, 10:02 - Ola: hi\n13/06/2026, 10:03 - Bo: ho\n").question is None


def test_everything_under_a_message_belongs_to_it():
    body = "A list:\n\n\n---\n13/06/2026, 9:00 we met \n(pauses)\nBo has left the chat\nNote: x"
    conversation = chat(f"[13/06/2026, 10:02:03] Ola: {body}\n[13/06/2026, 10:03:00] Bo: ok\n")
    assert said(conversation) == [("Ola", body), ("Bo", "ok")]


def test_lines_without_a_name_are_written_by_the_program():
    text = (
        "6/13/26, 10:02 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
        '6/13/26, 10:02 - Ola created group "Lamps: all"\n'
        "6/13/26, 10:02 - Ola changed the subject from “A: b” to “C”\n"
        "6/13/26, 10:03 - Ola: one\n"
        "6/13/26, 10:04 - Bo:.\n"
        "6/13/26, 10:05 - Bo: <Media omitted>\n"
        "6/13/26, 10:06 - Ola: This message was deleted\n"
        "6/13/26, 10:07 - Bo: lamp.jpg (file attached)\nA lamp\n"
        "6/13/26, 10:08 - Bo: ok <This message was edited>\n"
    )
    assert said(chat(text)) == [
        (None, "Messages and calls are end-to-end encrypted. Tap to learn more."),
        (None, 'Ola created group "Lamps: all"'),
        (None, "Ola changed the subject from “A: b” to “C”"),
        ("Ola", "one"),
        (None, "Bo:."),
        ("Bo", "<Media omitted>"),
        ("Ola", "This message was deleted"),
        ("Bo", "lamp.jpg (file attached)\nA lamp"),
        ("Bo", "ok <This message was edited>"),
    ]


def test_an_iphone_signs_its_notices_with_the_name_of_the_group():
    text = (
        "[13/06/2026, 10:02:03] Lamps & Co 💡: \u200eMessages and calls are end-to-end encrypted.\n"
        "[13/06/2026, 10:02:03] Lamps & Co 💡: \u200eOla created this group\n"
        "[13/06/2026, 10:02:09] \u202a+47 22 33\u202c: hello\n"
        "\u200e[13/06/2026, 10:03:09] Ola: \u200e<attached: 001.jpg>\n"
    )
    assert said(chat(text)) == [
        (None, "Messages and calls are end-to-end encrypted."),
        (None, "Ola created this group"),
        ("+47 22 33", "hello"),
        ("Ola", "\u200e<attached: 001.jpg>"),
    ]


def test_a_notice_by_the_name_of_a_person_leaves_the_person():
    text = (
        "[13/06/2026, 10:02:03] Bo: \u200eMessages and calls are end-to-end encrypted.\n"
        "[13/06/2026, 10:02:09] Bo: hello\n[13/06/2026, 10:03:09] Ola: \u200eimage omitted\n"
    )
    assert said(chat(text))[1:] == [("Bo", "hello"), ("Ola", "\u200eimage omitted")]


def test_any_name_speaks():
    names = ("Zip", "Note", "Dr. A. B. C. of the Lamp Shop and Son", "🤓", "Ola (work)")
    text = "".join(f"13/06/2026, 10:0{at} - {name}: word\n" for at, name in enumerate(names))
    assert [name for name, _ in said(chat(text))] == list(names)


def test_lines_out_of_order_keep_the_order_of_the_file():
    text = "13/06/2026, 10:02 - Ola: b\n13/06/2026, 10:01 - Bo: a\n"
    assert times(chat(text)) == ["2026-06-13T10:02:00", "2026-06-13T10:01:00"]
