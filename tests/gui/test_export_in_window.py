"""Exporting from the window: by mouse, by keys, the same again, and where nothing can be written."""

import errno
import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.exchange import review_file
from reviewer.gui.dialogs.exporting.dialog import ExportDialog
from reviewer.gui.jobs import Job
from reviewer.workspace.importing import import_paths
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.gui.exporting_by_hand import wait_until_exported, wait_until_looked, write_path
from tests.gui.opening import let_live, open_sample
from tests.gui.steps import CONTROL, SHIFT, comment, press

PRESSED_MS = 250


def alt(dialog, key):
    """Press an Alt letter, and wait while the button that it stands for shows itself pressed."""
    QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
    let_live(PRESSED_MS)


@pytest.fixture
def page(tmp_path, exports):
    exports.path = tmp_path / "out" / "page.html"
    exports.path.parent.mkdir()
    return exports.path


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1400, 860))
    open_sample(made, 1)
    return made


def test_the_page_holds_what_was_written_a_moment_ago(shown, page):
    comment(shown, 4, "Curt, and late")
    shown.review.commenting.edit_active()
    shown.focusWidget().insertPlainText("Still being written. ")
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert shown.notice.sentence == "Exported page.html."
    assert "Still being written." in page.read_text(encoding="utf-8")


def test_the_notice_shows_the_folder(shown, page, looked_at):
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert shown.notice._button.text() == "Show in folder"
    shown.notice._button.click()
    assert looked_at == [str(page.parent)]


def test_the_written_page_brings_the_review_into_an_empty_library(shown, page, tmp_path):
    comment(shown, 4, "Curt, and late")
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    with Workspace.open(tmp_path / "other.sqlite") as there:
        (outcome,) = import_paths(there, [page], SILENT)
        full = there.reading.full_review(outcome.review.id)
        assert [one.text for one in full.annotations] == ["Curt, and late"]
        assert full.reviewer.name == "Reviewer A"
        assert full.transcript.turn_count == shown.session.full.transcript.turn_count


def test_the_same_again_writes_the_newest_state_at_once_with_the_same_choices(shown, page, exports):
    exports.acts.append(lambda dialog: dialog.choices.privacy.reviewer.click())
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert "Reviewer A" not in page.read_text(encoding="utf-8")
    comment(shown, 4, "Curt, and late")
    press(shown, Qt.Key.Key_E, modifier=CONTROL | SHIFT)
    wait_until_exported(shown)
    text = page.read_text(encoding="utf-8")
    assert "Curt, and late" in text
    assert "Reviewer A" not in text
    assert len(exports.offered) == 1
    assert shown.notice.sentence == "Exported page.html."


def test_the_same_again_for_another_chat_takes_its_own_name(shown, page, exports):
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    title = shown.session.full.transcript.title
    other = next(one for one in shown.library_page.welcome.sample_buttons if one.sample.title != title)
    shown.desk.import_sample(other.sample)
    while shown.desk.busy:
        QTest.qWait(10)
    QTest.qWait(50)
    press(shown, Qt.Key.Key_E, modifier=CONTROL | SHIFT)
    wait_until_exported(shown)
    assert len(exports.offered) == 1
    assert len(list(page.parent.iterdir())) == 2


def test_the_same_again_asks_before_it_replaces_a_file_that_was_there(shown, page, exports, tmp_path):
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    shown.export_flow.exporting.places.written.clear()
    press(shown, Qt.Key.Key_E, modifier=CONTROL | SHIFT)
    assert len(exports.offered) == 2


def test_the_same_again_without_a_last_time_asks(shown, page, exports):
    press(shown, Qt.Key.Key_E, modifier=CONTROL | SHIFT)
    assert exports.offered == ["renewal-page-says-expired-feedback.html"]
    assert page.is_file()


