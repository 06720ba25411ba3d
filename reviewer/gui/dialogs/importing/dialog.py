"""The import preview as a dialog: files, table, speakers, and where it all goes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QTabWidget, QWidget

from reviewer.gui import fonts, incoming, messages
from reviewer.gui.dialogs.importing.answer import Answer
from reviewer.gui.dialogs.importing.arrivals import PAINT_MS
from reviewer.gui.dialogs.importing.collection_choice import CollectionChoice
from reviewer.gui.dialogs.importing.file_list import TELL_MS, FilePane
from reviewer.gui.dialogs.importing.middle import Middle
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.dialogs.importing.reader import Reader
from reviewer.gui.dialogs.importing.side import Side
from reviewer.gui.dialogs.sheet import Sheet
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.notice import announce
from reviewer.gui.words import counted
from reviewer.importers.base import Conversation
from reviewer.importers.personal import Detail, details
from reviewer.workspace.preparing import Entry, State, gather

SIZE = (1180, 756)
FILES, SIDE = 212, 300
SMALL = 1100
NARROW = 820
UNLIMITED = 16_777_215
AT_ONCE = 60_000
"""So many characters are looked through for personal details without another thread."""


class ImportDialog(Sheet):
    """Nothing is written to the library here; the answer says what to import."""

    def __init__(
        self,
        library: Path,
        entries: Sequence[Entry],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        collections: Sequence[str] = (),
        collection: str | None = None,
    ) -> None:
        super().__init__("Import transcripts", "file-input", SIZE, theme, parent)
        self.reader = Reader(library, self)
        self.preview = Preview(self.reader, entries, self)
        self.files = FilePane(self.preview, theme, self)
        self.middle = Middle(self.preview, theme, self)
        self.side = Side(self.preview, theme, self)
        self.collection = CollectionChoice(collections, collection, self)
        self.cancel = TextButton("Cancel", theme, self, pressed=self.reject)
        self.accept_button = TextButton("", theme, self, tone="primary", pressed=self.accept)
        self._tabs: QTabWidget | None = None
        self._details_of: Conversation | None = None
        self._body = QWidget(self)
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.set_body(self._body)
        self.foot_row.addWidget(self.collection)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.cancel)
        self.foot_row.addWidget(self.accept_button)
        self._arrange()
        self._connect()
        self.preview.start()
        self._tell()
        self.accept_button.setFocus()

    @classmethod
    def ask(
        cls,
        library: Path,
        entries: Sequence[Entry],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        collections: Sequence[str] = (),
        collection: str | None = None,
    ) -> Answer | None:
        """What to import and where to, or None when the person thinks better of it."""
        dialog = cls(library, entries, theme, parent, collections=collections, collection=collection)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    @property
    def settled(self) -> bool:
        """Whether the button says what is known of the files now."""
        return not self._soon.isActive() and self.files.settled

    def answer(self) -> Answer:
        """What stands in the dialog now."""
        return self.preview.answer(self.collection.name)

    def done(self, result: int) -> None:
        self.head.cross.setFocus()  # a field that is open in the table takes what was written
        self.reader.close()
        super().done(result)

    def reject(self) -> None:
        """Leave, after asking when corrections would be lost."""
        if self.preview.changed and not messages.question(
            self, "Leave without importing? What was corrected here is lost.", "Leave", "Stay"
        ):
            return
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if incoming.dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.preview.add(gather([Path(name) for name in incoming.dropped_files(event.mimeData())]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def add_files(self) -> None:
        """Ask for more files."""
        files = messages.files_to_open(self)
        if files:
            self.preview.add(gather([Path(name) for name in files]))

    def _connect(self) -> None:
        self.files.add_wanted.connect(self.add_files)
        for signal in (self.preview.added, self.preview.corrected, self.preview.shown):
            signal.connect(self._tell)
        self._soon = QTimer(self, singleShot=True, interval=TELL_MS)
        self._soon.timeout.connect(self._tell)
        self.preview.listed.connect(lambda: self._soon.isActive() or self._soon.start())
        self.reader.failed.connect(lambda sentence: messages.error(self, sentence))
        self.setAcceptDrops(True)
        self.preview.shown.connect(self._find_details)
        self.preview.corrected.connect(self._find_details)
        self._shortcut("Ctrl+Z", lambda: self._said(self.preview.undo(), "undone"))
        self._shortcut("Ctrl+Shift+Z", lambda: self._said(self.preview.redo(), "done again"))
        self._shortcut("Ctrl+Y", lambda: self._said(self.preview.redo(), "done again"))
        self._shortcut("Ctrl+Return", self._accept_if_possible)
        self._shortcut("Esc", self._escape)
        self._shortcut("F6", lambda: self._next_pane(1))
        self._shortcut("Shift+F6", lambda: self._next_pane(-1))

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(lambda: act())

    def _said(self, name: str, what: str) -> None:
        if name:
            announce(self, f"{name[:1].upper()}{name[1:]} {what}")

    def _accept_if_possible(self) -> None:
        if self.accept_button.isEnabled():
            self.accept()

    def _escape(self) -> None:
        if not self.middle.step_back():
            self.reject()

    def _next_pane(self, step: int) -> None:
        panes: list[QWidget] = [self.files.view, self.middle.stack, self.side, self.foot]
        focus = self.focusWidget()
        at = next((at for at, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus or self)), 0)
        for number in range(1, len(panes)):
            pane = panes[(at + step * number) % len(panes)]
            target = pane if pane.focusPolicy() & Qt.FocusPolicy.TabFocus else _first_in(pane)
            if target is not None and target.isVisible():
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _tell(self) -> None:
        """What the button would do."""
        files = [file for file in self.preview.files if not file.entry.error and not file.skipped]
        if any(file.entry.state is State.WAITING or file.partial for file in files):
            words = counted(len(files), "file")
        else:
            chats = sum(file.transcripts for file in files if not (file.entry.is_review or file.entry.is_project))
            reviews = sum(file.entry.is_review for file in files)
            rubrics = sum(file.entry.is_rubric for file in files)
            projects = sum(file.entry.is_project for file in files)
            parts = [counted(chats, "transcript")] if chats or not (reviews or rubrics or projects) else []
            parts += [counted(reviews, "review")] if reviews else []
            parts += [counted(rubrics, "rubric")] if rubrics else []
            parts += [counted(projects, "project")] if projects else []
            words = " and ".join(parts)
        something = any(file.transcripts for file in files)
        self.accept_button.setText(f"Import {words}" if something else "Import")
        self.accept_button.setEnabled(something and not self._still_reading())

    def _still_reading(self) -> bool:
        """A file that was corrected must have been read whole."""
        looked = self.preview.looked
        return bool(looked and looked.partial and self.preview.file.decision.conversations is not None)

    def _find_details(self) -> None:
        """Personal details of the conversation that is shown: at once, or in the other thread when it is long."""
        conversation = self.preview.conversation
        self._details_of = conversation
        if conversation is None:
            self._show_details(())
        elif _is_short(conversation):
            self._show_details(details(conversation))
        else:
            self._show_details(())
            QTimer.singleShot(PAINT_MS, self, lambda: self._look_for_details(conversation))

    def _look_for_details(self, conversation: Conversation) -> None:
        if conversation is self._details_of and not self.reader.closed:
            self.reader.ask(lambda _: details(conversation), lambda found: self._details_found(conversation, found))

    def _details_found(self, conversation: Conversation, found: tuple[Detail, ...]) -> None:
        if conversation is self._details_of:
            self._show_details(found)

    def _show_details(self, found: tuple[Detail, ...]) -> None:
        self.side.details.show_details(found)
        self.middle.show_details(found)

    def _arrange(self) -> None:
        """Three panes side by side, or, with large text in a small window, one after the other as tabs."""
        width = self.width() / fonts.scale()
        narrow = width < NARROW
        self.middle.options.set_narrow(narrow)
        self.collection.set_narrow(narrow)
        if not narrow:
            self.files.setFixedWidth(fonts.scaled(168 if width < SMALL else FILES))
            self.side.setFixedWidth(fonts.scaled(SIDE))
        if narrow and self._tabs is None:
            self._stack_panes()
        elif not narrow and (self._tabs is not None or not self._row.count()):
            self._put_side_by_side()

    def _put_side_by_side(self) -> None:
        tabs, self._tabs = self._tabs, None
        for pane in (self.files, self.middle, self.side):
            self._row.addWidget(pane, 1 if pane is self.middle else 0)
            pane.show()
        if tabs is not None:
            self.middle.put_options_back()
            self.middle.options.show()
            self._row.removeWidget(tabs)
            tabs.deleteLater()

    def _stack_panes(self) -> None:
        self._tabs = QTabWidget(self._body)
        self._tabs.setDocumentMode(True)
        layout = QScrollArea(self._tabs)
        layout.setFrameShape(QFrame.Shape.NoFrame)
        layout.setWidgetResizable(True)
        layout.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.setWidget(self.middle.lend_options())
        panes: tuple[tuple[str, QWidget], ...] = (
            ("Preview", self.middle),
            ("Layout", layout),
            ("Files", self.files),
            ("Speakers", self.side),
        )
        for name, pane in panes:
            pane.setMinimumWidth(0)
            pane.setMaximumWidth(UNLIMITED)
            self._tabs.addTab(pane, name)
        self._row.addWidget(self._tabs)


def _is_short(conversation: Conversation) -> bool:
    """Whether there is little to look through."""
    length = 0
    for turn in conversation.turns:
        length += len(turn.text)
        if length > AT_ONCE:
            return False
    return True


def _first_in(pane: QWidget) -> QWidget | None:
    """The first control in a pane that takes the focus by Tab."""
    inside = (one for one in pane.findChildren(QWidget) if one.isVisible() and one.isEnabled())
    return next((one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
