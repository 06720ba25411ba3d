"""Where the transcripts go: no collection, one of them, or a new one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.gui import fonts
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText

NONE = "No collection"
NEW = "New collection…"
WIDTH = 220


class CollectionChoice(QWidget):
    """“Import into”, a list, and a field for a new name when that is wanted."""

    def __init__(self, names: Sequence[str], now: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lead = PlainText("Import into", self)
        lead.setProperty("tone", "soft")
        lead.setFont(fonts.font(12.5))
        self.box = ChoiceBox(self)
        self.box.setFont(fonts.font(13))
        self.box.setAccessibleName("Import into")
        self.box.setMinimumWidth(fonts.scaled(120))
        self.box.setMaximumWidth(fonts.scaled(WIDTH))
        self.box.setMinimumContentsLength(10)
        self.box.addItem(NONE)
        for name in names:
            self.box.addItem(name, name)
        self.box.insertSeparator(self.box.count())
        self.box.addItem(NEW)
        if now in names:
            self.box.setCurrentIndex(1 + list(names).index(str(now)))
        self.field = QLineEdit(self)
        self.field.setFont(fonts.font(13))
        self.field.setAccessibleName("Name of the new collection")
        self.field.setPlaceholderText("Name of the new collection")
        self.field.setMinimumWidth(fonts.scaled(140))
        self.field.hide()
        self.box.activated.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (lead, self.box, self.field):
            row.addWidget(part)
        self.box.setFixedWidth(fonts.scaled(WIDTH))

    def set_narrow(self, narrow: bool) -> None:
        """A shorter list where there is little room."""
        self.box.setFixedWidth(fonts.scaled(130 if narrow else WIDTH))

    @property
    def name(self) -> str | None:
        """The collection; None for no collection."""
        if self.box.currentText() == NEW and self.box.currentData() is None:
            return " ".join(self.field.text().split()) or None
        chosen = self.box.currentData()
        return str(chosen) if chosen else None

    def _choose(self) -> None:
        new = self.box.currentText() == NEW and self.box.currentData() is None
        self.field.setVisible(new)
        if new:
            self.field.setFocus()
