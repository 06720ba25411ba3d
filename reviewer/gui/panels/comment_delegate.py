"""Paints the rows of the Comments tab; each row's height follows from its text's length alone, so many are fine."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.domain.annotation import Annotation
from reviewer.gui import fonts, icons
from reviewer.gui.margin.badges import paint_badge
from reviewer.gui.margin.card_painter import clipped
from reviewer.gui.margin.card_words import VERDICT_ICONS, Face
from reviewer.gui.panels.comment_rows import ANNOTATION_ROLE, FACE_ROLE, CommentRows
from reviewer.gui.panels.comment_wish import Heading
from reviewer.gui.theme import Theme

SIDE, TOP, BOTTOM = 14, 8, 9
INDENT = 22
CHIP, ICON = 16, 14
LINE, SMALL_LINE, HEADING = 18, 17, 30
LETTER = 6.0
"""Pixels of a usual letter: whether a text needs a second line is guessed, never measured for rows out of sight."""
LONGEST = 400
SCROLL_BAR = 16


class CommentDelegate(QStyledItemDelegate):
    """Headings, and comments with number, criterion, place, verdict, quote and text."""

    def __init__(self, rows: CommentRows, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._room = 0
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._text, self._strong = fonts.font(12.5), fonts.font(12.5, 600)
        self._small, self._chip = fonts.font(11.5), fonts.font(10, 700, tabular=True)
        self._line, self._small_line = fonts.scaled(LINE), fonts.scaled(SMALL_LINE)
        self._chip_size, self._icon_size = fonts.scaled(CHIP), fonts.scaled(ICON)
        self._indent = INDENT - CHIP + self._chip_size
        self._letter = LETTER * self._line / LINE
        self._heading_size = QSize(100, fonts.scaled(HEADING))
        self._sizes = [QSize(100, TOP + self._small_line + (1 + lines) * self._line + BOTTOM) for lines in range(3)]

    def set_width(self, width: int) -> None:
        """The list is `width` pixels wide, its scroll bar included whether it shows or not."""
        self._room = width - SCROLL_BAR - self._indent - 2 * SIDE

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = self._rows.row(index.row())
        return self._sizes[self._lines(row)] if isinstance(row, Annotation) else self._heading_size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face, annotation = index.data(FACE_ROLE), index.data(ANNOTATION_ROLE)
        if isinstance(face, Heading):
            self._heading(painter, option.rect, face)
        elif isinstance(face, Face) and isinstance(annotation, Annotation):
            self._ground(painter, option)
            self._comment(painter, option.rect.adjusted(SIDE, TOP, -SIDE, -BOTTOM), face, annotation)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        inner = rect.adjusted(SIDE, 6, -SIDE, 0)
        painter.setFont(fonts.font(11.5, 600))
        painter.setPen(self._theme.color("text3"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, heading.words)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, str(heading.count))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, self._theme.color("accent_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(rect.adjusted(4, 1, -2, -3))

    def _comment(self, painter: QPainter, area: QRect, face: Face, annotation: Annotation) -> None:
        self._head(painter, area, face, lost=not annotation.anchor.found)
        left = area.left() + self._indent
        room = area.right() - left
        quote = " ".join(annotation.anchor.quote[:LONGEST].split())
        line = QRect(left, area.top() + self._line, room, self._small_line)
        self._words(painter, line, f"‘{quote}’", self._small, "text2")
        lines = self._lines(annotation)
        if lines:
            painter.setPen(self._theme.color("text"))
            body = clipped(face.text[:LONGEST], self._text, room, lines, self._line)
            body.draw(painter, QPointF(left, area.top() + self._line + self._small_line))

    def _head(self, painter: QPainter, area: QRect, face: Face, *, lost: bool) -> None:
        size, icon = self._chip_size, self._icon_size
        width = max(size, QFontMetricsF(self._chip).horizontalAdvance(str(face.number)) + 6)
        chip = QRectF(area.left(), area.top() + (self._line - size) / 2, width, size)
        paint_badge(painter, chip, str(face.number), face.slot, self._theme, self._chip, hollow=face.hollow)
        right = area.right() + 1
        if face.verdict in VERDICT_ICONS:
            self._icon(painter, VERDICT_ICONS[face.verdict], "text2", right - icon, area.top())
        beside = round(QFontMetricsF(self._small).horizontalAdvance(face.where)) + 8
        left = round(max(chip.right() + 6, area.left() + self._indent))
        place = QRect(right - icon - 6 - beside, area.top(), beside, self._line)
        self._words(
            painter, place, face.where, self._small, "warning" if lost else "text2", Qt.AlignmentFlag.AlignRight
        )
        if lost:
            place.setLeft(place.left() - icon)
            self._icon(painter, "unlink", "warning", place.left(), area.top())
        painter.setPen(self._theme.slot(face.slot).strong)
        self._elided(painter, QRect(left, area.top(), place.left() - left, self._line), face.name, self._strong)

    def _icon(self, painter: QPainter, name: str, colour: str, left: float, top: float) -> None:
        size = self._icon_size
        image = icons.pixmap(name, self._theme.color(colour), size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(left, top + (self._line - size) / 2), image)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setPen(self._theme.color(colour))
        self._elided(painter, rect, words, font, align)

    def _elided(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        font: QFont,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | align, shown)

    def _lines(self, annotation: Annotation) -> int:
        text = annotation.text or annotation.suggestion or ""
        if not text.strip():
            return 0
        return 1 if len(text) * self._letter < self._room else 2
