"""The Settings page: who reviews, how the window looks, and how exported pages do. Changes apply at once."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.page_look.templates_part import TemplatesPart
from reviewer.gui.page_look.theme_part import ThemePart
from reviewer.gui.settings import (
    BLUE_ORANGE,
    LARGEST_TEXT,
    LESS_MOTION,
    MARK_SPELLING,
    SINGLE_KEYS,
    SMALLEST_TEXT,
    TEXT_STEP,
    UNDERLINE_ONLY,
    Settings,
)
from reviewer.gui.spelling.own_word_list import OwnWordList
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.choice_box import ChoiceBox, NumberBox
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.tick_box import TickBox

THEMES = {"system": "As the system", "light": "Light", "dark": "Dark", "contrast": "High contrast"}
FLAGS = {
    UNDERLINE_ONLY: ("Highlights as underlines only", False),
    BLUE_ORANGE: ("Changes in blue and orange", False),
    LESS_MOTION: ("Less motion", False),
    SINGLE_KEYS: ("Single letters as keys", True),
    MARK_SPELLING: ("Mark spelling", True),
}


class SettingsPage(QWidget):
    """Shows settings and says what was changed."""

    reviewer_changed = Signal(str)
    theme_changed = Signal(str)
    text_size_changed = Signal(int)
    flag_changed = Signal()

    def __init__(self, settings: Settings, library: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._settings = settings
        self.heading = PlainText("Settings", self)
        self.reviewer = QLineEdit(settings.reviewer, self)
        self.theme = ChoiceBox(self)
        for value, words in THEMES.items():
            self.theme.addItem(words, value)
        self.text_size = NumberBox(self)
        self.text_size.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        self.text_size.setSingleStep(TEXT_STEP)
        self.text_size.setSuffix(" %")
        self.library = PlainText(_breakable(library), self)
        self.library.setWordWrap(True)
        self.flags = {name: TickBox(words, theme, self) for name, (words, _) in FLAGS.items()}
        self.own_words = OwnWordList(settings.own_words, theme, self)
        self.page_theme = ThemePart(settings.look, theme, self)
        self.templates = TemplatesPart(settings.look, theme, self)
        self.of_pages = PlainText("Pages you export", self)
        self._names: list[PlainText] = []
        self._lay_out()
        self.refresh()
        self.reviewer.editingFinished.connect(lambda: self.reviewer_changed.emit(self.reviewer.text().strip()))
        self.theme.activated.connect(lambda: self.theme_changed.emit(self.theme.currentData()))
        self.text_size.valueChanged.connect(self.text_size_changed)
        for name, box in self.flags.items():
            box.toggled.connect(lambda on, name=name: self._set_flag(name, on))
        self.set_theme(theme)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        for words, field in (
            ("Reviewer name", self.reviewer),
            ("Theme", self.theme),
            ("Text size", self.text_size),
            *(("", box) for box in self.flags.values()),
            ("Own words", self.own_words),
            ("Library", self.library),
            ("", self.of_pages),
            ("Organisation", self.page_theme),
            ("Templates", self.templates),
        ):
            if not words:
                form.addRow("", field)
                continue
            name = PlainText(words, self)
            name.setBuddy(field)
            field.setAccessibleName(words)
            self._names.append(name)
            form.addRow(name, field)
        inside = QWidget(self)
        inside.setObjectName("page")
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        column = QVBoxLayout(inside)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(20)
        column.addWidget(self.heading)
        column.addLayout(form)
        column.addStretch(1)
        for field in (self.reviewer, self.theme, self.text_size, self.own_words):
            field.setMaximumWidth(320)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.heading.setFont(fonts.font(19, 600))
        for named in (*self._names, self.reviewer, self.theme, self.text_size, self.library):
            named.setFont(fonts.font(13))
        self.of_pages.setFont(fonts.font(15, 600))
        for part in (self.own_words, self.page_theme, self.templates):
            part.set_theme(theme)
        for box in self.flags.values():
            box.setFont(fonts.font(13))
            box.set_theme(theme)

    def refresh(self) -> None:
        """Show what is set now; says nothing by its signals."""
        fields = (self.reviewer, self.theme, self.text_size, *self.flags.values())
        for field in fields:
            field.blockSignals(True)
        self.reviewer.setText(self._settings.reviewer)
        self.theme.setCurrentIndex(list(THEMES).index(self._settings.theme))
        self.text_size.setValue(self._settings.text_size)
        for part in (self.own_words, self.page_theme, self.templates):
            part.refresh()
        for name, (_, default) in FLAGS.items():
            self.flags[name].setChecked(self._settings.flag(name, default))
        for field in fields:
            field.blockSignals(False)

    def _set_flag(self, name: str, on: bool) -> None:
        self._settings.set_flag(name, on)
        self.flag_changed.emit()


def _breakable(path: str) -> str:
    """The path with places where a line may end, so that a long one is shown whole."""
    return re.sub(r"([/\\])", "\\1\u200b", path)
