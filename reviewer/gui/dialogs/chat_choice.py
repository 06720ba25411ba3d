"""Which chats belong to an exercise: a list with ticks."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.words import counted, isolated
from reviewer.store.listing import Query
from reviewer.store.reading import Reading

MOST = 500
HEIGHT, ROW = 140, 28
ID = Qt.ItemDataRole.UserRole


class ChatChoice(QListWidget):
    """The chosen chats first, ticked; of very large libraries the first few hundred are listed."""

    def __init__(self, reading: Reading, theme: Theme, chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chatChoice")
        self.setFont(fonts.font(13))
        self.setFixedHeight(fonts.scaled(HEIGHT))
        others = [one for one in reading.listing(Query()) if one not in set(chosen)]
        for transcript in reading.these([*chosen, *others[: max(0, MOST - len(chosen))]]):
            words = f"{isolated(transcript.title)} · {counted(transcript.turn_count, 'turn')}"
            item = QListWidgetItem(words, self)
            item.setData(ID, transcript.id)
            item.setSizeHint(QSize(0, fonts.scaled(ROW)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if transcript.id in chosen else Qt.CheckState.Unchecked)
        self.setCurrentRow(0)

    def answer(self) -> list[str]:
        """The ids of the ticked chats."""
        items = (self.item(row) for row in range(self.count()))
        return [str(item.data(ID)) for item in items if item.checkState() is Qt.CheckState.Checked]
