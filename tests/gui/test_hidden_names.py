"""An exercise that hides names hides them in the conversation, its header, the rewritten dialogue and the lists."""

from dataclasses import replace

from PySide6.QtGui import QAccessible

from reviewer.domain.edits import exercises
from reviewer.domain.ids import new_id
from reviewer.domain.transcript import Collection, Role
from tests.gui.opening import open_sample


def exercise_of(window, **switches):
    """Put the open chat into an exercise with these switches."""
    home = replace(Collection(new_id(), "Week 4", "exercise"), **switches)
    window.session.library.workspace.do(exercises.begin(home, (), [window.session.full.transcript]))
    return home.id


def change(window, exercise_id, **switches):
    reading = window.session.library.workspace.reading
    exercise = reading.exercise(exercise_id)
    edit = exercises.change(exercise, replace(exercise.collection, **switches), ())
    window.session.library.workspace.do(edit)


def spoken(view):
    found = QAccessible.queryAccessibleInterface(view)
    return [found.child(place).text(QAccessible.Text.Name) for place in range(found.childCount())]


def in_header(window):
    return [one.words for one in window.review.view.rows.header.facts]


def test_names_come_and_go_with_the_switch_while_the_chat_is_open(window):
    shown = window(reviewer="Sam", size=(1440, 900))
    open_sample(shown)
    name = next(one.name for one in shown.session.full.speakers if one.role is Role.AGENT)
    assert spoken(shown.review.view)[1].startswith(f"Turn 2, agent {name}, ")
    home = exercise_of(shown, hide_names=True)
    assert spoken(shown.review.view)[1].startswith("Turn 2, Agent, ")
    assert (name in in_header(shown), "Agent" in in_header(shown)) == (False, True)
    shown.review.set_mode("revise")
    assert not [words for words in spoken(shown.review.revision) if f"agent {name}" in words]

    change(shown, home, hide_names=False)
    assert spoken(shown.review.revision)[1].startswith(f"Turn 2, agent {name}, ")
    shown.review.set_mode("review")
    assert spoken(shown.review.view)[1].startswith(f"Turn 2, agent {name}, ")
    assert name in in_header(shown)


def test_undoing_an_exercise_brings_the_names_and_the_questions_of_the_rubric_back(window):
    shown = window(reviewer="Sam", size=(1440, 900))
    open_sample(shown)
    asked = shown.session.full.questions
    exercise_of(shown, hide_names=True)
    assert shown.session.full.questions == ()
    shown.session.library.workspace.undo()
    assert shown.session.full.questions == asked
    assert not shown.session.full.hides_names
