"""In which of its forms a kind is written."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.dialogs.exporting.counted_box import CountedBox
from reviewer.gui.dialogs.exporting.heading import heading
from reviewer.gui.dialogs.exporting.kinds import Card, Form
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText
from reviewer.workspace.exporting import PAGES


class FormPane(QWidget):
    """A box to choose the form in, what it is good for, and whether changes are marked."""

    chosen = Signal(object)
    """The Form."""
    marked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms: tuple[Form, ...] = ()
        name = heading("Form", self)
        self.box = ChoiceBox(self)
        self.box.setFont(fonts.font(13))
        self.box.setAccessibleName("Form")
        self.box.activated.connect(lambda at: self.chosen.emit(self._forms[at]))
        self.about = PlainText("", self)
        self.about.setWordWrap(True)
        self.about.setFont(fonts.font(12.5))
        self.about.setProperty("tone", "soft")
        self.marks = CountedBox("&Mark the changes", theme, self)
        self.marks.clicked.connect(self.marked)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(10)
        row.addWidget(name)
        row.addWidget(self.box, 1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.about)
        column.addWidget(self.marks)

    def show_form(self, card: Card, form: Form, *, marks: bool) -> None:
        """Offer the forms of a card; nothing where there is but one."""
        blocker = QSignalBlocker(self.box)
        if card.forms != self._forms:
            self._forms = card.forms
            self.box.clear()
            self.box.addItems([one.title for one in card.forms])
        self.box.setCurrentIndex(card.forms.index(form))
        blocker.unblock()
        self.box.setAccessibleDescription(form.about)
        self.about.setText(form.about)
        self.about.setVisible(bool(form.about))
        self.marks.setVisible(form.kind == "revised" and form.file_format in PAGES)
        self.marks.setChecked(marks)
        self.setVisible(len(card.forms) > 1)
