"""The replies under the open comment, and the box for one more."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.review import Reply
from reviewer.gui import fonts
from reviewer.gui.conversation.times import day_and_clock
from reviewer.gui.margin.reading_text import ReadingText
from reviewer.gui.margin.writing_field import WritingField
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import isolated

KEEP_MS = 2000
ICON = 24


@dataclass(frozen=True, slots=True)
class Said:
    """A reply, who wrote it, and whether it may be changed here."""

    reply: Reply
    name: str
    own: bool


class ReplyRow(QWidget):
    """One reply."""

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, said: Said, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = isolated(said.name) or "No name"
        self.who = PlainText(name, self)
        self.who.setFont(fonts.font(12.5, 600))
        self.when = PlainText(day_and_clock(said.reply.at or said.reply.updated), self)
        self.when.setFont(fonts.font(11.5))
        self.when.setStyleSheet(f"color: {theme.color('text3').name()};")
        self.text = ReadingText(theme, self)
        self.text.set_text(said.reply.text)
        self.text.show_all()
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(6)
        head.addWidget(self.who)
        head.addWidget(self.when)
        head.addStretch(1)
        if said.own:
            self.edit = IconButton("pencil", "Edit reply", theme, self)
            self.delete = IconButton("trash-2", "Delete reply", theme, self)
            self.edit.clicked.connect(lambda: self.edit_wanted.emit(said.reply))
            self.delete.clicked.connect(lambda: self.delete_wanted.emit(said.reply))
            for button in (self.edit, self.delete):
                button.setFixedSize(fonts.scaled(ICON), fonts.scaled(ICON))
                head.addWidget(button)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self.text)
        self.setAccessibleName(f"Reply by {name}: {said.reply.text}")


class Thread(QFrame):
    """Ctrl+Enter sends what is written; Esc leaves it as a draft that is kept."""

    sent = Signal(object, str)
    """The Reply that is changed, or None for a new one, and its text."""
    deleted = Signal(object)
    drafted = Signal(str)
    """What stands in the box, handed on every two seconds while it is written."""
    left = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said: tuple[Said, ...] = ()
        self._changed: Reply | None = None
        self._draft = ""
        self.rows: list[ReplyRow] = []
        self.field = WritingField(self, least=1)
        self.field.setAccessibleName("Reply")
        self.field.setPlaceholderText("Reply… (Ctrl+Enter sends)")
        self.kept = PlainText("Draft, kept", self)
        self._pause = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 7, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.field)
        self._column.addWidget(self.kept)
        self.field.kept.connect(self._send)
        self.field.left.connect(self._leave)
        self.field.written.connect(lambda _: self._pause.start())
        self.field.unfocused.connect(self.keep)
        self.field.grown.connect(self._tell_grown)
        self._pause.timeout.connect(self.keep)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.field.set_text_size()
        self.kept.setFont(fonts.font(11.5))
        self.kept.setStyleSheet(f"color: {theme.color('text3').name()};")
        self._fill()

    def show_thread(self, said: Sequence[Said], draft: str, *, may_reply: bool) -> None:
        """Show the replies of one comment, and what was begun as the next one."""
        if tuple(said) != self._said:
            self._said = tuple(said)
            self._fill()
        if not self.field.hasFocus():
            self._draft = draft
            self.field.set_text(draft)
        self.field.setVisible(may_reply)
        self._show_kept()
        self.setVisible(may_reply or bool(said))

    def write(self) -> None:
        """Put the caret in the box."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Hand on what stands in the box, so that nothing is lost."""
        self._pause.stop()
        if self._changed is None and self.field.text() != self._draft:
            self._draft = self.field.text()
            self.drafted.emit(self._draft)
        self._show_kept()

    def forget(self) -> None:
        """Another comment is shown next."""
        self._pause.stop()
        self._changed = None
        self._draft = ""
        self.field.set_text("")

    def _send(self) -> None:
        text, changed = self.field.text().strip(), self._changed
        self._pause.stop()
        if text:
            self._changed, self._draft = None, ""
            self.field.set_text("")
            self.drafted.emit("")
            self.sent.emit(changed, text)
        self._leave()

    def _leave(self) -> None:
        self.keep()
        self.left.emit()

    def _edit(self, reply: Reply) -> None:
        self.keep()
        self._changed = reply
        self.field.set_text(reply.text)
        self.write()

    def _show_kept(self) -> None:
        waiting = bool(self.field.text().strip()) and not self.field.hasFocus() and self.field.isVisibleTo(self)
        self.kept.setVisible(waiting)
        style = "dashed" if waiting else "solid"
        self.field.setStyleSheet(f"border: 1px {style} {self._theme.color('control').name()}; border-radius: 5px;")
        self._tell_grown()

    def _tell_grown(self) -> None:
        """The layout is measured before it hears of its parts by itself."""
        self._column.invalidate()
        self.updateGeometry()
        self.grown.emit()

    def _fill(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, said in enumerate(self._said):
            row = ReplyRow(said, self._theme, self)
            row.edit_wanted.connect(self._edit)
            row.delete_wanted.connect(self.deleted)
            self._column.insertWidget(place, row)
            self.rows.append(row)
        self._tell_grown()
