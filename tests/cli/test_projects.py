"""`reviewer import` and `export` with projects and codebooks of other programs."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.exchange.refi_qda import codebook_of, packed, project_of
from tests.exporters.cases import tablet_order
from tests.workspace import foreign_projects as foreign


def test_a_project_goes_out_and_comes_into_another_library(run: Run, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "first.qdpx").write_bytes(project_of(tablet_order()))
    assert run("import", "first.qdpx").status == 0
    path = Path(run("export", "--all", "--to", "out", "--format", "qdpx").out.strip())
    assert path.name == "tablet-order-connection-charge-project.qdpx"
    before = run("show", "--json", "Tablet order, connection charge").json()
    monkeypatch.setenv("REVIEWER_LIBRARY", str(tmp_path / "other.sqlite"))
    ended = run("import", path)
    assert ended.status == 0
    assert ended.out.endswith("review of Tablet order, connection charge, 15 turns\n")
    after = run("show", "--json", "Tablet order, connection charge").json()
    comments = [[one["annotations"] for one in shown["reviews"]] for shown in (before, after)]
    assert comments[0] == comments[1]


def test_what_was_left_out_is_told_on_standard_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kettle.qdpx").write_bytes(foreign.nvivo())
    ended = run("import", "kettle.qdpx")
    assert ended.status == 0
    assert ended.err == (
        "reviewer: The codes of kettle.qdpx became the rubric “Kettle study”."
        " Left out of kettle.qdpx: 1 mark of a case, 1 memo, 1 picture.\n"
    )
    assert ended.out.endswith("review of Kettle, 4 turns\n")
    (again,) = run("import", "--json", "kettle.qdpx").json()
    assert again["already_there"]
    assert "1 memo" in again["notice"]


def test_bad_projects_end_with_one_sentence_and_status_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.qdpx").write_bytes(project_of(tablet_order())[:400])
    (tmp_path / "bomb.qdpx").write_bytes(packed(foreign.project(" " * (30 << 20))))
    text = f'<Sources><TextSource guid="{foreign.TEXT}" name="x" plainTextPath="relative:///x.txt"/></Sources>'
    (tmp_path / "gone.qdpx").write_bytes(packed(foreign.project(text)))
    prose = (
        "<Sources><TextSource guid='x' name='x'><PlainTextContent>Only prose.</PlainTextContent></TextSource></Sources>"
    )
    (tmp_path / "prose.qdpx").write_bytes(packed(foreign.project(prose)))
    for name in ("bad", "bomb", "gone", "prose"):
        ended = run("import", f"{name}.qdpx")
        assert ended.status == 3
        assert ended.err.startswith(f"reviewer: {name}.qdpx ")
        assert ended.err.count("\n") == 1
    assert run("list", "--json").json() == []


def test_a_codebook_becomes_a_rubric(run: Run, tmp_path: Path) -> None:
    (tmp_path / "codes.qdc").write_bytes(codebook_of(tablet_order()))
    assert run("import", "codes.qdc").out.endswith("rubric Live chat evaluation, version 3, version 1\n")
    assert "already there" in run("import", "codes.qdc").out


def test_a_collection_takes_the_chats_of_a_project(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kettle.qdpx").write_bytes(foreign.nvivo())
    run("import", "--collection", "Kettles", "kettle.qdpx")
    shown = run("show", "--json", "Kettle").json()
    assert shown["transcript"]["collection"]
