"""A student's exercise from file to hand-in, and an instructor's table of what came back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.edits import exercises as edits
from reviewer.domain.edits.exercises import Asked
from reviewer.domain.review import Status
from reviewer.gui import messages
from reviewer.gui.library.came_back import NOTHING
from reviewer.gui.main_window import MainWindow
from reviewer.workspace.importing import import_paths
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.gui.opening import Opening, let_live, wait_for_job
from tests.gui.previewing import Previews
from tests.gui.steps import click
from tests.journeys.chat import type_words
from tests.journeys.exercise import ASKED, INSTRUCTIONS, WEEK, exercise_file, work_of
from tests.journeys.test_by_keyboard import press

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


@pytest.fixture
def handed_out(tmp_path: Path) -> Path:
    return exercise_file(tmp_path / "instructor.sqlite", tmp_path)


def open_exercise(window: Opening, file: Path, monkeypatch: pytest.MonkeyPatch, reviewer: str) -> MainWindow:
    monkeypatch.setattr(messages, "files_to_open", lambda parent: [str(file)])
    shown = window(reviewer=reviewer, size=(1440, 900))
    press(Key.Key_O, CONTROL)
    wait_for_job(shown)
    return shown


def answer_by_keys(shown: MainWindow) -> None:
    questions = shown.review.panel.questions
    assert QApplication.focusWidget() is questions.rows[0].field
    type_words("Nobody looked for it")
    press(Key.Key_Escape)
    press(Key.Key_Home)
    press(Key.Key_Down, times=5)
    press(Key.Key_A, CONTROL)
    press(Key.Key_Apostrophe, CONTROL)
    type_words(" 😀.")
    press(Key.Key_Return, CONTROL)
    assert QApplication.focusWidget() is questions.rows[1].field
    type_words("Look at turn 2 again.")
    press(Key.Key_Left, times=8)
    press(Key.Key_Return, ALT)
    assert shown.review.view.focused_turn() == 2


def rate_and_hand_in_by_keys(shown: MainWindow) -> None:
    panel = shown.review.panel
    press(Key.Key_4, CONTROL)
    press(Key.Key_Backtab)
    assert QApplication.focusWidget() is panel.tabs
    press(Key.Key_Left)
    press(Key.Key_Tab)
    press(Key.Key_3, times=7)
    press(Key.Key_4, CONTROL)
    press(Key.Key_Return, CONTROL, times=2)
    assert QApplication.focusWidget() is panel.questions.hand_in
    press(Key.Key_Space)


def test_a_student_answers_and_hands_in_by_keyboard_alone(
    window: Opening, handed_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, previews: Previews
):
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(messages, "folder_for_work", lambda parent: out)
    shown = open_exercise(window, handed_out, monkeypatch, "")
    panel = shown.review.panel
    assert panel.questions.instructions.text() == f"{INSTRUCTIONS} Hand in by 28 March 2031."
    assert [row.text.text() for row in panel.questions.rows] == [one.text for one in ASKED]
    answer_by_keys(shown)
    shown.review.keep_all()
    assert panel.tabs.tabText(1).split() == ["Questions", "2/2"]
    quoted = "Nobody looked for it “Did you look under the doormat?” (turn 6) 😀."
    assert {one.text for one in shown.session.full.answers} == {quoted, "Look at turn 2 again."}

    rate_and_hand_in_by_keys(shown)
    assert shown.review.bar.isVisible()
    assert shown.review.bar.words.text() == "Whose work is it?"
    type_words("Sam")
    press(Key.Key_Return)
    let_live(20)
    assert sorted(one.name for one in out.iterdir()) == ["week-4-sam-feedback.html", "week-4-sam-review.json"]
    assert shown.session.full.review.status is Status.DONE
    assert panel.questions.rows[0].field.isReadOnly()
    assert panel.questions.to_go.text().startswith("Handed in ")

    window.close()
    with Workspace.open(tmp_path / "instructor.sqlite", reviewer="Dr Idris") as workspace:
        (outcome,) = import_paths(workspace, [out / "week-4-sam-review.json"], SILENT)
        back = workspace.reading.full_review(outcome.review.id)
        assert (back.reviewer.name, quoted in {one.text for one in back.answers}) == ("Sam", True)
        assert back.transcript.collection == WEEK


def test_what_was_handed_in_is_opened_again_as_the_next_version(
    window: Opening, handed_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, previews: Previews
):
    monkeypatch.setattr(messages, "folder_for_work", lambda parent: tmp_path)
    shown = open_exercise(window, handed_out, monkeypatch, "Sam")
    questions = shown.review.panel.questions
    questions.rows[0].field.setFocus()
    type_words("Yes.")
    click(questions.hand_in)
    assert questions.hand_in.text() == "Reopen"
    click(questions.hand_in)
    assert not questions.rows[0].field.isReadOnly()
    assert shown.session.full.review.version == 2
    click(questions.hand_in)
    assert questions.to_go.text().endswith(", version 2")
    press(Key.Key_Z, CONTROL)
    assert shown.session.full.review.handed_in_at is None


def test_an_instructor_reads_what_five_students_sent(
    window: Opening, handed_out: Path, tmp_path: Path, previews: Previews
):
    names = ("Ada", "Ben", "Cleo", "Dev", "Eva")
    files = [
        work_of(name, handed_out, tmp_path, answers=number % 3, level=number)
        for number, name in enumerate(names, start=1)
    ]
    shown = window(reviewer="Dr Idris", size=(1440, 900))
    shown.desk.offer_files([str(handed_out)])
    wait_for_job(shown)
    shown.desk.offer_files([str(one) for one in files])
    wait_for_job(shown)
    assert shown.notice.sentence == "5 reviews came in."
    table = shown.library_page.came_back.table
    model = table.model()
    cells = [[str(model.index(row, column).data()) for column in (0, 2, 3, 7)] for row in range(model.rowCount())]
    assert cells == [
        ["Ada", "0", "1 of 2", "New"],
        ["Ben", "25", "2 of 2", "New"],
        ["Cleo", "50", "0 of 2", "New"],
        ["Dev", "75", "1 of 2", "New"],
        ["Eva", "100", "2 of 2", "New"],
    ]
    table.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Return)
    let_live(20)
    assert (shown.session.full.reviewer.name, shown.session.own) == ("Ben", False)
    assert shown.review.panel.questions.rows[0].field.isReadOnly()
    shown.exercising.show_came_back()
    assert [model.index(row, 7).data() for row in range(5)] == ["New", "Opened", "New", "New", "New"]
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert model.index(0, 0).data() == "Eva"

    shown.desk.offer_files([str(one) for one in files[:2]])
    wait_for_job(shown)
    assert shown.notice.sentence == "2 were there already."


def test_an_instructor_drops_the_files_and_opens_a_line_by_mouse(
    window: Opening, handed_out: Path, tmp_path: Path, previews: Previews
):
    files = [work_of(name, handed_out, tmp_path, answers=1, level=4) for name in ("Ada", "Ben")]
    shown = window(reviewer="Dr Idris", size=(1440, 900))
    drop(shown, handed_out)
    shown.show_page("library")
    shown.library_page.show_came_back(WEEK)
    assert shown.library_page.came_back.nothing.text() == NOTHING
    assert shown.library_page.came_back.nothing.isVisible()
    drop(shown, files[0])
    drop(shown, *files)
    assert shown.notice.sentence == "1 review came in, 1 was there already."
    table = shown.library_page.came_back.table
    assert table.isVisible()
    place = table.visualRect(table.model().index(1, 1)).center()
    for act in (QTest.mouseClick, QTest.mouseDClick):
        act(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert (shown.session.full.reviewer.name, shown.session.own) == ("Ben", False)


def test_work_that_comes_after_its_day_is_late(window: Opening, handed_out: Path, tmp_path: Path, previews: Previews):
    file = work_of("Ada", handed_out, tmp_path, answers=2, level=4)
    shown = window(reviewer="Dr Idris", size=(1440, 900))
    drop(shown, handed_out)
    drop(shown, file)
    shown.exercising.show_came_back()
    handed = shown.library_page.came_back.table.model().index(0, 6)
    assert "late" not in handed.data()
    workspace = shown.session.library.workspace
    exercise = workspace.reading.exercise(WEEK)
    asked = [Asked(one.text, one.target_words, one.id) for one in exercise.questions]
    workspace.do(edits.change(exercise, replace(exercise.collection, due="2020-01-01"), asked))
    assert handed.data().endswith(", late")


def drop(window: MainWindow, *files: Path) -> None:
    """Drop files on the window and wait until they are in."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 400), Qt.DropAction.CopyAction, data, left, nothing)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), Qt.DropAction.CopyAction, data, left, nothing))
    wait_for_job(window)
