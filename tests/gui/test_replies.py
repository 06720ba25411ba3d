"""Threads: replies under comments, their drafts, and what a crash leaves."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.opening import let_live, open_sample
from tests.gui.steps import CONTROL, click, comment, press

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    comment(made, 4, "Curt")
    (only,) = made.session.full.annotations
    made.review.commenting.activate(only.id)
    made.review.view.setFocus()
    return made


def thread(window):
    return window.review.margin.card.thread_part


def reply(window, words):
    press(window.review.view, Key.Key_R)
    field = QApplication.focusWidget()
    assert field is thread(window).field
    QTest.keyClicks(field, words)
    press(field, Key.Key_Return, modifier=CONTROL)


def texts(window):
    return [one.text for one in window.session.full.replies]


def test_r_replies_and_undo_takes_it_back(shown):
    reply(shown, "Agreed.")
    assert texts(shown) == ["Agreed."]
    (row,) = thread(shown).rows
    assert (row.who.text(), row.text.text()) == ("Reviewer A", "Agreed.")
    assert thread(shown).field.text() == ""
    shown.stepping.undo()
    assert texts(shown) == []
    assert thread(shown).rows == []
    shown.stepping.redo()
    assert texts(shown) == ["Agreed."]


def test_a_reply_is_changed_and_deleted_by_mouse(shown):
    reply(shown, "Agreed.")
    click(thread(shown).rows[0].edit)
    field = thread(shown).field
    assert field.text() == "Agreed."
    QTest.keyClicks(field, " Truly.")
    press(field, Key.Key_Return, modifier=CONTROL)
    assert texts(shown) == ["Agreed. Truly."]
    click(thread(shown).rows[0].delete)
    assert texts(shown) == []
    assert shown.notice.sentence == "Reply deleted."


def test_what_was_begun_stays_as_a_draft_over_a_restart(shown, window):
    press(shown.review.view, Key.Key_R)
    QTest.keyClicks(thread(shown).field, "Not yet")
    press(thread(shown).field, Key.Key_Escape)
    assert thread(shown).kept.isVisible()
    assert texts(shown) == []
    again = window()
    (only,) = again.session.full.annotations
    again.review.commenting.activate(only.id)
    assert thread(again).field.text() == "Not yet"
    assert again.notice.sentence == ""
    again.review.view.setFocus()
    press(again.review.view, Key.Key_R)
    press(thread(again).field, Key.Key_Return, modifier=CONTROL)
    assert texts(again) == ["Not yet"]
    assert again.session.library.workspace.reading.drafts() == {}


def test_replies_go_with_their_comment_and_come_back(shown):
    reply(shown, "Agreed.")
    shown.review.commenting.delete_active()
    assert texts(shown) == []
    shown.stepping.undo()
    assert texts(shown) == ["Agreed."]


def test_a_finished_review_takes_no_reply(shown):
    shown.acts.finish()
    (only,) = shown.session.full.annotations
    shown.review.commenting.activate(only.id)
    assert not thread(shown).field.isVisible()


CRASHING = """
import os, sys
from pathlib import Path
from PySide6.QtTest import QTest
from tests.gui.opening import Opening, let_live, open_sample
from tests.gui.steps import comment
window = Opening(Path(sys.argv[1]))
shown = window(reviewer="Reviewer A", size=(1200, 800))
open_sample(shown, 1)
comment(shown, 4, "Curt")
(only,) = shown.session.full.annotations
shown.review.commenting.activate(only.id)
shown.review.replying.write()
QTest.keyClicks(shown.review.margin.card.thread_part.field, "Half a reply")
let_live(2500)
print("written", flush=True)
let_live(60000)
"""


def test_a_killed_program_loses_nothing(window, tmp_path):
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", CRASHING, str(window.folder)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
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
        "The program closed unexpectedly. Nothing was lost; 1 unfinished comment was restored."
    )
    press(shown.notice, Key.Key_Tab)
    shown.notice.focus_choice()
    press(QApplication.focusWidget(), Key.Key_Space)
    assert thread(shown).field.text() == "Half a reply"
    assert [one.text for one in shown.session.full.annotations] == ["Curt"]
