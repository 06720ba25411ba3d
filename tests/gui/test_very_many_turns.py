"""A transcript of very many turns in the window: opened, walked to its end, commented on, opened again there."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.transcript import Role, Speaker, Transcript, Turn, TurnKind
from reviewer.gui.dialogs.go_to_turn import GoToTurn
from reviewer.workspace.workspace import Workspace
from tests.gui.steps import CONTROL, comment, comments, press

TURNS = 100_000
WORDS = "Good morning. The parcel of {} has left the house and is on its way to you now."
LONGEST_SECONDS = 3.0


def fill(library):
    """A transcript of TURNS turns, written as an import writes it."""
    transcript = Transcript(
        "f" * 32, "Very long", "long.txt", "0" * 64, "name_colon", "2026-01-02T03:04:05+00:00", TURNS
    )
    ann, bo = (Speaker(letter * 32, transcript.id, name, Role.OTHER) for letter, name in (("a", "Ann"), ("b", "Bo")))
    turns = (
        Turn(transcript.id, at, (ann if at % 2 else bo).id, None, TurnKind.MESSAGE, WORDS.format(at))
        for at in range(1, TURNS + 1)
    )
    with Workspace.open(library, reviewer="Reviewer A") as workspace:
        workspace.add_turns([transcript.id], turns)
        workspace.do(Edit(Op.IMPORT_TRANSCRIPT, tuple(Delta(None, one) for one in (transcript, ann, bo))))
    return transcript


@pytest.fixture
def shown(window):
    transcript = fill(window.library)
    made = window(reviewer="Reviewer A", size=(1400, 860))
    before = time.process_time()
    made.open_transcript(transcript.id)
    QTest.qWait(10)
    assert time.process_time() - before < LONGEST_SECONDS
    return made


def test_the_last_turn_is_reached_commented_on_and_found_again(shown, window):
    before = time.process_time()
    press(shown.review.view, Qt.Key.Key_End)
    QTest.qWait(10)
    assert TURNS in dict(shown.review.view.visible_rows())
    assert shown.status.turn.text() == "Turn 100,000 of 100,000"
    made = comment(shown, TURNS, "At the very end")
    press(shown, Qt.Key.Key_2, modifier=CONTROL)
    QTest.qWait(10)
    assert shown.review.revision.focused_turn() == TURNS
    press(shown, Qt.Key.Key_1, modifier=CONTROL)
    assert time.process_time() - before < 2 * LONGEST_SECONDS
    assert made.anchor.first_turn == TURNS

    again = window()
    QTest.qWait(10)
    assert again.review.view.focused_turn() == TURNS
    assert TURNS in dict(again.review.view.visible_rows())
    assert [one.text for one in comments(again)] == ["At the very end"]
    again.actions_table["undo"].trigger()
    assert [one.text for one in comments(again)] in ([], [""])


def test_the_middle_is_reached_by_number(shown, monkeypatch):
    monkeypatch.setattr(GoToTurn, "ask", classmethod(lambda *_: 54_321))
    press(shown, Qt.Key.Key_G, modifier=CONTROL)
    assert shown.review.view.focused_turn() == 54_321
    assert 54_321 in dict(shown.review.view.visible_rows())
