"""Which column is taken for what, and what a person can change."""

import pytest

from reviewer.importers.base import Columns, Found, Options
from tests.importers.tables.building import found, roles, said


def times(result: Found) -> list[str | None]:
    return [turn.sent_at for one in result.conversations for turn in one.turns]


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("conversationId,sender,text,when", Columns(2, 1, 3, 0)),
        ("chat_id,author,body,created_at", Columns(2, 1, 3, 0)),
        ("Session,From,Message,Timestamp", Columns(2, 1, 3, 0)),
        ("dialogue_id,speaker,utterance,ts", Columns(2, 1, 3, 0)),
        ("thread,Absender,Nachricht,Datum", Columns(2, 1, 3, 0)),
        ("id,user,content,date", Columns(2, 1, 3, 0)),
        ("rating,role,msg,time", Columns(2, 1, 3, None)),
    ],
)
def test_by_the_headings(headings: str, columns: Columns):
    rows = "7,user,the lamp hums,2026-03-02 10:02\n7,agent,since when,2026-03-02 10:03\n"
    result = found(f"{headings}\n{rows}{rows.replace('7', '8')}")
    assert result.columns == columns
    assert result.question is None
    assert times(result)[0] == "2026-03-02T10:02:00"


def test_by_what_stands_in_them():
    result = found("user\tgood day to you\nbot\tgood day, what is it\nuser\tmy lamp hums\nbot\tsince when\n")
    assert result.columns == Columns(1, 0)
    assert result.headings == ("Column 1", "Column 2")
    assert roles(result) == {"user": "customer", "bot": "bot"}


def test_names_nobody_headed_are_asked_about():
    result = found("Ola,good day to you\nBo,what is it then\nOla,my lamp hums\nBo,since when is that\n")
    assert result.question == "Which columns hold the speaker and the words?"
    assert said(result)[0][0] == ("Ola", "good day to you")


def test_no_column_names_the_speaker():
    text = "conversationId\tturnNumber\tutterance\tintent\n" + "".join(
        f"c{chat}\t{turn}.0\twords number {turn} of it\tgreet{turn % 2}\n" for chat in range(5) for turn in range(4)
    )
    result = found(text)
    assert result.question == "No column names the speaker. Which column does?"
    assert 0.15 <= result.confidence < 0.6
    assert [len(one.turns) for one in result.conversations] == [4] * 5
    assert [one.title for one in result.conversations][:2] == ["c0", "c1"]
    chosen = found(text, options=Options(columns=Columns(2, 3, None, 0)))
    assert chosen.question is None
    assert [name for name, _ in said(chosen)[0]] == ["greet0", "greet1"] * 2


def test_columns_that_were_chosen():
    text = "a,b,c,d\n1,Ola,words of one,x\n1,Bo,words of two,y\n2,Ola,words of three,x\n"
    result = found(text, options=Options(format="csv", columns=Columns(2, 1, None, 0)))
    assert said(result) == [[("Ola", "words of one"), ("Bo", "words of two")], [("Ola", "words of three")]]
    assert result.columns == Columns(2, 1, None, 0)
    assert found(text, options=Options(format="csv", columns=Columns(3, 1))).columns == Columns(3, 1)


def test_ids_beside_names():
    text = (
        "channel_id,AuthorID,Author,Date,Content\n"
        '5.0,11.0,ola#1,2026-03-02T10:02:00.000+01:00,"one\r\ntwo"\n'
        "5.0,12.0,bo#2,2026-03-02T10:03:00.000+01:00,three\n5.0,11.0,ola#1,2026-03-02T10:04:00.000+01:00,\n"
    )
    result = found(text)
    assert said(result) == [[("ola#1", "one\ntwo"), ("bo#2", "three"), ("ola#1", "")]]
    assert {speaker.key for speaker in result.conversations[0].speakers} == {"11.0", "12.0"}
    assert result.conversations[0].title == "5"
    assert times(result)[0] == "2026-03-02T10:02:00+01:00"


def test_two_people_of_one_name_are_two():
    text = "chat_id,user_id,user_name,text\n1,7,Sam,one\n1,8,Sam,two\n1,7,Sam,three\n"
    assert len(found(text).conversations[0].speakers) == 2


def test_roles_in_a_column():
    text = (
        "ConversationId,ActorType,ActorName,EntryType,EntryTime,Message\n"
        "1,System,,ChatStarted,2026-03-02T10:02:00Z,\n1,EndUser,Ola,Text,2026-03-02T10:02:01Z,hums\n"
        "1,Agent,Dana,Text,2026-03-02T10:02:02Z,since when\n1,Bot,Lux,Text,2026-03-02T10:02:03Z,help is near\n"
        "1,Agent,Dana,ChatEnded,2026-03-02T10:02:04Z,\n"
    )
    result = found(text)
    assert roles(result) == {"Ola": "customer", "Dana": "agent", "Lux": "bot"}
    assert said(result)[0][0] == (None, "ChatStarted")
    assert said(result)[0][-1] == (None, "Dana: ChatEnded")


