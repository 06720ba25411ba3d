"""The criteria of the scorecard one below the other, one of them open, and the ways of the keyboard through them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.rubric import Criterion
from reviewer.gui.panels.criterion_row import CriterionRow
from reviewer.gui.theme import Theme

EDGE = 8


class CriteriaList(QScrollArea):
    """Rows that scroll; the row that has the keyboard is open and shown whole."""

    rated = Signal(object, object, bool)
    """The row, the level or None, and whether the criterion does not apply."""
    keyed = Signal(object)
    """The row whose last rating came from the keyboard."""
    noted = Signal(object, str)
    comments_wanted = Signal(str)
    finish_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[CriterionRow] = []
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)

    def show_criteria(self, criteria: tuple[Criterion, ...]) -> None:
        """Rows for other criteria."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [CriterionRow(criterion, self._theme, self._inside) for criterion in criteria]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            row.rated.connect(lambda value, na, row=row: self.rated.emit(row, value, na))
            row.control.keyed.connect(lambda row=row: self.keyed.emit(row))
            row.noted.connect(lambda words, row=row: self.noted.emit(row, words))
            row.focused.connect(lambda row=row: self._open(row))
            row.step.connect(lambda step, place=place: self._go(place + step))
            row.comments_wanted.connect(self.comments_wanted)
            row.finish_wanted.connect(self.finish_wanted)
            row.grown.connect(self._show_open_row, Qt.ConnectionType.QueuedConnection)

    def focus_first(self) -> None:
        """The keyboard is on the row that was open last, else on the first one without a rating."""
        opened = next((row for row in self.rows if row.note.isVisibleTo(row)), None)
        chosen = opened or next((row for row in self.rows if not row.is_rated), None) or self.rows[0]
        chosen.control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_criterion(self, criterion_id: str) -> None:
        """The keyboard is on the row of one criterion."""
        for row in self.rows:
            if row.criterion.id == criterion_id:
                row.control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def move_on(self, row: CriterionRow) -> None:
        """The keyboard goes to the next criterion without a rating, below and then from the top."""
        here = self.rows.index(row)
        around = (*self.rows[here + 1 :], *self.rows[:here])
        following = next((one for one in around if not one.is_rated), None)
        if following is not None:
            following.control.setFocus()

    def _open(self, opened: CriterionRow) -> None:
        for row in self.rows:
            row.set_open(row is opened)
        self.ensureWidgetVisible(opened, 0, EDGE)

    def _show_open_row(self) -> None:
        for row in self.rows:
            if row.note.isVisible():
                self.ensureWidgetVisible(row, 0, EDGE)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].control.setFocus()
