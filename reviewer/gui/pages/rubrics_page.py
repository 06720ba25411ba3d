"""The Rubrics page: rubrics at the left, the one that is chosen in an editor that saves as one types."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reviewer.domain.rubric_check import MOST_CRITERIA
from reviewer.gui import fonts
from reviewer.gui.bridge import Library
from reviewer.gui.rubrics.editor import Editor
from reviewer.gui.rubrics.rubric_list import RubricList
from reviewer.gui.rubrics.version_bar import VersionBar
from reviewer.gui.rubrics.working_copy import WorkingCopy
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.chip import Chip
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import Elided
from reviewer.gui.words import counted

BESIDE, ROOMY = 660, 900
VERSION = 150


class RubricsPage(QWidget):
    """What is wanted of a whole rubric is carried by `wanted`: `new`, `duplicate`, `import`, `export`, `delete`,
    `offer` (again) or `prefer` (for new reviews)."""

    wanted = Signal(str)

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.copy = WorkingCopy(library, self)
        self.list = RubricList(self.copy, theme, self)
        self.title = Elided("", self)
        self.versions = ChoiceBox(self)
        self.versions.setAccessibleName("Version")
        self.prefer = TextButton("Use for new reviews", theme, self, pressed=lambda: self.wanted.emit("prefer"))
        self.preferred = Chip(theme, self)
        self.export = TextButton("Export…", theme, self, icon="file-output", pressed=lambda: self.wanted.emit("export"))
        self.more = IconButton("ellipsis", "More", theme, self)
        self.bar = VersionBar(self.copy, theme, lambda: self.wanted.emit("offer"), self)
        self.editor = Editor(self.copy, theme, self)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        toolbar, right = QFrame(self), QWidget(self)
        toolbar.setObjectName("toolbar")
        row = QHBoxLayout(toolbar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.title, 100)
        row.addStretch(1)
        for part in (self.preferred, self.versions, self.prefer, self.export, self.more):
            row.addWidget(part)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(self.bar)
        column.addWidget(self.editor, 1)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.list)
        self._whole.addWidget(right, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.copy.choose)
        self.list.new.clicked.connect(lambda: self.wanted.emit("new"))
        self.list.bring.clicked.connect(lambda: self.wanted.emit("import"))
        self.list.rows.entered.connect(self.editor.focus)
        self.list.rows.delete_wanted.connect(lambda: self.wanted.emit("delete"))
        self.list.rows.menu_wanted.connect(lambda place: self.menu().popup(place))
        self.versions.activated.connect(self._choose_version)
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.copy.changed.connect(self.refresh)

    @property
    def preferred_root(self) -> str:
        """The root of the rubric that new reviews follow."""
        return self.list.preferred

    def show_preferred(self, root: str) -> None:
        """Mark the rubric that new reviews follow."""
        if root == self.list.preferred:
            return
        self.list.preferred = root
        self.list.refresh()
        self.refresh()

    def refresh(self) -> None:
        """Show what is saved."""
        rubric = self.copy.shown
        for part in (self.versions, self.prefer, self.preferred, self.export, self.more):
            part.setVisible(rubric is not None)
        if rubric is None:
            self.title.set_whole("No rubric")
            return
        self.title.set_whole(rubric.rubric.name)
        self._show_versions(rubric.rubric.id)
        chosen = rubric.rubric.root == self.preferred_root
        self.preferred.setVisible(chosen)
        self.prefer.setVisible(not chosen and self.copy.editable)
        self._fit()

    def place_words(self) -> str:
        """“7 of 12 criteria”."""
        rubric = self.copy.shown
        return f"{len(rubric.criteria)} of {MOST_CRITERIA} criteria" if rubric else ""

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.title.setFont(fonts.font(15, 600))
        self.versions.setFont(fonts.font(13))
        self.versions.setFixedWidth(fonts.scaled(VERSION))
        self.preferred.set_theme(theme)
        self.preferred.show_state("For new reviews", "check", "accent")
        for part in (self.prefer, self.export, self.more, self.list, self.bar, self.editor):
            part.set_theme(theme)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focus(self) -> None:
        """The keyboard goes to the list."""
        self.list.rows.setFocus()

    def next_pane(self) -> None:
        """The keyboard goes from the list to the editor, or back."""
        if self.list.isAncestorOf(self.focusWidget()) and self.list.rows.hasFocus():
            self.editor.focus()
        else:
            self.focus()

    def act_on_criterion(self, what: str) -> None:
        """Do something with the criterion that has the keyboard: `up`, `down`, `duplicate`, `remove`, `fold`."""
        root = self.editor.criteria.focused_root()
        if root is not None:
            self.editor.criteria.act(what, root)

    def menu(self) -> QMenu:
        """What can be done with the rubric as a whole."""
        menu = QMenu(self)
        rubric = self.copy.shown
        retired = rubric is not None and rubric.rubric.retired
        for words, what in (
            ("Use for new reviews", "prefer"),
            ("New rubric", "new"),
            ("Duplicate", "duplicate"),
            ("Import…", "import"),
            ("Export…", "export"),
            ("Offer again", "offer") if retired else ("Delete", "delete"),
        ):
            act = menu.addAction(words)
            act.setEnabled(what != "prefer" or self.copy.editable)
            act.triggered.connect(lambda _=False, what=what: self.wanted.emit(what))
        return menu

    def _fit(self) -> None:
        """Where room is short the list stands above the editor, and buttons give way to the menu."""
        room = self.width() / fonts.scale()
        beside = room >= BESIDE
        direction = QBoxLayout.Direction
        self._whole.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.list.stand(beside=beside)
        self.title.setVisible(beside)
        rubric = self.copy.shown
        chosen = rubric is not None and rubric.rubric.root == self.preferred_root
        self.export.setVisible(room >= ROOMY and rubric is not None)
        self.prefer.setVisible(room >= ROOMY and rubric is not None and not chosen and self.copy.editable)
        self.preferred.setVisible(room >= ROOMY and chosen)

    def _show_versions(self, shown: str) -> None:
        versions = self.copy.versions
        self.versions.clear()
        for at, one in enumerate(versions):
            reviews = self.copy.uses[one.rubric.id].reviews if one.rubric.id in self.copy.uses else 0
            self.versions.addItem(f"Version {one.rubric.version}", one.rubric.id)
            self.versions.setItemData(at, counted(reviews, "review"), 3)
            if one.rubric.id == shown:
                self.versions.setCurrentIndex(at)
        self.versions.setEnabled(len(versions) > 1)

    def _choose_version(self, at: int) -> None:
        self.copy.choose(self.copy.root, None if at == 0 else str(self.versions.itemData(at)))
