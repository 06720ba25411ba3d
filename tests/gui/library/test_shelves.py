"""Collections, tags and Deleted, by mouse and by keyboard, with undo and after a restart."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.gui import messages
from reviewer.gui.dialogs.name import NameDialog
from reviewer.gui.library.columns import COLUMNS
from reviewer.gui.library.shelf_delegate import COUNT_ROLE
from reviewer.store.listing import Shelf, Smart
from tests.gui.opening import wait_for_job
from tests.gui.steps import CONTROL, click, named, press

Key = Qt.Key
WORDS = ("apple", "banana", "cherry")


@pytest.fixture
def shown(window, tmp_path):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    for word in WORDS:
        path = tmp_path / f"{word}.txt"
        path.write_text(f"Ann: Good morning.\nBo: Where is my {word}?\nAnn: Here.\nBo: Where?\n")
        made.desk.import_files([str(path)])
        wait_for_job(made)
    made.show_page("library")
    return made


@pytest.fixture
def answers(monkeypatch):
    """What is typed into the next dialogs that ask for a name."""
    words = []

    def answer(dialog):
        dialog.name.setText(words.pop(0))
        dialog.accept_button.click()
        return dialog.result()

    monkeypatch.setattr(NameDialog, "exec", answer)
    return words


def rows(shown):
    """The shelves with their counts, from the top."""
    return {row.text(0): row.data(0, COUNT_ROLE) for row in shown.library_page.shelves.tree.rows()}


def titles(shown):
    model = shown.library_page.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(shown, *names):
    table = shown.library_page.table
    table.clearSelection()
    for name in names:
        index = table.model().index(titles(shown).index(name), 0)
        table.selectionModel().setCurrentIndex(
            index, table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows
        )


def shelf_named(shown, name):
    tree = shown.library_page.shelves.tree
    return next(row for row in tree.rows() if row.text(0) == name)


def go_to(shown, name):
    tree = shown.library_page.shelves.tree
    place = tree.visualItemRect(shelf_named(shown, name)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def drop_on(shown, name):
    """Drag what is chosen onto a shelf."""
    tree, table = shown.library_page.shelves.tree, shown.library_page.table
    data = table.model().mimeData(table.selectionModel().selectedIndexes())
    place = QPointF(tree.visualItemRect(shelf_named(shown, name)).center())
    actions, button = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(place, actions, data, button, Qt.KeyboardModifier.NoModifier)
    tree.dropEvent(event)


def pick(menu, *path):
    """The entry of a menu, through its submenus."""
    act = next(one for one in menu.actions() if one.text() == path[0])
    return act if len(path) == 1 else pick(act.menu(), *path[1:])


def test_a_new_collection_takes_what_is_dragged_on_it(shown, answers):
    answers.append("March sample")
    click(shown.library_page.shelves.new)
    assert rows(shown)["March sample"] == 0
    choose(shown, "apple", "cherry")
    drop_on(shown, "March sample")
    assert shown.notice.sentence == "2 transcripts moved to ‘March sample’."
    assert rows(shown)["March sample"] == 2
    go_to(shown, "March sample")
    assert titles(shown) == ["apple", "cherry"]
    assert shown.library_page.count.text() == "2 transcripts"
    press(shown.library_page.table, Key.Key_Z, modifier=CONTROL)
    assert titles(shown) == []
    assert shown.library_page.empty.text().startswith("Nothing here yet.")
    press(shown.library_page.table, Key.Key_Z, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert titles(shown) == ["apple", "cherry"]


def test_moving_by_the_menu_into_a_new_collection_is_one_step(shown, answers):
    answers.append("Week 12")
    choose(shown, "banana")
    pick(shown.shelving.menu(shown.library_page.chosen()), "Move to collection", "New collection…").trigger()
    assert rows(shown)["Week 12"] == 1
    assert named(shown, "undo") == "Undo move"
    press(shown.library_page.table, Key.Key_Z, modifier=CONTROL)
    assert "Week 12" not in rows(shown)


def test_a_transcript_dragged_onto_all_leaves_its_collection(shown, answers):
    answers.append("Week 12")
    choose(shown, "banana")
    pick(shown.shelving.menu(shown.library_page.chosen()), "Move to collection", "New collection…").trigger()
    choose(shown, "banana")
    drop_on(shown, "All transcripts")
    assert rows(shown)["Week 12"] == 0


def test_tags_are_put_on_and_taken_off(shown, answers):
    answers.append("fees")
    choose(shown, "apple", "banana")
    pick(shown.shelving.menu(shown.library_page.chosen()), "Tags", "New tag…").trigger()
    assert rows(shown)["fees"] == 2
    choose(shown, "apple")
    act = pick(shown.shelving.menu(shown.library_page.chosen()), "Tags", "fees")
    assert act.isChecked()
    act.trigger()
    assert rows(shown)["fees"] == 1
    choose(shown, "cherry")
    drop_on(shown, "fees")
    go_to(shown, "fees")
    assert titles(shown) == ["banana", "cherry"]


def test_collections_and_tags_are_renamed_and_deleted_by_keyboard(shown, answers):
    answers += ["Week 12", "Week 13"]
    choose(shown, "apple")
    pick(shown.shelving.menu(shown.library_page.chosen()), "Move to collection", "New collection…").trigger()
    tree = shown.library_page.shelves.tree
    tree.setFocus()
    tree.setCurrentItem(shelf_named(shown, "Week 12"))
    press(tree, Key.Key_F2)
    assert rows(shown)["Week 13"] == 1
    assert shown.library_page.title.accessibleName() == "Week 13"
    press(tree, Key.Key_Delete)
    assert "Week 13" not in rows(shown)
    assert shown.notice.sentence == "‘Week 13’ deleted; its transcripts stay."
    assert shown.library_page.shelf == Shelf(Smart.ALL)
    click(shown.notice._button)
    assert rows(shown)["Week 13"] == 1


def test_what_is_deleted_can_be_restored_and_only_then_deleted_for_good(shown, monkeypatch):
    asked = []
    monkeypatch.setattr(messages, "question", lambda *words: not asked.append(words[1]))
    page = shown.library_page
    choose(shown, "apple", "banana")
    press(page.table, Key.Key_Delete)
    assert titles(shown) == ["cherry"]
    assert rows(shown)["Deleted"] == 2
    go_to(shown, "Deleted")
    choose(shown, "apple")
    pick(shown.shelving.menu(page.chosen()), "Restore").trigger()
    assert titles(shown) == ["banana"]
    choose(shown, "banana")
    press(page.table, Key.Key_Delete)
    assert asked == ["Delete 1 transcript for good? Their reviews go too. This cannot be undone."]
    assert rows(shown)["Deleted"] == 0
    go_to(shown, "All transcripts")
    assert titles(shown) == ["apple", "cherry"]


def test_a_filter_finds_words_that_were_said(shown):
    page = shown.library_page
    press(page.table, Key.Key_Slash)
    QTest.keyClicks(page.filter, "ban")
    QTest.qWait(200)
    assert titles(shown) == ["banana"]
    assert page.count.text() == "1 of 3"
    page.filter.setText("refnd")
    QTest.qWait(200)
    assert page.empty.text() == "No title or turn holds ‘refnd’. Clear the filter."


def test_columns_sorting_and_place_are_kept(shown, window):
    page = shown.library_page
    pick(page.table.header.columns_menu(), "File").setChecked(True)
    pick(page.table.header.columns_menu(), "Score").setChecked(False)
    section = page.table.header.sectionViewportPosition(0) + 20
    place = QPoint(section, 10)
    QTest.mouseClick(page.table.header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert titles(shown) == ["cherry", "banana", "apple"]
    shown = window()
    shown.show_page("library")
    assert titles(shown) == ["cherry", "banana", "apple"]
    header = shown.library_page.table.header
    hidden = {act.text(): not act.isChecked() for act in header.columns_menu().actions()}
    assert (hidden["File"], hidden["Score"]) == (False, True)


def test_back_from_a_review_stands_at_the_same_place(shown, answers):
    answers.append("Week 12")
    choose(shown, "apple", "banana")
    pick(shown.shelving.menu(shown.library_page.chosen()), "Move to collection", "New collection…").trigger()
    go_to(shown, "Week 12")
    choose(shown, "banana")
    shown.library_page.table.setFocus()
    press(shown.library_page.table, Key.Key_Return)
    assert shown.review.isVisible()
    press(shown, Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert titles(shown) == ["apple", "banana"]
    assert QApplication.focusWidget() is shown.library_page.table
    assert shown.library_page.table.currentIndex().data() == "banana"


def test_ticking_all_and_one(shown):
    page = shown.library_page
    header = page.table.header
    place = QPoint(header.sectionViewportPosition(header.logicalIndex(0)) + 10, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(page.chosen()) == 3
    assert shown.status.turn.text() == "3 transcripts, 3 selected"
    tick = page.table.visualRect(page.model.index(1, header.logicalIndex(0))).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    assert len(page.chosen()) == 2
    page.table.setFocus()
    press(page.table, Key.Key_Space)
    assert len(page.chosen()) == 3


def test_shelves_and_table_by_keyboard_alone(shown, answers):
    answers.append("Week 12")
    choose(shown, "banana")
    pick(shown.shelving.menu(shown.library_page.chosen()), "Move to collection", "New collection…").trigger()
    page = shown.library_page
    page.table.setFocus()
    press(shown, Key.Key_F6)
    assert page.shelves.tree.hasFocus()
    for _ in range(12):
        if page.title.accessibleName() == "Week 12":
            break
        press(page.shelves.tree, Key.Key_Down)
    assert titles(shown) == ["banana"]
    press(page.shelves.tree, Key.Key_Return)
    assert page.table.hasFocus()
    press(page.table, Key.Key_Return)
    assert shown.session.full.transcript.title == "banana"


def test_sorting_and_columns_are_in_the_menu_too(shown):
    pick(shown.shelving.menu([]), "Sort by", "Title").trigger()
    assert titles(shown) == ["cherry", "banana", "apple"]
    pick(shown.shelving.menu([]), "Columns", "Tags").trigger()
    tags = [column.key for column in COLUMNS].index("tags")
    assert not shown.library_page.table.header.isSectionHidden(tags)
