"""The export dialog: what of a review, for whom, how, and where to; with a sketch of it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QToolButton, QWidget

from reviewer.domain.personal import Kind
from reviewer.domain.unfinished import Gap
from reviewer.errors import ReviewerError
from reviewer.exporters.options import ALL_PARTS
from reviewer.exporters.writing import try_folder
from reviewer.gui import fonts
from reviewer.gui.dialogs.exporting.answer import Answer, Mend, Place
from reviewer.gui.dialogs.exporting.beside import Beside
from reviewer.gui.dialogs.exporting.cautions import ALL, HIDE, WITHOUT, Act, cautions
from reviewer.gui.dialogs.exporting.choices import Choices
from reviewer.gui.dialogs.exporting.many_names import ManyNames
from reviewer.gui.dialogs.exporting.preview_pane import PreviewPane
from reviewer.gui.dialogs.exporting.save_bar import SaveBar
from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.gui.dialogs.sheet import Sheet
from reviewer.gui.export_places import ExportPlaces
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.words import counted
from reviewer.workspace.exporting.to_file import details_said, endings, export_as, name_for
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.workspace import Workspace

SIZE = (1020, 756)
PREVIEW = 452
SMALL_PREVIEW = 380
SMALL, NARROW = 980, 780
UNLIMITED = 16_777_215


class ExportDialog(Sheet):
    """One chat is written here, so that what fails can be tried again; of many the answer says what is wanted."""

    def __init__(
        self,
        subject: Subject,
        workspace: Workspace,
        places: ExportPlaces,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_title(subject), "file-output", SIZE, theme, parent)
        self.subject = subject
        self._workspace = workspace
        self._places = places
        self._look = places.look()
        self._details: dict[Kind, int] = {}
        self._left: Answer | Mend | None = None
        self._names = ManyNames(workspace)
        self.beside = Beside(workspace, self)
        self.choices = Choices(subject, places.settings, theme, self)
        self.preview = PreviewPane(subject, workspace, self.beside, theme, self)
        self.save = SaveBar(places.settings.folder, places.written, theme, self, many=subject.many)
        self.cancel = TextButton("Cancel", theme, self, pressed=self.reject)
        self.export = TextButton("&Export", theme, self, icon="file-output", tone="primary", pressed=self.write)
        self._tabs: QTabWidget | None = None
        self._body = QWidget(self)
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._lay_out(theme)
        self._connect()
        self._follow()
        self._arrange()
        self.export.setFocus()

    @classmethod
    def ask(
        cls,
        subject: Subject,
        workspace: Workspace,
        places: ExportPlaces,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> Answer | Mend | None:
        """What was written or is to be, or what is to be mended first; None when the person thinks better of it."""
        dialog = cls(subject, workspace, places, theme, parent)
        dialog.exec()
        left = dialog.left
        dialog.deleteLater()
        return left

    @property
    def left(self) -> Answer | Mend | None:
        """How the dialog was left."""
        return self._left

    @property
    def wish(self) -> Wish:
        """What is wanted, in the look that Settings keep."""
        return self._look.on(self.choices.wish)

    @property
    def settled(self) -> bool:
        """Whether nothing is being looked at or written."""
        return self.preview.settled and not self.beside.busy

    def write(self) -> None:
        """Write what is wanted, or say what speaks against it."""
        if self.save.trouble:
            self.save.refuse(self.save.trouble)
        elif self.subject.many:
            self._leave_for_many()
        elif not self.beside.running("write"):
            self._write_one()

    def done(self, result: int) -> None:
        self.beside.close()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QToolButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_row"):
            self._arrange()

    def _lay_out(self, theme: Theme) -> None:
        self.setStyleSheet(self.styleSheet() + _sheet(theme))
        self.set_body(self._body)
        self.column.insertWidget(self.column.count() - 1, self.save.told)
        self.cancel.setAutoDefault(True)
        self.export.setDefault(True)
        self.foot_row.addWidget(self.save, 1)
        self.foot_row.addWidget(self.cancel)
        self.foot_row.addWidget(self.export)

    def _connect(self) -> None:
        self.choices.changed.connect(self._follow)
        self.choices.caution.mended.connect(self._mend)
        self.preview.browser_wanted.connect(self._open_in_browser)
        self.save.changed.connect(self._say_what_happens)
        if not self.subject.many:
            full = self.subject.full
            self.beside.run("details", lambda workspace, progress: details_said(workspace, full, progress), self._found)

    def _follow(self) -> None:
        """Everything follows the choices."""
        wish = self.wish
        self.preview.show_wish(wish)
        self._warn()
        ends = endings(self._workspace, self.subject.full, wish)
        if self.subject.many:
            self.save.offer_folder(self.subject.folder_name, self._names.of(self.subject, wish, ends))
        else:
            self.save.offer(name_for(self.subject.full, ends), ends)

    def _found(self, details: dict[Kind, int]) -> None:
        self._details = details
        self._warn()

    def _warn(self) -> None:
        self.choices.caution.show_cautions(cautions(self.subject, self.wish, self._details, self._look.trouble))

    def _say_what_happens(self) -> None:
        words = "&Replace" if self.save.replaces else "&Export"
        if self.subject.many:
            words = f"&Export {counted(len(self.subject.ids), 'chat')}"
        self.export.setText(words)

    def _write_one(self) -> None:
        full, path, wish = self.subject.full, self.save.path, self.wish
        self.export.setEnabled(False)
        self.beside.run(
            "write",
            lambda workspace, progress: export_as(workspace, full, path, wish, progress),
            self._written,
            self._refused,
        )

    def _written(self, paths: list[Path]) -> None:
        self._keep()
        self._left = Answer(self.wish, self.save.path, tuple(paths), (self.subject.full.transcript.id,))
        self.accept()

    def _refused(self, sentence: str) -> None:
        self.export.setEnabled(True)
        self.save.refuse(sentence)

    def _leave_for_many(self) -> None:
        try:
            try_folder(self.save.path)
        except ReviewerError as error:
            self.save.refuse(error.sentence)
            return
        self._keep()
        self._left = Answer(self.wish, self.save.path, (), self.subject.ids, self.choices.wants_index)
        self.accept()

    def _keep(self) -> None:
        """Remember the choices for the next time."""
        self._places.settings.keep(self.choices.card.key, self.choices.wish)
        self._places.settings.folder = self.save.path.parent

    def _mend(self, what: Gap | Place | Act) -> None:
        """Do it here where that is possible, else leave the dialog for the place where it can be done."""
        wish = self.choices.wish
        if what == HIDE:
            self.choices.show_wish(replace(wish, privacy=replace(wish.privacy, hide_details=True)))
        elif what == ALL:
            self.choices.show_wish(replace(wish, page=replace(wish.page, parts=ALL_PARTS)))
        elif what == WITHOUT:
            self.subject = self.subject.without_unreviewed()
            self._follow()
        elif not isinstance(what, Act):
            self._places.settings.keep(self.choices.card.key, wish)
            self._left = Mend(what)
            self.reject()

    def _arrange(self) -> None:
        """Choices beside the sketch, or, with large text in a small window, one after the other as tabs."""
        width = self.width() / fonts.scale()
        narrow = width < NARROW
        self.choices.set_narrow(narrow)
        if not narrow:
            self.preview.setFixedWidth(fonts.scaled(SMALL_PREVIEW if width < SMALL else PREVIEW))
        if narrow and self._tabs is None:
            self._stack_panes()
        elif not narrow and (self._tabs is not None or not self._row.count()):
            self._put_side_by_side()

    def _put_side_by_side(self) -> None:
        tabs, self._tabs = self._tabs, None
        self._row.addWidget(self.choices, 1)
        self._row.addWidget(self.preview)
        self.choices.show()
        self.preview.show()
        if tabs is not None:
            self._row.removeWidget(tabs)
            tabs.deleteLater()

    def _stack_panes(self) -> None:
        self._tabs = QTabWidget(self._body)
        self._tabs.setDocumentMode(True)
        self.preview.setMinimumWidth(0)
        self.preview.setMaximumWidth(UNLIMITED)
        self._tabs.addTab(self.choices, "What to export")
        self._tabs.addTab(self.preview, "Preview")
        self._row.addWidget(self._tabs)

    def _open_in_browser(self) -> None:
        full, wish = self.subject.full, self.wish
        path = self._places.for_browser(name_for(full, endings(self._workspace, full, wish)))
        self.beside.run(
            "browser",
            lambda workspace, progress: export_as(workspace, full, path, wish, progress),
            lambda paths: self._places.open(paths[0]),
            self.save.refuse,
        )


def _title(subject: Subject) -> str:
    return f"Export {counted(len(subject.ids), 'chat')}" if subject.many else "Export"


def _sheet(theme: Theme) -> str:
    line, warning, edge = (theme.color(one).name() for one in ("line", "warning_ground", "warning_line"))
    canvas, bad = theme.color("canvas").name(), theme.color("deleted_ground").name()
    return f"""
    #preview {{ background: {canvas}; border-left: 1px solid {line}; }}
    #caution {{ background: {warning}; border: 1px solid {edge}; border-radius: 5px; }}
    #told {{ background: {canvas}; border-top: 1px solid {line}; }}
    #told[bad="true"] {{ background: {bad}; }}
    """
