"""Two revisions, or one and the original, beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.comparing import ORIGINAL, compared
from reviewer.domain.edits.alternatives import shown_name
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.gui import fonts
from reviewer.gui.conversation.revision_view import RevisionView
from reviewer.gui.conversation.turn_source import TurnSource
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted

SIZE = QSize(1120, 680)


class ListedTurns:
    """Turns that are all in memory."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns

    @property
    def transcript_id(self) -> str:
        """Whose turns these are."""
        return self._turns[0].transcript if self._turns else ""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._turns)

    def turn(self, position: int) -> Turn:
        """The turn at a position; IndexError outside 1 to `count`."""
        if not 1 <= position <= self.count:
            raise IndexError(position)
        return self._turns[position - 1]


class CompareRevisions(QDialog):
    """Choose what stands left and right; nothing is changed here."""

    def __init__(self, full: FullReview, turns: TurnSource, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Compare revisions")
        self._full = full
        self._turns = turns
        self.left, self.right = ChoiceBox(self), ChoiceBox(self)
        self.count = PlainText("", self)
        self.view = RevisionView(theme, self)
        self.view.may_edit = lambda: False
        self.view.read_only = True
        self.close_button = TextButton("Close", theme, self, pressed=self.reject)
        for box, name in ((self.left, "On the left"), (self.right, "On the right")):
            box.setAccessibleName(name)
            box.setFont(fonts.font(13))
            box.addItem("Original", ORIGINAL)
            for one in full.revisions:
                box.addItem(shown_name(full, one), one.id)
            box.currentIndexChanged.connect(lambda _: self._compare())
        self._lay_out()
        shown = [one.id for one in full.revisions].index(full.revision.id) + 1 if full.revision else 0
        self.right.setCurrentIndex(shown)
        self.left.setCurrentIndex(next((at for at in range(1, self.left.count()) if at != shown), 0))
        self._compare()
        self.resize(SIZE)

    def _lay_out(self) -> None:
        top, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for words, box in (("Left", self.left), ("Right", self.right)):
            called = PlainText(words, self)
            called.setFont(fonts.font(13))
            top.addWidget(called)
            top.addWidget(box)
        top.addStretch(1)
        top.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.count.setFont(fonts.font(13))

    @classmethod
    def show_for(cls, full: FullReview, turns: TurnSource, theme: Theme, parent: QWidget) -> "CompareRevisions":
        """Open beside the window, which goes on working."""
        dialog = cls(full, turns, theme, parent.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.view.setFocus()
        return dialog

    def _compare(self) -> None:
        def turn_at(position: int) -> Turn | None:
            return self._turns.turn(position) if 1 <= position <= self._turns.count else None

        found = compared(self._full, self.left.currentData(), self.right.currentData(), turn_at)
        self.view.set_names(self.left.currentText(), self.right.currentText())
        self.view.open(found.full, ListedTurns(found.turns))
        changes = len(found.full.changes)
        self.count.setText(counted(changes, "difference") if changes else "No difference")
