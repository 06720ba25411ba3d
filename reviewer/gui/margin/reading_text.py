"""The text of the open card, painted in the same lines as on the other cards; a very long one ends in *Show all*."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme

SIZE, LINE = 12.5, 18
LEAST_WIDTH = 40
MOST_SHOWN = 2000
"""Characters that are laid out before *Show all* is asked for."""


class ReadingText(QWidget):
    """Plain text, wrapped, as high as it needs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self._shown = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text == self._text:
            return
        self._text = text
        self._show(text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rstrip()}…")
        self.setAccessibleName(text)

    def show_all(self) -> None:
        """Show the whole of a text that was cut."""
        self._show(self._text)

    @property
    def cut(self) -> bool:
        """Whether only the beginning of the text is shown."""
        return self._shown != self._text

    def _show(self, text: str) -> None:
        self._shown = text
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The text shown."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return wrapped(self._shown, max(LEAST_WIDTH, width)).lineCount() * fonts.scaled(LINE)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color("text"))
        wrapped(self._shown, self.width()).draw(painter, QPointF(0, 0))
        painter.end()


def wrapped(text: str, width: int) -> QTextLayout:
    """`text` in lines of `width` pixels; its line feeds are kept."""
    layout = QTextLayout(text.replace("\n", "\u2028"), fonts.font(SIZE))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    break_lines(layout, width, fonts.scaled(LINE))
    return layout


def break_lines(layout: QTextLayout, width: float, line_height: int, most: int | None = None) -> None:
    """Break `layout` into lines `line_height` apart, at most `most` of them."""
    layout.beginLayout()
    number = 0
    while most is None or number < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * line_height + (line_height - line.height()) / 2))
        number += 1
    layout.endLayout()
