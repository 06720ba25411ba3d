"""`reviewer export --format pdf`: paper, language, parts, and where Qt is missing."""

import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from reviewer import __main__ as program
from reviewer.errors import CannotWrite
from tests.cli.conftest import Run


@pytest.fixture
def imported(run: Run, chat: Path) -> None:
    run("import", chat)


def written(run: Run, *options: str) -> PdfReader:
    ended = run("export", "--all", "--to", "out", "--format", "pdf", *options)
    assert (ended.status, ended.err) == (0, "")
    (line,) = ended.out.splitlines()
    return PdfReader(line)


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_that_is_asked_for(run: Run, paper: str, size: tuple[int, int]) -> None:
    page = written(run, "--paper", paper).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


@pytest.mark.usefixtures("imported")
def test_the_language_that_is_asked_for(run: Run) -> None:
    reader = written(run, "--language", "de")
    assert reader.trailer["/Root"]["/Lang"] == "de"
    text = reader.pages[0].extract_text()
    assert "Gespräch" in text
    assert "Conversation" not in text
    assert [one.title for one in reader.outline] == ["Gespräch"]


@pytest.mark.usefixtures("imported")
def test_parts_and_names_as_on_the_page(run: Run) -> None:
    text = written(run, "--parts", "summary,scorecard", "--mask-names").pages[0].extract_text()
    assert "Conversation" not in text
    assert "Agent" in text


@pytest.mark.usefixtures("imported")
def test_an_old_file_stays_where_the_new_one_cannot_be_painted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = written(run)
    old = Path("out/late-parcel-feedback.pdf").read_bytes()
    assert len(reader.pages) == 1

    def paint(*_: object) -> None:
        raise CannotWrite("The paper is out.")

    monkeypatch.setattr("tests.painting.paint_pdf", paint)
    ended = run("export", "--all", "--to", "out", "--format", "pdf")
    assert ended.status == 1
    assert "The paper is out." in ended.err
    assert Path("out/late-parcel-feedback.pdf").read_bytes() == old
    assert [one.name for one in Path("out").iterdir()] == ["late-parcel-feedback.pdf"]


def test_without_qt_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reviewer.gui.printing.pdf", None)
    with pytest.raises(CannotWrite, match=r"^PDF files cannot be painted here: .* choose another form\.$"):
        program._paint_pdf(lambda: None, None, lambda *_: None)  # type: ignore[arg-type, return-value]
