"""One speaker on the right: name, number of turns, role, and a proposal to merge."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from reviewer.domain.transcript import Role
from reviewer.gui import fonts, icons
from reviewer.gui.dialogs.importing.words import ROLE_ICONS, ROLES
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText, set_tip
from reviewer.gui.widgets.sentence import Sentence
from reviewer.gui.words import counted
from reviewer.importers.base import FoundSpeaker

ROLE_WIDTH = 118
LEFT = 7
"""The field of the name has an edge of its own before its words."""


class MergeBox(QFrame):
    """“Raffi”, 1 turn, looks like the same person. Merge, or turn it down."""

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("merge")
        sentence = Sentence(theme, self)
        sentence.say("", words)
        self.merge = TextButton("Merge", theme, self)
        self.merge.setProperty("small", "true")
        self.merge.setFont(fonts.font(12, 500))
        self.merge.setAccessibleName(f"Merge: {words}")
        self.dismiss = IconButton("x", f"Dismiss: {words}", theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 4, 5)
        row.setSpacing(4)
        row.addWidget(sentence, 1)
        row.addWidget(self.merge)
        row.addWidget(self.dismiss)


class SpeakerRow(QFrame):
    """`named`, `cast` and `merged` carry the key of the speaker first."""

    named = Signal(str, str)
    cast = Signal(str, str)
    merged = Signal(str, str)
    dismissed = Signal(str, str)

    def __init__(self, speaker: FoundSpeaker, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ruled")
        self.speaker = speaker
        self._theme = theme
        self._others: Sequence[FoundSpeaker] = ()
        self.boxes: list[MergeBox] = []
        self.name = QLineEdit(speaker.name, self)
        self.name.setProperty("bare", "true")
        self.name.setFont(fonts.font(13, 600))
        self.name.setAccessibleName(f"Name of the speaker {speaker.name}")
        self.name.setCursorPosition(0)
        width = self.name.fontMetrics().horizontalAdvance(speaker.name) + fonts.scaled(16)
        self.name.setMaximumWidth(max(fonts.scaled(48), width))
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name.editingFinished.connect(self._rename)
        self.turns = PlainText(counted(speaker.turns, "turn"), self)
        self.turns.setProperty("tone", "dim")
        self.turns.setFont(fonts.font(12))
        self.role = self._made_role()
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(LEFT, 10, 14, 11)
        self._rows.setHorizontalSpacing(4)
        self._rows.setVerticalSpacing(8)
        self._rows.addWidget(self.name, 0, 0)
        self._rows.addWidget(self.turns, 0, 1)
        self._rows.addWidget(self.role, 0, 3)
        self._rows.setColumnStretch(2, 1)

    def propose(self, words: str, key: str) -> MergeBox:
        """Offer to give the turns of another speaker to this one."""
        box = MergeBox(words, self._theme, self)
        box.merge.clicked.connect(lambda: self.merged.emit(key, self.speaker.key))
        box.dismiss.clicked.connect(lambda: self.dismissed.emit(key, self.speaker.key))
        self.boxes.append(box)
        inset = QHBoxLayout()
        inset.setContentsMargins(14 - LEFT, 0, 0, 0)
        inset.addWidget(box)
        self._rows.addLayout(inset, len(self.boxes), 0, 1, 4)
        return box

    def set_others(self, others: Sequence[FoundSpeaker]) -> None:
        """Whom this speaker can be merged into by the menu."""
        self._others = others

    def menu(self) -> QMenu:
        """What can be done with the speaker."""
        menu = QMenu(self)
        menu.addAction("Rename", self._start_naming)
        into = menu.addMenu("Merge into")
        for one in self._others[:30]:
            into.addAction(one.name, self._merging_into(one.key))
        into.setEnabled(bool(self._others))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(self.rect().center())
        self.menu().exec(place)

    def _made_role(self) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setProperty("small", "true")
        box.setFont(fonts.font(12))
        size = fonts.scaled(14)
        box.setIconSize(QSize(size, size))
        box.setFixedWidth(fonts.scaled(ROLE_WIDTH))
        for role, words in ROLES.items():
            box.addItem(icons.icon(ROLE_ICONS[role], self._theme, size, color="text"), words, role.value)
        box.setCurrentIndex(list(ROLES).index(self.speaker.role))
        reason = f"{ROLES[self.speaker.role]}, because {self.speaker.reason}" if self.speaker.reason else ""
        box.setAccessibleName(f"Role of {self.speaker.name}")
        box.setAccessibleDescription(reason)
        set_tip(box, reason)
        box.activated.connect(lambda at: self.cast.emit(self.speaker.key, str(box.itemData(at))))
        return box

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and name != self.speaker.name:
            self.named.emit(self.speaker.key, name)
        elif not name:
            self.name.setText(self.speaker.name)

    def _start_naming(self) -> None:
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def _merging_into(self, key: str) -> Callable[[], None]:
        return lambda: self.merged.emit(self.speaker.key, key)


def role_of(value: str) -> Role:
    """The role that a row names."""
    return Role(value)
