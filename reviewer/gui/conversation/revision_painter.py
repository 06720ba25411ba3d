"""Paints the revision: the head of the columns, and rows with struck, underlined and untouched words."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reviewer.domain.revision import ChangeKind
from reviewer.domain.transcript import Role
from reviewer.gui import fonts, icons
from reviewer.gui.conversation.columns import SIGNS, TEXT_LEADING, Columns
from reviewer.gui.conversation.highlight_painter import paint_pins
from reviewer.gui.conversation.revision_row import ABOVE, Cell, RevisionRow, buttons
from reviewer.gui.conversation.turn_painter import ICONS, ROLE_NAMES, number_font, rounded
from reviewer.gui.theme import Theme

HEAD: Final = 36
DISC: Final = 24
SIGN_ICONS: Final = {
    ChangeKind.REWORDED: ("pencil", "accent", "accent_soft"),
    ChangeKind.REMOVED: ("minus", "deleted", "deleted_ground"),
    ChangeKind.INSERTED: ("plus", "inserted", "inserted_ground"),
    ChangeKind.MOVED: ("arrow-up-down", "accent", "accent_soft"),
    ChangeKind.SPLIT: ("split", "accent", "accent_soft"),
    ChangeKind.JOINED: ("merge", "accent", "accent_soft"),
}
BUTTON_ICONS: Final = {"rewrite": "pencil-line", "revert": "rotate-ccw"}
DIMMED: Final = 0.45
LINE: Final = 1.5


class RevisionPainter:
    """Paints in viewport px; `top` is the top of the row there."""

    def __init__(self, theme: Theme, columns: Columns) -> None:
        self._theme = theme
        self._columns = columns

    def paint_head(self, painter: QPainter, count: int) -> None:
        """What the columns are, above the rows."""
        columns, theme = self._columns, self._theme
        band = QRectF(columns.left, 0, columns.width, HEAD)
        painter.fillRect(band.adjusted(1, 1, -1, 0), theme.color("side"))
        painter.fillRect(QRectF(columns.left, HEAD - 1, columns.width, 1), theme.color("line"))
        turns = f"{count:,} turn{'' if count == 1 else 's'}"
        parts = [(True, "Revised", turns)]
        if columns.side_by_side:
            parts.insert(0, (False, "Original", f"{turns}, read only"))
        for revised, name, words in parts:
            leading = columns.column(revised) + TEXT_LEADING
            for text, weight, color in ((name, 600, "text"), (words, 400, "text3")):
                font = fonts.font(12.5, weight)
                width = QFontMetricsF(font).horizontalAdvance(text) + 1
                painter.setFont(font)
                painter.setPen(theme.color(color))
                painter.drawText(columns.rect(leading, 0, width, HEAD - 1), Qt.AlignmentFlag.AlignVCenter, text)
                leading += width + 4

    def paint(self, painter: QPainter, row: RevisionRow, top: float, height: float, focused: bool) -> None:
        """Paint one row on paper that is there already; `height` may be more than the row needs."""
        columns, theme = self._columns, self._theme
        if focused:
            band = columns.rect(0, top, columns.width, height).adjusted(1, 0, -1, 0)
            painter.fillRect(band, theme.mixed("accent_soft", DIMMED))
        if row.original and columns.side_by_side:
            self._paint_head_of(painter, row, top, height, revised=False)
        self._paint_head_of(painter, row, top, height, revised=True)
        if row.original:
            self._paint_cell(painter, row, row.original, top, revised=False)
        if row.revised:
            self._paint_cell(painter, row, row.revised, top, revised=True)
        else:
            self._paint_void(painter, row, top, height)
        self._paint_sign(painter, row, top, height)
        painter.fillRect(columns.rect(1, top + height - 1, columns.width - 2, 1), theme.mixed("line", 0.55))
        if focused:
            self._paint_buttons(painter, row, top)

    def _paint_head_of(self, painter: QPainter, row: RevisionRow, top: float, height: float, *, revised: bool) -> None:
        columns, theme, spoken = self._columns, self._theme, row.spoken
        column, same = columns.column(revised), row.change is None
        if revised and row.removed and columns.side_by_side:
            return
        painter.setFont(number_font(str(row.position), 26))
        painter.setPen(theme.color("text3"))
        side = Qt.AlignmentFlag.AlignLeft if columns.mirrored else Qt.AlignmentFlag.AlignRight
        place = columns.rect(column + 6, top + 10, 26, fonts.scaled(20))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, str(row.position))
        if spoken.system:
            return
        agent = spoken.role is Role.AGENT
        bar = theme.mixed("accent" if agent else "line_strong", DIMMED if same else 1.0)
        rounded(painter, columns.rect(column + 40, top + 12, 3, height - 24), 1.5, bar)
        size = fonts.scaled(14)
        tint = theme.color("accent" if agent and not same else "text3")
        icon = icons.pixmap(ICONS[spoken.role], tint, size, painter.device().devicePixelRatioF())
        middle = top + ABOVE + row.name_height / 2
        painter.drawPixmap(QPointF(round(columns.x(column + TEXT_LEADING, size)), round(middle - size / 2)), icon)
        name = spoken.speaker.name if spoken.speaker else ROLE_NAMES[spoken.role]
        font = fonts.font(12.5, 600)
        room = columns.text_width - size - 6 - fonts.scaled(60)
        shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        width = QFontMetricsF(font).horizontalAdvance(shown) + 1
        painter.setFont(font)
        painter.setPen(theme.color("text3" if same else "text"))
        place = columns.rect(column + TEXT_LEADING + size + 6, top + ABOVE, width, row.name_height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_cell(self, painter: QPainter, row: RevisionRow, cell: Cell, top: float, *, revised: bool) -> None:
        columns, theme, block = self._columns, self._theme, cell.words.block
        left = columns.x(columns.column(revised) + TEXT_LEADING, columns.text_width)
        at = QPointF(left, top + cell.top)
        color, ground = ("inserted", "inserted_ground") if revised else ("deleted", "deleted_ground")
        for span in cell.changed:
            for one in block.stretches(*span):
                up = round(block.ascent + 1)
                place = QRectF(at.x() + one.left, at.y() + one.line.baseline - up, one.width, up + block.descent + 1)
                rounded(painter, place, 2, theme.color(ground))
        painter.setPen(theme.color("text3" if row.change is None else "text"))
        block.paint(painter, at.x(), at.y(), [(start, end, theme.color(color)) for start, end in cell.changed])
        below = 3.0 if revised else -block.ascent / 3
        for span in cell.changed:
            for one in block.stretches(*span):
                line = QRectF(at.x() + one.left, at.y() + one.line.baseline + round(below), one.width, LINE)
                painter.fillRect(line, theme.color(color))
        paint_pins(painter, cell.words.pins, theme, at)

    def _paint_void(self, painter: QPainter, row: RevisionRow, top: float, height: float) -> None:
        columns = self._columns
        painter.setFont(fonts.font(12.5, italic=True))
        painter.setPen(self._theme.color("text3"))
        above = row.revised_top if not columns.side_by_side else 0
        leading = columns.column(revised=True) + TEXT_LEADING
        place = columns.rect(leading, top + above, columns.text_width, height - above)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, "Turn deleted")

    def _paint_sign(self, painter: QPainter, row: RevisionRow, top: float, height: float) -> None:
        columns, theme = self._columns, self._theme
        band = columns.rect(columns.signs, top, SIGNS, height)
        if columns.side_by_side:
            painter.fillRect(band, theme.color("side"))
            painter.fillRect(QRectF(band.left(), top, 1, height), theme.color("line"))
            painter.fillRect(QRectF(band.right() - 1, top, 1, height), theme.color("line"))
        if row.change is None:
            return
        icon, color, ground = SIGN_ICONS[row.change.kind]
        size = min(fonts.scaled(DISC), SIGNS - 8)
        disc = QRectF(band.center().x() - size / 2, top + 10, size, size)
        rounded(painter, disc, size / 2, theme.color(ground))
        self._paint_icon(painter, icon, theme.color(color), disc)

    def _paint_buttons(self, painter: QPainter, row: RevisionRow, top: float) -> None:
        for name, place in buttons(row, self._columns).items():
            self._paint_icon(painter, BUTTON_ICONS[name], self._theme.color("accent"), place.translated(0, top))

    def _paint_icon(self, painter: QPainter, name: str, color: QColor, place: QRectF) -> None:
        size = fonts.scaled(14)
        pixmap = icons.pixmap(name, color, size, painter.device().devicePixelRatioF())
        middle = place.center()
        painter.drawPixmap(QPointF(round(middle.x() - size / 2), round(middle.y() - size / 2)), pixmap)


def paint_frame(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The line around the sheet, over everything else."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.restore()
