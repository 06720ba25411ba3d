"""The table of criteria, with what their weights make together."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain import rubric_changes as changes
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_check import MOST_CRITERIA
from reviewer.domain.weights import WHOLE
from reviewer.gui import fonts
from reviewer.gui.rubrics.card import Card
from reviewer.gui.rubrics.criterion_row import APPLIED, CRITICAL, FAIL, LETTER, WEIGHT, CriterionRow
from reviewer.gui.rubrics.working_copy import WorkingCopy
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.chip import Chip
from reviewer.gui.widgets.hairline import Hairline
from reviewer.gui.widgets.notice import announce
from reviewer.gui.widgets.plain import PlainText

ROOMY = 700


class DropLine(QWidget):
    """Where a criterion that is dragged will stand."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("accent"), 2))
        painter.drawLine(6, 3, self.width(), 3)
        painter.setBrush(self.theme.color("paper"))
        painter.drawEllipse(QPoint(3, 3), 2, 2)
        painter.end()


class CriteriaCard(Card):
    """Rows stand in the order of the criteria; each keeps its row, and so its caret, whatever happens around it."""

    def __init__(self, copy: WorkingCopy, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Criteria", parent)
        self._copy = copy
        self._theme = theme
        self._by_root: dict[str, CriterionRow] = {}
        self._order: list[str] = []
        self._hairlines: list[Hairline] = []
        self._stops: list[QWidget] = []
        self.sum = PlainText("", self)
        self.spread = TextButton("Spread the rest", theme, self, tone="link", pressed=self.spread_weights)
        self.chip = Chip(theme, self)
        for part in (self.sum, self.chip, self.spread):
            self.beside.addWidget(part)
        self.head = ColumnHeads(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.add = TextButton("Add criterion", theme, self, icon="plus", pressed=self.add_criterion)
        self.rows.addWidget(self.head)
        self.rows.addLayout(self._lines)
        self.rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._drop = DropLine(theme, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def lines(self) -> list[CriterionRow]:
        """The rows from the top."""
        return [self._by_root[root] for root in self._order]

    def show_rubric(self, rubric: RubricSet) -> None:
        """Show what is saved."""
        roots = [one.root for one in rubric.criteria]
        self._drop_rows(set(self._by_root) - set(roots))
        for one in rubric.criteria:
            if one.root not in self._by_root:
                row = CriterionRow(self._copy, one, self._theme, self)
                row.wanted.connect(self.act)
                row.unfolded.connect(self._chain)
                row.grip.dragged.connect(self._show_drop)
                row.grip.dropped.connect(lambda y, root=one.root: self._put(root, y))
                row.set_theme(self._theme)
                row.arrange(roomy=self._roomy)
                self._by_root[one.root] = row
        if roots != self._order:
            self._order = roots
            self._lay_rows()
        for one in rubric.criteria:
            self._by_root[one.root].show_criterion(one)
        self._chain()
        self.add.setVisible(self._copy.editable and len(roots) < MOST_CRITERIA)
        self._show_sum(sum(one.weight for one in rubric.criteria))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = self._drop.theme = theme
        self.set_font()
        self.sum.setFont(fonts.font(13, 500, tabular=True))
        for part in (self.spread, self.add, self.chip):
            part.set_theme(theme)
        self.head.set_font()
        for row in self.lines:
            row.set_theme(theme)
        for line in self._hairlines:
            line.set_theme(theme)
        self._arrange()

    def focused_root(self) -> str | None:
        """The criterion whose row has the keyboard."""
        focused = QApplication.focusWidget()
        return next((row.root for row in self.lines if focused and row.isAncestorOf(focused)), None)

    def act(self, what: str, root: str) -> None:
        """Move a criterion `up` or `down`, `duplicate` or `remove` it, or `fold` its levels open and shut."""
        if root not in self._order:
            return
        at = self._order.index(root)
        if what == "fold":
            self._by_root[root].unfold.toggle()
        elif what in ("up", "down"):
            self._move(root, at + (1 if what == "down" else -1))
        elif what == "duplicate":
            if self._copy.do(lambda now: changes.duplicate_criterion(now, root)):
                self._focus(at + 1)
        elif self._copy.do(lambda now: changes.remove_criterion(now, root)):
            self._focus(min(at, len(self._order) - 1))

    def add_criterion(self) -> None:
        """One more criterion, with the keyboard in its name."""
        if self._copy.do(changes.add_criterion):
            self._focus(len(self._order) - 1)

    def spread_weights(self) -> None:
        """The weights make 100 in the proportion that they have."""
        self._copy.do(changes.spread_weights, "weight")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _roomy(self) -> bool:
        return self.width() / fonts.scale() >= ROOMY

    def _arrange(self) -> None:
        self.head.setVisible(self._roomy)
        for row in self.lines:
            row.arrange(roomy=self._roomy)

    def _focus(self, at: int) -> None:
        entry = self.lines[at].name.entry
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        entry.selectAll()

    def _show_sum(self, total: int) -> None:
        whole = total == WHOLE
        self.sum.setVisible(whole)
        self.chip.setVisible(not whole)
        self.sum.setText(f"Weights: {total}")
        if not whole:
            self.chip.show_state(f"{total} of {WHOLE}", "triangle-alert", "warn")
        self.spread.setText("Spread the rest" if total < WHOLE else "Bring to 100")
        self.spread.setAccessibleName(f"{self.spread.text()}, weights make {total} of {WHOLE}")
        self.spread.setVisible(not whole and self._copy.editable)

    def _move(self, root: str, to: int) -> None:
        if not 0 <= to < len(self._order):
            return
        focused = QApplication.focusWidget()
        if self._copy.do(lambda now: changes.move_criterion(now, root, to)):
            if focused is not None and self.isAncestorOf(focused):
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, f"Now criterion {to + 1} of {len(self._order)}.")

    def _place_at(self, y: int) -> int:
        """Before how many rows a global height lies."""
        return sum(y > row.mapToGlobal(QPoint(0, row.height() // 2)).y() for row in self.lines)

    def _show_drop(self, y: int) -> None:
        at = self._place_at(y)
        lines = self.lines
        edge = lines[at].geometry().top() if at < len(lines) else lines[-1].geometry().bottom() + 1
        self._drop.setGeometry(lines[0].x(), edge - 3, lines[0].width(), 6)
        self._drop.show()
        self._drop.raise_()

    def _put(self, root: str, y: int) -> None:
        self._drop.hide()
        at = self._order.index(root)
        to = self._place_at(y)
        to -= to > at
        if y >= 0 and to != at:
            self._move(root, to)

    def _drop_rows(self, gone: set[str]) -> None:
        for root in gone:
            row = self._by_root.pop(root)
            row.hide()
            row.deleteLater()
        self._order = [root for root in self._order if root not in gone]

    def _lay_rows(self) -> None:
        while self._lines.takeAt(0):
            pass
        for line in self._hairlines:
            line.deleteLater()
        self._hairlines = [Hairline(self._theme, self) for _ in self._order]
        for row, line in zip(self.lines, self._hairlines, strict=True):
            self._lines.addWidget(line)
            self._lines.addWidget(row)
            row.show()

    def _chain(self) -> None:
        """Tab goes through the rows from the top, whenever their parts were made."""
        stops = [stop for row in self.lines for stop in row.stops()]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise([*stops, self.add]):
                QWidget.setTabOrder(before, after)


class ColumnHeads(QWidget):
    """The names of the columns, as wide as these."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = {
            "": PlainText("", self),
            "Letter": PlainText("", self),
            "Name": PlainText("Name", self),
            "Weight": PlainText("Weight", self),
            "Critical": PlainText("Critical", self),
            "Fails at": PlainText("Fails at or below", self),
            "Applies to": PlainText("Applies to", self),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for words, part in self._parts.items():
            part.setProperty("tone", "dim")
            row.addWidget(part, 1 if words == "Name" else 0)
        self._end = PlainText("", self)
        row.addWidget(self._end)

    def set_font(self) -> None:
        """The text size of now."""
        widths = {"": 24, "Letter": LETTER, "Weight": WEIGHT, "Critical": CRITICAL, "Fails at": FAIL,
                  "Applies to": APPLIED}  # fmt: skip
        for words, part in self._parts.items():
            part.setFont(fonts.font(12, 600))
            if words in widths:
                part.setFixedWidth(fonts.scaled(widths[words]))
        self._end.setFixedWidth(30 * 2 + 8)
