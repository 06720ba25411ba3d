"""Exporting in the window: from which page, what is said of it, and where what is unfinished can be mended."""

from typing import TYPE_CHECKING

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Collection, Tag
from reviewer.domain.unfinished import Gap
from reviewer.gui.dialogs.exporting.answer import Place
from reviewer.gui.export_places import ExportPlaces
from reviewer.gui.exporting import Exporting
from reviewer.gui.paper_copies import PaperCopies
from reviewer.gui.settings import Settings
from reviewer.store.listing import Query, Shelf

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow


class ExportFlow:
    """Connects exporting with the window around it."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        self._window = window
        places = ExportPlaces(settings.exporting, settings.look)
        self.exporting = Exporting(window.session, places, window, lambda: window.appearance.theme)
        self.paper = PaperCopies(window.session, places, window)

    def connect(self) -> None:
        """Once all parts of the window are there."""
        window, exporting, paper = self._window, self.exporting, self.paper
        exporting.before_export = paper.before_export = window.review.keep_all
        paper.kind = lambda: "revised" if window.review.mode == "revise" else "feedback"
        exporting.drafts = window.unfinished.count
        for part in (exporting, paper):
            part.told.connect(window.notice.say)
            part.moved.connect(window.status.show_job)
            part.idle.connect(lambda: window.status.show_job(0, 0, ""))
            window.status.stop_wanted.connect(part.stop)
        exporting.mend_wanted.connect(self._mend)
        window.shelving.export_wanted.connect(lambda ids: exporting.export_these(ids))
        window.shelving.shelf_export_wanted.connect(self.export_shelf)
        window.library_page.exporting.clicked.connect(self.export)

    def wait(self) -> None:
        """End what runs, as the window closes."""
        self.paper.wait()
        self.exporting.wait()

    def export(self) -> None:
        """The chosen chats of the Library, or all that it shows; on other pages the open review."""
        page = self._window.library_page
        if self._window.page != "library":
            self.exporting.export()
        elif page.chosen():
            self.exporting.export_these(page.chosen())
        else:
            self.exporting.export_these(page.model.ids, "" if page.shelf.smart else page.shelves.title())

    def export_shelf(self, shelf: Shelf) -> None:
        """All chats of a collection, or under a tag."""
        workspace = self._window.session.library.workspace
        kind, own = (Collection, shelf.collection) if shelf.collection else (Tag, shelf.tag)
        record = workspace.reading.record(kind, own) if own else None
        ids = workspace.reading.listing(Query(shelf, reviewer=workspace.reviewer.id))
        self.exporting.export_these(ids, record.name if isinstance(record, Collection | Tag) else "")

    def _mend(self, full: FullReview, what: Gap | Place) -> None:
        """Go where something in a review is unfinished."""
        window = self._window
        open_now = window.session.full
        if open_now is None or open_now.review.id != full.review.id:
            window.open_transcript(full.transcript.id)
        if what is Place.DRAFT:
            window.unfinished.show_first(full)
        elif what is Place.LOST:
            window.acts.go_to_lost()
        elif isinstance(what, Gap):
            window.acts.go_to_gap(what)
