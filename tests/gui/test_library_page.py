"""The table of transcripts: sorting, filtering, renaming, deleting, opening; and the list beside a conversation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.gui import messages
from tests.gui.opening import wait_for_job
from tests.gui.steps import CONTROL, click, comment, named, press, rate

Key = Qt.Key
WORDS = ("apple", "cherry", "banana")


@pytest.fixture
def shown(window, tmp_path):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    for turns, word in enumerate(WORDS, start=1):
        path = tmp_path / f"{word}.txt"
        path.write_text(f"Ann: Good morning.\nBo: Where is my {word}?\n" + "Ann: Here.\nBo: Where?\n" * turns)
        made.desk.import_files([str(path)])
        wait_for_job(made)
    made.show_page("library")
    return made


def titles(shown):
    model = shown.library_page.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def rename(shown, row, title, key=Key.Key_Return):
    table = shown.library_page.table
    table.setFocus()
    table.selectRow(row)
    press(table, Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not table
    field.selectAll()
    QTest.keyClicks(field, title)
    press(field, key)
    QTest.qWait(50)


def test_the_table_is_sorted_by_title_and_by_any_column(shown):
    first = titles(shown)
    assert first == sorted(first, key=str.casefold)
    table = shown.library_page.table
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    model = table.model()
    assert [model.index(row, 3).data() for row in range(3)] == ["8", "6", "4"]


def test_renaming_is_shown_everywhere_and_taken_back(shown, qtbot):
    shown.show_page("review")
    open_title = shown.session.full.transcript.title
    shown.show_page("library")
    rename(shown, titles(shown).index(open_title), "Zebra order")
    qtbot.waitUntil(lambda: titles(shown)[-1] == "Zebra order")
    assert shown.windowTitle().startswith("Zebra order")
    assert named(shown, "undo") == "Undo rename"
    shown.library_page.table.setFocus()
    press(shown, Key.Key_Z, modifier=CONTROL)
    qtbot.waitUntil(lambda: open_title in titles(shown))
    assert shown.windowTitle().startswith(open_title)


def test_an_empty_title_and_escape_rename_nothing(shown):
    before = titles(shown)
    rename(shown, 0, "   ")
    rename(shown, 0, "Something", key=Key.Key_Escape)
    assert titles(shown) == before
    assert named(shown, "undo") == "Undo import"


def test_several_are_deleted_at_once_and_come_back(shown):
    before = titles(shown)
    table = shown.library_page.table
    table.setFocus()
    table.selectAll()
    press(table, Key.Key_Delete)
    assert shown.notice.sentence == "3 transcripts moved to Deleted."
    assert titles(shown) == []
    assert shown.session.full is None
    click(shown.notice._button)
    assert titles(shown) == before


def test_a_deleted_transcript_comes_back_with_its_review(shown):
    shown.show_page("review")
    comment(shown, 2, "Asked politely")
    rate(shown, [4, 4])
    title = shown.session.full.transcript.title
    shown.show_page("library")
    shown.library_page.table.selectRow(titles(shown).index(title))
    press(shown.library_page.table, Key.Key_Delete)
    assert title not in titles(shown)
    press(shown, Key.Key_Z, modifier=CONTROL)
    row = titles(shown).index(title)
    assert shown.library_page.table.model().index(row, 6).data() == "1"
    shown.library_page.table.selectRow(row)
    press(shown.library_page.table, Key.Key_Return)
    assert [one.text for one in shown.session.full.annotations] == ["Asked politely"]
    assert shown.review.panel.scorecard.rated.text() == "2 of 7 rated"


def test_a_filter_that_fits_nothing_says_so(shown):
    page = shown.library_page
    press(page.table, Key.Key_Slash)
    QTest.keyClicks(page.filter, "zebra")
    QTest.qWait(200)
    assert page.count.text() == "0 of 3"
    assert page.empty.text() == "No title or turn holds ‘zebra’. Clear the filter."
    page.filter.clear()
    QTest.qWait(200)
    assert page.count.text() == "3 transcripts"
    assert not page.empty.isVisible()


def test_a_double_click_opens(shown):
    table = shown.library_page.table
    place = table.visualRect(table.model().index(1, 0)).center()
    title = titles(shown)[1]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.session.full.transcript.title == title
    assert shown.review.isVisible()


def test_the_table_shows_how_far_each_review_is(shown, monkeypatch):
    monkeypatch.setattr(messages, "question", lambda *_: True)
    shown.show_page("review")
    title = shown.session.full.transcript.title
    rate(shown, [5] * 7)
    shown.show_page("library")
    model = shown.library_page.table.model()
    row = titles(shown).index(title)
    assert [model.index(row, column).data() for column in (4, 5)] == ["In progress", "100"]
    shown.show_page("review")
    shown.actions_table["done"].trigger()
    shown.show_page("library")
    assert model.index(titles(shown).index(title), 4).data() == "Done"


def entries(shown):
    rows = shown.review.list.rows
    return [rows.index(row).data() for row in range(rows.rowCount())]


def test_the_list_groups_filters_and_opens(shown):
    shown.show_page("review")
    title = shown.session.full.transcript.title
    assert entries(shown)[0] == "To review, 3"
    comment(shown, 2, "Asked politely")
    assert entries(shown)[:2] == ["In progress, 1", f"{title}, 0 of 7 rated · 1 comment"]
    field = shown.review.list.filter
    field.setFocus()
    other = next(one for one in titles(shown) if one != title)
    QTest.keyClicks(field, other)
    QTest.qWait(200)
    assert [one for one in entries(shown) if other in one]
    assert not [one for one in entries(shown) if title in one]
    press(field, Key.Key_Down)
    view = shown.review.list.view
    assert view.hasFocus()
    view.setCurrentIndex(shown.review.list.rows.index(1))
    press(view, Key.Key_Return)
    assert shown.session.full.transcript.title == other


def test_ctrl_page_down_and_up_walk_the_list(shown):
    shown.show_page("review")
    seen = {shown.session.full.transcript.title}
    for _ in range(3):
        press(shown, Key.Key_PageUp, modifier=CONTROL)
    first = shown.session.full.transcript.title
    for _ in range(3):
        seen.add(shown.session.full.transcript.title)
        press(shown, Key.Key_PageDown, modifier=CONTROL)
    assert len(seen) == 3
    for _ in range(3):
        press(shown, Key.Key_PageUp, modifier=CONTROL)
    assert shown.session.full.transcript.title == first


def test_several_deleted_at_once_are_one_step(shown):
    before = titles(shown)
    table = shown.library_page.table
    table.setFocus()
    table.selectAll()
    press(table, Key.Key_Delete)
    assert titles(shown) == []
    shown.actions_table["undo"].trigger()
    assert titles(shown) == before
    shown.actions_table["redo"].trigger()
    assert titles(shown) == []
