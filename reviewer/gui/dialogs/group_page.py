"""Asks what the page about a whole exercise says of its students."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.exporters.page_language import page_languages
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.tick_box import TickBox
from reviewer.gui.words import counted, isolated

WIDTH = 480


@dataclass(frozen=True, slots=True)
class GroupWanted:
    """`hide_names`: no student is named. `pages`: the feedback page of each review too. `language`: ISO 639-1."""

    hide_names: bool
    pages: bool
    language: str


class GroupPageDialog(QDialog):
    """Two ticks and a language; the folder is asked for next."""

    def __init__(self, exercise: str, students: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export group page")
        self.intro = PlainText(
            f"One page about ‘{isolated(exercise)}’, with what {counted(students, 'student')} made of it: ratings and"
            " how far they agree, answers, the words that several marked, and what each rewrote.",
            self,
        )
        self.intro.setWordWrap(True)
        self.hide_names = TickBox("Call the students Student 1, Student 2, as for showing to the class", theme, self)
        self.pages = TickBox("Write the feedback page of each student too", theme, self)
        self.pages.setChecked(True)
        self.language = ChoiceBox(self)
        self.language.setAccessibleName("Language of the page")
        for code, name in page_languages().items():
            self.language.addItem(name, code)
        self.cancel = TextButton("Cancel", theme, self, pressed=self.reject)
        self.choose = TextButton("Choose folder…", theme, self, tone="primary", pressed=self.accept)
        self.choose.setDefault(True)
        self._lay_out()
        self.hide_names.setFocus()

    @classmethod
    def ask(cls, exercise: str, students: int, theme: Theme, parent: QWidget | None = None) -> GroupWanted | None:
        """What is wanted, or None when the person thinks better of it."""
        dialog = cls(exercise, students, theme, parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return GroupWanted(dialog.hide_names.isChecked(), dialog.pages.isChecked(), dialog.language.currentData())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(fonts.scaled(WIDTH), hint.height()))

    def _lay_out(self) -> None:
        called = PlainText("Language of the page", self)
        for part in (self.intro, self.hide_names, self.pages, self.language, called):
            part.setFont(fonts.font(13))
        speaks, row, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        speaks.addWidget(called)
        speaks.addWidget(self.language)
        speaks.addStretch(1)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.choose)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.intro, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.hide_names)
        column.addWidget(self.pages)
        column.addLayout(speaks)
        column.addStretch(1)
        column.addLayout(row)
