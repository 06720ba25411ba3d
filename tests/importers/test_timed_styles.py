"""Styles with a time at every turn, as help desks and recorders write them."""

import pytest

from reviewer.errors import NoConversation
from tests.importers.reading import chat, found, roles, said, times


def test_a_time_in_brackets_after_the_name():
    text = "Kim (10:02): yes\nBo (10:03): The lamp (new): no\nKim (10:04): a\nmore\n"
    result = found(text)
    assert result.format == "name_paren_time"
    assert said(result.conversations[0]) == [("Kim", "yes"), ("Bo", "The lamp (new): no"), ("Kim", "a\nmore")]
    assert times(result.conversations[0]) == ["T10:02:00", "T10:03:00", "T10:04:00"]


def test_a_date_in_words_in_brackets_after_the_name():
    text = (
        "user Kim_ has entered room\nanalyst Rex has entered room\n"
        "Kim_(Initial Question) > My lamp hums.\n"
        "Rex (Sat Oct 2 11:36:45 EDT 2010) > Hello Kim_\nhow are you?\n"
        "Kim_(Sat Oct 2 2010 11:37:45 GMT-0400 (EDT))> Fine\n"
        "Rex(Sat Oct 2 11:38:45 EDT 2010)>\nGood\nuser Kim_ has left room\n"
    )
    conversation = chat(text)
    assert said(conversation)[2:6] == [
        ("Kim_", "My lamp hums."), ("Rex", "Hello Kim_\nhow are you?"), ("Kim_", "Fine"), ("Rex", "Good"),
    ]  # fmt: skip
    assert times(conversation)[2:6] == [
        None, "2010-10-02T11:36:45", "2010-10-02T11:37:45-04:00", "2010-10-02T11:38:45",
    ]  # fmt: skip
    assert {name: role for name, (role, _) in roles(conversation).items()} == {"Kim_": "customer", "Rex": "agent"}


@pytest.mark.parametrize(
    ("header", "time"),
    [
        ("{name} 10:02 AM", "T10:02:00"), ("{name}  10:02", "T10:02:00"), ("{name}: 00:00:16", "T00:00:16"),
        ("{name} - 10:02", "T10:02:00"), ("{name}, 2 Jan 2030, 10:02", "2030-01-02T10:02:00"),
        ("{name} at 10:02", "T10:02:00"), ("{name} (0:16)", "T00:00:16"), ("[00:00:16] {name}", "T00:00:16"),
        ("00:00:16 {name}:", "T00:00:16"), ("{name} Today at 2:02 PM", "T14:02:00"),
        ("{name} | 2030-01-02 10:02", "2030-01-02T10:02:00"), ("{name}\t10:02:03", "T10:02:03"),
    ],
)  # fmt: skip
def test_words_below_a_line_of_name_and_time(header: str, time: str):
    turns = [("Sam", "Hello"), ("Kim R.", "Hi: a lamp\nand a bulb"), ("Sam", "At 10:30"), ("Kim R.", "Bye")]
    for gap in ("\n", "\n\n"):
        result = found(gap.join(f"{header.format(name=name)}\n{words}" for name, words in turns))
        assert result.confidence >= 0.6
        assert said(result.conversations[0]) == turns
        assert times(result.conversations[0]) == [time] * 4


def test_zendesk():
    text = (
        "(1:38:05 PM) *** Li Q has joined the chat ***\n(1:38:10 PM) Li Q: hello\n"
        "(1:38:39 PM) *** Dana has joined the chat ***\n(1:39:00 PM) Dana: What hums?\n"
        "(1:39:10 PM) *** Li Q has rated the chat Good ***\n*** Li Q has left ***\n"
    )
    result = found(text)
    assert result.question is None
    assert said(result.conversations[0]) == [
        (None, "*** Li Q has joined the chat ***"),
        ("Li Q", "hello"),
        (None, "*** Dana has joined the chat ***"),
        ("Dana", "What hums?"),
        (None, "*** Li Q has rated the chat Good ***"),
        (None, "*** Li Q has left ***"),
    ]


def test_blocks_of_date_and_time():
    text = (
        "Date: 2030-01-02 Time: 10:00:00 (UTC)info: You are connected\n"
        "Date: 2030-01-02 Time: 10:00:10 (UTC)Kim: hi\nmore\n"
        "Date: 2030-01-02 Time: 10:00:20 (UTC)\nVisitor: hello\n"
    )
    result = found(text)
    assert result.format == "date_block"
    conversation = result.conversations[0]
    assert said(conversation) == [(None, "You are connected"), ("Kim", "hi\nmore"), ("Visitor", "hello")]
    assert times(conversation)[2] == "2030-01-02T10:00:20+00:00"


