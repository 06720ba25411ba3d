"""Exercises: made, handed out, brought in, answered, handed in, and what comes back."""

import json
from pathlib import Path

import pytest

from reviewer.domain.edit import Op
from reviewer.domain.edits import exercises as edits
from reviewer.domain.edits import reviewing
from reviewer.domain.edits.exercises import Asked
from reviewer.domain.review import Status
from reviewer.domain.transcript import Collection
from reviewer.exchange import review_file
from reviewer.importers.base import Source
from reviewer.workspace.exercises import export_exercise
from reviewer.workspace.handed_in import what_came_back
from reviewer.workspace.importing import import_paths, import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import SHORT, imported, open_library

ASKED = (Asked("Was it handled fairly?", 80), Asked("What else could have been done?"), Asked("   "))


def made(workspace: Workspace) -> str:
    """An exercise of two chats with two questions; gives its id."""
    chats = [imported(workspace), imported(workspace, "Second visit", SHORT)]
    rubric = workspace.reading.rubrics()[0].rubric.id
    home = Collection("e" * 32, "Week 4", "exercise", "Read, rate, answer.", rubric, "2026-03-28")
    workspace.do(edits.begin(home, ASKED, chats))
    return home.id


@pytest.fixture
def handed_out(tmp_path: Path) -> Path:
    with open_library(tmp_path) as workspace:
        return export_exercise(workspace, made(workspace), tmp_path / "week-4-exercise.json")


def students(folder: Path) -> Path:
    other = folder / "student"
    other.mkdir()
    return other


