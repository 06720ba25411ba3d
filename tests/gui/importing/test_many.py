"""Files with many conversations, many files, large files, and text that is in the library already."""

import json
import zipfile

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer import resources
from reviewer.gui.dialogs.importing.parts_list import TICK_ROLE
from reviewer.workspace.importing import import_paths
from reviewer.workspace.preparing import gather, import_entries
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.gui.importing.looking_at import key, texts, undo
from tests.gui.steps import click

CHAT = "Ann: Is order {0} ready?\nBo: Order {0} is packed.\nAnn: Thank you.\nBo: Gladly.\n"


def brought(dialog, stage):
    answer = dialog.answer()
    with Workspace.open(stage.library) as workspace:
        outcomes = import_entries(workspace, answer.entries, SILENT, answer.collection)
        return [one.title for outcome in outcomes for one in outcome.transcripts if not outcome.already_there]


def zipped(stage, count):
    path = stage.folder / "chats.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"order-{number}.txt", CHAT.format(number))
    return path


def test_a_file_with_several_conversations_lists_them(stage):
    shown = stage(zipped(stage, 3))
    parts = shown.side.parts
    assert parts.isVisible()
    assert parts.heading.text() == "Conversations · 3 of 3"
    parts.view.setFocus()
    QTest.keyClick(parts.view, Qt.Key.Key_Down)
    assert texts(shown)[0] == "Is order 1 ready?"
    QTest.keyClick(parts.view, Qt.Key.Key_Space)
    assert parts.model.index(1, 0).data(TICK_ROLE) == Qt.CheckState.Unchecked
    assert parts.heading.text() == "Conversations · 2 of 3"
    assert shown.accept_button.text() == "Import 2 transcripts"
    assert len(brought(shown, stage)) == 2


def test_no_conversation_is_ticked_and_the_step_is_taken_back(stage):
    shown = stage(zipped(stage, 3))
    click(shown.side.parts.none)
    assert not shown.accept_button.isEnabled()
    undo(shown)
    assert shown.accept_button.text() == "Import 3 transcripts"


def test_a_correction_of_one_conversation_leaves_the_others(stage):
    shown = stage(zipped(stage, 3))
    shown.side.parts.view.setCurrentIndex(shown.side.parts.model.index(2, 0))
    shown.middle.table.go_to(0)
    key(shown, Qt.Key.Key_Delete)
    counts = [len(one.turns) for one in shown.answer().entries[0].chosen]
    assert counts == [4, 4, 3]


def test_the_same_text_is_skipped_or_copied(stage):
    path = stage.write("order.txt", CHAT.format(7))
    with Workspace.open(stage.library) as workspace:
        import_paths(workspace, [path], SILENT)
    shown = stage(path, stage.write("other.txt", CHAT.format(8)))
    bar = shown.middle.same
    assert bar.isVisible()
    assert bar.sentence.words.startswith("Same text as ‘order’.")
    assert shown.accept_button.text() == "Import 1 transcript"
    click(bar.first)
    assert shown.accept_button.text() == "Import 2 transcripts"
    assert bar.sentence.words.endswith("A copy will be imported.")
    assert brought(shown, stage) == ["order", "other"]


def test_many_files_are_listed_with_totals_while_one_is_shown(stage):
    paths = [stage.write(f"chat-{number:04}.txt", CHAT.format(number)) for number in range(300)]
    shown = stage(*paths, stage.write("bad.txt", ""))
    stage.wait(shown)
    assert shown.files.number.text() == "301"
    assert shown.files.totals.text() == "1,200 turns · 300 read · 1 failed"
    assert shown.accept_button.text() == "Import 300 transcripts"
    kept = [file for file in shown.preview.files if file.entry.found is not None]
    assert len(kept) == 1


def test_files_can_be_imported_before_all_are_read(stage, qtbot):
    paths = [stage.write(f"chat-{number:04}.txt", CHAT.format(number)) for number in range(40)]
    shown = stage(paths[0])
    shown.preview.add([])
    shown.reader.close()
    shown.preview.add(gather(paths[1:]))
    assert shown.accept_button.text() == "Import 40 files"
    assert len(brought(shown, stage)) == 40


def test_a_review_file_says_what_it_brings(stage, tmp_path):
    name = next(one for one in resources.names("samples") if one.endswith((".review.json", ".json")))
    path = tmp_path / "handed-in.json"
    path.write_bytes(resources.read_bytes("samples", name))
    assert json.loads(path.read_text(encoding="utf-8"))
    shown = stage(path)
    assert shown.middle.empty.lead.text() == "This is a review."
    assert shown.accept_button.text() == "Import 1 review"


def test_a_large_file_shows_its_head_at_once_and_then_all(stage, qtbot):
    path = stage.folder / "large.txt"
    path.write_text("".join(CHAT.format(number) for number in range(20_000)), encoding="utf-8")
    shown = stage()
    shown.preview.add(gather([path]))
    qtbot.waitUntil(lambda: shown.middle.model.rowCount() > 0, timeout=5_000)
    head = shown.middle.model.rowCount()
    assert 0 < head < 80_000
    assert shown.middle.counts.reading.isVisible()
    stage.wait(shown)
    assert shown.middle.model.rowCount() == 80_000
    assert not shown.middle.counts.reading.isVisible()
    table = shown.middle.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.currentIndex().row() == 79_999
    assert table.visualRect(table.currentIndex()).bottom() <= table.viewport().height()
