"""Personal details found, to be replaced by labels; names shown as roles; both count for all files."""

from collections import Counter
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.dialogs.importing.words import DETAILS
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import PlainText, set_tip
from reviewer.gui.widgets.tick_box import TickBox
from reviewer.gui.words import counted
from reviewer.importers.personal import Detail
from reviewer.workspace.finishing import words_of


class DetailsPane(QFrame):
    """What was found in the conversation that is shown, and what becomes of it."""

    def __init__(self, preview: Preview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ruled")
        self._preview = preview
        heading = PlainText("Personal details", self)
        heading.setProperty("tone", "dim")
        heading.setFont(fonts.font(11.5, 600))
        self.labels = TickBox("Replace with labels", theme, self)
        self.found = PlainText("", self)
        self.found.setProperty("tone", "dim")
        self.found.setFont(fonts.font(12))
        self.found.setWordWrap(True)
        self.found.setContentsMargins(fonts.scaled(24), 0, 0, 0)
        self.roles = TickBox("Show names as Agent and Customer", theme, self)
        for box in (self.labels, self.roles):
            box.setFont(fonts.font(13))
            set_tip(box, "This counts for all files of this import")
            box.toggled.connect(self._settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.labels)
        column.addWidget(self.found)
        column.addSpacing(4)
        column.addWidget(self.roles)

    def show_details(self, details: tuple[Detail, ...]) -> None:
        """Say how many there are of each kind."""
        kept = self._preview.file.decision.kept if self._preview.files else frozenset()
        one_each = {words_of(one): one.kind for one in details}
        counts = Counter(kind for words, kind in one_each.items() if words not in kept)
        parts = [counted(counts[kind], *names) for kind, names in DETAILS.items() if counts[kind]]
        stay = len(one_each) - sum(counts.values())
        words = f"{', '.join(parts)}. " if parts else ""
        words += f"{stay:,} left as it is. " if stay == 1 else f"{stay:,} left as they are. " if stay else ""
        if self._preview.conversation is None:
            self.found.setText("")
        elif not one_each:
            self.found.setText("None found in this chat.")
        elif self.labels.isChecked():
            self.found.setText(f"{words}The original text is not kept.")
        else:
            self.found.setText(f"{words}They are imported as they are.")
        self.labels.setAccessibleDescription(self.found.text())

    def _settle(self) -> None:
        finish = replace(self._preview.finish, labels=self.labels.isChecked(), roles=self.roles.isChecked())
        self._preview.settle(finish)
