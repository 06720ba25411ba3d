"""A chat comes in: looked at, corrected, stored, found, taken back; once by mouse, once by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.domain.transcript import Role
from reviewer.gui import messages
from reviewer.gui.dialogs.importing.dialog import ImportDialog
from reviewer.gui.main_window import MainWindow
from tests.gui.importing.looking_at import pick, speaker
from tests.gui.opening import Opening, let_live, wait_for_job
from tests.gui.previewing import A_MOMENT_MS, Previews
from tests.gui.steps import CONTROL, SHIFT, press

Key = Qt.Key
CHAT = """[09:15] Lena: Hello, my plan says expired. Which page is right?
[09:17] Omar: Hello Lena. May I have your address?
[09:18] Lena: It is lena@mail.example, thank you.
[09:20] Omar: I will write to lena@mail.example then.
[09:24] Omarr: It is done.
[09:25] Lena: Good.
"""


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    path = tmp_path / "Expired plan.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path


def drop(shown: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    what = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(shown, QDragEnterEvent(QPoint(300, 300), *what))
    QApplication.sendEvent(shown, QDropEvent(QPointF(300, 300), *what))
    wait_for_job(shown)


def correct_by_mouse(dialog: ImportDialog) -> None:
    pick(speaker(dialog, "Lena").role, "Other")
    QTest.mouseClick(speaker(dialog, "Omar").boxes[0].merge, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.side.details.labels, Qt.MouseButton.LeftButton)


def check_what_is_stored(shown: MainWindow) -> None:
    full = shown.session.full
    assert full is not None
    assert {one.name: one.role for one in full.speakers} == {"Lena": Role.OTHER, "Omar": Role.AGENT}
    assert shown.session.turns is not None
    texts = [shown.session.turns.turn(position).text for position in range(1, 7)]
    assert texts[2:4] == ["It is [email 1], thank you.", "I will write to [email 1] then."]
    names = {one.id: one.name for one in full.speakers}
    assert names[shown.session.turns.turn(5).speaker or ""] == "Omar"
    library = shown.session.library.workspace.path.read_bytes()
    assert b"lena@mail" not in library


def check_the_way_back(shown: MainWindow) -> None:
    shown.show_page("library")
    page = shown.library_page
    assert [page.model.index(row, 0).data() for row in range(page.model.rowCount())] == ["Expired plan"]
    press(page.table, Key.Key_Z, modifier=CONTROL)
    assert page.model.ids == []
    assert shown.session.full is None
    press(shown, Key.Key_Z, modifier=CONTROL | SHIFT)
    assert len(page.model.ids) == 1


def test_a_dropped_file_by_mouse(window: Opening, chat: Path, previews: Previews):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    previews.acts = [correct_by_mouse]
    drop(shown, chat)
    assert previews.seen == ["Import 1 transcript"]
    check_what_is_stored(shown)
    check_the_way_back(shown)


def walk_to(dialog: ImportDialog, wanted: Callable[[], QWidget]) -> None:
    """Press Tab until the keyboard is on a control."""
    let_live(A_MOMENT_MS)
    for _ in range(60):
        focused = dialog.focusWidget()
        if focused is wanted():
            return
        QTest.keyClick(focused or dialog, Key.Key_Tab)
    raise AssertionError("the keyboard does not get there")


def correct_by_keys(dialog: ImportDialog) -> None:
    walk_to(dialog, lambda: speaker(dialog, "Lena").role)
    choose_by_keys(dialog, "Lena", "Other")
    walk_to(dialog, lambda: speaker(dialog, "Omar").boxes[0].merge)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Space)
    walk_to(dialog, lambda: dialog.side.details.labels)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Space)


def choose_by_keys(dialog: ImportDialog, name: str, words: str) -> None:
    """Press Down until the role of a speaker is the wanted one; the keyboard stays on it."""
    for _ in range(speaker(dialog, name).role.count()):
        if speaker(dialog, name).role.currentText().startswith(words):
            return
        QTest.keyClick(dialog.focusWidget(), Key.Key_Down)
    raise AssertionError(f"{words} cannot be chosen")


def test_an_opened_file_by_keyboard(window: Opening, chat: Path, previews: Previews, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(messages, "files_to_open", lambda _: [str(chat)])
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    previews.acts, previews.by_keys = [correct_by_keys], True
    press(shown, Key.Key_O, modifier=CONTROL)
    wait_for_job(shown)
    check_what_is_stored(shown)
    check_the_way_back(shown)