def test_names_in_brackets_after_a_time_in_brackets():
    result = found("[2030-01-02 10:02:03] [Kim: me] hi\n[2030-01-02 10:02:05] [Support] hello: you\n\nand\n")
    assert result.format == "live_helper"
    assert said(result.conversations[0]) == [("Kim: me", "hi"), ("Support", "hello: you\n\nand")]


def test_signal():
    result = found("[2030-01-02, 10:02] Kim: hi\n[2030-01-02, 10:05] Bo B: hello\n\nyou\n")
    assert (result.format, result.confidence) == ("signal", 1.0)
    assert said(result.conversations[0]) == [("Kim", "hi"), ("Bo B", "hello\n\nyou")]


def test_seconds_since_the_start():
    text = (
        "Chat Started: Monday, January 02, 2030, 10:02:03\nChat Origin: Web\nAgent Dana R\n"
        "( 10s ) Dana: hi\n( 1m 3s ) Visitor: hello\n( 3m 2s ) \n( 1h 3m 2s ) Dana: bye\n"
    )
    result = found(text)
    conversation = result.conversations[0]
    assert said(conversation) == [("Dana", "hi"), ("Visitor", "hello"), ("Dana", "bye")]
    assert times(conversation) == ["2030-01-02T10:02:13", "2030-01-02T10:03:06", "2030-01-02T11:05:05"]
    assert result.ledger()["skipped"] == 1


def test_dates_with_the_name_of_the_month():
    text = "[2 Jan 2030 10:02:03 AM] Kim: hi\n[2 Jan 2030 10:02:09 AM] Bo: ho\nJan 3, 2030 10:02 PM - Kim: x\n"
    assert times(chat(text)) == ["2030-01-02T10:02:03", "2030-01-02T10:02:09", "2030-01-03T22:02:00"]


def test_a_mailed_chat_has_its_labels_above_their_values():
    text = (
        "Visitor:\nKim\nStarted:\n02 Jan 2030 10:02:03\nOperator:\nDana\n\n"
        "Kim: hi\nDana: hello\nKim: my lamp\nDana: ok\n\n"
        "Visitor Details\nName: Kim\nEmail: k@x.example\n\nPost Chat Survey\nGood\n"
    )
    conversation = chat(text)
    assert said(conversation) == [("Kim", "hi"), ("Dana", "hello"), ("Kim", "my lamp"), ("Dana", "ok")]
    assert conversation.started_at == "2030-01-02T10:02:03"
    assert {name: role for name, (role, _) in roles(conversation).items()} == {"Kim": "customer", "Dana": "agent"}


@pytest.mark.parametrize(
    "text",
    [
        "Breakfast 08:00\nEggs and tea\n\nLunch 12:00\nSoup\n\nDinner 18:00\nFish\n",
        "The train leaves at 10:30\nand then\nThe bus leaves at 11:30\nand then\n",
    ],
)
def test_a_timetable_is_no_chat(text: str):
    with pytest.raises(NoConversation):
        found(text)


def test_minutes_and_seconds_since_the_start():
    text = "Speaker 1  0:00\nHello\n\nSpeaker 2  0:07\nHi\n\nSpeaker 1  59:58\nSo\n\nSpeaker 2  1:00:02\nBye\n"
    assert times(chat(text)) == ["T00:00:00", "T00:00:07", "T00:59:58", "T01:00:02"]
    assert times(chat("Started: 2030-01-02 10:00\n\n" + text))[2] == "2030-01-02T10:59:58"


def test_a_chat_right_after_midnight_has_hours_and_minutes():
    text = "Ola 00:05\nHello\n\nBo 00:07\nHi\n\nOla 01:09\nSo\n\nBo 02:00\nBye\n"
    assert times(chat(text)) == ["T00:05:00", "T00:07:00", "T01:09:00", "T02:00:00"]


def test_the_line_above_a_saved_chat_gives_its_date():
    above = "Conversation with bo@x.example at Wed 02 Jan 2030 10:02:00 AM CET on me@x.example\n"
    text = above + "(10:02:03 AM) Ola: a\n(10:02:09 AM) Bo: b\n(10:02:12 AM) Bo has signed off.\n"
    assert times(chat(text)) == ["2030-01-02T10:02:03", "2030-01-02T10:02:09", "2030-01-02T10:02:12"]


def test_two_turns_with_times_are_enough_with_a_third_line():
    assert found("[10:02] Ola: a\n[10:03] Bo: b\n[10:04] Bo has left\n").question is None
