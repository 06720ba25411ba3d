"""A box to choose in with its name above, as the options of the preview and the columns of a table."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText, set_tip

LEAST_WIDTH = 96


class NamedChoice(QWidget):
    """`chosen` carries what stands behind the words, and is sent only when a person chose."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = PlainText(name, self)
        self.name.setProperty("tone", "soft")
        self.name.setFont(fonts.font(12))
        self.box = ChoiceBox(self)
        self.box.setFont(fonts.font(13))
        self.box.setAccessibleName(name)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumWidth(fonts.scaled(LEAST_WIDTH))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.activated.connect(lambda at: self.chosen.emit(self.box.itemData(at)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.box)

    def show_choices(self, choices: Iterable[tuple[str, object]], now: object) -> None:
        """Offer these words with what stands behind them; `now` is what counts at present."""
        blocker = QSignalBlocker(self.box)
        self.box.clear()
        current = 0
        for at, (words, value) in enumerate(choices):
            self.box.addItem(words, value)
            self.box.setItemData(at, words, Qt.ItemDataRole.ToolTipRole)
            if value == now and type(value) is type(now):
                current = at
        self.box.setCurrentIndex(current)
        widest = max((self.box.fontMetrics().horizontalAdvance(words) for words in self._words()), default=0)
        self.box.view().setMinimumWidth(widest + fonts.scaled(28))
        blocker.unblock()

    def set_tip(self, words: str) -> None:
        """What the choice rests on."""
        set_tip(self.box, words)
        self.box.setAccessibleDescription(words)

    def _words(self) -> list[str]:
        return [self.box.itemText(at) for at in range(self.box.count())]
