"""A sentence whose first words are bold, on as many lines as it needs."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme

SIZE, LINE = 12.5, 18


class Sentence(QWidget):
    """Plain words, painted; screen readers hear all of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lead = self._rest = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """All that it says."""
        return f"{self._lead} {self._rest}".strip()

    def say(self, lead: str, rest: str = "") -> None:
        """Say `lead` in bold, and the rest after it."""
        self._lead, self._rest = lead, rest
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(240), self.heightForWidth(max(self.width(), fonts.scaled(120))))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(80), fonts.scaled(LINE))

    def heightForWidth(self, width: int) -> int:
        return self._laid(width)[1] * fonts.scaled(LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color("text"))
        layout, count = self._laid(self.width())
        top = max(0, (self.height() - count * fonts.scaled(LINE)) // 2)
        for number in range(count):
            layout.lineAt(number).draw(painter, QPointF(0, top))
        painter.end()

    def _laid(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self.words, fonts.font(SIZE))
        bold = QTextLayout.FormatRange()
        bold.start, bold.length = 0, len(self._lead.encode("utf-16-le")) // 2
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        bold.format = look
        layout.setFormats([bold])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.beginLayout()
        height, count = fonts.scaled(LINE), 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, max(1, count)
