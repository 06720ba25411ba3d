"""What is said of people, and in which language the page speaks."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from reviewer.domain.privacy import Privacy
from reviewer.exporters.page_language import page_languages
from reviewer.gui import fonts
from reviewer.gui.dialogs.exporting.counted_box import CountedBox
from reviewer.gui.dialogs.exporting.heading import heading
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import set_tip
from reviewer.gui.widgets.radio_box import RadioBox
from reviewer.workspace.exporting.wish import Wish, is_report

BY_EXERCISE = "The exercise wants names hidden."


class PrivacyPane(QWidget):
    """Names as they are or by role, details, the reviewer's name, the language."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, hidden: bool = False) -> None:
        super().__init__(parent)
        self._hidden = hidden
        self.as_said = RadioBox("As in the &transcript", theme, self)
        self.by_role = RadioBox("A&gent and Customer only", theme, self)
        self.details = CountedBox("&Hide emails, phones, card numbers", theme, self)
        self.reviewer = CountedBox("Sho&w the reviewer’s name", theme, self)
        self.language_name = heading("Language of the page", self)
        self.language = ChoiceBox(self)
        self.language.setFont(fonts.font(13))
        self.language.setAccessibleName("Language of the page")
        for code, words in page_languages().items():
            self.language.addItem(words, code)
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading("Names and details", self))
        column.addSpacing(4)
        for part in (self.as_said, self.by_role, self.details, self.reviewer):
            column.addWidget(part)
            part.clicked.connect(lambda: self.changed.emit())
        for radio in (self.as_said, self.by_role):
            group.addButton(radio)
        column.addSpacing(8)
        column.addWidget(self.language_name)
        column.addSpacing(6)
        column.addWidget(self.language)
        column.addStretch(1)
        self.language.activated.connect(lambda _: self.changed.emit())

    def into(self, wish: Wish) -> Wish:
        """This wish with what is chosen here."""
        names = self.by_role.isChecked() if self.as_said.isEnabled() else wish.privacy.hide_names
        privacy = Privacy(names, self.details.isChecked(), not self.reviewer.isChecked())
        page = replace(wish.page, language=self.language.currentData() or wish.page.language)
        return replace(wish, privacy=privacy, page=page)

    def show_wish(self, wish: Wish) -> None:
        """Choose what this wish wants; names that the exercise hides cannot be shown, but in a review file."""
        held = self._hidden and wish.file_format != "json"
        for radio in (self.as_said, self.by_role):
            radio.setEnabled(not held)
            set_tip(radio, BY_EXERCISE if held else "")
        (self.by_role if held or wish.privacy.hide_names else self.as_said).setChecked(True)
        self.details.setChecked(wish.privacy.hide_details)
        self.reviewer.setChecked(not wish.privacy.hide_reviewer)
        at = self.language.findData(wish.page.language)
        self.language.setCurrentIndex(max(at, 0))
        speaks = is_report(wish.file_format)
        self.language_name.setVisible(speaks)
        self.language.setVisible(speaks)
