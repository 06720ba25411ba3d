"""Bytes to text: nothing is spoiled, and what was guessed is said."""

import codecs

import pytest

from reviewer import importers
from reviewer.errors import Unreadable
from reviewer.importers.base import Options
from reviewer.importers.decoding import TWICE, decode, split_lines
from tests.importers.reading import chat, found, said, source

TEXT = "Ola: “Hei” – 3 €\nDana: naïve 👩🏻‍⚖️\nOla: …\nDana: bye\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32"),
    ],
)
def test_encodings_that_say_what_they_are(content: bytes, encoding: str):
    result = found(content)
    assert (result.encoding, result.problems) == (encoding, ())
    assert said(result.conversations[0])[1] == ("Dana", "naïve 👩🏻‍⚖️")


def test_windows_text_is_read_and_that_is_said():
    result = found("Ola: “Hei” – 3 €\nDana: naïve\nOla: ja\nDana: nei\n".encode("cp1252"))
    assert result.encoding == "cp1252"
    assert said(result.conversations[0])[0] == ("Ola", "“Hei” – 3 €")
    assert [problem.what for problem in result.problems] == [
        "The text is not UTF-8; it was read as Windows text (cp1252)."
    ]


def test_a_file_of_mixed_encodings_is_read_line_by_line():
    lines = ["Ola: é 👋".encode(), "Dana: naïve – ok".encode("cp1252"), "Ola: ü".encode(), b"Dana: bye"]
    result = found(b"\r\n".join(lines))
    assert result.encoding == "utf-8+cp1252"
    assert [text for _, text in said(result.conversations[0])] == ["é 👋", "naïve – ok", "ü", "bye"]
    assert [problem.where for problem in result.problems] == [(2, 2)]


def test_a_mark_does_not_hinder_reading_line_by_line():
    result = found(codecs.BOM_UTF8 + "Ola: é\nDana: ".encode() + "ü\n".encode("cp1252") + b"Ola: a\nDana: b\n")
    assert [text for _, text in said(result.conversations[0])] == ["é", "ü", "a", "b"]


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF16_LE + "Ola: x\ud800y\nDana: a\nOla: b\nDana: c\n".encode("utf-16-le", "surrogatepass"),
        b"Ola: x\0y\nDana: a\nOla: b\nDana: c\n",
        b"Ola: x\x81y\nDana: a\nOla: b\nDana: c\n",
    ],
)
def test_what_cannot_be_text_becomes_a_replacement_sign_and_that_is_said(content: bytes):
    result = found(content)
    assert said(result.conversations[0])[0][1] == "x\ufffdy"
    assert result.problems[0].what == "1 sign is lost and stands as \ufffd."
    assert result.problems[0].where == (1, 1)


def test_a_cut_file_of_two_byte_signs_is_read():
    content = codecs.BOM_UTF16_LE + "Ola: a\nDana: b\nOla: c\nDana: d".encode("utf-16-le")[:-1]
    assert [text for _, text in said(chat(content))] == ["a", "b", "c", "\ufffd"]


def test_a_mark_before_something_else_is_refused():
    with pytest.raises(Unreadable):
        found(codecs.BOM_UTF32_LE + b"no such signs in here")


def test_lines_end_at_three_line_ends_only():
    assert split_lines("a\u2028b\x0bc\x1cd\x85e\r\nf\rg\n\nh") == ["a\u2028b\x0bc\x1cd\x85e", "f", "g", "", "h"]
    assert split_lines("") == []
    assert split_lines("a\n") == ["a"]


def test_a_message_cannot_forge_a_turn_with_other_separators():
    conversation = chat("Ola: yes\u2028Dana: I agree\nDana: no\x0bOla: yes\nOla: a\nDana: b\n")
    assert len(conversation.turns) == 4
    assert conversation.turns[0].text == "yes\u2028Dana: I agree"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_looking_at_the_beginning_only_cuts_at_the_end_of_a_line(encoding: str, end: str):
    content = f"Ola: née{end}Dana: ça{end}".encode(encoding)
    assert decode(content, len(content) - 9).text == f"Ola: née{end}"


def test_one_endless_line_is_cut_between_two_signs():
    assert decode("é".encode() * 100, 101) == decode("é".encode() * 50)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_file_longer_than_what_is_looked_at_is_read_whole(encoding: str):
    content = "".join(f"{'Ola' if at % 2 else 'Dana'}: née number {at}\n\n" for at in range(20_000)).encode(encoding)
    assert len(chat(content).turns) == 20_000


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, TEXT.replace("a", "б"), "客服: 你好\n顾客: 灯\n客服: 好的 ok\n顾客: 灯\n"])
def test_two_bytes_a_sign_without_a_mark(encoding: str, text: str):
    result = found(text.encode(encoding))
    assert result.encoding == encoding
    assert "\n".join(f"{name}: {words}" for name, words in said(result.conversations[0])) + "\n" == text


TWO_TIMES = "Ola: caf\u00e9 – it\u2019s à la 👋 ok\nBo: plain\nOla: “so” \u00a0x\nBo: Ã\n"


def test_signs_that_were_encoded_twice_are_told_and_can_be_repaired():
    spoiled = "".join(
        bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in TWO_TIMES.encode()
    )
    result = found(spoiled)
    assert "cafÃ©" in result.conversations[0].turns[0].text
    assert [problem.what for problem in result.problems] == [
        f"Some signs look as if they were encoded twice. The encoding “{TWICE}” repairs them."
    ]
    repaired = importers.read(source(spoiled), Options(encoding=TWICE))
    assert [f"{name}: {words}" for name, words in said(repaired.conversations[0])] == TWO_TIMES.splitlines()
    assert (repaired.encoding, repaired.problems) == (TWICE, ())


@pytest.mark.parametrize("words", ["naïve Ã", "Â", "â€", "SÃO PAULO é", "ð"])
def test_signs_that_only_look_like_it_are_left_alone(words: str):
    text = f"Ola: {words}\nBo: b\nOla: c\nBo: d\n"
    assert found(text).problems == ()
    assert decode(text.encode(), encoding=TWICE).text == text


@pytest.mark.parametrize("encoding", ["klingon", "hex", "undefined"])
def test_an_encoding_that_does_not_exist(encoding: str):
    with pytest.raises(Unreadable) as error:
        importers.read(source(TEXT), Options(encoding=encoding, format="name_colon"))
    assert error.value.sentence == f"There is no text encoding named “{encoding}”. Choose another one."
