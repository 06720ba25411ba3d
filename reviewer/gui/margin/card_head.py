"""The first line of the open card: number, criterion, place, verdict; criterion and verdict can be changed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.rubric import Criterion, RubricSet
from reviewer.gui import fonts, icons
from reviewer.gui.margin.badges import paint_badge
from reviewer.gui.margin.card_words import (
    VERDICT_ICONS,
    VERDICT_NAMES,
    Face,
    face_of,
    is_hollow,
    letter_of,
    name_of,
    slot_of,
)
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import PlainText, set_tip

HEIGHT, CHIP, ICON = 24, 16, 14


class NumberChip(QWidget):
    """The number of a comment in the colour of its criterion."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face: Face | None = None

    def show_face(self, face: Face, theme: Theme) -> None:
        """Show the number of `face`."""
        self._face, self._theme = face, theme
        words = self.fontMetrics().horizontalAdvance(str(face.number))
        self.setFixedSize(max(fonts.scaled(CHIP), words + 6), fonts.scaled(HEIGHT))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face:
            chip = fonts.scaled(CHIP)
            place = QRectF(0, (self.height() - chip) / 2, self.width(), chip)
            font = fonts.font(10, 700, tabular=True)
            painter = QPainter(self)
            paint_badge(
                painter, place, str(self._face.number), self._face.slot, self._theme, font, hollow=self._face.hollow
            )
            painter.end()


class CardHead(QWidget):
    """Who the comment is, in one line."""

    criterion_chosen = Signal(object)
    """A criterion's id, or None for a note."""
    verdict_chosen = Signal(Verdict)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verdict = Verdict.NONE
        self._chip = NumberChip(theme, self)
        self.criterion_button = QToolButton(self)
        self.criterion_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.criterion_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self.criterion_button)
        self.criterion_button.setMenu(self._menu)
        self._where = PlainText("", self)
        self.verdict_button = QToolButton(self)
        self.verdict_button.clicked.connect(self._turn_verdict)
        for button in (self.criterion_button, self.verdict_button):
            button.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._chip)
        row.addWidget(self.criterion_button)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(self.verdict_button)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now; `show_comment` follows."""
        self._theme = theme
        for part in (self, self.criterion_button, self.verdict_button):
            part.setFixedHeight(fonts.scaled(HEIGHT))
        self.verdict_button.setFixedWidth(fonts.scaled(HEIGHT))

    def show_comment(self, annotation: Annotation, number: int, rubric: RubricSet) -> None:
        """Show what the comment is now."""
        face = face_of(annotation, number, rubric)
        self._verdict = annotation.verdict
        self._chip.setFont(fonts.font(10, 700, tabular=True))
        self._chip.show_face(face, self._theme)
        self._where.setText(face.where)
        self._where.setVisible(bool(face.where))
        self._where.setFont(fonts.font(11.5))
        strong = self._theme.slot(face.slot).strong.name()
        self.criterion_button.setFont(fonts.font(12.5, 600))
        self.criterion_button.setText(face.name)
        self.criterion_button.setStyleSheet(f"QToolButton {{ color: {strong}; padding: 0 2px; text-align: left; }}")
        self.criterion_button.setAccessibleName(f"Criterion: {face.name}")
        set_tip(self.criterion_button, "Change the criterion")
        self._fill_menu(rubric, annotation.criterion)
        self._show_verdict()

    def _fill_menu(self, rubric: RubricSet, chosen: str | None) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        choices: list[Criterion | None] = [*rubric.criteria, None]
        for criterion in choices:
            own = criterion.id if criterion else None
            action = QAction(badge_icon(criterion, self._theme), name_of(criterion).replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(own == chosen)
            action.triggered.connect(lambda _=False, own=own: self.criterion_chosen.emit(own))
            self._menu.addAction(action)

    def _show_verdict(self) -> None:
        name, other = VERDICT_NAMES[self._verdict], VERDICT_NAMES[_other(self._verdict)].lower()
        icon = VERDICT_ICONS.get(self._verdict, "circle-dashed")
        colour = self._theme.color("text3")
        size = fonts.scaled(ICON)
        self.verdict_button.setIcon(QIcon(icons.pixmap(icon, colour, size, self.devicePixelRatioF())))
        self.verdict_button.setIconSize(QSize(size, size))
        self.verdict_button.setAccessibleName(f"Verdict: {name.lower()}")
        set_tip(self.verdict_button, f"{name}. Press to make it a {other}")

    def _turn_verdict(self) -> None:
        self.verdict_chosen.emit(_other(self._verdict))


def badge_icon(criterion: Criterion | None, theme: Theme, size: int = 16) -> QIcon:
    """The badge of a criterion, or of a note, as an icon."""
    image = QPixmap(2 * size, 2 * size)
    image.setDevicePixelRatio(2)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    area = QRectF(0, 0, size, size)
    font = fonts.font(10, 700)
    paint_badge(painter, area, letter_of(criterion), slot_of(criterion), theme, font, hollow=is_hollow(criterion))
    painter.end()
    return QIcon(image)


def _other(verdict: Verdict) -> Verdict:
    return Verdict.STRENGTH if verdict is Verdict.CONCERN else Verdict.CONCERN
