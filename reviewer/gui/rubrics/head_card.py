"""What a rubric is called, what it is for, its trade, and the levels that its criteria share."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.domain import rubric_changes as changes
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_check import Place
from reviewer.gui import fonts
from reviewer.gui.rubrics.card import Card
from reviewer.gui.rubrics.fields import Field, LineField, StillBox, TextField
from reviewer.gui.rubrics.levels import LevelCount, SharedLevels
from reviewer.gui.rubrics.working_copy import Change, WorkingCopy
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import PlainText


class HeadCard(Card):
    """Name, description, and the trade where the rubric has wording for several."""

    def __init__(self, copy: WorkingCopy, parent: QWidget | None = None) -> None:
        super().__init__("Rubric", parent)
        self._copy = copy
        self.name = Field(copy, Place("", "name"), LineField(self), "Name of the rubric", _named, self)
        self.description = Field(
            copy, Place("", "description"), TextField(self), "What the rubric is for", _described, self
        )
        self.trade = StillBox(self)
        self.trade.setAccessibleName("Trade")
        self.trade.activated.connect(self._choose_trade)
        self.guidance = PlainText("", self)
        self.guidance.setWordWrap(True)
        self.guidance.setProperty("tone", "soft")
        self.names = [PlainText(words, self) for words in ("Name", "What it is for", "Trade")]
        for name, part in zip(self.names, (self.name.entry, self.description.entry, self.trade), strict=True):
            name.setProperty("tone", "dim")
            name.setBuddy(part)
        row = QHBoxLayout()
        row.addWidget(self.trade)
        row.addWidget(self.guidance, 1)
        for name, field in zip(self.names, (self.name, self.description, None), strict=True):
            self.rows.addWidget(name)
            if field is not None:
                self.rows.addWidget(field)
        self.rows.addLayout(row)

    def show_rubric(self, rubric: RubricSet) -> None:
        """Show what is saved."""
        head = rubric.rubric
        self.name.show_saved(head.name)
        self.description.show_saved(head.description)
        for part in (self.names[2], self.trade, self.guidance):
            part.setVisible(bool(head.trades))
        keys = [one.key for one in head.trades]
        words = [f"Trade: {one.name}" for one in head.trades]
        if words != [self.trade.itemText(at) for at in range(self.trade.count())]:
            self.trade.clear()
            for key, name in zip(keys, words, strict=True):
                self.trade.addItem(name, key)
        self.trade.setCurrentIndex(keys.index(head.trade) if head.trade in keys else -1)
        self.trade.setEnabled(self._copy.editable)
        self.guidance.setText(next((one.guidance for one in head.trades if one.key == head.trade), ""))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.set_font()
        for name in self.names:
            name.setFont(fonts.font(12))
        self.name.entry.setFont(fonts.font(15, 600))
        for field in (self.name, self.description):
            field.set_theme()
        self.trade.setFont(fonts.font(13))
        self.trade.setMinimumWidth(fonts.scaled(200))
        self.guidance.setFont(fonts.font(13))

    def _choose_trade(self) -> None:
        key = self.trade.currentData()
        self._copy.do(lambda rubric: rubric.in_trade(key), "level", "points", "level description")


class LevelsCard(Card):
    """How many levels there are, what they are called and what they are worth."""

    def __init__(self, copy: WorkingCopy, parent: QWidget | None = None) -> None:
        super().__init__("Levels", parent)
        self._copy = copy
        self.count = LevelCount("Number of levels", self)
        self.count.wanted.connect(self._resize)
        self.beside.addWidget(self.count)
        self.levels = SharedLevels(copy, self)
        self.hint = PlainText(
            "Names and points for all criteria. Points are shares of the weight from 0 to 100; empty ones make even"
            " steps. Each criterion can have its own.",
            self,
        )
        self.hint.setWordWrap(True)
        self.hint.setProperty("tone", "dim")
        self.rows.addWidget(self.levels)
        self.rows.addWidget(self.hint)

    def show_rubric(self, rubric: RubricSet) -> None:
        """Show what is saved."""
        self.levels.show_rubric(rubric)
        self.count.show_count(len(changes.shared_levels(rubric)), editable=self._copy.editable)

    def set_theme(self, theme: Theme) -> None:
        """The text size of now."""
        self.set_font()
        self.count.setFont(fonts.font(13))
        self.hint.setFont(fonts.font(12))
        self.levels.set_theme()

    def _resize(self, count: int) -> None:
        self._copy.do(lambda rubric: changes.with_level_count(rubric, count))


def _named(text: str) -> Change:
    return lambda rubric: changes.with_head(rubric, name=text)


def _described(text: str) -> Change:
    return lambda rubric: changes.with_head(rubric, description=text)