def test_a_column_of_the_agent_is_not_who_speaks():
    text = (
        "chat_id,agent,role,text\n1,Dana,customer,hums\n1,Dana,agent,since when\n2,Mira,customer,out\n2,Mira,agent,oh\n"
    )
    assert said(found(text))[0] == [("customer", "hums"), ("agent", "since when")]


def test_ids_with_a_role_and_no_names():
    text = (
        "author_id,author_type,conversation_id,part_type,body\n"
        "71,admin,5,comment,one\n72,user,5,comment,two\n71,admin,5,note,three\n71,admin,6,comment,four\n"
    )
    result = found(text)
    assert said(result)[0] == [("admin", "one"), ("user", "two"), ("admin", "three")]
    assert [problem.what for problem in result.problems] == ["Row 4 is an internal note."]


def test_actors_of_a_help_desk():
    text = (
        "chat_id,created_at,actor_id,type,message\n"
        "1,2026-03-02T10:02:00Z,__system,ChatStarted,\n1,2026-03-02T10:02:01Z,agent:12,ChatMessage,good day\n"
        "1,2026-03-02T10:02:02Z,344,ChatMessage,it hums\n1,2026-03-02T10:02:03Z,__trigger,ChatMessage,one moment\n"
        "1,2026-03-02T10:02:04Z,,ChatMessage,who am I\n"
    )
    result = found(text)
    assert [name for name, _ in said(result)[0]] == [None, "agent:12", "344", None, None]
    assert [turn.kind.value for turn in result.conversations[0].turns] == [
        "system",
        "message",
        "message",
        "system",
        "message",
    ]
    assert [problem.what for problem in result.problems] == ["Row 6 does not name who speaks."]


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (("1772445720", "1772445780"), "2026-03-02T10:02:00+00:00"),
        (("1772445720000", "1772445780000"), "2026-03-02T10:02:00+00:00"),
        (("Mon Mar 02 10:02:00 +0000 2026", "Mon Mar 02 10:03:00 +0000 2026"), "2026-03-02T10:02:00+00:00"),
        (("3/13/2026 10:02 AM", "3/14/2026 1:02 PM"), "2026-03-13T10:02:00"),
        (("13.03.26 10:02", "14.03.26 10:02"), "2026-03-13T10:02:00"),
        (("10:02:07", "10:02:09"), "T10:02:07"),
        (("2026-03-02 10:02:00 UTC", "2026-03-02 10:03:00 UTC"), "2026-03-02T10:02:00+00:00"),
    ],
)
def test_times(cells: tuple[str, str], first: str):
    result = found(f"sender,message,time\nOla,it hums,{cells[0]}\nBo,since when,{cells[1]}\nOla,now,{cells[1]}\n")
    assert times(result)[0] == first


def test_a_date_beside_a_clock():
    rows = "01/02/2026,10:02,Ola,one\n02/02/2026,10:03,Bo,two\n13/02/2026,10:04,Ola,three\n"
    result = found(f"Date,Time,Author,Message\n{rows}")
    assert times(result)[0] == "2026-02-01T10:02:00"
    assert result.date_order is not None
    assert result.date_order.day_first
    assert times(found(f"Date,Time,Author,Message\n{rows[:48]}", options=Options(day_first=False)))[0] == (
        "2026-01-02T10:02:00"
    )


def test_newest_rows_first():
    text = "sender,message,time\n" + "".join(f"Ola,nr {at},2026-03-02T10:0{at}:00\n" for at in (5, 4, 3, 2))
    result = found(text)
    assert [words for _, words in said(result)[0]] == ["nr 2", "nr 3", "nr 4", "nr 5"]
    assert result.problems[0].what == "The newest rows stand first. They were put in the order of their times."


def test_words_inside_longer_headings():
    text = "Conversation ID,Sent By (Name),Created Time UTC,Body Content\n" + "".join(
        f"7,{who},2026-03-02 10:0{at},<p>it hums &amp; blinks</p><p>nr {at}</p>\n" for at, who in enumerate("AB" * 3)
    )
    result = found(text)
    assert result.columns == Columns(3, 1, 2, 0)
    assert said(result)[0][0] == ("A", "it hums & blinks\nnr 0")
    assert result.problems[0].what == "The cells hold pieces of web pages. Only their words were taken."


@pytest.mark.parametrize(
    "text",
    [
        (
            "author,date,stars,text\nOla,2026-03-02,5,very good\nBo,2026-03-03,1,not good\n"
            "Pia,2026-03-04,4,fine\nMi,2026-03-05,4,fair\n"
        ),
        "commit,author,message\n1a,Ola,mend the lamp\n2b,Bo,mend it again\n3c,Ola,mend it more\n4d,Bo,mend it yet\n",
    ],
)
def test_lists_that_look_like_chats_are_asked_about(text: str):
    assert found(text).question == "Are these the speakers?"


def test_an_event_without_words_is_a_system_line():
    text = "chat_id,actor_id,message,type\nk,7,Hello,ChatMessage\nk,7,,ChatEmailChanged\n"
    assert said(found(text))[0][1] == (None, "7: ChatEmailChanged")
