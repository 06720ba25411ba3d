"""The Questions tab: when it is there, what it says, and how much room it has."""

import pytest
from PySide6.QtCore import Qt

from reviewer.domain.edits import exercises
from reviewer.domain.edits.exercises import Asked
from reviewer.domain.ids import new_id
from reviewer.domain.transcript import Collection
from reviewer.gui import messages
from tests.gui.opening import let_live, open_sample
from tests.gui.steps import CONTROL, click, press, select_words

ASKED = (Asked("Was it handled?", 80), Asked("What else was open to the agent?"))


@pytest.fixture
def shown(window):
    made = window(reviewer="Sam", size=(1440, 900))
    open_sample(made, 1)
    return made


def set_exercise(window, asked=ASKED, **fields):
    home = Collection(new_id(), "Week 4", "exercise", **fields)
    window.session.library.workspace.do(exercises.begin(home, asked, [window.session.full.transcript]))
    let_live(20)


def tabs(window):
    bar = window.review.panel.tabs
    return [bar.tabText(place).split()[0] for place in range(bar.count())]


def test_questions_are_the_second_tab_of_an_exercise_alone(shown):
    assert tabs(shown) == ["Scorecard", "Comments"]
    shown.actions_table["questions"].trigger()
    assert shown.notice.sentence == "This chat is in no exercise, so nothing is asked about it."
    assert tabs(shown) == ["Scorecard", "Comments"]
    set_exercise(shown)
    assert tabs(shown) == ["Scorecard", "Questions", "Comments"]
    shown.actions_table["questions"].trigger()
    assert shown.review.panel.questions.rows[0].field.hasFocus()


def test_the_panel_starts_at_372_and_gives_the_room_back(shown):
    before = shown.review.panel.width()
    set_exercise(shown)
    assert (before, shown.review.panel.width()) == (316, 372)
    shown.session.library.workspace.undo()
    let_live(20)
    assert shown.review.panel.width() == 316


def test_a_width_that_the_person_chose_stays(shown):
    set_exercise(shown)
    shown.review.splitter.setSizes([232, 700, 440])
    chosen = shown.review.panel.width()
    assert chosen > 372
    shown.session.library.workspace.undo()
    let_live(20)
    assert shown.review.panel.width() == chosen


def test_a_small_window_keeps_its_panel(window):
    made = window(reviewer="Sam", size=(1024, 640))
    open_sample(made, 1)
    before = made.review.panel.width()
    set_exercise(made)
    made.exercising.show_questions()
    assert made.review.panel.width() == before
    inside = made.review.panel.questions.rows[0]
    assert inside.width() <= made.review.panel.width()


def test_the_instructions_say_by_when(shown):
    set_exercise(shown, instructions="Read, then answer.", due="2031-03-28")
    questions = shown.review.panel.questions
    assert questions.instructions.text() == "Read, then answer. Hand in by 28 March 2031."
    assert questions.to_go.text() == "2 answers and 7 ratings to go"


def test_an_exercise_that_asks_nothing_offers_to_add_a_question(shown, monkeypatch):
    set_exercise(shown, asked=())
    shown.exercising.show_questions()
    questions, edited = shown.review.panel.questions, []
    monkeypatch.setattr(shown.exercising, "edit", edited.append)
    assert (questions.nothing.isVisible(), questions.add.text()) == (True, "Add a question")
    click(questions.add)
    assert edited == [shown.session.full.exercise.collection.id]


def test_words_are_counted_against_the_target_and_an_answer_is_ticked_off(shown):
    set_exercise(shown)
    shown.exercising.show_questions()
    first, second = shown.review.panel.questions.rows
    first.field.insert("It was – partly.")
    assert first.count.text() == "3 words of about 80"
    assert not first.answered.isVisible()
    press(first.field, Qt.Key.Key_Return, modifier=CONTROL)
    let_live(20)
    assert second.field.hasFocus()
    assert (first.answered.isVisible(), first.answered.text()) == (True, "✓ answered")
    assert second.count.text() == "0 words"
    assert shown.review.panel.tabs.tabText(1).split() == ["Questions", "1/2"]


def test_a_question_that_is_added_or_taken_away_shows_at_once(shown):
    set_exercise(shown)
    exercise = shown.session.full.exercise
    kept = [Asked(one.text, one.target_words, one.id) for one in reversed(exercise.questions)]
    edit = exercises.change(exercise, exercise.collection, [*kept, Asked("And then?")])
    shown.session.library.workspace.do(edit)
    rows = shown.review.panel.questions.rows
    assert [row.text.text() for row in rows] == [
        "What else was open to the agent?", "Was it handled?", "And then?",
    ]  # fmt: skip
    assert [row.number.text() for row in rows] == ["1", "2", "3"]


def test_in_revise_the_command_comes_back_to_the_questions(shown):
    set_exercise(shown)
    shown.show_mode("revise")
    shown.actions_table["questions"].trigger()
    assert shown.review.mode == "review"
    assert shown.review.panel.questions.isVisible()


def test_an_answer_of_any_signs_and_length_is_kept_as_it_was_typed(shown, window):
    set_exercise(shown)
    words = "tab\there, no-break\u00a0space, \u202eturned, 😀 e\u0301\n" + "long " * 20_000
    field = shown.review.panel.questions.rows[0].field
    field.setFocus()
    field.insert(words)
    transcript = shown.session.full.transcript.id
    again = window()
    assert [one.text for one in again.session.library.workspace.review_of(transcript).answers] == [words]


def test_what_is_handed_in_is_closed_to_comments_and_answers(shown, tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "folder_for_work", lambda parent: tmp_path)
    set_exercise(shown)
    questions = shown.review.panel.questions
    click(questions.hand_in)
    let_live(20)
    assert shown.session.full.review.handed_in_at
    shown.review.view.setFocus()
    select_words(shown, 4)
    press(shown.review.view, Qt.Key.Key_3)
    assert shown.session.full.annotations == ()
    assert shown.status.selection.accessibleName().startswith("This review is done.")
    press(shown, Qt.Key.Key_F6)
    press(shown.review.panel.scorecard, Qt.Key.Key_3)
    assert shown.session.full.ratings == ()
    assert all(row.field.isReadOnly() and not row.quote.isVisible() for row in questions.rows)


def test_a_folder_that_takes_no_files_leaves_the_work_open(shown, tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "folder_for_work", lambda parent: tmp_path / "nowhere" / "at all")
    set_exercise(shown)
    (tmp_path / "nowhere").write_text("a file, not a folder")
    click(shown.review.panel.questions.hand_in)
    assert shown.session.full.review.handed_in_at is None
    assert "could not be written" in shown.notice.sentence
    assert shown.review.panel.questions.hand_in.text() == "Hand in…"
