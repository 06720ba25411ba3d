"""Which revision is looked at, and what can be done with it as a whole."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from reviewer.domain.edit import Edit
from reviewer.domain.edits import alternatives
from reviewer.domain.edits.alternatives import shown_name
from reviewer.domain.full_review import FullReview
from reviewer.gui.dialogs.compare_revisions import CompareRevisions
from reviewer.gui.dialogs.revision import RevisionDialog
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.menu_button import MenuButton


class AlternativesBar(QFrame):
    """The name of the shown revision, which opens the menu of all."""

    deleted = Signal(str)
    """A sentence: a revision is gone; undo brings it back."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alternatives")
        self._session = session
        self._theme = theme
        self.chooser = MenuButton(theme, self)
        self.chooser.clicked.connect(self.open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 0)
        column.addWidget(self.chooser)
        session.opened.connect(self._show)
        session.changed.connect(lambda _: self._show())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.chooser.set_theme(theme)
        self._show()

    def open_menu(self) -> None:
        """All revisions, and what can be done with the shown one."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.chooser.mapToGlobal(QPoint(0, self.chooser.height())))

    def menu(self) -> QMenu:
        """The menu as it is now."""
        menu, full = QMenu(self), self._session.full
        menu.setAccessibleName("Revisions")
        for one, words in ((one, _words(full, one.id)) for one in full.revisions) if full else ():
            action = QAction(words.replace("&", "&&"), menu, checkable=True)
            action.setChecked(full is not None and full.revision is one)
            action.triggered.connect(partial(self._session.show_revision, one.id))
            menu.addAction(action)
        menu.addSeparator()
        there = full is not None and full.revision is not None
        own = self._session.own
        for words, run, possible in (
            ("New revision…", self.add, own),
            ("Duplicate…", self.duplicate, own and there),
            ("Name and reasons…", self.rename, own and there),
            ("Recommend this one", self.recommend, own and there),
            ("Compare…", self.compare, there),
            ("Delete this revision", self.delete, own and there),
        ):
            action = menu.addAction(words)
            action.setEnabled(possible)
            action.triggered.connect(lambda _=False, act=run: act())
        return menu

    def add(self) -> None:
        """A new revision that says what the original says."""
        full = self._session.full
        asked = RevisionDialog.ask("New revision", "", "", self._theme, self) if full else None
        if full and asked:
            self._take(*alternatives.add_revision(full, *asked))

    def duplicate(self) -> None:
        """A new revision that begins with the changes of the shown one."""
        full = self._session.full
        if full is None or full.revision is None:
            return
        name = f"{shown_name(full, full.revision)}, again"
        asked = RevisionDialog.ask("Duplicate the revision", name, full.revision.rationale, self._theme, self)
        if asked:
            self._take(*alternatives.duplicate_revision(full, full.revision, *asked))

    def rename(self) -> None:
        """Another name, other reasons."""
        full = self._session.full
        if full is None or full.revision is None:
            return
        now = shown_name(full, full.revision), full.revision.rationale
        asked = RevisionDialog.ask("Name and reasons", *now, self._theme, self)
        if asked:
            self._session.do(alternatives.edit_revision(full, full.revision, *asked))

    def recommend(self) -> None:
        """The shown revision stands for the review."""
        full = self._session.full
        if full and full.revision:
            self._session.do(alternatives.recommend_revision(full, full.revision))

    def compare(self) -> None:
        """Two revisions, or one and the original, beside each other."""
        if self._session.full and self._session.turns:
            CompareRevisions.show_for(self._session.full, self._session.turns, self._theme, self)

    def delete(self) -> None:
        """The shown revision is gone."""
        full = self._session.full
        if full and full.revision:
            name = shown_name(full, full.revision)
            if self._session.do(alternatives.delete_revision(full, full.revision)):
                self.deleted.emit(f"“{name}” is deleted.")

    def _take(self, edit: Edit, revision: str) -> None:
        if self._session.do(edit):
            self._session.show_revision(revision)

    def _show(self) -> None:
        full = self._session.full
        shown = full.revision if full else None
        words = _words(full, shown.id) if full and shown else "Revision"
        self.chooser.show_words(words, f"Revision: {words}", "Choose, add or compare revisions")


def _words(full: FullReview, revision_id: str) -> str:
    revision = next(one for one in full.revisions if one.id == revision_id)
    marked = len(full.revisions) > 1 and full.recommended is revision
    return f"{shown_name(full, revision)}{', recommended' if marked else ''}"
