"""The organisation on pages: name, colour, logo. Each applies at once and is remembered."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.exporters.page_theme import LONGEST_NAME, PLAIN, PageTheme, colour_in
from reviewer.gui import fonts, messages
from reviewer.gui.page_look.previews import OWN_COLOUR, AccentPreview, LogoPreview
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.workspace.exporting.page_themes import KeptLook, read_logo

HEX_WIDTH = 100


class ThemePart(QWidget):
    """The fields stand one below the other, each with its buttons."""

    def __init__(self, kept: KeptLook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._shown = PLAIN
        self.name, self.colour = QLineEdit(self), QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText("Name of the organisation")
        self.colour.setPlaceholderText(OWN_COLOUR)
        for field, words in ((self.name, "Name of the organisation"), (self.colour, "Colour, like #2450a8")):
            field.setAccessibleName(words)
        self.accent = AccentPreview(theme, self)
        self.pick = TextButton("Choose colour…", theme, self, pressed=self._pick)
        self.plain = TextButton("Remove colour", theme, self, tone="quiet", pressed=lambda: self._use(colour=""))
        self.logo = LogoPreview(theme, self)
        self.choose = TextButton("Choose logo…", theme, self, pressed=self._choose)
        self.remove = TextButton("Remove logo", theme, self, tone="quiet", pressed=lambda: self._use(logo=None))
        self.trouble = PlainText("", self)
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "bad")
        self.setFocusProxy(self.name)
        self._lay_out()
        self.name.editingFinished.connect(lambda: self._use(name=self.name.text()))
        self.colour.editingFinished.connect(self._take_colour)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        colour = QHBoxLayout()
        for part in (self.colour, self.accent, self.pick, self.plain):
            colour.addWidget(part)
        colour.addStretch(1)
        logo = QGridLayout()
        logo.addWidget(self.logo, 0, 0, 2, 1)
        logo.addWidget(self.choose, 0, 1, Qt.AlignmentFlag.AlignTop)
        logo.addWidget(self.remove, 1, 1, Qt.AlignmentFlag.AlignTop)
        logo.setColumnStretch(2, 1)
        logo.setRowStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addLayout(colour)
        column.addLayout(logo)
        column.addWidget(self.trouble)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for part in (self.name, self.colour, self.trouble):
            part.setFont(fonts.font(13))
        self.name.setMaximumWidth(fonts.scaled(320))
        self.colour.setFixedWidth(fonts.scaled(HEX_WIDTH))
        for one in (self.accent, self.logo, self.pick, self.plain, self.choose, self.remove):
            one.set_theme(theme)

    def refresh(self) -> None:
        """Show what is kept."""
        try:
            self._shown, sentence = self._kept.theme(), ""
        except ReviewerError as error:
            self._shown, sentence = PLAIN, error.sentence
        self._show(sentence)

    def take_logo(self, path: Path) -> None:
        """Use the picture in a file."""
        try:
            logo = read_logo(path)
        except ReviewerError as error:
            self._say(error.sentence)
            return
        self._use(logo=logo)

    def _choose(self) -> None:
        if path := messages.logo_to_open(self):
            self.take_logo(path)

    def _pick(self) -> None:
        if colour := messages.colour_to_use(self, self._shown.colour or OWN_COLOUR):
            self._use(colour=colour)

    def _take_colour(self) -> None:
        try:
            self._use(colour=colour_in(self.colour.text()) if self.colour.text().strip() else "")
        except ReviewerError as error:
            self._say(error.sentence)

    def _use(self, **parts: Any) -> None:
        """Keep the theme with other parts, unless they are the same."""
        try:
            theme: PageTheme = replace(self._shown, **parts)
            if theme != self._shown:
                self._kept.keep_theme(theme)
                self._shown = theme
        except ReviewerError as error:
            self._say(error.sentence)
            return
        self._show("")

    def _show(self, sentence: str) -> None:
        theme = self._shown
        self.name.setText(theme.name)
        self.colour.setText(theme.colour)
        self.accent.show_colour(theme.colour)
        self.plain.setEnabled(bool(theme.colour))
        self.logo.show_logo(theme.logo)
        self.remove.setEnabled(theme.logo is not None)
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
