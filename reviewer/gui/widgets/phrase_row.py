"""Up to three ready comments of the bank, as lines to press."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.annotation import Verdict
from reviewer.domain.phrase import Phrase
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import set_tip

MOST = 3
WIDTH = 330
SIGNS = {Verdict.CONCERN: "−", Verdict.STRENGTH: "+", Verdict.NONE: "·"}


class PhraseRow(QWidget):
    """Alt+1 to Alt+3 press them; without phrases it is hidden."""

    chosen = Signal(object)
    """The Phrase to comment with."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phrases: tuple[Phrase, ...] = ()
        self.buttons: list[TextButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(7, 0, 9, 6)
        self._column.setSpacing(0)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._fill()

    def show_phrases(self, phrases: Sequence[Phrase]) -> None:
        """Offer the first of these."""
        wanted = tuple(phrases[:MOST])
        if wanted != self._phrases:
            self._phrases = wanted
            self._fill()
        self.setVisible(bool(wanted))

    def button_of(self, event: QKeyEvent) -> TextButton | None:
        """The line whose key is pressed."""
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        place = event.key() - Qt.Key.Key_1
        return self.buttons[place] if alt and 0 <= place < len(self.buttons) and self.isVisible() else None

    def _fill(self) -> None:
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for number, phrase in enumerate(self._phrases, start=1):
            text = " ".join(phrase.text.split())
            metrics = QFontMetrics(fonts.font(12.5))
            shown = metrics.elidedText(
                f"{SIGNS[phrase.verdict]} {text}", Qt.TextElideMode.ElideRight, fonts.scaled(WIDTH)
            )
            button = TextButton(shown.replace("&", "&&"), self._theme, self, tone="quiet")
            button.setAccessibleName(f"Comment with: {text}")
            set_tip(button, f"{text} (Alt+{number})")
            button.clicked.connect(lambda _=False, one=phrase: self.chosen.emit(one))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
