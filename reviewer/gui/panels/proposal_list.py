"""Comments that can go into the summary, as a list to tick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.gui import fonts
from reviewer.gui.margin.card_words import name_of
from reviewer.gui.margin.writing_field import ENTER
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText, set_tip
from reviewer.gui.widgets.tick_box import TickBox
from reviewer.gui.words import counted

NOTHING = "Every strength and concern with words is in the summary already."
TITLES = {True: "To what worked", False: "To what to change"}


class ProposalList(QWidget):
    """Strengths go to what worked, concerns to what to change; all are ticked at first."""

    chosen = Signal(list)
    """The annotations that were ticked."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.boxes: list[tuple[TickBox, Annotation]] = []
        self._titles: list[PlainText] = []
        self.insert = TextButton("Insert", theme, self, tone="primary", pressed=self._choose)
        self.back = TextButton("Back", theme, self, pressed=self.left.emit)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(14, 4, 14, 8)
        self._column.setSpacing(4)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        foot, whole = QHBoxLayout(), QVBoxLayout(self)
        foot.setContentsMargins(14, 10, 14, 12)
        foot.addWidget(self.back)
        foot.addWidget(self.insert, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        for button in (self.insert, self.back):
            button.set_theme(theme)
        for title in self._titles:
            title.setFont(fonts.font(12, 600))
        for box, _ in self.boxes:
            box.setFont(fonts.font(13))
            box.set_theme(theme)

    def show_comments(self, annotations: list[Annotation], full: FullReview) -> None:
        """Offer these comments."""
        while (part := self._column.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self._titles = [], []
        for strength in (True, False):
            of_kind = [one for one in annotations if (one.verdict is Verdict.STRENGTH) is strength]
            if of_kind:
                self._title(TITLES[strength])
            for one in of_kind:
                self._box(one, full)
        if not annotations:
            self._title(NOTHING)
        self._column.addStretch(1)
        self.set_theme(self._theme)
        self._count()

    def focusInEvent(self, event: QFocusEvent) -> None:
        (self.boxes[0][0] if self.boxes else self.back).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = [box for box, _ in self.boxes]
        here = next((at for at, box in enumerate(places) if box.hasFocus()), None)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and here is not None:
            places[max(0, min(here + steps[Qt.Key(event.key())], len(places) - 1))].setFocus()
        elif event.key() in ENTER and self.insert.isEnabled():
            self._choose()
        else:
            event.ignore()

    def _title(self, words: str) -> None:
        title = PlainText(words, self._inside)
        title.setWordWrap(True)
        self._titles.append(title)
        self._column.addWidget(title)

    def _box(self, one: Annotation, full: FullReview) -> None:
        criterion = name_of(full.rubric.criterion(one.criterion))
        text = one.text.strip().splitlines()[0]
        box = TickBox(f"{full.numbers[one.id]}  {criterion}: {text}", self._theme, self._inside)
        box.setAccessibleName(f"Comment {full.numbers[one.id]}, {criterion}: {text}")
        set_tip(box, one.text.strip())
        box.setChecked(True)
        box.toggled.connect(self._count)
        self.boxes.append((box, one))
        self._column.addWidget(box)

    def _count(self) -> None:
        ticked = sum(box.isChecked() for box, _ in self.boxes)
        self.insert.setText(f"Insert {counted(ticked, 'line')}" if ticked else "Insert")
        self.insert.setEnabled(ticked > 0)

    def _choose(self) -> None:
        self.chosen.emit([one for box, one in self.boxes if box.isChecked()])
