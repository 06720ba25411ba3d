"""`reviewer export --every-review`: one row a review for gradebooks, all reviewers in one project."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.review import Reviewer
from reviewer.workspace.exporting.wish import FORMATS, takes_several
from tests.cli.conftest import Run
from tests.exporters.cases import right_to_left, tablet_order
from tests.exporters.reviews import Reviewed, identity


@pytest.fixture
def reviewed(run: Run, tmp_path: Path) -> None:
    """A chat with the reviews of three people, and another chat with one."""
    own = tablet_order()
    chats = [own, right_to_left(), *(by_another(own, name, number) for number, name in enumerate(("Zoe", "Ben"), 1))]
    for number, chat in enumerate(chats):
        path = tmp_path / f"{number}.review.json"
        path.write_text(chat.json, encoding="utf-8")
        assert run("import", path).status == 0


def by_another(chat: Reviewed, name: str, number: int) -> Reviewed:
    """The same ratings and comments by somebody else."""
    full = chat.full
    reviewer, review = Reviewer(identity("8", number), name), identity("9", number)

    def own(record):
        return replace(record, id=identity("a", number * 1000 + int(record.id[-8:], 16) % 997), review=review)

    return replace(
        chat,
        full=replace(
            full, reviewer=reviewer,
            review=replace(full.review, id=review, reviewer=reviewer.id, worked=(), to_change=(), try_next=()),
            ratings=tuple(map(own, full.ratings)), annotations=tuple(map(own, full.annotations)), revisions=(),
            revised_turns=(), replies=(), answers=(), people=(),
        ),
    )  # fmt: skip


def test_a_gradebook_has_one_row_a_review(run: Run, reviewed: None) -> None:
    scores, comments, _ = map(
        Path, run("export", "--all", "--every-review", "--to", "out", "--format", "csv").out.split("\n")[:3]
    )
    rows = list(csv.DictReader(scores.read_text("utf-8-sig").splitlines()))
    title = tablet_order().full.transcript.title
    assert [(row["Transcript"], row["Reviewer"]) for row in rows if row["Transcript"] == title] == [
        (title, "Ben"), (title, "Reviewer A"), (title, "Zoe"),
    ]  # fmt: skip
    assert len(rows) == 4
    assert {row["Score"] for row in rows if row["Transcript"] == title} == {"38.75"}
    names = {row["Reviewer"] for row in csv.DictReader(comments.read_text("utf-8-sig").splitlines())}
    assert names == {"Ben", "Reviewer A", "Zoe", "Ada"}


def test_a_project_has_the_comments_of_all_in_one_text(run: Run, reviewed: None, tmp_path: Path, monkeypatch) -> None:
    title = tablet_order().full.transcript.title
    path = run("export", title, "--every-review", "--to", "out", "--format", "qdpx").out.strip()
    assert path.endswith("tablet-order-connection-charge-project.qdpx")
    monkeypatch.setenv("REVIEWER_LIBRARY", str(tmp_path / "other.sqlite"))
    run("import", path)
    shown = run("show", "--json", title).json()
    assert sorted(one["reviewer"]["name"] for one in shown["reviews"]) == ["Ben", "Reviewer A", "Zoe"]
    assert {len(one["annotations"]) for one in shown["reviews"]} == {len(tablet_order().full.annotations)}


@pytest.mark.parametrize("form", [one for one in FORMATS if takes_several(one)])
def test_each_form_that_takes_several_does(run: Run, reviewed: None, form: str) -> None:
    first = Path(run("export", "--all", "--every-review", "--to", "out", "--format", form).out.split("\n")[0])
    alone = Path(run("export", "--all", "--to", "alone", "--format", form).out.split("\n")[0])
    assert first.name == alone.name
    assert (first.stat().st_size > alone.stat().st_size) == (form != "qdc")


def test_other_forms_refuse_it(run: Run, reviewed: None) -> None:
    ended = run("export", "--all", "--every-review", "--to", "out", "--format", "tei")
    assert (ended.status, ended.out) == (2, "")
    assert "The form tei holds one review of a chat. Use --every-review with csv, xlsx," in ended.err
    assert run("export", "--all", "--every-review", "--review", "ab", "--to", "out", "--format", "csv").status == 2
