"""Whatever is wrong with a file, the command line says so in one line, with a status, and stores nothing."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from reviewer.errors import ExitStatus
from tests.importers.containers import building

GOOD = "Kim: Hello there.\nBo: Hello Kim, how can I help you?\nKim: My lamp.\nBo: One moment.\n"
BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a><m who="x">&c;</m></a>'


def locked_pdf() -> bytes:
    return building.printed([["Kim: Hello", "Bo: Hello"]], "secret")


def pictures_of_pages() -> bytes:
    written = BytesIO()
    canvas = Canvas(written)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()
    return written.getvalue()


def numbers() -> bytes:
    book = openpyxl.Workbook()
    for row in range(20):
        book.active.append([row, row * 3, row / 7])
    return building.saved(book)


def shifted() -> bytes:
    """A zip archive whose index lies about its members."""
    return building.zipped({"chat.txt": GOOD}).replace(b"chat.txt", b"chaX.txt", 1)


BAD = {
    "truncated.json": b'[{"sender": "Kim", "text": "Hello"},\n {"sender": "Bo", "te',
    "deep.json": b"[" * 100_000 + b"]" * 100_000,
    "numbers.json": b'{"a": [1, 2, 3], "b": NaN}',
    "ids.jsonl": b'{"id": 1, "start": 4}\n{"id": 2, "start": 9}\n',
    "nothing.txt": b"",
    "blank.txt": b" \r\n\t\r\n\xc2\xa0\n",
    "nul.txt": b"\0" * 5000,
    "prose.txt": b"A long walk by the sea, and nobody spoke. " * 50,
    "code.py": b"import os\n\n\ndef run(name: str) -> None:\n    print(name)\n\n\nclass A:\n    value: int = 3\n" * 4,
    "program.log": b"2026-03-03 10:00:00,120 INFO worker: started\n2026-03-03 10:00:01,000 WARN worker: slow\n" * 20,
    "figures.csv": b"a,b,c\n" + b"1,2,3\n" * 40,
    "entities.xml": BOMB.encode(),
    "broken.xml": b"<?xml version='1.0'?><chat><m who='a'>Hello</m><m who='b'></chat>",
    "article.html": b"<html><body><h1>Lamps</h1>" + b"<p>Lamps give light in every room.</p>" * 20 + b"</body></html>",
    "outside.zip": building.zipped({"../../chat.txt": GOOD}),
    "bomb.zip": building.zipped({"chat.txt": b" " * 60_000_000}),
    "lies.zip": shifted(),
    "half.zip": building.zipped({"chat.txt": GOOD})[:60],
    "not.docx": building.zipped({"[Content_Types].xml": "<a/>", "word/document.xml": "<w"}),
    "locked.pdf": locked_pdf(),
    "scanned.pdf": pictures_of_pages(),
    "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "numbers.xlsx": numbers(),
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
}


@pytest.mark.parametrize("name", BAD)
def test_one_line_says_what_is_wrong(run, tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_bytes(BAD[name])
    ended = run("import", str(path), "--json")
    assert ended.status == ExitStatus.UNREADABLE, ended
    lines = [line for line in ended.err.split("\n") if line]
    assert len(lines) == 1, lines
    assert lines[0].startswith("reviewer: ")
    assert name in lines[0]
    assert lines[0].endswith(".")
    assert "Traceback" not in ended.err
    (outcome,) = ended.json()
    assert outcome["transcripts"] == []
    assert run("list", "--json").json() == []
    assert run("inspect", str(path), "--json").json()[0]["error"]


def test_good_files_come_in_beside_bad_ones(run, tmp_path: Path):
    folder = tmp_path / "chats"
    folder.mkdir()
    for name in ("truncated.json", "prose.txt", "bomb.zip"):
        (folder / name).write_bytes(BAD[name])
    (folder / "good.txt").write_text(GOOD)
    with zipfile.ZipFile(folder / "both.zip", "w") as archive:
        archive.writestr("fine.txt", GOOD.replace("lamp", "parcel"))
        archive.writestr("bad.txt", "Nothing that anybody said.")
    ended = run("import", str(folder), "--json")
    assert ended.status == ExitStatus.PARTLY
    assert ended.err.count("reviewer: ") == 4
    assert sorted(one["title"] for one in run("list", "--json").json()) == ["fine", "good"]


def test_a_line_of_a_hundred_megabytes(run, tmp_path: Path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"Kim: " + b"lamp " * 20_000_000)
    ended = run("inspect", str(path))
    assert ended.status == ExitStatus.UNREADABLE
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("name", ["huge.txt", "huge.html", "huge.docx"])
def test_a_file_of_a_gigabyte_takes_no_memory(run, tmp_path: Path, name: str):
    path = tmp_path / name
    with path.open("wb") as stream:
        stream.write(building.word() if name.endswith("x") else GOOD.encode() * 20_000)
        stream.truncate(1 << 30)
    ended = run("inspect", str(path))
    assert ended.status == ExitStatus.UNREADABLE
    assert name in ended.err
    assert ended.err.count("\n") == 1


def test_text_in_two_byte_units(run, tmp_path: Path):
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(mark + GOOD.replace("lamp", "Lampe für “Ödön” 😀").encode(encoding))
        (found,) = run("inspect", str(path), "--json").json()
        assert found["conversations"][0]["turns"][2]["text"] == "My Lampe für “Ödön” 😀."
