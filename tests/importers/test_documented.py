"""Every format that is read stands in the documentation, and the documentation’s example works."""

import re
from pathlib import Path

from reviewer.importers import base
from reviewer.importers.lines.family import family
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.registry import FAMILIES, JSON_PRESETS, STYLES, TREE_PRESETS
from tests.importers.reading import said

FORMATS = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
DOCUMENTED = set(re.findall(r"^\| `([a-z_]+)` \|", FORMATS, re.MULTILINE))


def test_every_preset_has_a_row():
    keys = {one.key for one in (*STYLES, *JSON_PRESETS)} | {one.key for one in TREE_PRESETS}
    assert keys <= DOCUMENTED


def test_no_row_is_of_a_format_that_is_not_read():
    others = {"by_hand", "paragraphs", "webvtt", "srt", "sbv", "csv", "xlsx", "ods", "json", "page_text"}
    keys = {one.key for one in (*STYLES, *JSON_PRESETS)} | {one.key for one in TREE_PRESETS} | others
    assert keys >= DOCUMENTED
    assert len(FAMILIES) == 5


def test_the_worked_example_reads_its_chat():
    example = next(block for block in re.findall(r"```python\n(.*?)```", FORMATS, re.DOTALL) if "GRAMMAR" in block)
    assert example.count("\n") < 30
    made: dict[str, object] = {}
    exec(example, made)
    grammar = made["GRAMMAR"]
    assert isinstance(grammar, Grammar)
    text = "Ola/10:02/ My lamp came without its shade.\nMira/10:03/ I am sorry.\nOla/10:04/ Good.\nMira/10:05/ Bye."
    source = base.Source("till.txt", text.encode())
    (score, importer), *_ = family([grammar]).sniff(source)
    assert score.value >= 0.6
    found = importer.read(source)
    assert said(found.conversations[0])[0] == ("Ola", "My lamp came without its shade.")
    assert found.conversations[0].turns[0].sent_at == "T10:02:00"
