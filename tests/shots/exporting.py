"""The export dialog in its states."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.domain.privacy import Privacy
from reviewer.exporters.options import PageOptions
from reviewer.gui.dialogs.exporting.dialog import ExportDialog
from reviewer.gui.dialogs.exporting.sketch import Screen
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.gui.main_window import MainWindow
from reviewer.gui.theme import Theme
from reviewer.workspace.exporting.wish import Wish
from tests.gui.opening import Opening, let_live
from tests.shots.staging import SMALL, rate, with_samples

TURNS = 60


def opened(window: MainWindow, theme: str, *, many: bool = False) -> ExportDialog:
    """The dialog over the window, with everything looked at."""
    workspace, full = window.session.library.workspace, window.session.full
    assert full is not None
    turns = tuple(workspace.reading.turns(full.transcript.id, 1, TURNS))
    subject = Subject(full, turns)
    if many:
        ids = [one.id for one in workspace.reading.transcripts()]
        without = frozenset(one for one in ids if one != full.transcript.id)
        subject = Subject(full, turns, tuple(ids), "March sample", without)
    dialog = ExportDialog(subject, workspace, window.export_flow.exporting.places, Theme.load(theme), window)
    dialog.show()
    return dialog


def _settled(dialog: ExportDialog) -> ExportDialog:
    let_live(50)
    while not dialog.settled:
        let_live(20)
    return dialog


def feedback(opening: Opening, theme: str) -> QWidget:
    """One rating is missing."""
    window = with_samples(opening, theme)
    rate(window, "R", None)
    return _settled(opened(window, theme))


def shown_on(screen: Screen) -> Callable[[Opening, str], QWidget]:
    def shot(opening: Opening, theme: str) -> QWidget:
        dialog = opened(with_samples(opening, theme), theme)
        dialog.preview.screens.button(screen).click()
        return _settled(dialog)

    return shot


def wanting(wish: Wish) -> Callable[[Opening, str], QWidget]:
    def shot(opening: Opening, theme: str) -> QWidget:
        dialog = opened(with_samples(opening, theme), theme)
        dialog.choices.show_wish(wish)
        return _settled(dialog)

    return shot


def many(opening: Opening, theme: str) -> QWidget:
    """All chats into a folder."""
    return _settled(opened(with_samples(opening, theme), theme, many=True))


def small(opening: Opening, theme: str) -> QWidget:
    """The smallest window."""
    window = with_samples(opening, theme, SMALL)
    rate(window, "R", None)
    return _settled(opened(window, theme))


def large_text(opening: Opening, theme: str) -> QWidget:
    """The smallest window with the largest text."""
    window = with_samples(opening, theme, SMALL)
    window.appearance.set_text_size(200)
    rate(window, "R", None)
    dialog = _settled(opened(window, theme))
    QTest.qWait(50)
    return dialog


SHOTS: dict[str, Callable[[Opening, str], QWidget]] = {
    "export": feedback,
    "export-phone": shown_on(Screen.PHONE),
    "export-paper": shown_on(Screen.PAPER),
    "export-revised": wanting(Wish("revised", page=PageOptions(marks=True), privacy=Privacy(hide_details=True))),
    "export-table": wanting(Wish(file_format="csv", privacy=Privacy(hide_details=True))),
    "export-other": wanting(Wish(file_format="md")),
    "export-many": many,
    "export-small": small,
    "export-large-text": large_text,
}
