"""Replace in Revise: one step of the history for each turn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, click, named, press

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    press(made, Key.Key_H, modifier=CONTROL)
    return made


def turns_with(shown, words: str) -> int:
    return sum(words.lower() in shown.session.turn(one).text.lower() for one in range(1, shown.session.turns.count + 1))


def test_ctrl_h_finds_in_the_revision_and_replaces_turn_by_turn(shown):
    page, bar = shown.review, shown.review.replace_bar
    assert page.mode == "revise"
    assert bar.field.hasFocus()
    count = turns_with(shown, "renewal")
    assert count > 1
    QTest.keyClicks(bar.field, "renewal")
    assert bar.count.text() == f"{count} turns"
    press(bar.field, Key.Key_Return)
    first = page.revision.focused_turn()
    assert "renewal" in shown.session.turn(first).text.lower()
    bar.words.setFocus()
    QTest.keyClicks(bar.words, "extension")
    press(bar.words, Key.Key_Return)
    (change,) = shown.session.full.changes
    assert change.origin == first
    assert "extension" in change.text
    assert bar.count.text() == f"{count - 1} turn{'s' * (count > 2)}"
    assert page.revision.focused_turn() != first
    assert named(shown, "undo") == "Undo replace"


def test_replacing_all_is_a_step_for_each_turn(shown):
    bar = shown.review.replace_bar
    count = turns_with(shown, "renewal")
    bar.field.setText("renewal")
    bar.words.setText("extension")
    click(bar.all)
    assert len(shown.session.full.changes) == count
    assert shown.status.selection.accessibleName() == f"Replaced in {count} turns."
    assert bar.count.text() == "Not found"
    shown.actions_table["undo"].trigger()
    assert len(shown.session.full.changes) == count - 1
    assert bar.count.text() == "1 turn"


def test_case_and_whole_words_count(shown):
    bar = shown.review.replace_bar
    bar.field.setText("RENEWAL")
    assert bar.count.text().endswith("turns")
    click(bar.case)
    assert bar.count.text() == "Not found"
    bar.field.setText("renew")
    found = bar.count.text()
    click(bar.whole)
    assert bar.count.text() != found


def test_escape_closes_and_gives_the_keyboard_back(shown):
    bar = shown.review.replace_bar
    press(bar.field, Key.Key_Escape)
    assert not bar.isVisible()
    assert shown.review.revision.hasFocus()
    press(shown, Key.Key_H, modifier=CONTROL)
    press(shown, Key.Key_1, modifier=CONTROL)
    assert not bar.isVisible()
