"""Files in and out of the window: opening, dropping, pasting, what is said when it fails, exporting, the table."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.gui import messages
from reviewer.gui.dialogs.paste import PasteDialog
from reviewer.gui.pages.welcome import DROP_WORDS
from tests.gui.opening import open_sample, wait_for_job

CHAT = """Ann: Good morning, this is Ann.
Bo: Where is my parcel?
Ann: It is on its way.
Bo: Thank you.
"""


@pytest.fixture
def parcel(tmp_path):
    path = tmp_path / "parcel.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path


def choose_files(monkeypatch, *paths):
    monkeypatch.setattr(messages, "files_to_open", lambda _: [str(path) for path in paths])


def drag_of(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def send_drag(widget, data):
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
    return event


def send_drop(widget, data):
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def test_open_files_imports_and_opens_the_chat(window, previews, monkeypatch, parcel):
    shown = window(reviewer="Reviewer A")
    choose_files(monkeypatch, parcel)
    shown.library_page.welcome.drop.open.click()
    wait_for_job(shown)
    assert shown.session.full.transcript.turn_count == 4
    assert shown.review.view.isVisible()
    assert shown.notice.sentence == f"Imported ‘{shown.session.full.transcript.title}’: 4 turns."


def test_a_file_without_a_chat_is_named_with_its_reason_and_nothing_is_imported(
    window, previews, monkeypatch, tmp_path
):
    empty = tmp_path / "empty.txt"
    empty.write_text("   \n")
    shown = window()
    choose_files(monkeypatch, empty)
    shown.actions_table["open"].trigger()
    wait_for_job(shown)
    assert previews.refused == ["empty.txt could not be read: it holds no text."]
    assert shown.library_page.welcome.isVisible()
    assert shown.session.full is None


def test_one_bad_file_among_good_ones_does_not_hold_them_up(window, monkeypatch, tmp_path, parcel):
    bad = tmp_path / "picture.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    shown = window(reviewer="Reviewer A")
    choose_files(monkeypatch, bad, parcel)
    shown.actions_table["open"].trigger()
    wait_for_job(shown)
    assert "picture.txt" in shown.notice.sentence
    assert "imported" in shown.notice.sentence
    assert shown.session.full.transcript.turn_count == 4


def test_dragged_files_are_counted_and_dropped_ones_imported(window, previews, tmp_path, parcel):
    shown = window(reviewer="Reviewer A")
    drop = shown.library_page.welcome.drop
    data = drag_of(parcel, tmp_path / "other.txt", tmp_path / "third.txt")
    assert send_drag(drop, data).isAccepted()
    assert drop.words.text() == "Drop 3 files to import"
    send_drop(drop, drag_of(parcel))
    assert drop.words.text() == DROP_WORDS
    wait_for_job(shown)
    assert shown.session.full.transcript.turn_count == 4


def test_files_can_be_dropped_on_an_open_review_too(window, previews, parcel):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    data = drag_of(parcel)
    assert send_drag(shown, data).isAccepted()
    send_drop(shown, data)
    wait_for_job(shown)
    assert shown.session.full.transcript.turn_count == 4


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_pasting_says_what_was_found_before_it_is_imported(window, previews, monkeypatch, qtbot):
    shown = window(reviewer="Reviewer A")
    QGuiApplication.clipboard().setText(CHAT)
    said = []

    def answer(dialog):
        dialog.show()
        qtbot.waitActive(dialog)
        said.append(dialog.found.text())
        dialog.text.setPlainText("nothing that looks like a chat")
        qtbot.waitUntil(lambda: dialog.found.text() != said[0], timeout=2000)
        said.append(dialog.found.text())
        dialog.text.setPlainText(CHAT)
        qtbot.waitUntil(lambda: dialog.found.text() == said[0], timeout=2000)
        QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return dialog.result()

    monkeypatch.setattr(PasteDialog, "exec", answer)
    shown.actions_table["paste_chat"].trigger()
    wait_for_job(shown)
    assert said[0].startswith("4 turns by 2 speakers")
    assert said[1].endswith(".")
    assert shown.session.full.transcript.turn_count == 4


def test_the_table_filters_renames_deletes_and_brings_back(window, qtbot):
    shown = window(reviewer="Reviewer A")
    for place in range(3):
        shown.desk.import_sample(shown.library_page.welcome.sample_buttons[place].sample)
        wait_for_job(shown)
    shown.show_page("library")
    page = shown.library_page
    assert page.count.text() == "3 transcripts"
    QTest.keyClicks(page.table, "/")
    assert page.filter.hasFocus()
    QTest.keyClicks(page.filter, "cake")
    qtbot.waitUntil(lambda: page.count.text() == "1 of 3")
    QTest.keyClick(page.filter, Qt.Key.Key_Return)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    field.setText("Cake, delivered")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.model().index(0, 0).data() == "Cake, delivered")
    assert page.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown.notice.sentence == "‘Cake, delivered’ moved to Deleted."
    page.filter.clear()
    qtbot.waitUntil(lambda: page.count.text() == "2 transcripts")
    shown.notice._button.click()
    assert page.count.text() == "3 transcripts"


def test_enter_opens_the_row_and_alt_left_returns_to_it(window):
    shown = window(reviewer="Reviewer A")
    for place in range(3):
        shown.desk.import_sample(shown.library_page.welcome.sample_buttons[place].sample)
        wait_for_job(shown)
    shown.show_page("library")
    table = shown.library_page.table
    table.selectRow(1)
    title = table.model().index(1, 0).data()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert shown.session.full.transcript.title == title
    assert shown.review.isVisible()
    shown.actions_table["library"].trigger()
    assert table.isVisible()
    assert table.currentIndex().row() == 1
