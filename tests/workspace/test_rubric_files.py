"""Rubrics come in from files and go out to files, and versions in use never change."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain import rubric_changes as changes
from reviewer.domain.edit import Edit
from reviewer.domain.edits import reviewing
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_versions import versions_of
from reviewer.domain.rubric_writing import write_rubric
from reviewer.domain.transcript import Transcript
from reviewer.errors import Conflict, Unreadable
from reviewer.exchange import review_file
from reviewer.importers.base import Source
from reviewer.workspace.importing import import_paths, import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.rubric_files import export_rubric, import_rubric, is_rubric, suggested_rubric_name
from reviewer.workspace.workspace import Workspace
from tests.domain.rubrics import shipped

CHAT = b"Ann: Good morning.\nBo: Where is my parcel?\nAnn: On its way.\nBo: Thank you.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "library.reviews", reviewer="Reviewer A") as opened:
        yield opened


@pytest.fixture
def mine() -> RubricSet:
    return changes.new_rubric("Returns desk")


def source(rubric: RubricSet, name: str = "mine.toml") -> Source:
    return Source(name, write_rubric(rubric).encode())


def review_with(workspace: Workspace, chat: Transcript, rubric: RubricSet) -> Edit:
    full = workspace.review_of(chat.id, rubric.rubric.id)
    return workspace.do(reviewing.rate(full, rubric.criteria[0].id, 2))


def test_what_goes_out_comes_in_the_same(workspace: Workspace, mine: RubricSet, tmp_path: Path) -> None:
    workspace.do(edits.add(mine))
    path = tmp_path / suggested_rubric_name(mine)
    assert path.name == "returns-desk-version-1.toml"
    export_rubric(mine, path)
    with Workspace.open(tmp_path / "other.reviews") as other:
        (outcome,) = import_paths(other, [path], SILENT)
        assert (outcome.rubric, outcome.already_there, outcome.transcripts) == (mine.rubric, False, ())
        assert other.reading.rubric(mine.rubric.id) == mine
        (again,) = import_paths(other, [path], SILENT)
        assert again.already_there
        other.undo()
        assert other.reading.rubric(mine.rubric.id) is None


def test_other_words_under_the_same_id_become_the_next_version(workspace: Workspace, mine: RubricSet) -> None:
    workspace.do(edits.add(mine))
    other = changes.with_criterion(mine, mine.criteria[0].root, name="Patience")
    brought = import_rubric(workspace, source(other))
    newest, oldest = versions_of(workspace.reading.rubrics(), mine.rubric.root)
    assert (newest, oldest) == (brought.rubric, mine)
    assert (newest.rubric.version, newest.criteria[0].name) == (2, "Patience")
    assert newest.criteria[0].root == mine.criteria[0].root
    assert import_rubric(workspace, source(other)).already_there
    assert len(versions_of(workspace.reading.rubrics(), mine.rubric.root)) == 2


def test_an_import_brings_a_retired_rubric_back(workspace: Workspace, mine: RubricSet) -> None:
    workspace.do(edits.add(mine))
    gone = edits.retire([mine])
    assert gone is not None
    workspace.do(gone)
    brought = import_rubric(workspace, source(mine))
    assert not brought.already_there
    assert not brought.rubric.rubric.retired


def test_a_rubric_is_known_by_its_content_under_any_name(workspace: Workspace, mine: RubricSet) -> None:
    assert is_rubric(source(mine, "notes.txt"))
    assert is_rubric(Source("broken.TOML", b"\x00\x01"))
    assert not is_rubric(Source("chat.txt", CHAT))
    outcome = import_source(workspace, source(mine, "notes.txt"), SILENT)
    assert outcome.rubric == mine.rubric


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe\x00", "bad.toml is not a rubric file: it is not UTF-8 text."),
        (b"x" * (1 << 21), "bad.toml is too large for a rubric, which has 1 MB at most."),
        (b"", "bad.toml is not a complete rubric: The rubric lacks “name”."),
    ],
)
def test_files_that_are_no_rubric_leave_the_library_alone(workspace: Workspace, content: bytes, sentence: str) -> None:
    before = workspace.reading.rubrics()
    with pytest.raises(Unreadable) as refusal:
        import_rubric(workspace, Source("bad.toml", content))
    assert refusal.value.sentence == sentence
    assert workspace.reading.rubrics() == before
    assert workspace.next_undo() is None


def test_a_version_in_use_is_not_changed_by_anybody(workspace: Workspace, mine: RubricSet) -> None:
    chat = import_source(workspace, Source("chat.txt", CHAT), SILENT).transcripts[0]
    workspace.do(edits.add(mine))
    longer = changes.with_criterion(mine, mine.criteria[0].root, weight=50)
    change = edits.change(mine, longer)
    assert change is not None
    workspace.do(change)
    review_with(workspace, chat, longer)
    back = edits.change(longer, mine)
    assert back is not None
    for attempt in (back, edits.delete([longer])):
        with pytest.raises(Conflict, match="in use by now"):
            workspace.do(attempt)
    with pytest.raises(Conflict, match="in use by now"):
        workspace.undo()
    assert workspace.reading.rubric(mine.rubric.id) == longer
    retired = edits.retire([longer])
    assert retired is not None
    workspace.do(retired)
    assert workspace.reading.rubric_uses()[mine.rubric.id].reviews == 1


def test_new_reviews_follow_the_chosen_rubric_in_its_newest_version(workspace: Workspace, mine: RubricSet) -> None:
    live = next(one for one in workspace.reading.rubrics() if one.rubric.name == "Live chat evaluation")
    chat = import_source(workspace, Source("chat.txt", CHAT), SILENT).transcripts[0]
    assert workspace.review_of(chat.id).rubric == live
    workspace.do(edits.add(mine))
    newer = edits.next_version(mine, changes.with_head(mine, name="Returns desk, spring"), 2)
    assert newer is not None
    workspace.do(newer)
    workspace.preferred_rubric = mine.rubric.root
    assert workspace.review_of(chat.id).rubric.rubric.name == "Returns desk, spring"
    family = versions_of(workspace.reading.rubrics(), mine.rubric.root)
    retired = edits.retire(family)
    assert retired is not None
    workspace.do(retired)
    assert workspace.review_of(chat.id).rubric == live


def test_a_shipped_rubric_from_a_file_is_there_already(workspace: Workspace) -> None:
    rubric = shipped("chat-quality-scorecard")
    assert import_rubric(workspace, source(rubric)).already_there
    without_ids = replace(rubric, rubric=replace(rubric.rubric, name="My scorecard", id="m" * 32))
    brought = import_rubric(workspace, source(without_ids)).rubric
    assert brought.rubric.name == "My scorecard"
    assert not {one.id for one in brought.criteria} & {one.id for one in rubric.criteria}


def test_a_review_by_another_rubric_under_the_same_id_brings_a_version(
    workspace: Workspace, mine: RubricSet, tmp_path: Path
) -> None:
    workspace.do(edits.add(mine))
    chat = import_source(workspace, Source("chat.txt", CHAT), SILENT).transcripts[0]
    review_with(workspace, chat, mine)
    longer = changes.add_criterion(changes.add_question(mine, "What went well?"), "Patience")
    with Workspace.open(tmp_path / "other.reviews", reviewer="Reviewer B") as other:
        other.do(edits.add(longer))
        there = import_source(other, Source("chat.txt", CHAT), SILENT).transcripts[0]
        full = other.review_of(there.id, longer.rubric.id)
        full = full.after(other.do(reviewing.rate(full, longer.criteria[1].id, 4)))
        other.do(reviewing.answer(full, longer.questions[0].id, "Much."))
        whole = other.reading.full_review(full.review.id)
        assert whole is not None
        page = review_file.dumps(whole, other.reading.each_turn(there.id)).encode()
    brought = import_source(workspace, Source("b.json", page), SILENT)
    assert brought.review is not None
    came = workspace.reading.full_review(brought.review.id)
    assert came is not None
    newest, oldest = versions_of(workspace.reading.rubrics(), mine.rubric.root)
    assert (newest, oldest) == (came.rubric, mine)
    assert newest.rubric.version == 2
    assert [one.root for one in newest.criteria] == [one.root for one in longer.criteria]
    assert [(one.criterion, one.value) for one in came.ratings] == [(newest.criteria[1].id, 4)]
    assert [(one.question, one.text) for one in came.answers] == [(newest.questions[0].id, "Much.")]
    assert import_source(workspace, Source("b.json", page), SILENT).already_there
    assert len(workspace.reading.rubrics()) == len({one.rubric.id for one in workspace.reading.rubrics()})
    assert workspace.check() == []
