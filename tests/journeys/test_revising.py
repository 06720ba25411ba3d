"""The other half of the work: rewriting a chat in ten kinds of change, by keyboard alone and by mouse alone."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reviewer.domain.standing_turn import standing_turn
from reviewer.gui.conversation.revision_row import buttons
from reviewer.gui.conversation.revision_view import RevisionView
from reviewer.gui.dialogs.compare_revisions import CompareRevisions
from reviewer.gui.dialogs.revision import RevisionDialog
from reviewer.gui.main_window import MainWindow
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, SHIFT, click, named, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
STEPS = 10


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    press(made, Key.Key_2, modifier=CONTROL)
    return made


def said(shown: MainWindow) -> list[tuple[str | None, str]]:
    """Who says what in the revision."""
    full = shown.session.full
    assert full is not None
    rows = [row for row, line in enumerate(full.dialogue) if line.stands]
    turns = [standing_turn(full.dialogue, row, shown.session.turn) for row in rows]
    return [(one.speaker, one.text) for one in turns]


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def go_through_history(shown: MainWindow, window, before: list[tuple[str | None, str]]) -> None:
    """Undo everything, redo everything, open anew: the words follow."""
    after = said(shown)
    for _ in range(STEPS):
        press(shown, Key.Key_Z, modifier=CONTROL)
    assert said(shown) == before
    assert named(shown, "undo") == "Undo"
    for _ in range(STEPS):
        press(shown, Key.Key_Y, modifier=CONTROL)
    assert said(shown) == after
    assert named(shown, "redo") == "Redo"
    again = window()
    assert said(again) == after
    for _ in range(STEPS):
        again.stepping.undo()
    assert said(again) == before


def go_by_keys(view: RevisionView, turn: int) -> None:
    press(view, Key.Key_Home)
    while view.focused_turn() < turn:
        press(view, Key.Key_Down)


def write_by_keys(view: RevisionView, words: str, *, instead: bool = False) -> None:
    if instead:
        view.editor.field.selectAll()
    QTest.keyClicks(view.editor.field, words)
    press(view.editor.field, Key.Key_Return, modifier=CONTROL)


def test_ten_kinds_of_change_by_keyboard(shown, window):
    view, before = shown.review.revision, said(shown)
    go, write = partial(go_by_keys, view), partial(write_by_keys, view)
    view.setFocus()
    go(2)
    press(view, Key.Key_Return)
    write("Good morning. What can I do?", instead=True)
    press(view, Key.Key_I)
    write("One moment.")
    go(3)
    press(view, Key.Key_I, modifier=SHIFT)
    write("Take your time.")
    go(5)
    press(view, Key.Key_Delete)
    go(7)
    press(view, Key.Key_Delete)
    press(view, Key.Key_Backspace, modifier=ALT)
    press(view, Key.Key_Down, modifier=ALT)
    go(9)
    press(view, Key.Key_Return)
    press(view.editor.field, Key.Key_Home, modifier=CONTROL)
    press(view.editor.field, Key.Key_Right, modifier=CONTROL)
    press(view.editor.field, Key.Key_Return, modifier=CONTROL | SHIFT)
    go(11)
    press(view, Key.Key_P)
    press(menu(), Key.Key_Return)
    go(2)
    press(view, Key.Key_Backspace, modifier=ALT)
    assert named(shown, "undo") == "Undo revert rewrite"
    assert len(shown.session.full.changes) >= 6
    go_through_history(shown, window, before)


class Mouse:
    """Presses of the left button on the revision."""

    def __init__(self, shown: MainWindow) -> None:
        self.view = shown.review.revision

    def on(self, turn: int, name: str) -> None:
        """The button of a turn."""
        view = self.view
        view.make_visible(view.rows.dialogue.row_of(turn), 0, 60)
        row = view.rows.dialogue.row_of(turn)
        columns = view.rows.columns
        middle = round(columns.x(columns.column(revised=True) + 120))
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(middle, round(view.row_top(row)) + 8))
        place = buttons(view.rows.row(row), columns)[name].center().toPoint()
        QTest.mouseClick(view.viewport(), LEFT, pos=place + QPoint(0, round(view.row_top(row))))

    def drag(self, turn: int, below: int) -> None:
        """A turn by its number below another."""
        view = self.view
        row, target = (view.rows.dialogue.row_of(one) for one in (turn, below))
        x = round(view.rows.columns.x(view.rows.columns.column(revised=True) + 20))
        start = QPoint(x, round(view.row_top(row)) + 12)
        end = QPoint(x, round(view.row_top(target) + view.row_height(target)) - 3)
        QTest.mousePress(view.viewport(), LEFT, pos=start)
        QTest.mouseMove(view.viewport(), start + QPoint(0, 20))
        QTest.mouseMove(view.viewport(), end)
        QTest.mouseRelease(view.viewport(), LEFT, pos=end)

    def choose(self, words: str) -> None:
        """A command of the menu that is open."""
        shown = menu()
        action = next(one for one in shown.actions() if words in one.text().replace("&", ""))
        QTest.mouseClick(shown, LEFT, pos=shown.actionGeometry(action).center())


def test_ten_kinds_of_change_by_mouse(shown, window):
    view, before, mouse = shown.review.revision, said(shown), Mouse(shown)
    editor = view.editor

    def write(words: str, *, instead: bool = False) -> None:
        if instead:
            editor.field.selectAll()
        QTest.keyClicks(editor.field, words)

    mouse.on(2, "rewrite")
    write("Good morning. What can I do?", instead=True)
    click(editor.keep)
    mouse.on(2, "insert")
    write("One moment.")
    click(editor.keep)
    mouse.on(3, "more")
    mouse.choose("Insert a turn above")
    write("Take your time.")
    click(editor.keep)
    mouse.on(5, "remove")
    mouse.on(7, "remove")
    mouse.on(7, "restore")
    mouse.drag(7, 8)
    mouse.on(9, "rewrite")
    editor.field.moveCursor(editor.field.textCursor().MoveOperation.Start)
    editor.field.moveCursor(editor.field.textCursor().MoveOperation.NextWord)
    click(editor.split)
    mouse.on(9, "more")
    mouse.choose("Join with the next turn")
    mouse.on(2, "revert")
    assert named(shown, "undo") == "Undo revert rewrite"
    go_through_history(shown, window, before)


def test_two_strategies_are_compared_and_one_is_recommended(shown, window, monkeypatch, exports, tmp_path):
    names = iter([("Apologise first", "Says sorry before anything else."), ("Explain earlier", "")])
    monkeypatch.setattr(RevisionDialog, "ask", lambda *_: next(names))
    view, bar, act = shown.review.revision, shown.review.panel.changes.alternatives, shown.actions_table
    act["new_revision"].trigger()
    view.edit_turn(2)
    view.editor.field.setPlainText("I am sorry. What is wrong?")
    click(view.editor.keep)
    act["duplicate_revision"].trigger()
    view.edit_turn(4)
    view.editor.field.setPlainText("It costs nothing.")
    click(view.editor.keep)
    act["recommend_revision"].trigger()
    assert bar.chooser.text() == "Explain earlier, recommended"
    assert [line.isChecked() for line in bar.menu().actions()[:2]] == [False, True]
    act["compare_revisions"].trigger()
    (dialog,) = shown.findChildren(CompareRevisions)
    assert (dialog.left.currentText(), dialog.right.currentText()) == ("Apologise first", "Explain earlier")
    assert dialog.count.text() == "1 difference"
    assert dialog.view.rows.row(3).revised_text == "It costs nothing."
    dialog.left.setCurrentIndex(0)
    assert dialog.count.text() == "2 differences"
    dialog.close()
    exports.path = page = tmp_path / "both.html"
    act["export"].trigger()
    assert "Apologise first" not in page.read_text(encoding="utf-8").partition('type="application/json"')[0]
    exports.acts.append(lambda dialog: dialog.choices.parts.alternatives.click())
    act["export"].trigger()
    text = page.read_text(encoding="utf-8").partition('type="application/json"')[0]
    assert "Alternative: <bdi>Apologise first</bdi>" in text
    assert "Revised dialogue: <bdi>Explain earlier</bdi>" in text
    bar.menu().actions()[0].trigger()
    assert [one.text for one in shown.session.full.changes] == ["I am sorry. What is wrong?"]
    again = window()
    assert [one.origin for one in again.session.full.changes] == [2, 4]
    again.session.show_revision(again.session.full.revisions[0].id)
    again.actions_table["delete_revision"].trigger()
    assert [one.name for one in again.session.full.revisions] == ["Explain earlier"]
    again.stepping.undo()
    assert [one.name for one in again.session.full.revisions] == ["Apologise first", "Explain earlier"]
