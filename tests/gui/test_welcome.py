"""The first page: what the keyboard meets, samples, dragging over it, and when it gives way to the table."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.review import Status
from reviewer.gui import messages
from reviewer.gui.dialogs.exercise import ExerciseDialog
from reviewer.gui.pages.welcome import DROP_WORDS
from tests.gui.opening import open_sample, wait_for_job
from tests.gui.steps import CONTROL, press
from tests.journeys.exercise import exercise_file


def enter(widget, data):
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event


def files(*names):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def test_tab_goes_through_the_ways_to_start_in_reading_order(window):
    shown = window()
    welcome = shown.library_page.welcome
    seen = [QApplication.focusWidget()]
    points = [one.button for one in welcome.points.points]
    for _ in range(1 + len(points) + len(welcome.sample_buttons)):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [welcome.drop.open, welcome.drop.paste, *points, *welcome.sample_buttons]


@pytest.mark.parametrize("place", range(3))
def test_every_sample_opens_by_the_space_bar_and_only_the_first_is_reviewed(window, place):
    shown = window(reviewer="Reviewer A")
    button = shown.library_page.welcome.sample_buttons[place]
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    wait_for_job(shown)
    full = shown.session.full
    assert full.transcript.title in button.accessibleName()
    assert f"{full.transcript.turn_count} turns" in button.accessibleName()
    assert (full.review.status is Status.DONE) is (place == 0)
    assert bool(full.annotations) is (place == 0)


def test_a_drag_that_leaves_again_leaves_no_trace(window):
    drop = window().library_page.welcome.drop
    assert enter(drop, files("one.txt")).isAccepted()
    assert drop.words.text() == "Drop 1 file to import"
    assert drop.property("over") == "true"
    QApplication.sendEvent(drop, QDragLeaveEvent())
    assert drop.words.text() == DROP_WORDS
    assert drop.property("over") == "false"


def test_what_is_on_the_web_is_not_taken(window):
    shown = window()
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/chat.txt")])
    assert not enter(shown.library_page.welcome.drop, link).isAccepted()
    assert not enter(shown, link).isAccepted()
    assert shown.library_page.welcome.drop.words.text() == DROP_WORDS


def test_words_that_are_dragged_are_a_chat_to_import(window, previews):
    shown = window(reviewer="Reviewer A")
    words = QMimeData()
    words.setText("Ann: Hello.\nBo: Hello Ann.\nAnn: My lamp.\nBo: It is sent.")
    assert enter(shown, words).isAccepted()
    shown.desk.take_in(words)
    wait_for_job(shown)
    assert previews.seen == ["Import 1 transcript"]
    assert shown.session.full.transcript.turn_count == 4


def test_it_gives_way_to_the_table_and_comes_back_when_the_library_is_empty(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    shown.show_page("library")
    assert not shown.library_page.welcome.isVisible()
    assert shown.library_page.table.hasFocus()
    press(shown.library_page.table, Qt.Key.Key_Z, modifier=CONTROL)
    assert shown.library_page.welcome.isVisible()
    again = window()
    assert again.library_page.welcome.isVisible()
    assert again.library_page.welcome.drop.open.hasFocus()


def test_the_first_card_opens_an_exercise_at_its_questions(window, tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "exercise_to_open", lambda parent: str(file))
    file = exercise_file(tmp_path / "instructor.sqlite", tmp_path)
    shown = window(reviewer="Sam", size=(1440, 900))
    press(shown.library_page.welcome.points.points[0].button, Qt.Key.Key_Space)
    wait_for_job(shown)
    assert shown.session.full.exercise.collection.name == "Week 4"
    assert shown.review.panel.questions.isVisible()


@pytest.mark.parametrize(("place", "asked"), [(0, "exercise_to_open"), (2, "folder_to_open")])
def test_thinking_better_of_a_card_changes_nothing(window, monkeypatch, place, asked):
    shown, questions = window(), []
    monkeypatch.setattr(messages, asked, lambda parent: questions.append(asked) or "")
    shown.library_page.welcome.points.points[place].button.click()
    assert questions == [asked]
    assert not shown.desk.busy
    assert shown.library_page.welcome.isVisible()


def test_the_second_card_asks_for_a_new_exercise(window, monkeypatch):
    shown, asked = window(), []
    monkeypatch.setattr(ExerciseDialog, "ask", lambda *given, **named: asked.append(named))
    shown.library_page.welcome.points.points[1].button.click()
    assert len(asked) == 1
    assert shown.session.library.workspace.reading.collections() == []
