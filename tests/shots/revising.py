"""Revise in its states."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from reviewer.gui.dialogs.compare_revisions import CompareRevisions
from reviewer.gui.main_window import MainWindow
from tests.gui.opening import Opening
from tests.shots.staging import LARGE, SMALL, unrated, with_samples


def editing(opening: Opening, theme: str) -> MainWindow:
    """The revised dialogue beside the original, a turn in the editor."""
    window = _revise(with_samples(opening, theme))
    window.review.revision.edit_turn(7)
    return window


def empty(opening: Opening, theme: str) -> MainWindow:
    """Nothing is rewritten yet."""
    return _revise(unrated(opening, theme))


def inserting(opening: Opening, theme: str) -> MainWindow:
    """A new turn in the smallest window."""
    window = _revise(with_samples(opening, theme, SMALL))
    window.review.revision.go_to_turn(4)
    window.review.rewriting.insert()
    return window


def unfinished(opening: Opening, theme: str) -> MainWindow:
    """Words that were left in the editor."""
    window = editing(opening, theme)
    view = window.review.revision
    view.editor.field.setPlainText("I can put the £25 on your next bill, or")
    view.editor.left.emit()
    view.go_to_turn(4)
    view.edit_turn(7)
    return window


def moved(opening: Opening, theme: str) -> MainWindow:
    """A turn at another place, and one said by somebody else, shown without unchanged turns."""
    window = _revise(with_samples(opening, theme))
    window.review.revision.go_to_turn(14)
    window.review.rewriting.step(-1)
    window.review.revise_bar.changed_only.click()
    return window


def compared(opening: Opening, theme: str) -> QWidget:
    """Two strategies beside each other."""
    window = _revise(with_samples(opening, theme))
    session = window.session
    if session.full is None or session.turns is None:
        raise LookupError("no chat is open")
    return CompareRevisions.show_for(session.full, session.turns, window.appearance.theme, window)


def practising(opening: Opening, theme: str) -> QWidget:
    """A reply beside what the agent said."""
    window = _revise(unrated(opening, theme))
    window.acts.practising.open()
    dialog = window.acts.practising.dialog
    if dialog is None:
        raise LookupError("no practice is open")
    for _ in range(4):
        dialog.forward.click()
    dialog.field.setPlainText(
        "Both can be true: the red line is a mistake of the page, and your files are being backed up."
    )
    dialog.forward.click()
    return dialog


def _arranged(name: str) -> Callable[[Opening, str], MainWindow]:
    def shot(opening: Opening, theme: str) -> MainWindow:
        window = _revise(with_samples(opening, theme, LARGE))
        window.review.revise_bar.arrangement.button(name).click()
        return window

    return shot


def _revise(window: MainWindow) -> MainWindow:
    window.show_mode("revise")
    return window


SHOTS = {
    "revise": editing,
    "revise-empty": empty,
    "revise-small": inserting,
    "revise-unfinished": unfinished,
    "revise-moved": moved,
    "revise-inline": _arranged("inline"),
    "revise-clean": _arranged("clean"),
    "revise-compared": compared,
    "practise": practising,
}
