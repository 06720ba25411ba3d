"""The bar over the revised dialogue: how it is shown, and from change to change."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.segmented import Choice, SegmentedSwitch
from reviewer.gui.widgets.tick_box import TickBox

EDGES, SPACE = 32, 8


class ReviseBar(QFrame):
    """Side by side, inline or clean; previous and next change."""

    step = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviseBar")
        choices = (
            Choice("side_by_side", "Side by side", "columns-2", "Original and revised beside each other"),
            Choice("inline", "Inline", "align-justify", "Revised below original"),
            Choice("clean", "Clean", "eye", "The revised dialogue alone"),
        )
        self.arrangement = SegmentedSwitch("How the revision is shown", choices, theme, self)
        self.previous = IconButton("arrow-up", "Previous change", theme, self, key="Shift+F7")
        self.next = IconButton("arrow-down", "Next change", theme, self, key="F7")
        self.pins = TickBox("Comment pins", theme, self)
        self.pins.setChecked(True)
        self.changed_only = TickBox("Changed turns only", theme, self)
        self.count = PlainText("", self)
        self.previous.clicked.connect(lambda: self.step.emit(-1))
        self.next.clicked.connect(lambda: self.step.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGES // 2, 8, EDGES // 2, 8)
        row.setSpacing(SPACE)
        row.addWidget(self.arrangement)
        row.addStretch(1)
        for part in (self.pins, self.changed_only, self.previous, self.next):
            row.addWidget(part)
        row.addWidget(self.count)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.arrangement.set_theme(theme)
        self.previous.set_theme(theme)
        self.next.set_theme(theme)
        for box in (self.pins, self.changed_only):
            box.set_theme(theme)
            box.setFont(fonts.font(13))
        self.count.setFont(fonts.font(13, tabular=True))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Where room is short the arrangement stays, then the steps, then what is left out."""
        room = self.width() - self.arrangement.sizeHint().width() - EDGES
        for parts in ((self.previous, self.next), (self.changed_only,), (self.count,), (self.pins,)):
            room -= sum(part.sizeHint().width() + SPACE for part in parts)
            for part in parts:
                part.setVisible(room >= 0)

    def show_place(self, changes: list[int], row: int) -> None:
        """On which of the changes, which stand in these rows, the keyboard is."""
        place = changes.index(row) + 1 if row in changes else 0
        words = f"Change {place} of {len(changes)}" if place else f"{len(changes)} changes"
        self.count.setText(words if len(changes) != 1 or place else "1 change")
        for button in (self.previous, self.next):
            button.setEnabled(bool(changes))
        self._fit()
