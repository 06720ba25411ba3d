"""From files to transcripts: whole or not at all, never twice, and one bad file never stops the rest."""

from pathlib import Path

import pytest

from reviewer.domain.edit import LIBRARY, Op
from reviewer.domain.transcript import Role, TurnKind
from reviewer.errors import Cancelled, NoConversation
from reviewer.importers.base import Source
from reviewer.workspace.importing import import_paths, import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import LINES, SHORT, Clock, chat, open_library

TWO_CHATS = Source("two.txt", "\n\n".join(["Chat 1", *LINES, "Chat 2", *SHORT]).encode())


@pytest.fixture
def workspace(tmp_path: Path):
    with open_library(tmp_path) as opened:
        yield opened


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_chat_with_its_speakers_and_turns(workspace: Workspace):
    outcome = import_source(workspace, chat(), SILENT)
    (transcript,) = outcome.transcripts
    assert (transcript.title, transcript.turn_count, transcript.source_name) == ("Missing lamp", 4, "Missing lamp.txt")
    assert not outcome.already_there
    assert workspace.reading.transcripts() == [transcript]
    speakers = {one.id: one for one in workspace.reading.speakers(transcript.id)}
    turns = workspace.reading.turns(transcript.id, 1, 99)
    assert [turn.position for turn in turns] == [1, 2, 3, 4]
    assert [f"{speakers[turn.speaker or ''].name}: {turn.text}" for turn in turns] == list(LINES)
    assert {one.name: one.role for one in speakers.values()} == {"Mira": Role.AGENT, "Customer": Role.CUSTOMER}
    assert {turn.kind for turn in turns} == {TurnKind.MESSAGE}
    assert list(workspace.reading.each_turn(transcript.id, batch=3)) == turns


def test_the_same_bytes_come_in_once_unless_a_copy_is_wanted(workspace: Workspace):
    (first,) = import_source(workspace, chat(), SILENT).transcripts
    again = import_source(workspace, Source("another name.txt", chat().content), SILENT)
    assert (again.already_there, again.transcripts) == (True, (first,))
    copied = import_source(workspace, chat(), SILENT, copy=True)
    assert not copied.already_there
    assert len(workspace.reading.transcripts()) == 2


def test_an_import_is_one_step_of_the_librarys_history(workspace: Workspace):
    found = import_source(workspace, TWO_CHATS, SILENT).transcripts
    assert [one.turn_count for one in found] == [4, 4]
    step = workspace.next_undo(LIBRARY)
    assert step
    assert step.op is Op.IMPORT_TRANSCRIPT
    workspace.undo(LIBRARY)
    assert workspace.reading.transcripts() == []
    assert workspace.next_undo(LIBRARY) is None
    workspace.redo(LIBRARY)
    assert {one.id for one in workspace.reading.transcripts()} == {one.id for one in found}
    assert all(len(workspace.reading.texts(one.id, 1, 9)) == one.turn_count for one in found)


def test_an_undone_import_may_be_done_anew_and_leaves_no_turns(tmp_path: Path):
    clock = Clock()
    with open_library(tmp_path, clock=clock) as workspace:
        (undone,) = import_source(workspace, chat(), SILENT).transcripts
        workspace.undo(LIBRARY)
        (kept,) = import_source(workspace, chat(), SILENT).transcripts
        assert workspace.redo(LIBRARY) is None
    with open_library(tmp_path, clock=clock) as workspace:
        assert workspace.reading.texts(undone.id, 1, 9) == {}
        assert len(workspace.reading.texts(kept.id, 1, 9)) == 4
        assert workspace.check() == []


class StopsAt:
    """The person stops the job at a certain step."""

    def __init__(self, step: int) -> None:
        self.left = step

    def step(self, done: int, total: int, text: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled("Stopped.")


def test_a_stopped_import_leaves_nothing(workspace: Workspace):
    lines = [f"{'Mira' if number % 2 else 'Customer'}: {number}" for number in range(5000)]
    with pytest.raises(Cancelled):
        import_source(workspace, chat("Long", lines), StopsAt(1))
    assert workspace.reading.transcripts() == []
    assert workspace.next_undo(LIBRARY) is None
    assert workspace._store.connection.execute("select count(*) from turn").fetchone() == (0,)
    assert workspace._store.connection.execute("select count(*) from loose_turns").fetchone() == (0,)


def test_what_was_finished_before_the_stop_stays(workspace: Workspace, tmp_path: Path):
    paths = [write(tmp_path, f"{name}.txt", f"{name}\n\n" + "\n\n".join(LINES)) for name in ("one", "two", "three")]
    with pytest.raises(Cancelled):
        import_paths(workspace, paths, StopsAt(2))
    assert sorted(one.title for one in workspace.reading.transcripts()) == ["one", "two"]


def test_five_thousand_turns(workspace: Workspace):
    lines = [f"{'Mira' if number % 2 else 'Customer'}: Line {number} 😀" for number in range(1, 5001)]
    (transcript,) = import_source(workspace, chat("Long", lines), SILENT).transcripts
    assert transcript.turn_count == 5000
    assert workspace.reading.texts(transcript.id, 2499, 2501) == {
        number: f"Line {number} 😀" for number in (2499, 2500, 2501)
    }
    assert sum(1 for _ in workspace.reading.each_turn(transcript.id)) == 5000
    assert workspace.check() == []


def test_folders_and_bad_files(workspace: Workspace, tmp_path: Path):
    folder = tmp_path / "chats"
    good = "\n\n".join(LINES)
    write(folder, "b.txt", "B\n\n" + good)
    write(folder, "a/deep.txt", "A\n\n" + good)
    write(folder, ".hidden.txt", "Hidden\n\n" + good)
    write(folder, ".git/x.txt", "Also hidden\n\n" + good)
    write(folder, "c-empty.txt", "")
    write(folder, "d-binary.bin", bytes(range(256)) * 8)
    write(folder, "e-prose.txt", "A long walk by the sea. " * 40)
    (tmp_path / "bare").mkdir()
    missing = tmp_path / "missing.txt"
    outcomes = import_paths(workspace, [missing, folder, tmp_path / "bare"], SILENT)
    named = {Path(one.name).name: one for one in outcomes}
    assert [Path(one.name).name for one in outcomes if not one.error] == ["deep.txt", "b.txt"]
    assert [one.title for one in workspace.reading.transcripts()] == ["B", "A"]
    for name in ("missing.txt", "c-empty.txt", "d-binary.bin", "e-prose.txt"):
        error = named[name].error
        assert error
        assert name in error
        assert "\n" not in error
        assert error.endswith(".")
        assert not named[name].transcripts
    assert named["missing.txt"].error == f"{missing} could not be read: there is no such file."


def test_a_collection_is_made_once(workspace: Workspace, tmp_path: Path):
    for name in ("one", "two"):
        import_paths(workspace, [write(tmp_path, f"{name}.txt", name + "\n\n" + "\n\n".join(LINES))], SILENT, "Week 4")
    (collection,) = workspace.reading.collections()
    assert {one.collection for one in workspace.reading.transcripts()} == {collection.id}
    workspace.undo()
    workspace.undo()
    assert (workspace.reading.transcripts(), workspace.reading.collections()) == ([], [])
    workspace.redo()
    assert workspace.reading.shelves().collections == ((collection, 1),)


def test_no_collection_is_made_for_nothing(workspace: Workspace):
    with pytest.raises(NoConversation):
        import_source(workspace, Source("prose.txt", b"A long walk by the sea. " * 40), SILENT, "Week 4")
    assert workspace.reading.collections() == []
