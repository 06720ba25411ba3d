"""One criterion in the table: its line, and what unfolds below it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain import rubric_changes as changes
from reviewer.domain.rubric import AppliesTo, Criterion
from reviewer.domain.rubric_check import Place
from reviewer.gui import fonts
from reviewer.gui.rubrics.fields import Field, LineField, StillBox, TextField, whole_number
from reviewer.gui.rubrics.grip import Grip
from reviewer.gui.rubrics.levels import OwnLevels
from reviewer.gui.rubrics.working_copy import Change, WorkingCopy
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.tick_box import TickBox

APPLIES = {AppliesTo.AGENT: "Agent", AppliesTo.CUSTOMER: "Customer", AppliesTo.CHAT: "Whole chat"}
LETTER, WEIGHT, CRITICAL, FAIL, APPLIED = 36, 56, 84, 132, 122
WEIGHT_WORDS = "A weight is a whole number from 0 to 100."


class CriterionRow(QFrame):
    """Fields write into the working copy; what is done to the row as a whole is asked of the table."""

    wanted = Signal(str, str)
    """What: `up`, `down`, `duplicate` or `remove`; and the root of the criterion."""
    unfolded = Signal()
    """There are more fields than before."""

    def __init__(self, copy: WorkingCopy, criterion: Criterion, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("criterionRow")
        self._copy = copy
        self._theme = theme
        self.root = criterion.root
        self._criterion = criterion
        self.body: CriterionBody | None = None
        self._shown: tuple[object, ...] = ()
        self.grip = Grip(theme, self)
        self.letter = self._field("letter", self._lettered)
        self.name = self._field("name", lambda text: self._set(name=text))
        self.weight = self._field("weight", self._weighed, steps=True)
        self.critical = TickBox("Critical", theme, self)
        self.fail = StillBox(self)
        self.applies = StillBox(self)
        for value, words in APPLIES.items():
            self.applies.addItem(words, value)
        self.unfold = IconButton("chevron-down", "", theme, self)
        self.unfold.setCheckable(True)
        self.more = IconButton("ellipsis", "", theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 6)
        self._column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(32, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addStretch(1)
        self._column.addLayout(self._grid)
        self._column.addLayout(self._line)
        for field in (self.letter, self.name, self.weight):
            self._column.addWidget(field.lend_problem())
            field.problem.setIndent(34)
        self._connect()
        self.arrange(roomy=True)

    def _connect(self) -> None:
        self.critical.clicked.connect(lambda on: self._copy.do(self._set(critical=on)))
        self.fail.activated.connect(lambda at: self._copy.do(self._set(fail_level=at + 1)))
        self.applies.activated.connect(lambda _: self._copy.do(self._set(applies_to=self.applies.currentData())))
        self.unfold.toggled.connect(self._fold)
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.grip.stepped.connect(lambda step: self.wanted.emit("up" if step < 0 else "down", self.root))
        for box in (self.fail, self.applies):
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_criterion(self, criterion: Criterion) -> None:
        """Show what is saved."""
        editable = self._copy.editable
        shown = (criterion, editable, self._copy.typed_in(self.root))
        if shown == self._shown:
            return
        self._shown = shown
        self._criterion = criterion
        self.letter.show_saved(criterion.letter)
        self.name.show_saved(criterion.name)
        self.weight.show_saved(str(criterion.weight))
        self.critical.setChecked(criterion.critical)
        self._show_fail(criterion)
        self.applies.setCurrentIndex(list(APPLIES).index(criterion.applies_to))
        for part in (self.critical, self.fail, self.applies, self.more, self.grip):
            part.setEnabled(editable)
        if self.body:
            self.body.show_criterion(criterion)
        self._name_parts(criterion)
        self._paint_letter()

    def _show_fail(self, criterion: Criterion) -> None:
        words = [f"{number} {level.name}" for number, level in enumerate(criterion.levels, start=1)]
        if words != [self.fail.itemText(at) for at in range(self.fail.count())]:
            self.fail.clear()
            self.fail.addItems(words)
        self.fail.setCurrentIndex((criterion.fail_level or 1) - 1)
        self.fail.setVisible(criterion.critical)

    def _name_parts(self, criterion: Criterion) -> None:
        title = f"Criterion {criterion.position}, {criterion.name}"
        self.setAccessibleName(title)
        self.grip.set_name(f"{title}, move")
        for part, words in ((self.letter, "letter"), (self.name, "name"), (self.weight, "weight")):
            part.set_name(f"{title}, {words}")
        self.critical.setAccessibleName(f"{title}, critical")
        self.fail.setAccessibleName(f"{title}, fails at this level and below")
        self.applies.setAccessibleName(f"{title}, applies to")
        self.unfold.set_name(f"{title}, descriptions and levels")
        self.more.set_name(f"{title}, more")

    def arrange(self, *, roomy: bool) -> None:
        """One line, or two where room is short."""
        middle = Qt.AlignmentFlag.AlignVCenter
        keeps = self.fail.sizePolicy()
        keeps.setRetainSizeWhenHidden(roomy)
        self.fail.setSizePolicy(keeps)
        first: tuple[QWidget, ...] = (self.grip, self.letter, self.name, self.weight)
        second: tuple[QWidget, ...] = (self.critical, self.fail, self.applies)
        for part in (*first, *second, self.unfold, self.more):
            self._grid.removeWidget(part)
            self._line.removeWidget(part)
        for column, part in enumerate(first):
            self._grid.addWidget(part, 0, column, middle)
        if roomy:
            for column, part in enumerate(second, start=4):
                self._grid.addWidget(part, 0, column, middle)
        else:
            for column, part in enumerate(second):
                self._line.insertWidget(column, part, 0, middle)
        self._grid.addWidget(self.unfold, 0, 7, middle)
        self._grid.addWidget(self.more, 0, 8, middle)
        self._grid.setColumnStretch(2, 1)
        self.critical.setText("" if roomy else "Critical")
        self._roomy = roomy
        if self.body:
            self.body.arrange(roomy=roomy)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.grip.set_theme(theme)
        for field, width in ((self.letter, LETTER), (self.name, 0), (self.weight, WEIGHT)):
            field.entry.setFont(fonts.font(13, 500 if field is self.name else 400))
            field.set_theme()
            if width:
                field.setFixedWidth(fonts.scaled(width))
        for part, width in ((self.critical, CRITICAL), (self.fail, FAIL), (self.applies, APPLIED)):
            part.setFont(fonts.font(13))
            part.setFixedWidth(fonts.scaled(width))
        self.critical.setFixedHeight(fonts.scaled(30))
        self.critical.set_theme(theme)
        self.unfold.set_theme(theme)
        self.more.set_theme(theme)
        if self.body:
            self.body.set_theme()
        self._paint_letter()

    def stops(self) -> list[QWidget]:
        """The parts of the line in the order of Tab."""
        line = [self.grip, self.letter.entry, self.name.entry, self.weight.entry, self.critical, self.fail]
        return [*line, self.applies, self.unfold, self.more, *(self.body.stops() if self.body else [])]

    def menu(self) -> QMenu:
        """What can be done with the criterion as a whole."""
        menu = QMenu(self)
        for words, what, key in (
            ("Move up", "up", "Alt+Up"),
            ("Move down", "down", "Alt+Down"),
            ("Duplicate", "duplicate", ""),
            ("Remove", "remove", ""),
        ):
            act = menu.addAction(f"{words}\t{key}" if key else words)
            act.triggered.connect(lambda _=False, what=what: self.wanted.emit(what, self.root))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._copy.editable:
            self.menu().popup(event.globalPos())

    def _fold(self, open_: bool) -> None:
        if open_ and self.body is None:
            self.body = CriterionBody(self._copy, self.root, self)
            self.body.set_theme()
            self.body.arrange(roomy=self._roomy)
            self.body.show_criterion(self._criterion)
            self._column.addWidget(self.body)
        if self.body:
            self.body.setVisible(open_)
            self.unfolded.emit()

    def _paint_letter(self) -> None:
        if self.letter.entry.wrong:
            self.letter.entry.setStyleSheet("")
            return
        slot = self._theme.slot(self._criterion.slot)
        ground = slot.fill.name() if self._theme.fills else self._theme.hex("paper")
        self.letter.entry.setStyleSheet(
            f"QLineEdit {{ background: {ground}; color: {slot.strong.name()}; font-weight: 700; padding: 0;"
            f" border: 1px solid {slot.strong.name()}; }} QLineEdit:focus {{ padding: 0;"
            f" border: 2px solid {self._theme.color('accent').name()}; }}"
        )

    def _field(self, field: str, read: Callable[[str], Change], *, steps: bool = False) -> Field:
        entry = LineField(self, steps=steps)
        if field == "letter":
            entry.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if steps:
            entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        made = Field(self._copy, Place(self.root, field), entry, "", read, self)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return made

    def _set(self, **fields: object) -> Change:
        return lambda rubric: changes.with_criterion(rubric, self.root, **fields)

    def _lettered(self, text: str) -> Change:
        return lambda rubric: changes.with_letter(rubric, self.root, text)

    def _weighed(self, text: str) -> Change:
        return self._set(weight=whole_number(text, WEIGHT_WORDS))


class CriterionBody(QWidget):
    """What is judged, and the levels of a criterion."""

    def __init__(self, copy: WorkingCopy, root: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.description = Field(
            copy,
            Place(root, "description"),
            TextField(self),
            "",
            lambda text: lambda rubric: changes.with_criterion(rubric, root, description=text),
            self,
        )
        self.heading = PlainText("What is judged", self)
        self.heading.setProperty("tone", "dim")
        self.levels = OwnLevels(copy, root, self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        for part in (self.heading, self.description, self.levels):
            self._column.addWidget(part)

    def show_criterion(self, criterion: Criterion) -> None:
        """Show what is saved."""
        title = f"Criterion {criterion.position}, {criterion.name}"
        self.description.show_saved(criterion.description)
        self.description.set_name(f"{title}, what is judged")
        self.levels.show_levels(criterion.levels, title)

    def set_theme(self) -> None:
        """The text size of now."""
        self.heading.setFont(fonts.font(12))
        self.description.entry.setFont(fonts.font(13))
        self.description.set_theme()
        self.levels.set_theme()

    def arrange(self, *, roomy: bool) -> None:
        """As far to the end as the line above, or further where room is short."""
        self._column.setContentsMargins(32, 0, 76 if roomy else 8, 10)

    def stops(self) -> list[QWidget]:
        """The parts in the order of Tab."""
        rows = [field.entry for row in self.levels.rows for field in row.fields]
        return [self.description.entry, self.levels.count, *rows]
