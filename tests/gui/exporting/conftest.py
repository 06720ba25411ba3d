"""The export dialog over the window with a reviewed sample chat."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from reviewer.gui.dialogs.exporting.dialog import ExportDialog
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.gui.main_window import MainWindow
from tests.gui.exporting_by_hand import wait_until_looked
from tests.gui.opening import open_sample

Ask = Callable[..., ExportDialog]


@pytest.fixture
def shown(window) -> MainWindow:
    """The sample with a finished review, its reviewer at work."""
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made)
    return made


@pytest.fixture
def ask(shown: MainWindow) -> Iterator[Ask]:
    """Opens the dialog for the open review; what is given changes the subject."""
    opened: list[ExportDialog] = []

    def open_it(**changes: object) -> ExportDialog:
        exporting, workspace = shown.export_flow.exporting, shown.session.library.workspace
        full = shown.session.full
        assert full is not None
        turns = tuple(workspace.reading.turns(full.transcript.id, 1, 60))
        subject = replace(Subject(full, turns), **changes)
        dialog = ExportDialog(subject, workspace, exporting.places, shown.appearance.theme, shown)
        opened.append(dialog)
        dialog.show()
        wait_until_looked(dialog)
        dialog.activateWindow()
        return dialog

    yield open_it
    for dialog in opened:
        dialog.done(0)
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
