"""More than 500 hostile strings through a real library: import, comment, rewrite, every form, and back."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from reviewer.domain.anchor import turn_anchor
from reviewer.domain.annotation import Verdict
from reviewer.domain.edit import Edit, Op
from reviewer.domain.edits import reviewing, revising
from reviewer.domain.full_review import FullReview
from reviewer.domain.xml_words import in_xml
from reviewer.exchange import review_file
from reviewer.exchange.refi_qda.layout import even
from reviewer.exporters.csv_tables import defused
from reviewer.exporters.xlsx_book import MOST_UNITS
from reviewer.importers.base import Source
from reviewer.workspace.exporting.transcripts import export_for_tools, export_transcript
from reviewer.workspace.exporting.wish import PAGES, Wish
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.hostile_words import HOSTILE, as_kept
from tests.workspace.sample import open_library

Library = tuple[Workspace, FullReview]
WORDS = [as_kept(one) for one in HOSTILE]
TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Each string said in a turn, written in a comment on it, and said instead of another one."""
    with open_library(tmp_path_factory.mktemp("hostile")) as workspace:
        chat = [{"role": ("user", "assistant")[at % 2], "content": words} for at, words in enumerate(WORDS)]
        outcome = import_source(workspace, Source("chat.json", json.dumps(chat).encode()), SILENT)
        full = workspace.review_of(outcome.transcripts[0].id)
        turns = list(workspace.reading.each_turn(full.transcript.id))
        assert [turn.text for turn in turns] == WORDS
        texts = {turn.position: turn.text for turn in turns}
        edits: list[Edit] = []
        for turn in turns:
            anchor = turn_anchor(texts, turn.position, turn.position)
            edit = reviewing.add_comment(full, anchor, None, Verdict.CONCERN, turn.text, turn.text)
            full, edits = full.after(edit), [*edits, edit]
            changed = revising.reword(full, revising.standing_original(full, turn), said_instead(turn.position))
            if changed is not None:
                full, edits = full.after(changed), [*edits, changed]
        workspace.do(Edit(Op.ADD_COMMENT, tuple(delta for edit in edits for delta in edit.deltas), edits[0].scope))
        yield workspace, workspace.reading.full_review(full.review.id) or full


def said_instead(position: int) -> str:
    return WORDS[-position]


def exported(
    library: tuple[Workspace, FullReview], folder: Path, form: str, kind: str = "feedback"
) -> dict[str, bytes]:
    """The files of a form by what follows the name of the chat."""
    workspace, full = library
    wish = Wish(kind, form)
    if form in PAGES:
        paths = [export_transcript(workspace, full.transcript.id, folder, wish)]
    else:
        paths = export_for_tools(workspace, [full.transcript.id], folder, wish)
    assert all(path.is_relative_to(folder) for path in paths)
    assert {path for path in folder.rglob("*") if path.is_file()} == set(paths)
    return {path.relative_to(folder).as_posix().removeprefix("chat-"): path.read_bytes() for path in paths}


@pytest.mark.parametrize("form", ["html", "json"])
def test_page_and_review_file(library, tmp_path: Path, form: str) -> None:
    full = library[1]
    ((_, content),) = exported(library, tmp_path, form).items()
    text = review_file.find_review(content)
    file = review_file.loads(text or "", form)
    assert file.full.annotations == full.annotations
    assert file.full.revised_turns == tuple(sorted(full.revised_turns, key=lambda one: (one.order_key, one.id)))
    assert [turn.text for turn in file.turns] == WORDS


def test_csv(library, tmp_path: Path) -> None:
    files = exported(library, tmp_path, "csv")
    comments, changes = (rows_of(files[f"{name}.csv"]) for name in ("comments", "changes"))
    assert [(row["Words"], row["Comment"], row["Suggested"]) for row in comments] == [
        (defused(one),) * 3 for one in WORDS
    ]
    assert [row["Original"] for row in changes] == [defused(original) for original, _ in rewrites()]
    assert [row["Revised"] for row in changes if row["Change"] != "removed"] == [
        defused(new) for _, new in rewrites() if new.strip()
    ]


def test_xlsx(library, tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(exported(library, tmp_path, "xlsx")["review.xlsx"]))
    header, *rows = book["Comments"].iter_rows(values_only=True)
    columns = [header.index(name) for name in ("Words", "Comment", "Suggested")]
    found = [tuple(unescape(str(row[at] or "")) for at in columns) for row in rows]
    assert found == [(in_cell(one),) * 3 for one in WORDS]


