"""Why something is not read: one sentence with the file's name, the reason, and what to do."""

import json
import zipfile
from io import BytesIO

import pytest

from reviewer.errors import ExitStatus, NoConversation, Unreadable
from reviewer.importers import refusal
from reviewer.importers.lines.family import family
from reviewer.importers.lines.presets import name_colon, time_name
from reviewer.importers.refusal import refuse_bytes
from tests.importers.reading import found, source

TEXT = family([time_name.GRAMMAR, name_colon.GRAMMAR])

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
    assert error.value.sentence == f"{name} is {kind}, and holds no text. Save the chat as text first."
    assert error.value.exit_status is ExitStatus.UNREADABLE


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pages", packed("Index/Document.iwa"), "a Pages document"),
        ("a.zip", b"PK\x03\x04", "a zip archive"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        ("a.rtf", rb"{\rtf1\ansi Ola: hi}", "a rich text (RTF) file"),
    ],
)
def test_what_wraps_text_and_could_not_be_unpacked(name: str, content: bytes, kind: str):
    with pytest.raises(Unreadable) as error:
        refuse_bytes(source(content, name))
    assert error.value.sentence == (
        f"{name} looks like {kind}, but it is damaged or of a form that the program does not know. "
        "Open it in the program it comes from and save it as text."
    )


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
        (json.dumps([{"role": "user", "content": "Ola: hi"}] * 4, indent=1), refusal.JSON),
        (json.dumps({"a": TURNS}), refusal.JSON),
        ('{"a": 1}\n{"a": 2}\n', refusal.JSON),
        ("<!DOCTYPE html><p>Ola: hi</p>\n" + TURNS, refusal.PAGE),
        ('<?xml version="1.0"?>\n<a/>', refusal.PAGE),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nOla: hi\n", refusal.SUBTITLES),
        ("1\n00:00:01,000 --> 00:00:02,000\nOla: hi\n\n2\n00:00:03,000 --> 00:00:04,000\nBo: hi\n", refusal.SUBTITLES),
        (log("2026-03-03 10:00:{} INFO web: up\n2026-03-03 10:00:{} ERROR store: lost\n"), refusal.LOG),
        (log("[2026-03-03 10:00:{}] live.ERROR: lost\n"), refusal.LOG),
        (log("INFO: up\nERROR: lost {}\n"), refusal.LOG),
        (log("Mar  3 10:00:{} host sshd[12]: opened\n"), refusal.LOG),
        ("2026-03-03 10:02  ola\n\n\t* lamp.c: mended\n\t* cord.c: cut\n\n" * 3, refusal.CHANGES),
        ("import re\n\n\ndef one(a):\n    return a\n\n\nclass B:\n    x = 1\n", refusal.CODE),
        ("class A {\npublic:\n  int x;\nprivate:\n  int y;\n};\n" * 3, refusal.CODE),
        ("body {\n  color: red;\n  margin: 0;\n}\np {\n  color: blue;\n  margin: 0;\n}\n", refusal.CODE),
    ],
)
def test_what_it_looks_like(text: str, kind: str):
    assert refusal.looks_like(text) == kind
    assert all(score.value == 0 for score, _ in TEXT.sniff(source(text)))
    assert refusal.no_conversation(source(text), text).sentence.startswith("chat.txt ")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1}\n{"a": 2}\n', "holds JSON without a conversation: no list of records has a text and a speaker."),
        (
            "<!DOCTYPE html><p>Nothing</p>\n",
            "is a web page or XML without a conversation: no part of it repeats a name with words beside it.",
        ),
        (log("INFO: up\nERROR: lost {}\n"), "looks like a log of a program, not like a conversation."),
        (
            "import re\n\n\ndef one(a):\n    return a\n\n\nclass B:\n    x = 1\n",
            "looks like program code, not like a conversation.",
        ),
        (
            "a,b,c\n1,2,3\n4,5,6\n",
            "holds a table without a conversation: no columns were found with a speaker and a text.",
        ),
        (
            "a\tb\tc\n1\t2\t3\n4\t5\t6\n",
            "holds a table without a conversation: no columns were found with a speaker and a text.",
        ),
        (
            "A lamp. " * 40_000,
            (
                "holds no conversation: its first line alone has more than 100,000 characters. "
                "Save the chat with one turn on each line."
            ),
        ),
    ],
)
def test_why_there_is_no_conversation(text: str, reason: str):
    assert refusal.no_conversation(source(text), text).sentence == f"chat.txt {reason}"


@pytest.mark.parametrize(
    "line", ["<ola> hi there", "<i-am-bo> hi", "10:02 <bo> ERROR: x", "Jan 13 04:39:42 <n> bo: hi"]
)
def test_lines_of_a_chat_room_are_no_page_and_no_log(line: str):
    assert refusal.looks_like(f"{line}\n" * 9) is None


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