def test_thinking_better_of_it_writes_nothing(shown, tmp_path, exports):
    exports.acts.append(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    before = sorted(tmp_path.rglob("*.html"))
    focus = shown.focusWidget()
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert sorted(tmp_path.rglob("*.html")) == before
    assert "Exported" not in shown.notice.sentence
    assert shown.focusWidget() is focus


def test_a_place_that_takes_no_file_is_one_sentence_in_the_dialog_and_the_old_page_stays(
    shown, page, exports, monkeypatch
):
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    old = page.read_bytes()
    comment(shown, 4, "Curt, and late")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert exports.told == [f"{page} could not be written: permission denied. Choose another folder."]
    assert page.read_bytes() == old
    assert [one.name for one in page.parent.iterdir()] == ["page.html"]
    assert [one.text for one in shown.session.full.annotations] == ["Curt, and late"]


def test_a_full_disk_is_one_sentence_in_the_dialog_and_leaves_nothing(shown, page, exports, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert exports.told == [f"{page} could not be written: the disk is full. Free some space first."]
    assert list(page.parent.iterdir()) == []


def test_leaving_while_it_is_written_leaves_nothing(shown, exports, page, monkeypatch):
    """The job waits in the middle of the page until the person has left."""
    step, reached = Job.step, Event()

    def waiting(job, done, total, text):
        reached.set()
        while not job._stop:
            QThread.msleep(2)
        step(job, done, total, text)

    def leave(dialog):
        monkeypatch.setattr(Job, "step", waiting)
        write_path(dialog, page)
        reached.clear()
        dialog.write()
        assert reached.wait(10)
        dialog.reject()

    exports.acts.append(leave)
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert list(page.parent.iterdir()) == []
    assert "Exported" not in shown.notice.sentence


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "Write a name for the file."),
        ("   ", "Write a name for the file."),
        ("out", "‘out’ is a folder. Add the name of a file."),
        ("x" * 300 + ".html", "This name cannot be used: file name too long. Choose another."),
        ("chat.html/page.html", "‘chat.html’ is a file, and nothing can be written into it. Choose a folder."),
    ],
)
def test_a_name_that_cannot_be_used_is_one_sentence_and_the_dialog_stays(shown, exports, tmp_path, name, why):
    (tmp_path / "out").mkdir()
    (tmp_path / "chat.html").write_text("old", encoding="utf-8")
    exports.acts.append(lambda dialog: write_path(dialog, tmp_path / name if name.strip() else name))
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert len(exports.told) == 1
    assert exports.told[0].endswith(why)
    assert (tmp_path / "chat.html").read_text(encoding="utf-8") == "old"
    assert list((tmp_path / "out").iterdir()) == []


def test_what_would_be_replaced_is_said_and_what_was_written_a_moment_ago_is_not(shown, page, exports):
    page.write_text("somebody’s page", encoding="utf-8")
    said = []
    exports.acts += [lambda dialog: write_path(dialog, page), lambda dialog: said.append(dialog.save.told.words)]
    exports.acts.append(lambda dialog: said.append(dialog.export.text()))
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert said[0].startswith("Replaces page.html of ")
    assert said[1:] == ["&Replace", "", "&Export"]
    assert "</html>" in page.read_text(encoding="utf-8")


def test_the_page_is_seen_in_the_browser_and_gone_when_the_window_closes(shown, window, exports, looked_at, page):
    exports.acts.append(lambda dialog: dialog.preview.browser.click())
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    (seen,) = map(Path, looked_at)
    assert seen.read_bytes() == page.read_bytes()
    window.close()
    assert not seen.parent.exists()


def test_all_of_it_by_keys_in_the_real_dialog(shown, tmp_path):
    """Arrows go among the kinds, Alt letters to what is ticked, Tab to the rest, Enter exports."""
    comment(shown, 4, "Write to lena@mail.example")
    path = tmp_path / "by-keys.json"
    seen = []

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        QTest.qWaitForWindowExposed(dialog)
        wait_until_looked(dialog)
        alt(dialog, Qt.Key.Key_F)
        for _ in range(2):
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
            let_live(PRESSED_MS)
        seen.append(dialog.choices.card.key)
        alt(dialog, Qt.Key.Key_G)
        alt(dialog, Qt.Key.Key_S)
        seen.append(dialog.save.field.hasFocus())
        QTest.keyClicks(dialog.save.field, str(path))
        wait_until_looked(dialog)
        QTest.keyClick(dialog.save.field, Qt.Key.Key_Return)

    QTimer.singleShot(50, shown, type_it)
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert seen == ["review", True]
    document = path.read_bytes()
    assert review_file.find_review(document) is not None
    assert b"Agent" in document
    assert shown.notice.sentence == "Exported by-keys.json."


def test_the_library_is_no_place_for_a_page(shown, exports):
    exports.path = shown.session.library.workspace.path
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert exports.told == [f"{exports.path} is the library itself, with all your work. Choose another name."]
    assert comment(shown, 4, "Still here").text == "Still here"
