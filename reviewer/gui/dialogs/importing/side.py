"""The right pane: conversations, speakers, personal details and the title."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui import fonts
from reviewer.gui.dialogs.importing.details_pane import DetailsPane
from reviewer.gui.dialogs.importing.parts_list import PartsPane
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.dialogs.importing.speakers_pane import SpeakersPane
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import PlainText
from reviewer.importers import amending


class Side(QFrame):
    """Scrolls as a whole."""

    def __init__(self, preview: Preview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._preview = preview
        self.parts = PartsPane(preview, theme)
        self.speakers = SpeakersPane(preview, theme)
        self.details = DetailsPane(preview, theme)
        heading = PlainText("Title")
        heading.setProperty("tone", "dim")
        heading.setFont(fonts.font(11.5, 600))
        self.title = QLineEdit()
        self.title.setFont(fonts.font(13))
        self.title.setAccessibleName("Title of the transcript")
        self.title.editingFinished.connect(self._rename)
        inside = QWidget()
        inside.setObjectName("inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        for pane in (self.parts, self.speakers, self.details):
            column.addWidget(pane)
        titled = QVBoxLayout()
        titled.setContentsMargins(14, 14, 14, 0)
        titled.setSpacing(6)
        titled.addWidget(heading)
        titled.addWidget(self.title)
        column.addLayout(titled)
        column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        preview.shown.connect(self._tell)
        preview.corrected.connect(self._tell)

    def _tell(self) -> None:
        conversation = self._preview.conversation
        title = conversation.title if conversation else ""
        self.title.setEnabled(self._preview.can_correct)
        if self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)

    def _rename(self) -> None:
        conversation, title = self._preview.conversation, self.title.text()
        if conversation is not None and title.strip() not in ("", conversation.title):
            self._preview.correct("title", lambda now: amending.titled(now, title))
        else:
            self._tell()