def test_an_exercise_asks_its_own_questions(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        exercise = workspace.reading.exercise(made(workspace))
        assert [(one.text, one.target_words) for one in exercise.questions] == [
            ("Was it handled fairly?", 80), ("What else could have been done?", None),
        ]  # fmt: skip
        chat, *_ = workspace.reading.in_collection(exercise.collection.id)
        full = workspace.review_of(chat.id)
        assert full.questions == exercise.questions
        workspace.undo()
        assert workspace.reading.exercise(exercise.collection.id) is None
        assert workspace.check() == []


def test_it_comes_into_another_library_and_once_only(tmp_path: Path, handed_out: Path) -> None:
    with open_library(students(tmp_path), reviewer="Sam") as workspace:
        (outcome,) = import_paths(workspace, [handed_out], SILENT)
        assert (outcome.error, outcome.exercise.name, len(outcome.transcripts)) == (None, "Week 4", 2)
        assert [one.text for one in workspace.reading.turns(outcome.transcripts[0].id, 1, 1)]
        (again,) = import_paths(workspace, [handed_out], SILENT)
        assert again.already_there
        workspace.undo()
        assert workspace.reading.collections() == []
        assert workspace.check() == []


def test_another_edition_changes_what_is_asked_and_no_review(tmp_path: Path, handed_out: Path) -> None:
    with open_library(students(tmp_path), reviewer="Sam") as workspace:
        (outcome,) = import_paths(workspace, [handed_out], SILENT)
        full = workspace.review_of(outcome.transcripts[0].id)
        workspace.do(reviewing.answer(full, full.questions[0].id, "Yes."))
        document = json.loads(handed_out.read_text())
        document["exercise"]["due"] = "2026-04-01"
        del document["questions"][0]
        import_source(workspace, Source("again.json", json.dumps(document).encode()), SILENT)
        full = workspace.review_of(outcome.transcripts[0].id)
        assert full.exercise.collection.due == "2026-04-01"
        assert [one.text for one in full.answers] == ["Yes."]
        assert workspace.check() == []


def test_a_review_is_handed_in_and_comes_back_to_the_exercise(tmp_path: Path, handed_out: Path) -> None:
    with open_library(students(tmp_path), reviewer="Sam") as workspace:
        (outcome,) = import_paths(workspace, [handed_out], SILENT)
        full = workspace.review_of(outcome.transcripts[0].id)
        workspace.do(reviewing.answer(full, full.questions[0].id, "Handled late, turn 3."))
        workspace.do(edits.hand_in(workspace.review_of(full.transcript.id), "2026-03-20T10:00:00+00:00"))
        full = workspace.review_of(full.transcript.id)
        assert (full.review.status, full.review.version) == (Status.DONE, 1)
        text = review_file.dumps(full, workspace.reading.each_turn(full.transcript.id))
        workspace.do(reviewing.reopen(full))
        reopened = workspace.review_of(full.transcript.id).review
        assert (reopened.status, reopened.version, reopened.handed_in_at) == (Status.IN_PROGRESS, 2, None)
    with open_library(tmp_path) as workspace:
        import_source(workspace, Source("sam.json", text.encode()), SILENT)
        (review,) = workspace.reading.reviews_in("e" * 32)
        back = workspace.reading.full_review(review.id)
        assert (back.reviewer.name, back.answers[0].text) == ("Sam", "Handled late, turn 3.")
        assert review_file.dumps(back, workspace.reading.each_turn(back.transcript.id)) == text
        assert workspace.check() == []


def test_a_review_of_an_unknown_exercise_brings_it_along(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        made(workspace)
        (chat, *_) = workspace.reading.in_collection("e" * 32)
        full = workspace.review_of(chat.id)
        workspace.do(reviewing.answer(full, full.questions[1].id, "Ask first."))
        text = review_file.dumps(workspace.review_of(chat.id), workspace.reading.each_turn(chat.id))
    with open_library(students(tmp_path), reviewer="Group") as workspace:
        import_source(workspace, Source("ada.json", text.encode()), SILENT)
        assert [one.name for one in workspace.reading.collections()] == ["Week 4"]
        assert workspace.check() == []


def test_taking_a_question_away_takes_its_answers_and_undo_brings_both(tmp_path: Path) -> None:
    with open_library(tmp_path) as workspace:
        made(workspace)
        (chat, *_) = workspace.reading.in_collection("e" * 32)
        full = workspace.review_of(chat.id)
        workspace.do(reviewing.answer(full, full.questions[0].id, "Yes."))
        exercise = workspace.reading.exercise("e" * 32)
        kept = [Asked(one.text, one.target_words, one.id) for one in exercise.questions[1:]]
        answers = workspace.reading.answers_to([one.id for one in exercise.questions])
        workspace.do(edits.change(exercise, exercise.collection, kept, answers))
        assert [one.position for one in workspace.reading.exercise("e" * 32).questions] == [1]
        assert workspace.review_of(chat.id).answers == ()
        workspace.undo()
        assert len(workspace.review_of(chat.id).answers) == 1
        assert (
            edits.change(
                exercise, exercise.collection, [Asked(one.text, one.target_words, one.id) for one in exercise.questions]
            )
            is None
        )


def test_an_import_is_taken_back_although_the_review_was_opened(tmp_path: Path, handed_out: Path) -> None:
    with open_library(students(tmp_path), reviewer="Sam") as workspace:
        (outcome,) = import_paths(workspace, [handed_out], SILENT)
        workspace.do(edits.hand_in(workspace.review_of(outcome.transcripts[0].id), "2026-03-20T10:00:00+00:00"))
        full = workspace.review_of(outcome.transcripts[0].id)
        text = review_file.dumps(full, workspace.reading.each_turn(full.transcript.id))
    with open_library(tmp_path) as workspace:
        import_source(workspace, Source("sam.json", text.encode()), SILENT)
        workspace.do(edits.mark_seen(full.review.id, "2026-03-21T10:00:00+00:00"))
        assert workspace.undo().op is Op.IMPORT_REVIEW
        assert workspace.reading.reviews_in("e" * 32) == []
        assert workspace.check() == []
        workspace.redo()
        assert len(workspace.reading.reviews_in("e" * 32)) == 1
        assert workspace.reading.seen(full.review.id) is None
        assert workspace.check() == []


def test_a_newer_version_replaces_the_older_and_is_new_again(tmp_path: Path, handed_out: Path) -> None:
    texts = []
    with open_library(students(tmp_path), reviewer="Sam") as workspace:
        (outcome,) = import_paths(workspace, [handed_out], SILENT)
        for day, words in (("20", "One."), ("22", "Two.")):
            full = workspace.review_of(outcome.transcripts[0].id)
            if full.review.handed_in_at:
                workspace.do(reviewing.reopen(full))
                full = workspace.review_of(full.transcript.id)
            workspace.do(reviewing.answer(full, full.questions[0].id, words))
            full = workspace.review_of(full.transcript.id)
            workspace.do(edits.hand_in(full, f"2026-03-{day}T10:00:00+00:00"))
            full = workspace.review_of(full.transcript.id)
            texts.append(review_file.dumps(full, workspace.reading.each_turn(full.transcript.id)))
    with open_library(tmp_path) as workspace:
        wanted = [(1, False), (1, True), (2, False), (2, True), (2, True)]
        found = []
        for number, text in ((1, texts[0]), (1, None), (2, texts[1]), (3, None), (4, texts[0])):
            if text is None:
                seen = workspace.reading.seen(full.review.id)
                workspace.do(edits.mark_seen(full.review.id, f"2026-03-2{number}T11:00:00+00:00", seen))
            else:
                import_source(workspace, Source("sam.json", text.encode()), SILENT)
            (line,) = what_came_back(workspace.reading, "e" * 32, workspace.reviewer.id)
            found.append((line.version, line.opened))
        assert found == wanted
        assert [one.text for one in workspace.reading.full_review(full.review.id).answers] == ["Two."]
        assert workspace.check() == []


BROKEN = {
    "not whole": (lambda text: text[:-40], "is not a whole exercise file"),
    "newer": (lambda text: text.replace('"version": 1', '"version": 2', 1), "newer version of this program"),
    "no turns": (lambda text: text.replace('"turns"', '"lines"', 1), "“turns” is missing"),
    "other rubric": (lambda text: text.replace('"rubric": "', '"rubric": "x', 1), "its rubric is missing"),
    "a turn less": (lambda text: text.replace('"turn_count": 4', '"turn_count": 5', 1), "a transcript is not whole"),
    "unknown field": (lambda text: text.replace('"due":', '"until":', 1), "unknown field “until”"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_broken_is_refused_in_one_sentence(tmp_path: Path, handed_out: Path, kind: str) -> None:
    spoil, words = BROKEN[kind]
    source = Source("week.json", spoil(handed_out.read_text()).encode())
    file = tmp_path / "week.json"
    file.write_bytes(source.content)
    with open_library(students(tmp_path), reviewer="Sam") as workspace:
        (outcome,) = import_paths(workspace, [file], SILENT)
        assert outcome.error
        assert words in outcome.error
        assert outcome.error.count("\n") == 0
        assert workspace.reading.collections() == []
        assert workspace.reading.transcripts() == []
