"""Marks while writing: in rewrites, comments and answers, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.edits import exercises
from reviewer.domain.edits.exercises import Asked
from reviewer.domain.ids import new_id
from reviewer.domain.transcript import Collection
from tests.gui.opening import let_live
from tests.gui.spelling.conftest import marked, menu, pick, rows
from tests.gui.steps import CONTROL, SHIFT, comments, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def test_a_word_is_marked_when_it_is_left_and_not_while_it_is_typed(field):
    QTest.keyClicks(field, "Thier")
    assert marked(field) == []
    QTest.keyClicks(field, " parcel")
    assert marked(field) == ["Thier"]
    QTest.keyClicks(field, " is laet")
    assert marked(field) == ["Thier"]
    press(field, Key.Key_Home)
    assert marked(field) == ["Thier", "laet"]


def test_marks_change_no_text_and_save_nothing(shown, field):
    heard = []
    field.textChanged.connect(lambda: heard.append(field.toPlainText()))
    QTest.keyClicks(field, "thier one")
    assert len(heard) == len("thier one")
    press(field, Key.Key_Home)
    shown.appearance.choose("dark")
    shown.spelling.refresh()
    assert len(heard) == len("thier one")
    assert marked(field) == ["thier"]
    shown.review.view.setFocus()
    assert [one.text for one in comments(shown)] == ["thier one"]


def test_the_editor_of_a_rewrite_marks_what_was_there_too(editor):
    editor.setPlainText("Plese wait 😀😀 a momnet")
    assert marked(editor) == ["Plese", "momnet"]


def test_answers_mark_words_beside_named_turns(shown):
    home = Collection(new_id(), "Week 4", "exercise")
    asked = (Asked("Was it handled?", 80),)
    shown.session.library.workspace.do(exercises.begin(home, asked, [shown.session.full.transcript]))
    let_live(20)
    shown.actions_table["questions"].trigger()
    field = shown.review.panel.questions.rows[0].field
    QTest.keyClicks(field, "In turn 2 it was rong, see turn 3.")
    assert marked(field) == ["rong"]
    formats = [one for one in field.document().begin().layout().formats() if one.format.fontWeight() > 500]
    assert [(one.start, one.length) for one in formats] == [(3, 6), (27, 6)]


def test_f4_and_shift_f4_go_round_the_marked_words(editor):
    editor.setPlainText("Plese wait\na momnet mor")
    seen = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 4 + (SHIFT,) * 2:
        press(editor, Key.Key_F4, modifier=modifier)
        seen.append(editor.textCursor().selectedText())
    assert seen == ["Plese", "momnet", "mor", "Plese", "mor", "momnet"]


def test_f4_says_when_there_is_nothing(shown, editor):
    editor.setPlainText("Please wait")
    press(editor, Key.Key_F4)
    assert shown.notice.sentence == "No misspelled words here."


def test_by_keyboard_a_suggestion_replaces_the_word_and_ctrl_z_brings_it_back(editor):
    editor.setPlainText("Plese wait")
    press(editor, Key.Key_F4)
    press(editor, Key.Key_F10, modifier=SHIFT)
    assert rows(menu())[0] == "Please"
    press(menu(), Key.Key_Down, Key.Key_Return)
    assert editor.toPlainText() == "Please wait"
    assert marked(editor) == []
    press(editor, Key.Key_Z, modifier=CONTROL)
    assert editor.toPlainText() == "Plese wait"
    press(editor, Key.Key_End)
    assert marked(editor) == ["Plese"]


def test_by_mouse_a_word_is_added_to_the_dictionary_and_is_right_everywhere(shown, editor, window):
    editor.setPlainText("One momnet")
    place = editor.cursorRect(_at(editor, 6)).center()
    QApplication.sendEvent(
        editor.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.viewport().mapToGlobal(place)),
    )
    found = rows(menu())
    assert found[0] == "moment"
    assert found.index("") <= 7
    assert "Add “momnet” to dictionary" in found
    assert any("Paste" in one for one in found)
    pick("Add “momnet”")
    assert marked(editor) == []
    assert (window.folder / "own-words.txt").read_text(encoding="utf-8") == "momnet\n"


def test_a_right_word_has_the_usual_menu_alone(editor):
    editor.setPlainText("One moment")
    press(editor, Key.Key_F10, modifier=SHIFT)
    assert not [one for one in rows(menu()) if "dictionary" in one or "spelling" in one]
    menu().close()


def test_input_methods_write_past_marks(field):
    QTest.keyClicks(field, "thier ")
    QApplication.sendEvent(field, QInputMethodEvent("ニホ", []))
    assert field.toPlainText() == "thier "
    commit = QInputMethodEvent("", [])
    commit.setCommitString("日本")
    QApplication.sendEvent(field, commit)
    assert field.toPlainText() == "thier 日本"
    assert marked(field)[0] == "thier"


def test_one_very_long_turn_can_be_written_on(editor):
    editor.setPlainText("thier words " * 8_000)
    assert len(marked(editor)) == 8_000
    press(editor, Key.Key_A)
    assert editor.toPlainText().startswith("athier")
    assert len(marked(editor)) == 7_999


def test_nothing_is_marked_in_a_field_that_is_read_only(editor):
    editor.setReadOnly(True)
    editor.setPlainText("Plese wait")
    assert marked(editor) == []
    editor.setReadOnly(False)


def _at(editor, position: int):
    cursor = editor.textCursor()
    cursor.setPosition(position)
    return cursor


def test_a_menu_on_empty_ground_asks_for_nothing(editor):
    editor.setPlainText("")
    place = QPoint(5, 5)
    editor.customContextMenuRequested.emit(place)
    assert rows(menu())
    menu().close()
