"""The open review on paper: to a printer, or as a PDF in the program that people read PDF with."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.domain.full_review import FullReview
from reviewer.exporters.naming import file_name
from reviewer.exporters.paper import usual_paper
from reviewer.gui import messages
from reviewer.gui.dialogs.exporting.beside import Beside
from reviewer.gui.dialogs.exporting.kinds import cards
from reviewer.gui.export_places import ExportPlaces
from reviewer.gui.printing.printer import PrintRun, new_printer
from reviewer.gui.session import Session
from reviewer.gui.words import counted
from reviewer.workspace.exporting.pdf import laid_out
from reviewer.workspace.exporting.transcripts import export_to, seen_by_others
from reviewer.workspace.exporting.wish import Wish, ending_of


class PaperCopies(QObject):
    """`told` carries a sentence and what can be done about it.

    What stands on paper follows the choices of the last export: of the feedback page in Review, of the dialogue alone
    in Revise.
    """

    told = Signal(str, object)
    moved = Signal(int, int, str)
    idle = Signal()

    def __init__(self, session: Session, places: ExportPlaces, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._places = places
        self._window = window
        self._beside = Beside(session.library.workspace, self)
        self._run: PrintRun | None = None
        self.before_export: Callable[[], None] = lambda: None
        self.kind: Callable[[], str] = lambda: "feedback"
        """Which page is wanted now: `feedback` or `revised`."""

    @property
    def busy(self) -> bool:
        """Whether something is being printed or painted."""
        return self._run is not None or self._beside.busy

    def print_review(self) -> None:
        """Ask for a printer and print the open review."""
        full = self._open_review()
        if full is None:
            return
        if self._run is not None:
            self.told.emit("The printer is still busy. Wait until it is done, or stop it.", None)
            return
        if not messages.has_printer():
            sentence = "No printer is set up on this computer. A PDF can be printed elsewhere."
            self.told.emit(sentence, ("Open as PDF", self.open_pdf))
            return
        workspace, wish = self._session.library.workspace, self._wish()
        chat = seen_by_others(workspace, full, wish)
        view, sheets = laid_out(workspace, chat, wish.kind, wish.page)
        printer = new_printer(wish.page.paper or usual_paper(), sheets.title_of(view()))
        if messages.printer_to_use(self._window, printer):
            self._start(PrintRun(printer, view, sheets, self))

    def open_pdf(self) -> None:
        """Paint the open review as a PDF that is only looked at, and open it."""
        full = self._open_review()
        if full is None:
            return
        wish = self._wish()
        path = self._places.for_browser(file_name(full.transcript.title, ending_of(wish)))
        self._beside.run(
            "pdf",
            lambda workspace, progress: export_to(workspace, full, path, wish, progress),
            self._places.open,
            lambda sentence: self.told.emit(sentence, None),
        )

    def stop(self) -> None:
        """End what is printed."""
        if self._run is not None:
            self._run.stop()

    def wait(self) -> None:
        """End everything, as the window closes."""
        self.stop()
        self._beside.close()

    def _open_review(self) -> FullReview | None:
        self.before_export()
        if self._session.full is None:
            self.told.emit("Open a chat first.", None)
        return self._session.full

    def _wish(self) -> Wish:
        kind = self.kind()
        card = next(one for one in cards() if one.key == kind)
        chosen = self._places.look().on(self._places.settings.wish(kind, card.wish))
        return replace(chosen, kind=kind, file_format="pdf")

    def _start(self, run: PrintRun) -> None:
        self._run = run
        run.moved.connect(self.moved)
        run.printed.connect(lambda pages: self._ended(f"Printed {counted(pages, 'page')}."))
        run.stopped.connect(lambda: self._ended("Printing stopped."))
        run.failed.connect(self._ended)
        run.start()

    def _ended(self, sentence: str) -> None:
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self.idle.emit()
        self.told.emit(sentence, None)
