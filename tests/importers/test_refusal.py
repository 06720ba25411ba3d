"""Why something is not read: one sentence with the file's name, the reason, and what to do."""

import json
import zipfile
from io import BytesIO

import pytest

from reviewer.errors import ExitStatus, NoConversation, Unreadable
from tests.importers.reading import found

TURNS = "Ola: one\nBo: two\nOla: three\nBo: four\n"


def packed(*names: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pages", packed("Index/Document.iwa"), "a Pages document"),
        ("a.docx", packed("word/document.xml"), "a Word document"),
        ("renamed.txt", packed("word/document.xml"), "a Word document"),
        ("a.xlsx", packed("xl/workbook.xml"), "an Excel sheet"),
        ("a.odt", packed("content.xml"), "an OpenDocument text"),
        ("a.zip", packed("_chat.txt"), "a zip archive"),
        ("empty.zip", packed(), "a zip archive"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        ("a.rtf", rb"{\rtf1\ansi Ola: hi}", "a rich text (RTF) file"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old Office file"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "a picture"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture, sound or film"),
        ("a.mp4", b"\x00\x00\x00\x18ftypisom", "a picture, sound or film"),
        ("a.gz", b"\x1f\x8b\x08", "a packed file"),
        ("a.sqlite", b"SQLite format 3\x00", "a database file"),
    ],
)
def test_known_forms(name: str, content: bytes, kind: str):
    with pytest.raises(Unreadable) as error:
        found(content, name)
    assert error.value.sentence == f"{name} is {kind}, a form that the program does not read. Save it as text first."
    assert error.value.exit_status is ExitStatus.UNREADABLE


@pytest.mark.parametrize("content", ["", " \n\t\r\n", "\ufeff", "\u00a0\n"])
def test_no_text(content: str):
    with pytest.raises(Unreadable) as error:
        found(content)
    assert error.value.sentence == "chat.txt could not be read: it holds no text."


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 8, b"\0" * 99, b"\x01\x02Ola: hi", bytes(200) + TURNS.encode()]
)
def test_binary(content: bytes):
    with pytest.raises(Unreadable) as error:
        found(content)
    assert error.value.sentence == "chat.txt could not be read: it is not text. Save the chat as text first."


def log(line: str) -> str:
    return "".join(line.replace("{}", str(at)) for at in range(10, 30))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (json.dumps([{"role": "user", "content": "Ola: hi"}] * 4, indent=1), "JSON"),
        (json.dumps({"a": TURNS}), "JSON"),
        ('{"a": 1}\n{"a": 2}\n', "JSON"),
        ("<!DOCTYPE html><p>Ola: hi</p>\n" + TURNS, "a web page or XML"),
        ('<?xml version="1.0"?>\n<a/>', "a web page or XML"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nOla: hi\n", "subtitles"),
        ("1\n00:00:01,000 --> 00:00:02,000\nOla: hi\n\n2\n00:00:03,000 --> 00:00:04,000\nBo: hi\n", "subtitles"),
        (log("2026-03-03 10:00:{} INFO web: up\n2026-03-03 10:00:{} ERROR store: lost\n"), "a log of a program"),
        (log("[2026-03-03 10:00:{}] live.ERROR: lost\n"), "a log of a program"),
        (log("INFO: up\nERROR: lost {}\n"), "a log of a program"),
        (log("Mar  3 10:00:{} host sshd[12]: opened\n"), "a log of a program"),
        ("import re\n\n\ndef one(a):\n    return a\n\n\nclass B:\n    x = 1\n", "program code"),
        ("class A {\npublic:\n  int x;\nprivate:\n  int y;\n};\n" * 3, "program code"),
        ("body {\n  color: red;\n  margin: 0;\n}\np {\n  color: blue;\n  margin: 0;\n}\n", "program code"),
        ("a,b,c\n1,2,3\n4,5,6\n", "a table (CSV)"),
        ('who,when,what\nOla,10:02,"one\ntwo, three"\nBo,10:03,four\nOla,10:04,x\n', "a table (CSV)"),
        ("a\tb\tc\n1\t2\t3\n4\t5\t6\n", "a table"),
        (log("[10:{}] <ola> hi\n"), "an IRC log"),
    ],
)
def test_what_it_looks_like(text: str, kind: str):
    with pytest.raises(NoConversation) as error:
        found(text)
    assert error.value.sentence == (
        f"chat.txt looks like {kind}, which this version does not read yet. "
        "Save the chat as text, with “Name: text” on each line."
    )


def test_prose():
    with pytest.raises(NoConversation) as error:
        found("A letter.\n\nNothing was said that day: the line was dead.\n")
    assert error.value.sentence == (
        "chat.txt holds no conversation: no two names start lines again and again, as in “Name: text”. "
        "Check that the chat itself was saved."
    )


@pytest.mark.parametrize(
    "text",
    [
        TURNS.replace("two", 'try {"a": 1}; then tell me;'),
        TURNS.replace("two", "it says ERROR: no lamp at 10:00:00"),
        "[see below]\n" + TURNS,
        TURNS.replace("one", "a, b, c").replace("two", "d, e, f"),
        TURNS.replace("two", "I got <b>bold</b> text"),
    ],
)
def test_a_chat_about_such_things_is_still_a_chat(text: str):
    assert len(found(text).conversations[0].turns) == 4
