"""Delimited text: what parts the cells, what quotes them, and how it is encoded."""

import pytest

from reviewer.errors import NoConversation, Unreadable
from reviewer.importers import sniff
from reviewer.importers.base import LineKind, Options, Source, Unit
from tests.importers.tables.building import CHAT, HEADINGS, SAID, counts, found, said, written


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("quoting", [0, 1])
def test_every_delimiter(delimiter: str, ends: str, quoting: int):
    result = found(written(delimiter=delimiter, lineterminator=ends, quoting=quoting))
    assert said(result) == SAID
    assert result.format == "csv"
    assert result.unit is Unit.RECORD
    assert result.question is None
    assert result.lines == (LineKind.PREAMBLE, *[LineKind.TURN] * 5)
    assert result.headings == HEADINGS


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_every_encoding(encoding: str, named: str):
    rows = [[str(cell).replace("🙂", "–") for cell in row] for row in CHAT]
    result = found(written(rows, "\t").encode(encoding))
    assert result.encoding == named
    assert said(result)[0][0] == ("Ola Berg", rows[1][2])


def test_an_encoding_that_was_chosen():
    result = found(
        written([HEADINGS, *[("1", "Żaneta", "łąka", "")] * 3]).encode("cp1250"), options=Options(encoding="cp1250")
    )
    assert said(result)[0][0] == ("Żaneta", "łąka")


def test_signs_of_two_encodings_are_told():
    text = written(delimiter="\t").encode() + "k-2\tPia\tcafé\t2026-03-03T09:02:00\n".encode("cp1252")
    result = found(text)
    assert said(result)[1][-1] == ("Pia", "café")
    assert any("Windows-1252" in problem.what for problem in result.problems)


def test_unquoted_rows_with_quotation_marks_are_not_merged():
    rows = [("speaker", "text")] + [("Ola", "plain words"), ("Bo", '"Yes'), ("Ola", '5" wide"'), ("Bo", "no")] * 3
    result = found("\n".join("\t".join(row) for row in rows) + "\n")
    assert said(result) == [list(rows[1:])]


def test_unquoted_marks_far_down_are_not_merged():
    rows = [("speaker", "text"), *[("Ola", "some words that fill the row"), ("Bo", "more of them")] * 6000]
    rows += [("Ola", '"And'), ("Bo", "then"), ("Ola", 'she left"')]
    result = found("\n".join("\t".join(row) for row in rows))
    assert said(result) == [list(rows[1:])]


def test_quoted_rows_far_down_are_kept_whole():
    rows = [("speaker", "text"), *[("Ola", "some words that fill the row"), ("Bo", "more of them")] * 6000]
    rows += [("Ola", "one\ntwo, three"), ("Bo", "four")]
    assert said(found(written(rows, "\t"))) == [list(rows[1:])]


def test_a_blank_before_the_quotation_mark():
    assert said(found('speaker, text\nOla, "one, two"\nBo, "three, four"\nOla, five\n')) == [
        [("Ola", "one, two"), ("Bo", "three, four"), ("Ola", "five")]
    ]


def test_commas_in_the_last_column_that_nobody_quoted():
    result = found("speaker,text\nOla,good day, all of you\nBo,fine, thanks, and you\nOla,good\n")
    assert said(result) == [[("Ola", "good day, all of you"), ("Bo", "fine, thanks, and you"), ("Ola", "good")]]


def test_rows_that_are_too_long_or_too_short():
    rows = "sender,message,rating\n" + "Ola,one,1\nBo,two,2\n" * 20
    result = found(f"{rows}Ola,three\nBo,four,4,more\n")
    assert said(result)[0][-2:] == [("Ola", "three"), ("Bo", "four")]
    assert [problem.what for problem in result.problems] == ["Row 43 has more cells than there are headings."]


def test_empty_rows_and_rows_without_words():
    result = found("sender,message,note\n\nOla,one,\n,,\nBo,two,\n,,left early\n ,,\nOla,three,\n")
    assert said(result) == [[("Ola", "one")], [("Bo", "two")], [("Ola", "three")]]
    assert counts(result, LineKind.BLANK, LineKind.SKIPPED) == [3, 1]
    assert [problem.what for problem in result.problems] == ["Row 6 says nothing and names nobody. It was left out."]


def test_a_heading_that_is_empty_and_a_column_of_numbers():
    result = found(",sender,message\n0,Ola,one\n1,Bo,two\n2,Ola,three\n")
    assert result.headings == ("Column 1", "sender", "message")
    assert said(result) == [[("Ola", "one"), ("Bo", "two"), ("Ola", "three")]]


def test_a_title_above_the_headings():
    result = found("Chats of the lamp shop,,\n,,\nsender,sent,message\nOla,10:02,one\nBo,10:03,two\nOla,10:04,three\n")
    assert result.lines[:3] == (LineKind.PREAMBLE, LineKind.BLANK, LineKind.PREAMBLE)
    assert len(said(result)[0]) == 3


def test_a_mark_that_is_never_closed():
    text = written([*CHAT, *[("k-3", "Ola", "words", "")] * 10]) + 'k-4,Bo,"never'
    assert said(found(text))[-1] == [("Bo", "never")]


def test_a_cell_without_an_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("reviewer.importers.tables.delimited.LONGEST_CELL", 400_000)
    text = written([HEADINGS, *[("1", "Ola", "words", "")] * 9000]) + 'k-4,Bo,"never\n' + "1,2,3,4\n" * 90_000
    with pytest.raises(Unreadable) as error:
        found(text)
    assert error.value.sentence.startswith("chats.csv could not be read at row 9,002: ")


@pytest.mark.parametrize(
    "text",
    [
        "I went out, and it rained.\nShe stayed, and read.\nWe met later, for tea.\nIt was late, as ever.\n",
        "".join(f"2026-03-02 10:02:{at},100 INFO store: row kept, none lost\n" for at in range(10, 40)),
        "first(a, b)\nsecond(c, d)\nthird(e, f)\nfourth(g, h)\n",
        "one,two,three\n1,2,3\n4,5,6\n7,8,9\n",
        "1\t2\n3\t4\n5\t6\n",
        "sku,name,description,maker\n1,Cup,Of blue glass,Nord\n2,Pan,Of heavy iron,Nord\n3,Lid,For the pan,Sud\n",
        "input,output\n0x3f80,0xbf80\n0x4000,0xc000\n0x4040,0xc040\n",
        "text,intent\ngood day to you,greet\nwhere is my lamp,ask\nstop it now,stop\ngood day,greet\n",
        "name,city,phone\nOla,Oslo,12\nBo,Bergen,13\nPia,Oslo,14\n",
    ],
)
def test_what_is_no_chat(text: str):
    source = Source("a.csv", text.encode())
    assert max(score.value for score, one in sniff(source) if one.format == "csv") < 0.15
    with pytest.raises(NoConversation):
        found(text)


def test_lines_with_commas_stay_a_text():
    result = found("Ola: yes, I do\nBo: no, I think\nOla: well, fine\nBo: then, bye\n", "a.txt")
    assert result.format == "name_colon"


def test_a_table_in_markdown():
    result = found("| Speaker | Text |\n|---|:--|\n| Ola | Is it on? |\n| Bo | It is. |\n| Ola | Good. |\n", "a.md")
    assert said(result) == [[("Ola", "Is it on?"), ("Bo", "It is."), ("Ola", "Good.")]]
