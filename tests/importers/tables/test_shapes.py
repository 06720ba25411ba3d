"""Tables in which a row is not a turn, or belongs to another row."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.importers import read
from reviewer.importers.base import LineKind, Source
from tests.importers.corpus import differences, expectations
from tests.importers.tables.building import check, found, roles, said, written


def test_rows_of_chats_that_alternate():
    result = found("chat_id,sender,text\nb,Ola,1\na,Bo,2\nb,Ola,3\na,Mi,4\n")
    assert [one.title for one in result.conversations] == ["b", "a"]
    assert said(result) == [[("Ola", "1"), ("Ola", "3")], [("Bo", "2"), ("Mi", "4")]]


def test_turn_numbers_that_start_again():
    result = found("turn,speaker,text\n1,Ola,one\n2,Bo,two\n1,Ola,three\n2,Bo,four\n3,Ola,five\n")
    assert [len(one.turns) for one in result.conversations] == [2, 3]


def test_an_id_that_never_comes_again_parts_nothing():
    assert len(found("id,speaker,text\n1,Ola,one\n2,Bo,two\n3,Ola,three\n").conversations) == 1


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        ("question,answer", {"question": "customer", "answer": "agent"}),
        ("User,Bot", {"User": "customer", "Bot": "bot"}),
        ("prompt,response", {"prompt": "customer", "response": "agent"}),
        ("Customer message,Agent reply", {"Customer message": "customer", "Agent reply": "agent"}),
        ("user_input,bot_response", {"user_input": "customer", "bot_response": "bot"}),
    ],
)
def test_a_column_for_each_who_speaks(headings: str, names: dict[str, str]):
    result = found(f"{headings}\ndoes it hum,it does\nsince when,\n\nanother one,yes\n")
    first, second = headings.split(",")
    assert said(result) == [
        [(first, "does it hum"), (second, "it does"), (first, "since when")],
        [(first, "another one"), (second, "yes")],
    ]
    assert roles(result) == names
    assert result.lines[3] is LineKind.BLANK


def test_a_column_for_each_by_turns():
    text = "Nora,Kiosk\nIs the tide table out?,\n,It hangs by the door.\nAnd for April?,\n,Not printed yet.\n"
    result = found(text)
    assert said(result)[0][0] == ("Nora", "Is the tide table out?")
    assert said(result)[0][-1] == ("Kiosk", "Not printed yet.")
    assert len(said(result)[0]) == 4


def test_columns_that_are_headed_by_the_same_word():
    rows = [["User", "Bot", "Note", "Note"], ["Is it open?", "", "a", "b"], ["", "It is.", "a", "b"]]
    assert said(found(written(rows))) == [[("User", "Is it open?"), ("Bot", "It is.")]]


def test_many_pairs_are_a_conversation_each():
    rows = [("instruction", "category", "response"), *[(f"does it hum {at}", "LAMP", "it may") for at in range(60)]]
    result = found(written(rows))
    assert len(result.conversations) == 60
    assert [words for _, words in said(result)[7]] == ["does it hum 7", "it may"]


def test_a_chat_in_each_cell():
    chats = [
        "Agent: Good day.\nCustomer: It hums,\nand blinks.\nAgent: Oh.",
        "Agent: Yes?\nCustomer: No light.\nAgent: I see.",
    ]
    result = found(written([("call_id", "score", "transcript"), *[(at, 5, chat) for at, chat in enumerate(chats)]]))
    assert said(result) == [
        [("Agent", "Good day."), ("Customer", "It hums,\nand blinks."), ("Agent", "Oh.")],
        [("Agent", "Yes?"), ("Customer", "No light."), ("Agent", "I see.")],
    ]
    assert [one.title for one in result.conversations] == ["0", "1"]
    assert [turn.where for turn in result.conversations[1].turns] == [(3, 3)] * 3


def test_a_cell_that_holds_no_turns_is_told():
    rows = [("id", "transcript"), *[(at, "Agent: Good day.\nCustomer: It hums.\nAgent: Oh.") for at in range(5)]]
    result = found(written([*rows, (9, "lost in the post, and never found again")]))
    assert len(result.conversations) == 5
    assert result.lines[-1] is LineKind.SKIPPED
    assert result.problems[-1].what == "The cell in row 7 holds no turns. It was left out."


def test_a_chat_in_one_line_of_a_cell():
    text = (
        "id,text\n1,Agent: Good day. Customer: It hums. Agent: Oh.\n2,Agent: Yes? Customer: No light. Agent: I see.\n"
    )
    assert said(found(text))[1] == [("Agent", "Yes?"), ("Customer", "No light."), ("Agent", "I see.")]


def test_a_list_in_a_cell():
    turns = [{"role": "user", "content": "it hums"}, {"role": "assistant", "content": "since when?"}]
    for cell in (json.dumps(turns), json.dumps({"messages": turns}), repr(turns)):
        result = found(written([("id", "messages"), (1, cell), (2, cell)]))
        assert said(result) == [[("user", "it hums"), ("assistant", "since when?")]] * 2
        assert roles(result) == {"user": "customer", "assistant": "bot"}


def test_rows_that_answer_rows():
    text = (
        "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n"
        "1,shop,False,Mon Mar 02 10:10:00 +0000 2026,since when,2,3\n"
        "2,501,True,Mon Mar 02 10:11:00 +0000 2026,today,,1\n"
        "3,501,True,Mon Mar 02 10:08:00 +0000 2026,it hums,1,\n"
        "8,502,True,Mon Mar 02 09:45:00 +0000 2026,green one?,9,\n"
        "9,shop,False,Mon Mar 02 09:46:00 +0000 2026,not yet,,8\n"
    )
    result = found(text)
    assert said(result) == [
        [("501", "it hums"), ("shop", "since when"), ("501", "today")],
        [("502", "green one?"), ("shop", "not yet")],
    ]
    assert roles(result) == {"501": "customer", "502": "customer", "shop": "agent"}


@pytest.mark.parametrize("key", ["bt_csv_sender", "cs_ag_sample", "cs_ic", "cs_zd_comment", "ts_md_fin"])
def test_tables_of_the_corpus(shared: Path, key: str):
    expectation = expectations(shared)[key]
    assert differences(shared, expectation) == []
    result = found((shared / "corpus" / expectation["path"]).read_bytes())
    assert (result.question is None) == (key != "ts_md_fin")


CELLS = st.text(st.sampled_from('ab :,;\t"\n\r“é[{1'), max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=12), st.sampled_from(",;\t"), st.booleans())
def test_every_row_is_one_thing(rows: list[list[str]], delimiter: str, headed: bool):
    every = [["chat_id", "sender", "text"], *rows] if headed else rows
    try:
        result = read(Source("a.csv", written(every, delimiter).encode()))
    except ReviewerError:
        return
    if result.format == "csv":
        check(result)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["Ola", "Bo"]), st.text("ab \t,;\"'é🙂|", min_size=1, max_size=20)), min_size=4)
)
def test_words_come_through_as_they_were(rows: list[tuple[str, str]]):
    result = found(written([("sender", "text", "mark"), *[(who, what, "x") for who, what in rows]]))
    assert [turn for one in said(result) for turn in one] == [(who, what.rstrip()) for who, what in rows]
