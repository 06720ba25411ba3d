"""`reviewer export` in every form, on a real library."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer.workspace.exporting.wish import FORMATS
from tests.cli.conftest import CHAT, Run

OTHER = CHAT.replace("Late parcel", "Lost lamp").replace("parcel", "lamp").replace("Noor", "Ines")
ENDINGS = {
    "pdf": ["feedback.pdf", "revised.pdf"],
    "html": ["feedback.html", "revised.html"],
    "json": ["review.json"],
    "md": ["feedback.md", "revised.md"],
    "txt": ["feedback.txt", "revised.txt"],
    "csv": ["scores.csv", "comments.csv", "changes.csv"],
    "xlsx": ["review.xlsx"],
    "jsonl": ["rewrites.jsonl"],
    "messages": ["messages.jsonl"],
    "webanno": ["annotations.jsonld", "annotations.txt"],
    "convokit": [
        f"{folder}/{name}"
        for folder in ("corpus", "revised-corpus")
        for name in ("utterances.jsonl", "speakers.json", "conversations.json", "corpus.json", "index.json")
    ],
    "labelstudio": ["tasks.json", "labels.xml"],
    "tei": ["feedback.tei.xml", "revised.tei.xml"],
    "qdpx": ["project.qdpx"],
    "qdc": ["codebook.qdc"],
}


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_form_is_written_under_its_names(run: Run, chat: Path, file_format: str) -> None:
    run("import", chat)
    ended = run("export", "Late parcel", "--to", "out", "--kind", "both", "--format", file_format)
    assert (ended.status, ended.err) == (0, "")
    assert [Path(line).as_posix() for line in ended.out.splitlines()] == [
        f"out/late-parcel-{ending}" for ending in ENDINGS[file_format]
    ]
    assert all(Path(line).is_file() for line in ended.out.splitlines())


def test_help_names_every_form(run: Run) -> None:
    words = " ".join(run("export", "--help").out.split())
    assert all(f"{name}:" in words or f"{name}, " in words for name in FORMATS)


def test_a_gradebook_has_one_row_a_review(run: Run, chat: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    run("import", chat, "other.txt")
    ended = run("export", "--all", "--to", "out", "--format", "csv")
    paths = [Path(line) for line in ended.out.splitlines()]
    assert [path.name for path in paths] == ["reviews-scores.csv", "reviews-comments.csv", "reviews-changes.csv"]
    with paths[0].open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["Transcript"] for row in rows} == {"Late parcel", "Lost lamp"}
    assert {row["Status"] for row in rows} == {"to do"}
    book = load_workbook(Path(run("export", "--all", "--to", "out", "--format", "xlsx").out.strip()))
    assert book["Scores"].max_row == 3


def test_others_write_one_file_a_chat(run: Run, chat: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    run("import", chat, "other.txt")
    out = run("export", "--all", "--to", "out", "--format", "tei").out.splitlines()
    assert sorted(Path(line).name for line in out) == ["late-parcel-feedback.tei.xml", "lost-lamp-feedback.tei.xml"]


@pytest.mark.parametrize("file_format", ["html", "md", "txt", "csv", "xlsx", "convokit", "labelstudio", "tei"])
def test_names_are_masked_where_that_is_wanted(run: Run, chat: Path, file_format: str) -> None:
    """A name stays where somebody says it; scores name the agent."""
    run("import", chat)
    names = {}
    for masked in (False, True):
        out = run(
            "export", "--all", "--to", "out", "--format", file_format, *["--mask-names"] * masked
        ).out.splitlines()
        names[masked] = _read(file_format, Path(out[0]), [Path(line) for line in out])
    assert "Agent" in names[True]
    assert names[True].count("Noor") < max(names[False].count("Noor"), 1)


def test_a_failed_export_leaves_the_old_files(run: Run, chat: Path, tmp_path: Path) -> None:
    run("import", chat)
    (tmp_path / "out").mkdir()
    scores = tmp_path / "out" / "late-parcel-scores.csv"
    scores.write_text("the old one")
    (tmp_path / "out" / "late-parcel-changes.csv").mkdir()
    ended = run("export", "--all", "--to", "out", "--format", "csv")
    assert ended.status == 1
    assert "could not be written" in ended.err
    assert scores.read_text() == "the old one"
    assert {path.name for path in scores.parent.iterdir()} == {"late-parcel-scores.csv", "late-parcel-changes.csv"}


def test_json_is_written_once(run: Run, chat: Path) -> None:
    run("import", chat)
    (line,) = run("export", "--all", "--to", "out", "--format", "json", "--kind", "both").out.splitlines()
    assert json.loads(Path(line).read_text(encoding="utf-8"))["transcript"]["title"] == "Late parcel"


def _read(file_format: str, first: Path, paths: list[Path]) -> str:
    if file_format == "xlsx":
        return str([[cell.value for cell in row] for sheet in load_workbook(first) for row in sheet])
    return "".join(path.read_text(encoding="utf-8") for path in paths)
