"""Standing at the export dialog in a person's place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui.dialogs.exporting.dialog import ExportDialog
from reviewer.gui.main_window import MainWindow
from tests.gui.opening import let_live

Act = Callable[[ExportDialog], object]
LONGEST_MS, STEP_MS = 20_000, 10


class Exports:
    """Takes the place of a person: does what `acts` say, writes the path if there is one, presses Export."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.path: Path | None = None
        self.offered: list[str] = []
        self.told: list[str] = []
        self.by_keys = False

    def __call__(self, dialog: ExportDialog) -> int:
        dialog.show()
        QTest.qWaitForWindowExposed(dialog)
        wait_until_looked(dialog)
        for act in self.acts:
            if dialog.isVisible():
                act(dialog)
                wait_until_looked(dialog)
        if dialog.isVisible():
            self._export(dialog)
        below = dialog.parentWidget()
        if below is not None:
            below.activateWindow()
            QTest.qWaitForWindowActive(below)
        return int(dialog.result())

    def _export(self, dialog: ExportDialog) -> None:
        self.offered.append(dialog.save.path.name)
        if self.path is not None:
            write_path(dialog, self.path)
        if self.by_keys:
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
        else:
            QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
        wait_until_looked(dialog)
        if dialog.isVisible():
            self.told.append(dialog.save.told.words)
            dialog.reject()


def write_path(dialog: ExportDialog, path: Path | str) -> None:
    """Type a path into the field, in place of what stands there."""
    field = dialog.save.field
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, str(path))


def wait_until_looked(dialog: ExportDialog) -> None:
    """Wait until nothing is being looked at or written."""
    waited = 0
    let_live(STEP_MS)
    while not dialog.settled and dialog.isVisible():
        assert waited < LONGEST_MS, "the dialog does not come to rest"
        let_live(STEP_MS)
        waited += STEP_MS
    let_live(STEP_MS)


def wait_until_exported(window: MainWindow) -> None:
    """Wait until nothing is being written any more."""
    waited = 0
    let_live(STEP_MS)
    while window.export_flow.exporting.busy:
        assert waited < LONGEST_MS, "the export does not end"
        let_live(STEP_MS)
        waited += STEP_MS
    let_live(STEP_MS)


@pytest.fixture
def exports(monkeypatch: pytest.MonkeyPatch) -> Exports:
    """Export dialogs are answered."""
    made = Exports()
    monkeypatch.setattr(ExportDialog, "exec", lambda dialog: made(dialog))
    return made
