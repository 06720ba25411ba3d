"""Where to: a field with the path, and above the buttons what would happen there, or what went wrong."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from reviewer.gui import fonts, icons, messages
from reviewer.gui.dialogs.exporting.target import (
    file_trouble,
    folder_trouble,
    folder_words,
    read_path,
    shown_path,
    target_words,
    there_already,
    with_ending,
)
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton
from reviewer.gui.widgets.notice import announce
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.sentence import Sentence
from reviewer.workspace.exporting.to_file import targets


class PathField(QLineEdit):
    """A path, with a button at its end that opens the file dialog."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.font(13))
        self.folder = IconButton("folder-open", "Choose another place", theme, self)
        self.folder.setCursor(Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size, right = self.folder.sizeHint(), self.isRightToLeft()
        left = 1 if right else self.width() - size.width() - 1
        self.folder.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        margin = size.width() - 4
        self.setTextMargins(margin if right else 0, 0, 0 if right else margin, 0)


class Told(QFrame):
    """One sentence over the buttons: what would be replaced, or why nothing could be written."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("told")
        self._theme = theme
        self._picture = PlainText("", self)
        self._sentence = Sentence(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(9)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, while it is shown."""
        return "" if self.isHidden() else self._sentence.words

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """Say it, or nothing; what is bad is spoken too."""
        icon, ink = ("circle-alert", "deleted") if bad else ("info", "text2")
        size = fonts.scaled(16)
        self._picture.setPixmap(icons.pixmap(icon, self._theme.color(ink), size, self.devicePixelRatioF()))
        self._sentence.say("", sentence)
        self.setVisible(bool(sentence))
        if bad:
            announce(self, sentence)


class SaveBar(QWidget):
    """The name follows the kind until somebody writes another; then its ending alone does."""

    changed = Signal()

    def __init__(
        self, folder: Path, ours: Collection[Path], theme: Theme, parent: QWidget | None = None, *, many: bool = False
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._ours = ours
        self._many = many
        self._offered = ""
        self._ends: tuple[str, ...] = ("",)
        self._names: Collection[str] = ()
        self.name = PlainText("&Save in" if many else "&Save as", self)
        self.name.setFont(fonts.font(12.5))
        self.name.setProperty("tone", "soft")
        self.field = PathField(theme, self)
        self.field.setAccessibleName("Save in" if many else "Save as")
        self.name.setBuddy(self.field)
        self.told = Told(theme, parent)
        self.field.textEdited.connect(lambda _: self._tell())
        self.field.folder.clicked.connect(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addWidget(self.field, 1)

    @property
    def path(self) -> Path:
        """What stands in the field."""
        return read_path(self.field.text(), self._folder)

    @property
    def trouble(self) -> str:
        """Why nothing can be written there, as far as can be seen; empty where nothing speaks against it."""
        return (folder_trouble if self._many else file_trouble)(self.field.text(), self._folder)

    @property
    def replaces(self) -> bool:
        """Whether a file would be replaced that was not written a moment ago."""
        return not self._many and not self.trouble and bool(there_already(targets(self.path, self._ends), self._ours))

    def offer(self, name: str, ends: tuple[str, ...]) -> None:
        """Follow the kind; `ends` are how its files end."""
        words = self.field.text()
        own = read_path(words, self._folder)
        if not self._offered or own.name == self._offered:
            place = (own.parent if self._offered else self._folder) / name
        else:
            place = own.parent / with_ending(own.name, self._offered, name)
        self._offered, self._ends = name, ends
        blocker = QSignalBlocker(self.field)
        self.field.setText(shown_path(place))
        blocker.unblock()
        self._tell()

    def offer_folder(self, name: str, names: Collection[str]) -> None:
        """Offer a folder for files of these names."""
        self._names = names
        self.offer(name, ("",))

    def choose(self) -> None:
        """Ask for another place."""
        ask: Callable[[QWidget | None, Path], Path | None] = (
            messages.folder_for_export if self._many else messages.file_for_export
        )
        chosen = ask(self.window(), self.path)
        if chosen is not None:
            self.field.setText(shown_path(chosen))
            self._tell()
        self.field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written; the keyboard goes to the path."""
        self.told.say(sentence, bad=True)
        self.field.setFocus()
        self.field.selectAll()

    def _tell(self) -> None:
        words = ""
        if not self.trouble:
            into, to = folder_words, target_words
            words = into(self.path, self._names, self._ours) if self._many else to(self.path, self._ends, self._ours)
        self.told.say(words)
        self.changed.emit()
