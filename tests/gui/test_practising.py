"""Practise: replies are written before the original is seen, and become a revision."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.revision import ChangeKind
from reviewer.gui.practice.state import Practice
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, click, named, press

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    return made


@pytest.fixture
def dialog(shown):
    shown.actions_table["practise"].trigger()
    return shown.acts.practising.dialog


def write(dialog, words: str) -> None:
    QTest.keyClicks(dialog.field, words)


def test_the_original_is_seen_only_after_ones_own_reply(dialog):
    assert dialog.field.hasFocus()
    assert not dialog.original.isVisible()
    write(dialog, "Good morning, what can I do?")
    press(dialog.field, Key.Key_Return, modifier=CONTROL)
    assert dialog.original.isVisible()
    assert dialog.original.text().startswith("Tomas K. said: Good afternoon")
    press(dialog.field, Key.Key_Return, modifier=CONTROL)
    assert not dialog.original.isVisible()
    assert dialog.field.text() == ""
    assert dialog.place.text().startswith("Exchange 2 of ")
    click(dialog.back)
    assert dialog.field.text() == "Good morning, what can I do?"
    assert dialog.original.isVisible()


def test_the_replies_become_a_revision_in_one_step(shown, dialog, window):
    write(dialog, "Good morning, what can I do?")
    for _ in range(2):
        press(dialog.field, Key.Key_Return, modifier=CONTROL)
    write(dialog, "Yes, both can be true.")
    click(dialog.keep)
    assert shown.review.mode == "revise"
    full = shown.session.full
    assert full.revision.name.startswith("Practice, ")
    assert [one.text for one in full.changes if one.kind is ChangeKind.REWORDED] == [
        "Good morning, what can I do?", "Yes, both can be true.",
    ]  # fmt: skip
    assert named(shown, "undo") == "Undo practice"
    assert shown.session.library.workspace.reading.drafts() == {}
    shown.stepping.undo()
    assert shown.session.full.revisions == ()
    shown.stepping.redo()
    again = window()
    assert len(again.session.full.changes) == len(full.changes)


def test_several_turns_in_a_row_are_answered_by_one(window):
    shown = window(reviewer="Priya M.")
    open_sample(shown)
    shown.session.begin_own()
    shown.actions_table["practise"].trigger()
    dialog = shown.acts.practising.dialog
    exchange = next(at for at, one in enumerate(dialog._exchanges) if len(one.replies) > 1)
    replies = len(dialog._exchanges[exchange].replies)
    while dialog.practice.at < exchange:
        press(dialog.field, Key.Key_Return, modifier=CONTROL)
    write(dialog, "One answer.")
    click(dialog.keep)
    kinds = [one.kind for one in shown.session.full.changes]
    assert kinds == [ChangeKind.REWORDED, *[ChangeKind.REMOVED] * (replies - 1)]


def test_what_was_written_waits_for_another_day(shown, dialog, window):
    write(dialog, "Half a thought")
    press(dialog.field, Key.Key_Escape)
    QApplication.processEvents()
    assert shown.session.full.revisions == ()
    again = window()
    again.actions_table["practise"].trigger()
    dialog = again.acts.practising.dialog
    assert dialog.field.text() == "Half a thought"
    dialog.close()


def test_nothing_but_the_words_of_the_original_is_not_kept(shown, dialog):
    dialog.field.setPlainText("\n".join(one.text for one in dialog._exchanges[0].replies))
    click(dialog.keep)
    assert shown.session.full.revisions == ()
    assert shown.notice.sentence.endswith("There is nothing to keep.")
    dialog.close()


def test_the_end_is_reached_by_one_key(dialog):
    while not (dialog.practice.last and dialog.practice.revealed):
        press(dialog.field, Key.Key_Return, modifier=CONTROL)
    assert not dialog.forward.isVisible()
    assert not dialog.keep.isEnabled()
    dialog.close()


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '{"at": 9, "written": {"x": 1}}', '{"at": "x", "written": {}}'])
def test_a_draft_that_cannot_be_read_begins_anew(text):
    assert Practice.from_draft(text, 3) == Practice(3)


def test_a_draft_comes_back_within_the_chat():
    kept = Practice(5, at=2, written={0: "a", 2: "b"})
    assert Practice.from_draft(kept.as_draft(), 5) == Practice(5, 2, {0: "a", 2: "b"}, revealed=True)
    assert Practice.from_draft(kept.as_draft(), 2) == Practice(2, 1, {0: "a"}, revealed=False)
