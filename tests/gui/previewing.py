"""Standing at the import preview in a person's place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui.dialogs.importing.dialog import ImportDialog
from reviewer.workspace.preparing import State
from tests.gui.opening import let_live

Act = Callable[[ImportDialog], object]
LONGEST_MS, STEP_MS, A_MOMENT_MS = 10_000, 10, 200


class Previews:
    """Takes the place of waiting for a person: does what `acts` say, then presses Import, by mouse or by keys."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.seen: list[str] = []
        self.refused: list[str] = []
        self.by_keys = False

    def __call__(self, dialog: ImportDialog) -> int:
        dialog.show()
        QTest.qWaitForWindowExposed(dialog)
        wait_until_read(dialog)
        for act in self.acts:
            let_live(A_MOMENT_MS)
            act(dialog)
        self.seen.append(dialog.accept_button.text())
        self.refused += [one.entry.error for one in dialog.preview.files if one.entry.error]
        if not dialog.accept_button.isEnabled():
            dialog.reject()
        elif self.by_keys:
            QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        below = dialog.parentWidget()
        if below is not None:
            below.activateWindow()
            QTest.qWaitForWindowActive(below)
        return int(dialog.result())


def wait_until_read(dialog: ImportDialog) -> None:
    """Wait until every file was looked at and the button can be pressed."""
    waited, preview = 0, dialog.preview
    while (
        preview.reading
        or any(one.entry.state is State.WAITING for one in preview.files)
        or (not dialog.accept_button.isEnabled() and any(not one.entry.error for one in preview.files))
    ):
        assert waited < LONGEST_MS, "the preview does not come to an end"
        let_live(STEP_MS)
        waited += STEP_MS
    let_live(STEP_MS)


@pytest.fixture(autouse=True)
def previews(monkeypatch: pytest.MonkeyPatch) -> Previews:
    """Previews are looked at and agreed to."""
    made = Previews()
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: made(dialog))
    return made
