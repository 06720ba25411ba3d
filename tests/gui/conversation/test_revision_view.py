"""The revised dialogue and its one editor."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.gui.conversation.columns import Arrangement
from reviewer.gui.conversation.revision_row import buttons
from reviewer.gui.conversation.revision_view import RevisionView, Written
from tests.gui.conversation import chat
from tests.gui.conversation.places import CONTROL, press

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def middle_of(view: RevisionView, position: int) -> QPoint:
    top = dict(view.visible_rows())[position - 1] + view.head_height
    columns = view.rows.columns
    return QPoint(round(columns.x(columns.column(revised=True) + 80)), round(top + view.row_height(position - 1) / 2))


def colours(view: RevisionView, name: str) -> int:
    image, wanted = view.viewport().grab().toImage(), view.theme.color(name)
    return sum(QColor(image.pixel(x, y)) == wanted for x in range(image.width()) for y in range(0, image.height(), 2))


def test_changed_words_are_marked_in_both_columns(revision: RevisionView):
    row = revision.rows.turn(4)
    assert [row.before.turn.text[slice(*span)] for span in row.original.changed] == ["it have", "in due course"]
    assert [row.revised_text[slice(*span)] for span in row.revised.changed] == ["has", "on Friday"]
    assert colours(revision, "inserted_ground") > 100
    assert colours(revision, "deleted_ground") > 100
    assert revision.rows.turn(3).original.changed == ()


def test_both_columns_of_a_row_are_equally_high(revision: RevisionView):
    row = revision.rows.turn(4)
    assert row.height >= max(row.original.bottom, row.revised.bottom)
    assert [pin.pin.number for pin in row.original.words.pins] == [1]
    assert not row.revised.words.pins


def test_arrows_go_from_turn_to_turn(revision: RevisionView, qtbot: QtBot):
    with qtbot.waitSignal(revision.focused_turn_changed) as changed:
        press(revision, Key.Key_Down)
    assert changed.args == [2]
    press(revision, Key.Key_End)
    assert revision.focused_turn() == 7
    press(revision, Key.Key_Up)
    assert revision.focused_turn() == 6


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_a_turn_is_rewritten_and_kept(revision: RevisionView, qtbot: QtBot, key: Key):
    revision.go_to_turn(6)
    press(revision, key)
    assert (revision.editing, revision.focused_turn()) == (True, 6)
    field = revision.editor.field
    assert (field.text(), field.hasFocus()) == ("Which day suits you?", True)
    assert field.accessibleName() == "Revised turn 6"
    QTest.keyClicks(field, " Friday?")
    with qtbot.waitSignal(revision.written) as kept:
        press(field, Key.Key_Return, CONTROL)
    assert kept.args == [Written("0000000006", "Which day suits you? Friday?", "keep", 28)]
    assert (revision.editing, revision.editor.isVisible(), revision.hasFocus()) == (False, False, True)


def test_escape_leaves_the_editor(revision: RevisionView, qtbot: QtBot):
    revision.edit_turn(6)
    kept: list[object] = []
    revision.written.connect(kept.append)
    with qtbot.waitSignal(revision.editing_changed) as changed:
        press(revision.editor.field, Key.Key_Escape)
    assert changed.args == [False]
    assert not kept


def test_the_buttons_keep_and_leave(revision: RevisionView, qtbot: QtBot):
    revision.edit_turn(6)
    with qtbot.waitSignal(revision.written):
        revision.editor.keep.click()
    revision.edit_turn(6)
    revision.editor.cancel.click()
    assert not revision.editing


def test_the_editor_lies_over_its_turn_grows_and_scrolls_along(revision: RevisionView):
    revision.edit_turn(4)
    editor = revision.editor
    top = dict(revision.visible_rows())[3] + revision.head_height
    assert top < editor.y() < top + revision.row_height(3)
    assert editor.x() > revision.width() / 2
    before, row = editor.height(), revision.row_height(3)
    editor.field.insertPlainText("\nand more" * 5)
    assert editor.height() > before
    assert revision.row_height(3) > row
    revision.resize(1000, 320)
    place, top = editor.y(), dict(revision.visible_rows())[3]
    revision.scroll_by(15)
    assert editor.y() - place == pytest.approx(dict(revision.visible_rows())[3] - top, abs=1)


def test_no_break_spaces_survive_the_editor(revision: RevisionView, qtbot: QtBot):
    revision.edit_turn(6)
    revision.editor.field.setPlainText("10\u00a0minutes\nat most")
    with qtbot.waitSignal(revision.written) as kept:
        press(revision.editor.field, Key.Key_Return, CONTROL)
    assert kept.args[0].text == "10\u00a0minutes\nat most"


def test_a_double_click_opens_the_editor(revision: RevisionView):
    QTest.mouseClick(revision.viewport(), LEFT, NONE, middle_of(revision, 6))
    assert revision.focused_turn() == 6
    QTest.mouseDClick(revision.viewport(), LEFT, NONE, middle_of(revision, 6))
    assert (revision.editing, revision.focused_turn()) == (True, 6)


def test_the_focused_turn_has_buttons(revision: RevisionView, qtbot: QtBot):
    revision.go_to_turn(4)
    places = buttons(revision.rows.turn(4), revision.rows.columns)
    assert list(places) == ["revert", "remove", "insert", "rewrite", "more"]
    top = round(dict(revision.visible_rows())[3]) + revision.head_height
    with qtbot.waitSignal(revision.wanted, check_params_cb=lambda name: name == "revert"):
        QTest.mouseClick(revision.viewport(), LEFT, NONE, places["revert"].center().toPoint() + QPoint(0, top))
    QTest.mouseClick(revision.viewport(), LEFT, NONE, places["rewrite"].center().toPoint() + QPoint(0, top))
    assert revision.editing


def test_little_room_puts_the_words_one_above_the_other(revision: RevisionView, qtbot: QtBot):
    revision.resize(700, 700)
    assert revision.rows.columns.arrangement is Arrangement.INLINE
    row = revision.rows.turn(4)
    assert row.original.bottom <= row.revised.top
    assert revision.rows.turn(3).original is None
    revision.edit_turn(4)
    assert revision.editor.width() <= 700
    assert not revision.viewport().grab().isNull()


def test_clean_shows_the_revised_words_alone(revision: RevisionView):
    revision.set_arrangement(Arrangement.CLEAN)
    row = revision.rows.turn(4)
    assert row.original is None
    assert row.revised.changed == ()
    assert colours(revision, "inserted_ground") == 0


def test_another_review_changes_the_row(revision: RevisionView):
    revision.set_review(chat.full_review())
    assert revision.rows.turn(4).change is None
    assert revision.rows.turn(4).revised_text == chat.TEXTS[4]


def test_a_million_turns_open_at_once(qtbot: QtBot):
    view, turns = RevisionView(chat.LIGHT), chat.EndlessTurns()
    qtbot.addWidget(view)
    full = chat.full_review()
    view.open(replace(full, transcript=replace(full.transcript, turn_count=turns.count)), turns)
    view.show()
    view.grab()
    press(view, Key.Key_End)
    assert view.focused_turn() == 1_000_000
    assert len(turns.asked) < 80


def test_everything_is_mirrored_where_people_read_from_the_right(revision: RevisionView):
    revision.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    revision.resize(1010, 700)
    columns = revision.rows.columns
    assert columns.mirrored
    assert columns.x(columns.column(revised=True)) < columns.x(0)
    revision.edit_turn(4)
    assert revision.editor.x() < revision.width() / 2
