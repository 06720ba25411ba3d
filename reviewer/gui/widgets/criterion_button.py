"""Small painted buttons of the selection popover: a criterion's badge with its key, an action with its key."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reviewer.domain.rubric import Criterion
from reviewer.gui import fonts, icons
from reviewer.gui.margin.badges import paint_badge
from reviewer.gui.margin.card_words import is_hollow, letter_of, name_of, slot_of
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip
from reviewer.gui.widgets.verdict_switch import SteppedButton

BADGE, KEY_GAP, KEY_LINE = 20, 3, 10
RADIUS = 5
KEY_CHIP, ICON = 18, 14


class _Painted(SteppedButton):
    """A flat button that shows hover, focus and choice the same way."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Whether Enter would press this one."""
        self.chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, ground = self._edge_and_ground()
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(edge, width))
        painter.setBrush(ground)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        self.paint_face(painter)
        painter.end()

    def paint_face(self, painter: QPainter) -> None:
        """What stands on the button; on its own it stands empty."""

    def _edge_and_ground(self) -> tuple[QColor, QColor]:
        none = QColor(Qt.GlobalColor.transparent)
        accent = self._theme.color("accent")
        if self.chosen or self.isDown():
            return accent, self._theme.color("accent_soft")
        hovered = self.underMouse() and self.isEnabled()
        return (accent if self.hasFocus() else none), (self._theme.color("sunken") if hovered else none)


class CriterionButton(_Painted):
    """The badge of a criterion, or of a note, over its key; `key` 0 has no key."""

    def __init__(self, criterion: Criterion | None, key: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.criterion = criterion
        self.key = key
        name = name_of(criterion)
        self.setAccessibleName(f"{name}, key {key}" if key else name)
        meaning = criterion.description if criterion else "A remark under no criterion"
        self.setAccessibleDescription(meaning)
        set_tip(self, f"{name} ({key}): {meaning}" if key else f"{name}: {meaning}")

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(34), fonts.scaled(36))

    def paint_face(self, painter: QPainter) -> None:
        size, line_height = fonts.scaled(BADGE), fonts.scaled(KEY_LINE)
        top = (self.height() - size - KEY_GAP - line_height) / 2
        badge = QRectF((self.width() - size) / 2, top, size, size)
        words, slot = letter_of(self.criterion), slot_of(self.criterion)
        hollow = is_hollow(self.criterion)
        paint_badge(painter, badge, words, slot, self._theme, fonts.font(11.5, 700), hollow=hollow)
        painter.setFont(fonts.font(10, tabular=True))
        painter.setPen(self._theme.color("text3"))
        line = QRectF(0, badge.bottom() + KEY_GAP - 1, self.width(), line_height + 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(self.key) if self.key else "")


class MoreButton(_Painted):
    """Lists all criteria."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName("All criteria")
        set_tip(self, "All criteria")

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(30), fonts.scaled(36))

    def paint_face(self, painter: QPainter) -> None:
        size = fonts.scaled(16)
        image = icons.pixmap("ellipsis", self._theme.color("text2"), size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - size) / 2, (self.height() - size) / 2), image)


class KeyedButton(_Painted):
    """An icon, words, and the key that does the same."""

    def __init__(self, icon: str, words: str, key: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._key = key
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Other words, with the key shown only while the button works."""
        self.setText(words)
        self.setAccessibleName(words)
        set_tip(self, f"{words} ({self._key})" if self.isEnabled() else words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(fonts.font(12, 500)).horizontalAdvance(self.text())
        key = fonts.scaled(KEY_CHIP) + 5 if self.isEnabled() else 0
        return QSize(round(9 + fonts.scaled(ICON) + 5 + words + key + 9) + 1, max(26, fonts.scaled(26)))

    def paint_face(self, painter: QPainter) -> None:
        colour = self._theme.color("text" if self.isEnabled() else "text3")
        size, key = fonts.scaled(ICON), fonts.scaled(KEY_CHIP)
        image = icons.pixmap(self._icon, colour, size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(9, (self.height() - size) / 2), image)
        painter.setFont(fonts.font(12, 500))
        painter.setPen(colour)
        words = QRectF(14 + size, 0, self.width() - 14 - size, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.isEnabled():
            chip = QRectF(self.width() - 9 - key, (self.height() - key) / 2, key, key)
            paint_key(painter, chip, self._key, self._theme)


def paint_key(painter: QPainter, rect: QRectF, key: str, theme: Theme) -> None:
    """A key of the keyboard, small."""
    painter.setPen(QPen(theme.color("line_strong"), 1))
    painter.setBrush(theme.color("side"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.drawLine(QPointF(rect.left() + 3, rect.bottom() - 1.5), QPointF(rect.right() - 3, rect.bottom() - 1.5))
    painter.setFont(fonts.font(11, 500))
    painter.setPen(theme.color("text2"))
    painter.drawText(rect.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, key)
