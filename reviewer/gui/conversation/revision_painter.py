"""Paints the revision: the head of the columns, and rows with struck, underlined and untouched words."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reviewer.domain.revision import ChangeKind
from reviewer.domain.transcript import Role
from reviewer.gui import fonts, icons
from reviewer.gui.conversation.columns import SIGNS, TEXT_LEADING, Arrangement, Columns
from reviewer.gui.conversation.highlight_painter import paint_pins
from reviewer.gui.conversation.revision_row import ABOVE, RESTORE, Cell, RevisionRow, buttons
from reviewer.gui.conversation.turn_painter import ICONS, ROLE_NAMES, number_font, rounded
from reviewer.gui.theme import Theme
from reviewer.gui.words import counted

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
BUTTON_ICONS: Final = {
    "rewrite": "pencil-line",
    "revert": "rotate-ccw",
    "restore": "rotate-ccw",
    "remove": "trash-2",
    "insert": "plus",
    "more": "ellipsis",
}
DIMMED: Final = 0.45
LINE: Final = 1.5


class RevisionPainter:
    """Paints in viewport px; `top` is the top of the row there."""

    def __init__(self, theme: Theme, columns: Columns, *, read_only: bool = False) -> None:
        self._theme = theme
        self._columns = columns
        self._read_only = read_only

    def paint_head(self, painter: QPainter, names: tuple[str, str], turns: tuple[int, int]) -> None:
        """What the columns are called and how many turns each has, above the rows."""
        columns, theme = self._columns, self._theme
        band = QRectF(columns.left, 0, columns.width, HEAD)
        painter.fillRect(band.adjusted(1, 1, -1, 0), theme.color("side"))
        painter.fillRect(QRectF(columns.left, HEAD - 1, columns.width, 1), theme.color("line"))
        parts = [(True, names[1], counted(turns[1], "turn"))]
        if columns.side_by_side:
            parts.insert(0, (False, names[0], f"{counted(turns[0], 'turn')}, read only"))
        for right, name, words in parts:
            leading = columns.column(right) + TEXT_LEADING
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
        self._paint_grounds(painter, row, top, height, focused)
        if row.before and (row.original or not row.after):
            self._paint_head_of(painter, row, top, height, revised=False)
        if row.after and not (row.original and not columns.side_by_side):
            self._paint_head_of(painter, row, top, height, revised=True)
        if row.original:
            self._paint_cell(painter, row, row.original, top, revised=False)
        elif columns.side_by_side and row.aside.original:
            self._paint_aside(painter, row.aside.original, top, height, revised=False)
        if row.revised:
            self._paint_cell(painter, row, row.revised, top, revised=True)
        elif row.aside.revised:
            above = row.revised_top if not columns.side_by_side else 0
            self._paint_aside(painter, f"– {row.aside.revised}", top + above, height - above, revised=True)
        self._paint_sign(painter, row, top, height)
        painter.fillRect(columns.rect(1, top + height - 1, columns.width - 2, 1), theme.mixed("line", 0.55))
        if self._read_only:
            return
        if row.removed:
            self._paint_restore(painter, row, top)
        elif focused:
            self._paint_buttons(painter, row, top)

    def _paint_grounds(self, painter: QPainter, row: RevisionRow, top: float, height: float, focused: bool) -> None:
        columns, theme = self._columns, self._theme
        if columns.arrangement is not Arrangement.CLEAN and row.change:
            if row.change.kind is ChangeKind.INSERTED:
                band = columns.rect(columns.column(revised=True), top, columns.column_width, height)
                painter.fillRect(band, theme.mixed("inserted_ground", DIMMED))
            elif row.removed:
                painter.fillRect(
                    columns.rect(1, top, columns.column_width - 1, height), theme.mixed("deleted_ground", DIMMED)
                )
        if focused:
            band = columns.rect(0, top, columns.width, height).adjusted(1, 0, -1, 0)
            painter.fillRect(band, theme.mixed("accent_soft", DIMMED))

    def _paint_head_of(self, painter: QPainter, row: RevisionRow, top: float, height: float, *, revised: bool) -> None:
        columns, theme = self._columns, self._theme
        spoken = row.after if revised else row.before
        if spoken is None:
            return
        column, same = columns.column(revised), self._is_dim(row)
        number = str(spoken.turn.position)
        painter.setFont(number_font(number, 26))
        painter.setPen(theme.color("text3"))
        side = Qt.AlignmentFlag.AlignLeft if columns.mirrored else Qt.AlignmentFlag.AlignRight
        place = columns.rect(column + 6, top + 10, 26, fonts.scaled(20))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, number)
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
        if (revised or not columns.side_by_side) and columns.arrangement is not Arrangement.CLEAN:
            self._paint_tag(painter, row, top, column + TEXT_LEADING + size + 6 + width + 8)

    def _is_dim(self, row: RevisionRow) -> bool:
        """Turns without a change stand back, but where the dialogue is read for itself."""
        return row.change is None and self._columns.arrangement is not Arrangement.CLEAN

    def _paint_tag(self, painter: QPainter, row: RevisionRow, top: float, leading: float) -> None:
        """“inserted”, “moved” beside the name."""
        if not row.aside.tag:
            return
        columns = self._columns
        kind = row.change.kind if row.change else ChangeKind.REWORDED
        color = "inserted" if kind is ChangeKind.INSERTED else "accent"
        icon, _, _ = SIGN_ICONS[kind]
        size = fonts.scaled(12)
        self._paint_icon(
            painter, icon, self._theme.color(color), columns.rect(leading, top + ABOVE, size, row.name_height), 12
        )
        font = fonts.font(12, 600)
        width = QFontMetricsF(font).horizontalAdvance(row.aside.tag) + 1
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        place = columns.rect(leading + size + 4, top + ABOVE, width, row.name_height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.aside.tag)

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
        painter.setPen(theme.color("text3" if self._is_dim(row) else "text"))
        block.paint(painter, at.x(), at.y(), [(start, end, theme.color(color)) for start, end in cell.changed])
        below = 3.0 if revised else -block.ascent / 3
        for span in cell.changed:
            for one in block.stretches(*span):
                line = QRectF(at.x() + one.left, at.y() + one.line.baseline + round(below), one.width, LINE)
                painter.fillRect(line, theme.color(color))
        for start, end in cell.commented:
            for one in block.stretches(start, end):
                line = QRectF(at.x() + one.left, at.y() + one.line.baseline + 4, one.width, 1)
                painter.fillRect(line, theme.color("line_strong"))
        paint_pins(painter, cell.words.pins, theme, at)

    def _paint_aside(self, painter: QPainter, words: str, top: float, height: float, *, revised: bool) -> None:
        columns = self._columns
        painter.setFont(fonts.font(12.5, italic=True))
        painter.setPen(self._theme.color("text3"))
        place = columns.rect(columns.column(revised) + TEXT_LEADING, top, columns.text_width, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

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
        places = {name: place.translated(0, top) for name, place in buttons(row, self._columns).items()}
        if row.name_height == 0 and places:
            ground = self._theme.mixed("accent_soft", DIMMED)
            for under in (self._theme.color("paper"), ground):
                for place in places.values():
                    painter.fillRect(place.adjusted(-2, -2, 2, 2), under)
        for name, place in places.items():
            self._paint_icon(painter, BUTTON_ICONS[name], self._theme.color("accent"), place)

    def _paint_restore(self, painter: QPainter, row: RevisionRow, top: float) -> None:
        """A removed turn offers its return, also without the keyboard on it."""
        place = buttons(row, self._columns)["restore"].translated(0, top)
        side = place.height()
        left = place.right() - side if self._columns.mirrored else place.left()
        square = QRectF(left, place.top(), side, side)
        self._paint_icon(painter, BUTTON_ICONS["restore"], self._theme.color("text2"), square)
        painter.setFont(fonts.font(12.5, 500))
        painter.setPen(self._theme.color("text2"))
        trailing = Qt.AlignmentFlag.AlignLeft if self._columns.mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(place.adjusted(4, 0, -4, 0), trailing | Qt.AlignmentFlag.AlignVCenter, RESTORE)

    def _paint_icon(self, painter: QPainter, name: str, color: QColor, place: QRectF, px: int = 14) -> None:
        size = fonts.scaled(px)
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
