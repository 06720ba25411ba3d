"""Large files: of a chat the head is read at first, and what the program wrote itself comes whole."""

from pathlib import Path

import pytest

from reviewer.workspace import sources
from reviewer.workspace.importing import import_paths
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.exporters.reviews import sample

HEAD = 5000


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are large from 5,000 bytes on."""
    monkeypatch.setattr(sources, "LARGE", HEAD)
    monkeypatch.setattr(sources, "SNIFFED", HEAD)


def test_of_a_large_chat_the_head_is_read(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("Mira: Hello.\nBo: Hello, Mira.\n" * 1000, encoding="utf-8")
    source = sources.read_source(path)
    assert (len(source.content), source.path) == (HEAD, path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("form", ["page", "file"])
def test_a_large_review_comes_back(tmp_path: Path, form: str, encoding: str) -> None:
    chat = sample("tablet-order.review.json")
    path = tmp_path / f"large.{'html' if form == 'page' else 'json'}"
    path.write_text(chat.page() if form == "page" else chat.json, encoding=encoding)
    workspace = Workspace.open(tmp_path / "library.sqlite", reviewer="Ada")
    (outcome,) = import_paths(workspace, [path], SILENT)
    assert outcome.review is not None
    assert outcome.review.id == chat.full.review.id
    workspace.close()
