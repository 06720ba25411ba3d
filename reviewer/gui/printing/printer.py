"""Sheets to a printer, a few at a time, so that the window stays alive while a long chat is printed."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from reviewer.exporters.painting import Sheets
from reviewer.exporters.paper import Paper
from reviewer.exporters.view_model import Page
from reviewer.gui.pace import Pace, heard, with_time_left
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.lettering import PT
from reviewer.gui.printing.pdf import DOTS, SIZES
from reviewer.gui.printing.sheets import MARGIN, Printout, progress_words

SLICE_SECONDS: Final = 0.03
"""So long the window waits for the printer at a time."""


def new_printer(paper: Paper, title: str) -> QPrinter:
    """The printer that people use most, with this paper; `title` names the job."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(SIZES[paper]))
    printer.setDocName(title)
    return printer


class PrintRun(QObject):
    """One review on its way to a printer. Its pages fit the paper that the person chose in the printer's dialog."""

    moved = Signal(int, int, str)
    printed = Signal(int)
    """So many pages are with the printer."""
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, printer: QPrinter, view: Callable[[], Page], sheets: Sheets, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        printer.setFullPage(True)
        size = printer.pageLayout().fullRectPoints().size()
        self._printout = Printout(view, sheets, QSizeF(size.width() * PT, size.height() * PT))
        self._painter = QPainter()
        self._steps: Iterator[tuple[int, int]] = iter(())
        self._pages = 0
        self._pace: Pace | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin; it goes on by itself."""
        if not self._painter.begin(self._printer):
            self.failed.emit("The printer could not be started. Look whether it is switched on, or choose another.")
            return
        scale = self._printer.resolution() / DOTS
        self._painter.scale(scale, scale)
        canvas = Canvas(self._painter, MARGIN, MARGIN)
        self._steps = self._printout.steps(canvas, self._printer.newPage, self._wanted)
        self._timer.start(0)

    def stop(self) -> None:
        """End it; what the printer has not got yet is not printed."""
        if self._timer.isActive():
            self._timer.stop()
            self._printer.abort()
            self._painter.end()
            self.stopped.emit()

    def _go_on(self) -> None:
        until = monotonic() + SLICE_SECONDS
        done = total = 0
        for done, total in self._steps:
            self._pages += total > 0 and self._wanted(done)
            if monotonic() > until:
                self._tell(done, total)
                return
        self._timer.stop()
        self._painter.end()
        if self._printer.printerState() == QPrinter.PrinterState.Error:
            self.failed.emit("The printer reported a fault. Look at it, then print again.")
        else:
            self.printed.emit(self._pages)

    def _tell(self, done: int, total: int) -> None:
        self._pace = heard(self._pace, monotonic(), done, total)
        words = f"Printing: {progress_words(done, total).lower()}"
        self.moved.emit(done, total, with_time_left(words, self._pace))

    def _wanted(self, number: int) -> bool:
        if self._printer.printRange() != QPrinter.PrintRange.PageRange:
            return True
        last = self._printer.toPage()
        return self._printer.fromPage() <= number and (not last or number <= last)
