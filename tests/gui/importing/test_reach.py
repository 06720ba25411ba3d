"""Everything can be reached and heard: names, sizes, keys, large text, small windows."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QWidget

from reviewer.gui import messages
from tests.gui.importing.conftest import PHONE_CHAT
from tests.gui.importing.looking_at import click_row, key, names, speaker
from tests.gui.importing.test_reading_another_way import DIALOGUE
from tests.gui.steps import click

LEAST_TARGET = 24
NAMED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
SIZES = [((1440, 900), 1.0), ((1024, 640), 1.0), ((1440, 900), 2.0), ((1024, 640), 2.0)]


def controls(dialog, kinds):
    return [one for one in dialog.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]


def is_part(one):
    return isinstance(one.parent(), QComboBox | QTabBar) or one.parent().__class__.__name__ == "QTableView"


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("text", [PHONE_CHAT, DIALOGUE, ""])
def test_every_control_has_a_name_and_room_to_press(stage, size, scale, text):
    shown = stage(stage.write("chat.txt", text), size=size, scale=scale)
    seen = [one for one in controls(shown, NAMED) if not is_part(one)]
    nameless = [one for one in seen if not (one.accessibleName() or getattr(one, "text", str)())]
    assert nameless == []
    buttons = [one for one in seen if isinstance(one, QAbstractButton)]
    small = [(one.text(), one.size()) for one in buttons if min(one.width(), one.height()) < LEAST_TARGET]
    assert small == []


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_dialog_fits_the_window_and_cuts_no_button(stage, size, scale):
    shown = stage(stage.write("phone.txt", PHONE_CHAT), size=size, scale=scale)
    assert shown.width() <= size[0]
    assert shown.height() <= size[1]
    for button in (shown.cancel, shown.accept_button, shown.head.cross):
        corner = button.mapTo(shown, button.rect().topLeft())
        assert shown.rect().contains(button.rect().translated(corner))
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())
    assert shown.middle.table.viewport().height() > 0


def test_large_text_in_a_small_window_shows_one_pane_at_a_time(stage):
    shown = stage(stage.write("phone.txt", PHONE_CHAT), size=(1024, 640), scale=2.0)
    assert shown.middle.isVisible()
    assert not shown.side.isVisible()
    tabs = shown.findChild(QTabBar)
    tabs.setFocus()
    for _ in range(3):
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert shown.side.isVisible()
    assert speaker(shown, "Nadia").role.isVisible()


def test_panes_stand_side_by_side_again_when_there_is_room(stage):
    shown = stage(stage.write("phone.txt", PHONE_CHAT), size=(1024, 640), scale=2.0)
    shown.resize(1900, 1000)
    QTest.qWait(20)
    assert shown.files.isVisible()
    assert shown.side.isVisible()
    assert shown.middle.options.isVisible()
    assert shown.middle.isAncestorOf(shown.middle.options)
    shown.resize(1000, 600)
    QTest.qWait(20)
    assert not shown.side.isVisible()


def test_f6_goes_from_pane_to_pane(phone):
    seen = []
    phone.files.view.setFocus()
    for _ in range(4):
        QTest.keyClick(phone, Qt.Key.Key_F6)
        focus = phone.focusWidget()
        panes = (phone.files, phone.middle, phone.side, phone.foot)
        seen.append(next(pane for pane in panes if pane.isAncestorOf(focus)))
    assert seen == [phone.middle, phone.side, phone.foot, phone.files]


def test_tab_reaches_every_control(phone):
    shown = controls(phone, (QComboBox, QAbstractButton, QLineEdit))
    wanted = {one for one in shown if one.isEnabled() and not is_part(one)}
    reached = set()
    phone.files.view.setFocus()
    for _ in range(80):
        QTest.keyClick(phone.focusWidget(), Qt.Key.Key_Tab)
        reached.add(phone.focusWidget())
    assert {one for one in wanted if one not in reached} == set()


def test_escape_closes_and_asks_only_when_something_was_corrected(phone, monkeypatch):
    asked = []
    monkeypatch.setattr(messages, "question", lambda *words: asked.append(words[1]) or False)
    click_row(phone, 1)
    key(phone, Qt.Key.Key_Delete)
    QTest.keyClick(phone, Qt.Key.Key_Escape)
    assert asked == ["Leave without importing? What was corrected here is lost."]
    assert phone.isVisible()
    QTest.keyClick(phone, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(phone, Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert not phone.isVisible()


def test_more_files_are_added(phone, stage, monkeypatch):
    more = stage.write("more.txt", "Ann: Hello there.\nBea: Hello.\nAnn: Bye.\nBea: Bye.\n")
    monkeypatch.setattr(messages, "files_to_open", lambda _: [str(more)])
    click(phone.files.add)
    stage.wait(phone)
    assert phone.files.number.text() == "2"
    assert phone.accept_button.text() == "Import 2 transcripts"
    assert names(phone)[1] == "Nadia"


def test_files_are_dropped_on_the_preview(phone, stage):
    more = stage.write("more.txt", "Ann: Hello there.\nBea: Hello.\nAnn: Bye.\nBea: Bye.\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(more))])
    what = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(phone, QDragEnterEvent(QPoint(300, 300), *what))
    QApplication.sendEvent(phone, QDropEvent(QPointF(300, 300), *what))
    stage.wait(phone)
    assert phone.files.number.text() == "2"


def test_a_new_collection_is_named(phone):
    box = phone.collection.box
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    QTest.keyClicks(phone.collection.field, "Week 13")
    assert phone.answer().collection == "Week 13"
    box.setCurrentIndex(1)
    assert phone.answer().collection == "Exercise 4"


def test_control_enter_imports(phone):
    done = []
    phone.accepted.connect(lambda: done.append(True))
    QTest.keyClick(phone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == [True]
