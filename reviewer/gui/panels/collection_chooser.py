"""Which collection the list beside the conversation shows."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from reviewer.domain.edit import Edit
from reviewer.domain.transcript import Collection
from reviewer.gui import fonts, icons
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.store.listing import EVERYTHING, Shelf

EVERY = ""
ICONS = {"exercise": "graduation-cap", "sample": "clipboard-check", "folder": "folder"}


class CollectionChooser(ChoiceBox):
    """All transcripts, or one collection; hidden while there is no collection."""

    chosen = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.setAccessibleName("Collection")
        self.activated.connect(lambda _: self.chosen.emit())
        session.opened.connect(self._follow)
        session.library.changed.connect(self._hear)
        self.set_theme(theme)

    @property
    def shelf(self) -> Shelf:
        """What the list shows."""
        collection = self.currentData()
        return Shelf(collection=collection) if collection else EVERYTHING

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setFont(fonts.font(13, 600))
        size = fonts.scaled(16)
        self.setIconSize(QSize(size, size))
        self.refresh()

    def refresh(self) -> None:
        """Read the collections anew; the chosen one stays chosen while it is there."""
        before = self.currentData() or EVERY
        collections = self._session.library.workspace.reading.collections()
        self.blockSignals(True)
        self.clear()
        self._add("All transcripts", EVERY, "library")
        for one in collections:
            self._add(one.name, one.id, ICONS.get(one.kind, "folder"))
        self.setCurrentIndex(max(self.findData(before), 0))
        self.blockSignals(False)
        self.setVisible(bool(collections))

    def _add(self, name: str, collection: str, icon: str) -> None:
        self.addItem(icons.icon(icon, self._theme, fonts.scaled(16), color="text2"), name, collection)

    def _follow(self) -> None:
        """The open transcript is among those that are listed."""
        full = self._session.full
        collection = full.transcript.collection if full else None
        if full and self.currentData() and self.currentData() != collection:
            self.setCurrentIndex(max(self.findData(collection or EVERY), 0))
            self.chosen.emit()

    def _hear(self, edit: Edit) -> None:
        if edit.touches(Collection):
            self.refresh()
            self.chosen.emit()
