"""Every kind of change in Revise, by keys and by mouse, through the real window."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reviewer.domain.revision import ChangeKind
from reviewer.domain.standing_turn import standing_turn
from reviewer.gui.conversation.revision_row import buttons
from reviewer.gui.panels.change_row import ChangeRow
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, SHIFT, click, comment, named, press

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    press(made, Key.Key_2, modifier=CONTROL)
    made.review.revision.setFocus()
    return made


def said(shown) -> list[tuple[str, str]]:
    """Who says what in the revision."""
    full = shown.session.full
    names = {one.id: one.name for one in full.speakers}
    rows = [row for row, line in enumerate(full.dialogue) if line.stands]
    turns = [standing_turn(full.dialogue, row, shown.session.turn) for row in rows]
    return [(names.get(one.speaker or "", ""), one.text) for one in turns]


def original(shown) -> list[str]:
    return [shown.session.turn(one).text for one in range(1, shown.session.turns.count + 1)]


def kinds(shown) -> list[ChangeKind]:
    return [one.kind for one in shown.session.full.changes]


def key(shown, code, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    press(shown.review.revision, code, modifier=modifier)


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def pick(words: str) -> None:
    shown = menu()
    action = next(one for one in shown.actions() if words in one.text())
    action.trigger()
    shown.close()


def test_a_turn_is_inserted_below_and_above_by_the_other_speaker(shown):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(4)
    key(shown, Key.Key_I)
    QTest.keyClicks(view.editor.field, "Is that so?")
    press(view.editor.field, Key.Key_Return, modifier=CONTROL)
    here = said(shown)
    assert len(here) == len(before) + 1
    assert here[4][1] == "Is that so?"
    assert here[4][0] != before[3][0]
    assert view.focused_line.change.kind is ChangeKind.INSERTED
    view.go_to_turn(1)
    key(shown, Key.Key_I, SHIFT)
    QTest.keyClicks(view.editor.field, "First of all")
    click(view.editor.keep)
    assert said(shown)[0][1] == "First of all"
    assert named(shown, "undo") == "Undo insert turn"


def test_an_inserted_turn_without_words_is_none(shown):
    view, before = shown.review.revision, said(shown)
    for leave in (Key.Key_Escape, None):
        view.go_to_turn(4)
        key(shown, Key.Key_I)
        assert view.rows.count == len(before) + 1
        if leave:
            press(view.editor.field, leave)
        else:
            press(view.editor.field, Key.Key_Return, modifier=CONTROL)
        assert said(shown) == before
        assert view.rows.count == len(before)
    assert named(shown, "undo") == "Undo"


def test_a_turn_is_deleted_and_restored(shown):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(6)
    key(shown, Key.Key_Delete)
    assert said(shown) == before[:5] + before[6:]
    assert shown.notice.sentence == "Turn 6 is deleted in the revision."
    row = view.rows.turn(6)
    place = buttons(row, view.rows.columns)["restore"].center()
    top = view.row_top(view.focused_row)
    view.go_to_turn(3)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y() + top)))
    assert said(shown) == before
    view.go_to_turn(6)
    key(shown, Key.Key_Delete)
    key(shown, Key.Key_Backspace, ALT)
    assert said(shown) == before


def test_a_turn_moves_up_and_down_and_the_keyboard_goes_with_it(shown):
    view, before = shown.review.revision, original(shown)
    view.go_to_turn(4)
    key(shown, Key.Key_Down, ALT)
    assert [words for _, words in said(shown)][3:5] == [before[4], before[3]]
    assert view.focused_line.change.origin == 4
    assert kinds(shown) == [ChangeKind.MOVED]
    key(shown, Key.Key_Up, ALT)
    assert kinds(shown) == []
    assert view.focused_turn() == 4
    view.go_to_turn(1)
    key(shown, Key.Key_Up, ALT)
    assert kinds(shown) == []
    assert shown.status.selection.accessibleName() == "This is the first turn."


def test_a_turn_is_dragged_by_its_number(shown):
    view, before = shown.review.revision, original(shown)
    columns = view.rows.columns
    x = round(columns.x(columns.column(revised=True) + 20))
    start = QPoint(x, round(view.row_top(1)) + 15)
    end = QPoint(x, round(view.row_top(3) + view.row_height(3)) - 4)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 5)
    assert view.drop_gap == 4
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert [words for _, words in said(shown)][:4] == [before[0], before[2], before[3], before[1]]
    assert view.drop_gap is None


def test_a_turn_is_split_at_the_caret_and_joined_again(shown):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(2)
    key(shown, Key.Key_Return)
    field = view.editor.field
    cut = len(field.text().partition(" ")[0])
    cursor = field.textCursor()
    cursor.setPosition(cut)
    field.setTextCursor(cursor)
    press(field, Key.Key_Return, modifier=CONTROL | SHIFT)
    speaker, text = before[1]
    assert said(shown)[1:3] == [(speaker, text[:cut]), (speaker, text[cut:].lstrip())]
    assert kinds(shown) == [ChangeKind.SPLIT] * 2
    assert shown.review.panel.changes.count == 1
    key(shown, Key.Key_J, CONTROL)
    assert said(shown) == before
    assert kinds(shown) == []


@pytest.mark.parametrize("place", ["start", "end"])
def test_a_turn_is_not_split_at_its_ends_and_its_words_are_kept(shown, place):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(2)
    key(shown, Key.Key_Return)
    view.editor.field.moveCursor(view.editor.field.textCursor().MoveOperation[place.capitalize()])
    click(view.editor.split)
    assert said(shown) == before
    assert shown.status.selection.accessibleName().startswith("Put the caret between two words")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_joining_turns_of_two_speakers_asks_who_says_it(shown):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(3)
    key(shown, Key.Key_J, CONTROL)
    assert said(shown) == before
    names = [one.text() for one in menu().actions() if not one.isSeparator()]
    assert [name.split(",")[0] for name in names] == [before[2][0], before[3][0]]
    pick(names[1])
    assert said(shown)[2] == (before[3][0], f"{before[2][1]} {before[3][1]}")
    assert kinds(shown) == [ChangeKind.JOINED]
    assert view.rows.turn(4).aside.revised == "Joined with turn 3"


def test_the_last_turn_has_none_to_be_joined_with(shown):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(99)
    key(shown, Key.Key_J, CONTROL)
    assert said(shown) == before
    assert "last turn" in shown.status.selection.accessibleName()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_speaker_of_a_turn_is_changed(shown):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(4)
    key(shown, Key.Key_P)
    pick(before[2][0])
    assert said(shown)[3] == (before[2][0], before[3][1])
    assert view.rows.turn(4).aside.tag == "other speaker"
    key(shown, Key.Key_P)
    pick(before[3][0])
    assert said(shown) == before
    assert kinds(shown) == []


def test_words_that_are_all_taken_away_delete_the_turn(shown):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(4)
    key(shown, Key.Key_Return)
    view.editor.field.selectAll()
    press(view.editor.field, Key.Key_Delete)
    click(view.editor.keep)
    assert said(shown) == before[:3] + before[4:]
    assert kinds(shown) == [ChangeKind.REMOVED]


def test_all_changes_are_taken_back_at_once_and_come_back(shown):
    view, before = shown.review.revision, said(shown)
    view.go_to_turn(4)
    key(shown, Key.Key_Delete)
    view.go_to_turn(2)
    key(shown, Key.Key_Down, ALT)
    after = said(shown)
    click(shown.review.panel.changes.revert)
    assert said(shown) == before
    assert shown.notice.sentence == "All 2 changes are taken back."
    shown.actions_table["undo"].trigger()
    assert said(shown) == after


def test_pasted_rich_text_arrives_plain_and_very_long_text_is_cut_with_a_word(shown):
    view = shown.review.revision
    view.go_to_turn(4)
    key(shown, Key.Key_Return)
    field = view.editor.field
    mime = QMimeData()
    mime.setHtml("<b>Sorry</b>")
    mime.setText("Sorry \u202eabc\u202c \x07")
    field.selectAll()
    field.insertFromMimeData(mime)
    assert field.text() == "Sorry \u202eabc\u202c \x07"
    press(field, Key.Key_Return, modifier=CONTROL)
    assert shown.session.full.revised(4).text == "Sorry \u202eabc\u202c \x07"
    view.edit_turn(4)
    field.setPlainText("a" * 100_001)
    press(field, Key.Key_Return, modifier=CONTROL)
    assert len(shown.session.full.revised(4).text) == 100_000
    assert "100,000 characters" in shown.status.selection.accessibleName()


def test_only_changed_turns_are_shown_and_the_keyboard_stays_near(shown):
    view = shown.review.revision
    for turn in (4, 9):
        view.go_to_turn(turn)
        key(shown, Key.Key_Delete)
    click(shown.review.revise_bar.changed_only)
    assert view.rows.count == 2
    assert view.focused_turn() == 9
    click(shown.review.revise_bar.changed_only)
    assert view.rows.count == len(original(shown))
    assert view.focused_turn() == 9


def test_pins_of_comments_can_be_hidden(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown)
    shown.show_mode("revise")
    view = shown.review.revision
    assert view.rows.turn(4).original.words.pins
    click(shown.review.revise_bar.pins)
    assert not view.rows.turn(4).original.words.pins


def test_what_is_left_in_the_editor_waits_there(shown, window):
    view = shown.review.revision
    view.go_to_turn(4)
    key(shown, Key.Key_Return)
    view.editor.field.setPlainText("Half a thought")
    press(view.editor.field, Key.Key_Escape)
    assert view.rows.turn(4).aside.tag == "unfinished edit"
    drafts = shown.session.library.workspace.reading.drafts()
    assert [json.loads(one)["text"] for one in drafts.values()] == ["Half a thought"]
    again = window()
    again.show_mode("revise")
    view = again.review.revision
    view.go_to_turn(4)
    view.setFocus()
    press(view, Key.Key_Return)
    assert view.editor.field.text() == "Half a thought"
    assert view.editor.unfinished.isVisible()
    click(view.editor.again)
    assert view.editor.field.text() == again.session.turn(4).text
    press(view.editor.field, Key.Key_Escape)
    assert again.session.library.workspace.reading.drafts() == {}


def test_the_panel_goes_to_a_change_and_follows_the_keyboard(shown):
    view, panel = shown.review.revision, shown.review.panel.changes
    for turn in (4, 9):
        view.go_to_turn(turn)
        key(shown, Key.Key_Delete)
    rows = sorted(panel.findChildren(ChangeRow), key=lambda row: row.y())
    assert [row.title.text() for row in rows] == ["Turn 4 deleted", "Turn 9 deleted"]
    assert [row.current for row in rows] == [False, True]
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton, pos=QPointF(12, 12).toPoint())
    assert view.focused_turn() == 4
    assert [row.current for row in rows] == [True, False]


def test_the_facts_before_and_after_lead_to_their_turns(shown):
    view, facts = shown.review.revision, shown.review.panel.changes.facts
    assert not facts.isVisible()
    view.go_to_turn(3)
    key(shown, Key.Key_I)
    QTest.keyClicks(view.editor.field, "I am sorry.")
    press(view.editor.field, Key.Key_Return, modifier=CONTROL)
    assert facts.isVisible()
    before, after = facts._before[2], facts._after[2]
    assert after.text() == "turn 4"
    assert after.accessibleName() == "First apology after: turn 4"
    assert before.text() in ("none", *(f"turn {one}" for one in range(3, 30)))
    view.go_to_turn(9)
    click(after)
    assert view.focused_line.number == 4


def test_the_revision_goes_to_the_clipboard_as_text_and_as_a_script(shown):
    view, clipboard = shown.review.revision, QApplication.clipboard()
    view.go_to_turn(2)
    key(shown, Key.Key_Delete)
    gone = shown.session.turn(2).text
    click(shown.review.panel.changes.copy)
    text = clipboard.text()
    assert gone not in text
    assert shown.session.turn(3).text in text
    shown.actions_table["copy_script"].trigger()
    assert clipboard.text().startswith(shown.session.full.transcript.title.upper())
    assert shown.notice.sentence == "The role-play script is on the clipboard."


def concern(shown, turn: int, words: str):
    """A concern on a whole turn, made in Review."""
    shown.show_mode("review")
    made = comment(shown, turn, words)
    shown.show_mode("revise")
    shown.review.revision.setFocus()
    return made


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_change_is_linked_unlinked_and_becomes_a_suggestion(shown):
    view, panel = shown.review.revision, shown.review.panel.changes
    made = concern(shown, 4, "Curt")
    view.edit_turn(4)
    view.editor.field.setPlainText("Which of the two pages do you mean?")
    click(view.editor.keep)
    assert panel.addressed.text() == "1 of 1 concern addressed"
    (row,) = panel.findChildren(ChangeRow)
    click(row.links)
    pick("Curt")
    assert panel.addressed.text() == "0 of 1 concern addressed"
    assert named(shown, "undo") == "Undo unlink from comment"
    click(row.links)
    pick("Curt")
    assert panel.addressed.text() == "1 of 1 concern addressed"
    click(row.links)
    pick("suggested rewrite")
    (suggested,) = shown.session.full.annotations
    assert (suggested.id, bool(suggested.suggestion)) == (made.id, True)
    assert named(shown, "undo") == "Undo suggested rewrite"