def test_web_annotations(library, tmp_path: Path) -> None:
    files = exported(library, tmp_path, "webanno")
    text = files["annotations.txt"].decode("utf-8")
    found = json.loads(files["annotations.jsonld"])["first"]["items"]
    for one, words in zip(found, WORDS, strict=True):
        position, quote = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == words
        said = {body["purpose"]: body["value"] for body in one["body"]}
        assert said["commenting"] == said["editing"] == words


def test_pairs_and_messages(library, tmp_path: Path) -> None:
    (pairs,) = exported(library, tmp_path / "a", "jsonl").values()
    found = [(one["rejected"][0]["content"], one["chosen"][0]["content"]) for one in records(pairs)]
    agents = [(old, new) for at, (old, new) in enumerate(zip(WORDS, WORDS[::-1], strict=True)) if at % 2]
    assert found == [(old, new) for old, new in agents if old != new and new.strip()]
    (messages,) = exported(library, tmp_path / "b", "messages").values()
    ((dialogue),) = records(messages)
    assert [one["content"] for one in dialogue["messages"]] == [one for one in WORDS[::-1] if one.strip()]


def test_lines_of_json_break_at_line_feeds_alone(library, tmp_path: Path) -> None:
    """Some readers end lines at other signs too."""
    for form in ("jsonl", "messages", "convokit"):
        for name, content in exported(library, tmp_path / form, form).items():
            if name.endswith(".jsonl"):
                text = content.decode("utf-8")
                assert text.splitlines() == text.split("\n")[:-1]


def test_convokit(library, tmp_path: Path) -> None:
    original = exported(library, tmp_path / "a", "convokit")["corpus/utterances.jsonl"]
    assert [one["text"] for one in records(original)] == WORDS
    comments = [one for utterance in records(original) for one in utterance["meta"]["comments"]]
    assert [(one["words"], one["text"], one["suggestion"]) for one in comments] == [(one,) * 3 for one in WORDS]
    revised = exported(library, tmp_path / "b", "convokit", "revised")["revised-corpus/utterances.jsonl"]
    assert [one["text"] for one in records(revised)] == [one for one in WORDS[::-1] if one.strip()]


def test_label_studio(library, tmp_path: Path) -> None:
    files = exported(library, tmp_path, "labelstudio")
    (task,) = json.loads(files["tasks.json"])
    assert [one["text"] for one in task["data"]["dialogue"]] == WORDS
    written = [one["value"]["text"] for one in task["annotations"][0]["result"] if one["type"] == "textarea"]
    assert written == [[one] for one in WORDS for _ in range(2)]
    etree.fromstring(files["labels.xml"])


def test_tei(library, tmp_path: Path) -> None:
    tree = etree.fromstring(exported(library, tmp_path / "a", "tei")["feedback.tei.xml"])
    assert [one.findtext(f"{TEI}p") for one in tree.iter(f"{TEI}post")] == [in_xml(one) for one in WORDS]
    notes = [one.text for one in tree.iter(f"{TEI}note") if one.get("type") in ("comment", "suggestion")]
    assert notes == [in_xml(one) for one in WORDS for _ in range(2)]


def test_refi_qda(library, tmp_path: Path) -> None:
    project = exported(library, tmp_path / "out", "qdpx")["project.qdpx"]
    with open_library(tmp_path / "other") as other:
        outcome = import_source(other, Source("project.qdpx", project), SILENT)
        assert outcome.review is not None
        full = other.reading.full_review(outcome.review.id)
        turns = other.reading.each_turn(outcome.transcripts[0].id)
        assert [turn.text for turn in turns] == [even(one) for one in WORDS]
    assert full is not None
    assert [(one.anchor.quote, one.text, one.suggestion) for one in full.annotations] == [
        (even(one), in_xml(one), in_xml(one)) for one in WORDS
    ]


@pytest.mark.parametrize("form", ["md", "txt", "qdc"])
def test_reports_are_written(library, tmp_path: Path, form: str) -> None:
    for content in exported(library, tmp_path, form).values():
        assert content.decode("utf-8").strip()


def rewrites() -> list[tuple[str, str]]:
    """Original and new words of each turn that is said otherwise."""
    return [(old, new) for old, new in zip(WORDS, WORDS[::-1], strict=True) if old != new or not new.strip()]


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def records(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode("utf-8").split("\n") if line]


def in_cell(words: str) -> str:
    """What a cell of a workbook holds of it."""
    held = in_xml(words)
    units = held.encode("utf-16-le")
    if len(units) // 2 <= MOST_UNITS:
        return held
    return units[: (MOST_UNITS - 1) * 2].decode("utf-16-le", "ignore") + "…"
