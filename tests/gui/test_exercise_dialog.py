"""Making, changing and handing out an exercise in the window."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from reviewer.domain.edits import reviewing
from reviewer.gui import messages
from reviewer.gui.dialogs.exercise import ExerciseDialog
from reviewer.store.listing import Shelf
from tests.gui.opening import let_live, open_sample
from tests.gui.steps import CONTROL, click, press
from tests.journeys.chat import type_words

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def filling(monkeypatch):
    """Acts in the dialog in a person's place: the acts are called one after another, each on the next dialog."""
    acts = []

    def exec_(dialog):
        dialog.show()
        let_live(20)
        acts.pop(0)(dialog)
        return dialog.result()

    monkeypatch.setattr(ExerciseDialog, "exec", exec_)
    return acts


@pytest.fixture
def shown(window):
    made = window(reviewer="Dr Idris", size=(1440, 900))
    open_sample(made, 1)
    return made


def focused():
    return QApplication.focusWidget()


def by_keys(dialog):
    assert focused() is dialog.name
    assert not dialog.save.isEnabled()
    type_words("Week 5")
    press(focused(), Key.Key_Tab)
    type_words("Read, then answer.")
    first = dialog.asked.rows[0].text
    first.setFocus()
    first.selectAll()
    type_words("First?")
    press(focused(), Key.Key_Down, modifier=ALT)
    dialog.asked.rows[-1].text.setFocus()
    press(focused(), Key.Key_Return)
    type_words("Last?")
    dialog.hide_names.setChecked(True)
    press(focused(), Key.Key_Return, modifier=CONTROL)


def exercise_in(window):
    reading = window.session.library.workspace.reading
    (home,) = reading.collections()
    return reading.exercise(home.id)


def test_a_new_exercise_is_made_of_the_open_chat_by_keys(shown, filling):
    filling.append(by_keys)
    shown.actions_table["new_exercise"].trigger()
    exercise = exercise_in(shown)
    home = exercise.collection
    assert (home.name, home.instructions, home.due) == ("Week 5", "Read, then answer.", None)
    assert (home.hide_names, home.show_weights) == (True, True)
    texts = [one.text for one in exercise.questions]
    assert (texts[1], texts[-1], len(texts)) == ("First?", "Last?", 4)
    assert [one.target_words for one in exercise.questions] == [80, 80, 80, None]
    assert shown.session.full.transcript.collection == home.id
    assert shown.notice.sentence == "Exercise ‘Week 5’ saved."
    shown.show_page("library")
    shown.stepping.undo()
    assert shown.session.library.workspace.reading.collections() == []


def test_cancelling_makes_nothing(shown, filling):
    filling.append(lambda dialog: (type_words("Week 5"), click(dialog.cancel)))
    shown.actions_table["new_exercise"].trigger()
    assert shown.session.library.workspace.reading.collections() == []


def test_a_dialog_without_a_title_is_not_kept(shown, filling):
    def act(dialog):
        press(dialog.name, Key.Key_Return, modifier=CONTROL)
        assert dialog.result() == QDialog.DialogCode.Rejected
        assert dialog.isVisible()
        dialog.reject()

    filling.append(act)
    shown.actions_table["new_exercise"].trigger()
    assert shown.session.library.workspace.reading.collections() == []


def test_it_is_written_to_a_file_at_once(shown, filling, tmp_path, monkeypatch):
    file = tmp_path / "week-5-exercise.json"
    offered = []
    monkeypatch.setattr(messages, "exercise_to_save", lambda parent, path: offered.append(path.name) or file)
    filling.append(lambda dialog: (type_words("Week 5"), click(dialog.write)))
    shown.actions_table["new_exercise"].trigger()
    assert offered == ["week-5-exercise.json"]
    document = json.loads(file.read_text(encoding="utf-8"))
    assert document["format"] == "transcript-reviewer/exercise"
    assert [one["transcript"]["title"] for one in document["transcripts"]] == [shown.session.full.transcript.title]
    assert shown.notice.sentence == "Exercise file week-5-exercise.json written."


def test_editing_takes_a_question_with_its_answers_and_one_undo_brings_them_back(shown, filling):
    filling.append(by_keys)
    shown.actions_table["new_exercise"].trigger()
    gone = shown.session.full.questions[0]
    shown.session.do(reviewing.answer(shown.session.full, gone.id, "Yes."))

    def act(dialog):
        assert dialog.windowTitle() == "Edit exercise"
        assert [row.text.text() for row in dialog.asked.rows][-1] == "Last?"
        click(dialog.asked.rows[0].remove)
        dialog.name.setText("Week 6")
        click(dialog.save)

    filling.append(act)
    shown.show_page("library")
    shown.library_page.go_to(Shelf(collection=exercise_in(shown).collection.id))
    shown.actions_table["edit_exercise"].trigger()
    assert exercise_in(shown).collection.name == "Week 6"
    assert gone.id not in {one.id for one in exercise_in(shown).questions}
    assert shown.session.full.answers == ()
    shown.stepping.undo()
    assert gone.id in {one.id for one in exercise_in(shown).questions}
    assert [one.text for one in shown.session.full.answers] == ["Yes."]


@pytest.mark.parametrize("action", ["edit_exercise", "save_exercise", "came_back"])
def test_without_an_exercise_the_commands_say_what_to_do(shown, action):
    shown.actions_table[action].trigger()
    assert shown.notice.sentence == "Choose an exercise in the Library first."
