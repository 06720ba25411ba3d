"""The folder of templates for pages: choose, check, remove."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.gui import fonts, messages
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import Elided, PlainText
from reviewer.workspace.exporting.page_themes import KeptLook
from reviewer.workspace.exporting.template_check import check_templates

NONE = "None: pages follow the program’s own templates"
WIDTH = 420


class TemplatesPart(QWidget):
    """What a check finds is said below, with file and line."""

    def __init__(self, kept: KeptLook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._theme = theme
        self.folder = Elided("", self)
        self.choose = TextButton("Choose folder…", theme, self, pressed=self._choose)
        self.check = TextButton("Check", theme, self, pressed=self._check)
        self.remove = TextButton("Remove folder", theme, self, tone="quiet", pressed=lambda: self.use(None))
        self.found = PlainText("", self)
        self.found.setWordWrap(True)
        self.setFocusProxy(self.choose)
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for part in (self.choose, self.check, self.remove):
            buttons.addWidget(part)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.folder)
        column.addLayout(buttons)
        column.addWidget(self.found)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for part in (self.folder, self.found):
            part.setFont(fonts.font(13))
        self.folder.setMaximumWidth(fonts.scaled(WIDTH))
        for button in (self.choose, self.check, self.remove):
            button.set_theme(theme)

    def refresh(self) -> None:
        """Show what is kept; says nothing about it."""
        folder = self._kept.templates()
        self.folder.set_whole(str(folder) if folder else NONE)
        for button in (self.check, self.remove):
            button.setEnabled(folder is not None)
        self._say("", bad=False)

    def use(self, folder: Path | None) -> None:
        """Use the templates of a folder from now on, and say whether they are sound; None is no folder."""
        try:
            self._kept.keep_templates(folder)
        except ReviewerError as error:
            self._say(error.sentence, bad=True)
            return
        self.refresh()
        if folder is not None:
            self._check()

    def _choose(self) -> None:
        if folder := messages.templates_to_use(self, self._kept.templates()):
            self.use(folder)

    def _check(self) -> None:
        folder = self._kept.templates()
        if folder is None:
            return
        try:
            found = check_templates(folder)
        except ReviewerError as error:
            self._say(error.sentence, bad=True)
            return
        self._say(f"All pages can be made. The folder changes {' and '.join(found)}.", bad=False)

    def _say(self, sentence: str, *, bad: bool) -> None:
        self.found.setProperty("tone", "bad" if bad else "soft")
        self.found.style().polish(self.found)
        self.found.setFont(fonts.font(13))
        self.found.setText(sentence)
        self.found.setVisible(bool(sentence))
