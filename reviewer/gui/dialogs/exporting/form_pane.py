"""In which of its forms a kind is written, and on which paper."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.exporters.options import PageOptions
from reviewer.exporters.paper import Paper, usual_paper
from reviewer.gui import fonts
from reviewer.gui.dialogs.exporting.counted_box import CountedBox
from reviewer.gui.dialogs.exporting.heading import heading
from reviewer.gui.dialogs.exporting.kinds import Card, Form
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText
from reviewer.workspace.exporting.wish import PAGES

PAPERS = {Paper.A4: "A4", Paper.LETTER: "Letter"}


class FormPane(QWidget):
    """A box to choose the form in, what it is good for, the paper of a PDF, and whether changes are marked."""

    chosen = Signal(object)
    """The Form."""
    marked = Signal()
    paper_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms: tuple[Form, ...] = ()
        self.box = self._choice("Form")
        self.box.activated.connect(lambda at: self.chosen.emit(self._forms[at]))
        self.about = PlainText("", self)
        self.about.setWordWrap(True)
        self.about.setFont(fonts.font(12.5))
        self.about.setProperty("tone", "soft")
        self.paper_name = heading("Paper", self)
        self.paper = self._choice("Paper")
        self.paper.addItem(f"As usual here ({PAPERS[usual_paper()]})", None)
        for paper, words in PAPERS.items():
            self.paper.addItem(words, paper.value)
        self.paper.activated.connect(lambda _: self.paper_chosen.emit())
        self.marks = CountedBox("&Mark the changes", theme, self)
        self.marks.clicked.connect(self.marked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(_row(heading("Form", self), self.box))
        column.addWidget(self.about)
        column.addLayout(_row(self.paper_name, self.paper))
        column.addWidget(self.marks)

    def into(self, page: PageOptions) -> PageOptions:
        """These options with what is chosen here."""
        paper = self.paper.currentData()
        return replace(page, marks=self.marks.isChecked(), paper=Paper(paper) if paper else None)

    def show_form(self, card: Card, form: Form, page: PageOptions) -> None:
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
        self.marks.setChecked(page.marks)
        for part in (self.paper_name, self.paper):
            part.setVisible(form.file_format == "pdf")
        self.paper.setCurrentIndex(max(self.paper.findData(page.paper.value if page.paper else None), 0))
        self.setVisible(len(card.forms) > 1)

    def _choice(self, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setFont(fonts.font(13))
        box.setAccessibleName(name)
        return box


def _row(name: QWidget, box: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(name)
    row.addWidget(box, 1)
    return row
