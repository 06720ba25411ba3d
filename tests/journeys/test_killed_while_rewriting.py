"""A program that is killed while somebody rewrites a turn gives the words back."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.opening import let_live
from tests.gui.steps import CONTROL, press

ROOT = Path(__file__).resolve().parents[2]
WRITING = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from tests.gui.opening import Opening, let_live, open_sample
shown = Opening(Path(sys.argv[1]))(reviewer="Reviewer A", size=(1440, 900))
open_sample(shown, 1)
shown.show_mode("revise")
view = shown.review.revision
view.go_to_turn(4)
if sys.argv[2] == "new":
    shown.review.rewriting.insert()
else:
    view.edit_turn(4)
    view.editor.field.selectAll()
QTest.keyClicks(view.editor.field, "Half a thought")
let_live(2600)
print("written", flush=True)
let_live(60000)
"""


@pytest.mark.parametrize("turn", ["old", "new"])
def test_a_killed_program_gives_back_what_was_being_written(window, turn):
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, str(window.folder), turn],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline().strip() == "written"
        process.send_signal(signal.SIGKILL)
        process.wait()
    time.sleep(0.1)
    shown = window()
    let_live(30)
    assert shown.notice.sentence == (
        "The program closed unexpectedly. Nothing was lost; 1 unfinished edit was restored."
    )
    shown.notice.focus_choice()
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    editor = shown.review.revision.editor
    assert shown.review.mode == "revise"
    assert editor.field.text() == "Half a thought"
    assert editor.unfinished.isVisible()
    assert shown.session.full.changes == ()
    press(editor.field, Qt.Key.Key_Return, modifier=CONTROL)
    (change,) = shown.session.full.changes
    assert (change.text, change.origin) == ("Half a thought", None if turn == "new" else 4)
    assert shown.session.library.workspace.reading.drafts() == {}
