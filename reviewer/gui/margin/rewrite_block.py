"""The suggested rewrite on a card: a line of the words now, a line of the words proposed, differences marked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtGui import QTextOption as Option
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.domain.worddiff import Mark, Piece, word_differences
from reviewer.gui import fonts, icons
from reviewer.gui.margin.reading_text import break_lines
from reviewer.gui.theme import Theme

HEAD = 25
PADDING, INDENT, SIGN, TRAILING = 4, 22, 8, 8
ICON = 12


class RewriteBlock(QWidget):
    """A heading, the − line and the + line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._lines: list[tuple[Mark, QTextLayout, int]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._font = fonts.font(12.5)
        self._line_height = fonts.scaled(18)
        self._lay_out(self.width())

    def show_rewrite(self, now: str, proposed: str) -> None:
        """Mark what turns `now` into `proposed`."""
        self._pieces = word_differences(now, proposed)
        self.setAccessibleName("Suggested rewrite")
        self.setAccessibleDescription(spoken_changes(self._pieces))
        self._lay_out(self.width())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        return self._head() + sum(height for _, _, height in self._lines) + 2

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 100)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 5, 5)
        painter.save()
        painter.setClipPath(shape)
        self._paint_head(painter)
        top = self._head() + 1
        for mark, layout, height in self._lines:
            self._paint_line(painter, mark, layout, QRectF(0, top, self.width(), height))
            top += height
        painter.restore()
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawPath(shape)

    def _head(self) -> int:
        return fonts.scaled(HEAD)

    def _paint_head(self, painter: QPainter) -> None:
        area = QRectF(0, 0, self.width(), self._head())
        painter.fillRect(area, self._theme.color("sunken"))
        painter.fillRect(QRectF(0, area.bottom(), self.width(), 1), self._theme.color("line"))
        size = fonts.scaled(ICON)
        image = icons.pixmap("pencil-line", self._theme.color("text2"), size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(9, (area.height() - size) / 2 + 0.5), image)
        painter.setFont(fonts.font(11.5))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(area.adjusted(15 + size, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, "Suggested rewrite")

    def _paint_line(self, painter: QPainter, mark: Mark, layout: QTextLayout, area: QRectF) -> None:
        kind = mark.value
        painter.fillRect(area, self._theme.color(f"{kind}_ground"))
        painter.setFont(fonts.font(12.5, 600))
        painter.setPen(self._theme.color(kind))
        sign = QRectF(SIGN, area.top() + PADDING, INDENT - SIGN, self._line_height)
        painter.drawText(sign, Qt.AlignmentFlag.AlignVCenter, "−" if mark is Mark.DELETED else "+")
        painter.setPen(self._theme.color("text"))
        layout.draw(painter, QPointF(INDENT, area.top() + PADDING))

    def _lay_out(self, width: int) -> None:
        room = max(20, width - INDENT - TRAILING)
        self._lines = [self._laid_out(mark, room) for mark in (Mark.DELETED, Mark.INSERTED)]

    def _laid_out(self, mark: Mark, room: int) -> tuple[Mark, QTextLayout, int]:
        pieces = [piece for piece in self._pieces if piece.mark in (mark, Mark.KEPT)]
        text = "".join(piece.text for piece in pieces).replace("\n", "\u2028")
        layout = QTextLayout(text, self._font)
        option = Option()
        option.setWrapMode(Option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(pieces, mark))
        break_lines(layout, room, self._line_height)
        return mark, layout, 2 * PADDING + max(1, layout.lineCount()) * self._line_height

    def _formats(self, pieces: list[Piece], mark: Mark) -> list[QTextLayout.FormatRange]:
        form = QTextCharFormat()
        form.setForeground(self._theme.color(mark.value))
        form.setFontStrikeOut(mark is Mark.DELETED)
        form.setFontUnderline(mark is Mark.INSERTED)
        ranges, start = [], 0
        for piece in pieces:
            length = len(piece.text.encode("utf-16-le")) // 2
            if piece.mark is mark:
                one = QTextLayout.FormatRange()
                one.start, one.length, one.format = start, length, form
                ranges.append(one)
            start += length
        return ranges


def spoken_changes(pieces: tuple[Piece, ...]) -> str:
    """The marked pieces in words: “deleted: may be put; inserted: add”."""
    return "; ".join(f"{piece.mark.value}: {piece.text.strip()}" for piece in pieces if piece.mark is not Mark.KEPT)
