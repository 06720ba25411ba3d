"""What is unfinished, one thing after the other, with a button that mends it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.dialogs.exporting.cautions import Caution
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.notice import announce
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.sentence import Sentence


class CautionBar(QFrame):
    """The first of them; a link goes on to the next."""

    mended = Signal(object)
    """What the button of the shown one stands for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caution")
        self._all: Sequence[Caution] = ()
        self._at = 0
        picture = PlainText("", self)
        picture.setPixmap(
            icons.pixmap("triangle-alert", theme.color("text"), fonts.scaled(16), self.devicePixelRatioF())
        )
        self.sentence = Sentence(theme, self)
        self.mend = TextButton("", theme, self, pressed=self._mend)
        self.mend.setProperty("small", "true")
        self.more = TextButton("", theme, self, tone="link", pressed=self._next)
        for button in (self.mend, self.more):
            button.setFont(fonts.font(12.5, 500))
            button.setAutoDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 9, 11, 9)
        row.setSpacing(9)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_cautions(self, found: Sequence[Caution]) -> None:
        """Show the first of them, or go on showing the one that was shown; none hides the bar."""
        shown = self._all[self._at] if self._at < len(self._all) else None
        self._all = found
        self._at = next((at for at, one in enumerate(found) if one == shown), 0)
        self.setVisible(bool(found))
        if found:
            self._tell()

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._all)
        self._tell()
        announce(self, self.sentence.words)

    def _mend(self) -> None:
        self.mended.emit(self._all[self._at].mend)

    def _tell(self) -> None:
        caution, rest = self._all[self._at], len(self._all) - 1
        self.sentence.say("", caution.sentence)
        self.mend.setText(caution.button)
        self.mend.setVisible(bool(caution.button))
        self.mend.setAccessibleDescription(caution.sentence)
        self.more.setVisible(rest > 0)
        self.more.setText(f"{rest:,} more" if self._at == 0 else f"{self._at + 1:,} of {rest + 1:,}")
        self.more.setAccessibleName(f"Next of {rest + 1:,} warnings")
