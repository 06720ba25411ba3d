"""Painting PDF in tests: with the application that widgets need, as one process can have but one."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from reviewer.exporters.painting import Painted, Sheets, Step
from reviewer.exporters.view_model import Page
from reviewer.gui.printing.pdf import paint_pdf

_kept: list[object] = []


def paint(view: Callable[[], Page], sheets: Sheets, step: Step) -> Painted:
    """As `paint_pdf` does."""
    if QApplication.instance() is None:
        _kept.append(QApplication(["reviewer"]))
    return paint_pdf(view, sheets, step)
