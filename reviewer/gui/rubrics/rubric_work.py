"""What a person does with whole rubrics: make, copy, bring in, hand out, delete, choose for new reviews."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reviewer.domain import rubric_changes as changes
from reviewer.domain.edit import Edit
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.rubric_versions import default_among
from reviewer.errors import LibraryError, ReviewerError
from reviewer.gui import messages
from reviewer.gui.pages.rubrics_page import RubricsPage
from reviewer.gui.session import Session
from reviewer.gui.settings import Settings
from reviewer.gui.words import isolated
from reviewer.workspace.beginning import DEFAULT_RUBRIC, shipped_ids
from reviewer.workspace.not_the_library import refuse_library
from reviewer.workspace.projects.bringing_in import import_codebook, is_codebook
from reviewer.workspace.rubric_files import export_rubric, import_rubric, suggested_rubric_name
from reviewer.workspace.sources import read_source
from reviewer.workspace.workspace import Workspace

NEW = "New rubric"


class RubricWork(QObject):
    """Turns wishes into edits; `told` carries a sentence and what can be done about it."""

    told = Signal(str, object)
    troubled = Signal(str)
    page_wanted = Signal()

    def __init__(self, session: Session, page: RubricsPage, settings: Settings, window: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._settings = settings
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(session.reload)
        self._workspace.preferred_rubric = settings.preferred_rubric
        self._acts = {
            "new": self.new,
            "duplicate": self.duplicate,
            "import": self.bring,
            "export": self.export,
            "delete": self.delete,
            "offer": self.offer_again,
            "prefer": self.prefer,
        }
        page.wanted.connect(self.act)
        page.copy.failed.connect(self.troubled)
        session.library.changed.connect(self._hear)
        self._show_preferred()
        default = self._default()
        if default is not None:
            page.copy.choose(default.rubric.root)

    def act(self, what: str) -> None:
        """Do what the page or the menu asks for."""
        self._acts[what]()

    def new(self) -> None:
        """A rubric with one criterion, with the keyboard in its name."""
        made = changes.new_rubric(self._free_name(NEW))
        if self._do(edits.add(made)):
            self._go_to(made.rubric.root)

    def duplicate(self) -> None:
        """A copy of the version that is shown, as a rubric of its own."""
        shown = self._page.copy.shown
        if shown is None:
            return
        edit = edits.duplicate(shown, self._free_name(f"{shown.rubric.name}, copy"))
        if self._do(edit):
            made = edit.deltas[0].after
            self._go_to(made.root if isinstance(made, Rubric) else "")

    def show_rubric(self, root: str) -> None:
        """Go to a rubric that another part of the window has brought in."""
        self._page.copy.choose(root)
        self.page_wanted.emit()

    def bring(self) -> None:
        """Ask for rubric files and import them."""
        for name in messages.rubrics_to_open(self._window):
            self.bring_file(Path(name))

    def bring_file(self, path: Path) -> bool:
        """Import one rubric file and show it; whether that could be done."""
        try:
            source = read_source(path)
            bring = import_codebook if is_codebook(source) else import_rubric
            brought = bring(self._workspace, source)
        except ReviewerError as error:
            self.troubled.emit(error.sentence)
            return False
        head = brought.rubric.rubric
        self._page.copy.choose(head.root)
        name = f"‘{isolated(head.name)}’, version {head.version},"
        if brought.already_there:
            self.told.emit(f"{name} is in the library already.", None)
        else:
            notice = f" {brought.notice}" if brought.notice else ""
            self.told.emit(f"{name} imported.{notice}", ("Undo", self._workspace.undo))
        return True

    def export(self) -> None:
        """Ask for a place and write the version that is shown."""
        shown = self._page.copy.shown
        if shown is None:
            return
        path = messages.rubric_to_save(self._window, Path.home() / suggested_rubric_name(shown))
        if path is None:
            return
        try:
            refuse_library(self._workspace, [path])
            export_rubric(shown, path)
        except ReviewerError as error:
            self.troubled.emit(error.sentence)
            return
        self.told.emit(f"Exported {path.name}.", None)

    def delete(self) -> None:
        """Versions that nothing uses go; where something does, or the program brings it, it is no longer offered."""
        versions = self._page.copy.versions
        if not versions:
            return
        uses = self._workspace.reading.rubric_uses()
        if len(self._page.list.offered()) < 2 and not versions[0].rubric.retired:
            self.troubled.emit("This is the only rubric for new reviews, so it stays.")
            return
        name = f"‘{isolated(versions[0].rubric.name)}’"
        kept = any(one.rubric.id in uses or one.rubric.id in shipped_ids() for one in versions)
        edit = edits.retire(versions) if kept else edits.delete(versions)
        if edit is not None and self._do(edit):
            words = f"{name} is no longer offered for new reviews." if kept else f"{name} deleted."
            self.told.emit(words, ("Undo", self._workspace.undo))
            self._show_preferred()

    def offer_again(self) -> None:
        """A rubric that was taken out of the offer comes back."""
        edit = edits.retire(self._page.copy.versions, retired=False)
        if edit is not None:
            self._do(edit)

    def prefer(self) -> None:
        """New reviews follow the rubric that is shown."""
        root = self._page.copy.root
        self._settings.preferred_rubric = root
        self._workspace.preferred_rubric = root
        self._show_preferred()
        self._renew_fresh_review()
        shown = self._page.copy.shown
        if shown is not None:
            self.told.emit(f"New reviews follow ‘{isolated(shown.rubric.name)}’.", None)

    @property
    def _workspace(self) -> Workspace:
        return self._session.library.workspace

    def _default(self) -> RubricSet | None:
        return default_among(self._page.copy.rubrics, self._workspace.preferred_rubric, DEFAULT_RUBRIC)

    def _show_preferred(self) -> None:
        default = self._default()
        self._page.show_preferred(default.rubric.root if default else "")

    def _free_name(self, wanted: str) -> str:
        taken = {one.rubric.name for one in self._page.copy.rubrics}
        numbered = (f"{wanted} {number}" for number in range(2, len(taken) + 3))
        return wanted if wanted not in taken else next(name for name in numbered if name not in taken)

    def _go_to(self, root: str) -> None:
        self._page.copy.choose(root)
        self._page.editor.focus()
        self._page.editor.head.name.entry.selectAll()

    def _hear(self, edit: Edit) -> None:
        if edit.touches(Rubric, Criterion, Question):
            self._show_preferred()
            self._renew_fresh_review()
            self._session.saved.emit()

    def _renew_fresh_review(self) -> None:
        """A review that is not begun yet follows its rubric as it is now."""
        full = self._session.full
        if full is not None and not full.saved:
            self._soon.start()

    def _do(self, edit: Edit) -> bool:
        try:
            self._workspace.do(edit)
        except LibraryError as error:
            self.troubled.emit(error.sentence)
            return False
        return True
