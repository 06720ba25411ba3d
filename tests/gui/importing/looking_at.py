"""What a person sees in the preview, and where they press."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget

from reviewer.gui.dialogs.importing.dialog import ImportDialog
from reviewer.gui.dialogs.importing.speaker_row import SpeakerRow
from reviewer.gui.dialogs.importing.turn_model import ROLE, SPEAKER, TEXT
from reviewer.gui.dialogs.importing.turn_table import TurnTable

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def cells(dialog: ImportDialog, column: int) -> list[str]:
    model = dialog.middle.model
    return [str(model.index(row, column).data()).replace("\u00a0", " ") for row in range(model.rowCount())]


def texts(dialog: ImportDialog) -> list[str]:
    return cells(dialog, TEXT)


def names(dialog: ImportDialog) -> list[str]:
    return cells(dialog, SPEAKER)


def roles(dialog: ImportDialog) -> list[str]:
    return cells(dialog, ROLE)


def speaker(dialog: ImportDialog, name: str) -> SpeakerRow:
    return next(row for row in dialog.side.speakers.rows if row.speaker.name == name)


def pick(box: QComboBox, words: str) -> None:
    """Choose by the keyboard, without opening the list."""
    at = next(at for at in range(box.count()) if box.itemText(at).startswith(words))
    box.setFocus()
    step = Qt.Key.Key_Down if at > box.currentIndex() else Qt.Key.Key_Up
    QTest.keyClick(box, step) if abs(at - box.currentIndex()) == 1 else _jump(box, at)


def _jump(box: QComboBox, at: int) -> None:
    """Go there in one step, as a click in the open list does."""
    box.setCurrentIndex(at)
    box.activated.emit(at)


def click_row(dialog: ImportDialog, row: int, column: int = TEXT) -> None:
    table = dialog.middle.table
    place = table.visualRect(dialog.middle.model.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def click_words(dialog: ImportDialog, row: int, words: str) -> None:
    """Click in the middle of some words of a row, wherever they are painted."""
    table = dialog.middle.table
    table.go_to(row)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place_of(table, row, words)
    )


def place_of(table: TurnTable, row: int, words: str) -> QPoint:
    rect = table.visualRect(table.model().index(row, TEXT))
    spots = [QPoint(x, y) for y in range(rect.top() + 4, rect.bottom(), 6) for x in range(rect.left(), rect.right(), 4)]
    hits = [spot for spot in spots if _is_on(table, spot, words)]
    assert hits, f"{words} is not shown in row {row}"
    return hits[len(hits) // 2]


def key(dialog: ImportDialog, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on the table."""
    dialog.middle.table.setFocus()
    QTest.keyClick(dialog.middle.table, pressed, modifier)


def editor(kind: type[QWidget]) -> QWidget:
    """The field that has opened in the table."""
    focus = QApplication.focusWidget()
    while focus is not None and not isinstance(focus, kind):
        focus = focus.parentWidget()
    assert focus is not None, "no field is open"
    return focus


def name_speaker(words: str) -> None:
    """Type a name into the list of speakers that has opened, and agree."""
    box = editor(QComboBox)
    assert isinstance(box, QComboBox)
    QTest.keyClicks(box.lineEdit(), words)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    QTest.qWait(10)


def undo(dialog: ImportDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def redo(dialog: ImportDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Z, CONTROL_SHIFT)


def put_caret(field: QPlainTextEdit, after: str) -> None:
    cursor = field.textCursor()
    cursor.setPosition(field.toPlainText().index(after) + len(after))
    field.setTextCursor(cursor)


def _is_on(table: TurnTable, spot: QPoint, words: str) -> bool:
    found = table.piece_at(spot)
    return found is not None and words in found[0].shown and bool(found[0].detail or found[0].line)
