"""The state of the import preview: the files, the one that is shown, and what was decided on each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from reviewer.gui.dialogs.importing.answer import Answer
from reviewer.gui.dialogs.importing.arrivals import Arrivals
from reviewer.gui.dialogs.importing.decision import Decision, Step
from reviewer.gui.dialogs.importing.file import File
from reviewer.gui.dialogs.importing.history import History
from reviewer.gui.dialogs.importing.looking import Looked
from reviewer.gui.dialogs.importing.reader import Reader
from reviewer.importers.base import Conversation, Found, Options
from reviewer.workspace.finishing import Finish
from reviewer.workspace.preparing import Entry

Amend = Callable[[Conversation], Conversation]
MOST_AT_ONCE: Final = 10_000
"""Longer conversations, in turns, are corrected in the other thread."""


def _nothing() -> None:
    pass


class Preview(QObject):
    """Everything that is shown follows these signals; nothing is written to the library."""

    listed = Signal(int, int)
    """The files from one place to another say something new."""
    added = Signal()
    shown = Signal()
    """Another file is shown, or the same one read anew."""
    known = Signal()
    """More is known of how the file can be read."""
    corrected = Signal()
    """The conversation that is shown is another one, or was corrected."""

    def __init__(self, reader: Reader, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._history = History()
        self._arrivals = Arrivals(self, reader)
        self.files = [File(entry, Decision(entry.options)) for entry in entries]
        self.at = -1
        self.part = 0
        self.looked: Looked | None = None
        self.finish = Finish()
        self.reading = False
        """Whether more of the file that is shown is still to come."""

    @property
    def file(self) -> File:
        """The file that is shown."""
        return self.files[self.at]

    @property
    def found(self) -> Found | None:
        """What was found in it, as it was read."""
        return self.looked.entry.found if self.looked else None

    @property
    def conversations(self) -> tuple[Conversation, ...]:
        """What is in it, as it was corrected."""
        if self.found is None:
            return ()
        corrected = self.file.decision.conversations
        return self.found.conversations if corrected is None else corrected

    @property
    def conversation(self) -> Conversation | None:
        """The conversation that is shown."""
        return self.conversations[self.part] if self.part < len(self.conversations) else None

    @property
    def can_correct(self) -> bool:
        """Whether all of the file was read, so that corrections hold."""
        return self.conversation is not None and self.looked is not None and not self.looked.partial

    @property
    def changed(self) -> bool:
        """Whether anything was decided."""
        return not self._history.is_empty

    def start(self) -> None:
        """Show the first file and read the others meanwhile."""
        for at in range(1, len(self.files)):
            self._arrivals.read_later(at)
        if self.files:
            self.show_file(0)

    def add(self, entries: Sequence[Entry]) -> None:
        """Take in more files; those that are there already are left out."""
        there = {file.entry.path for file in self.files if file.entry.path}
        new = [File(entry) for entry in entries if entry.path is None or entry.path not in there]
        first = len(self.files)
        self.files += new
        self.added.emit()
        for at in range(first, len(self.files)):
            self._arrivals.read_later(at)
        if self.at < 0 and self.files:
            self.show_file(0)

    def show_file(self, at: int) -> None:
        """Show a file: first its head, then all of it."""
        if at == self.at:
            return
        self._put_down()
        self.at, self.part, self.looked = at, 0, None
        if self.file.entry.found is not None and not self.file.partial:
            self.looked = Looked(self.file.entry, to_check=self.file.to_check)
        self.shown.emit()
        self._arrivals.read_now()

    def show_part(self, part: int) -> None:
        """Show another conversation of the file."""
        if part != self.part and part < len(self.conversations):
            self.part = part
            self.corrected.emit()

    def correct(self, name: str, amend: Amend, then: Callable[[], None] = _nothing) -> None:
        """Correct the conversation that is shown, then do something; a long one is corrected in the other thread."""
        now = self.conversation
        if now is None or not self.can_correct:
            return
        if len(now.turns) <= MOST_AT_ONCE:
            self._put(name, now, amend(now), then)
        else:
            self._reader.ask(lambda _: amend(now), lambda changed: self._put(name, now, changed, then))

    def choose(self, name: str, options: Options) -> None:
        """The file is to be read in another way."""
        if options != self.file.decision.options:
            self.decide(name, self.file.decision.with_options(options))

    def decide(self, name: str, decision: Decision) -> None:
        """Something else was decided on the file that is shown, as one step of undo."""
        before = self.file.decision
        if decision != before:
            self._history.add(Step(name, self.at, self.part, before, decision))
            self._take(decision)

    def undo(self) -> str:
        """Take the newest step back, wherever it was; gives its name, empty when there is none."""
        step = self._history.undo()
        return self._go(step, step.before) if step else ""

    def redo(self) -> str:
        """Do the step undone last again; gives its name, empty when there is none."""
        step = self._history.redo()
        return self._go(step, step.after) if step else ""

    def settle(self, finish: Finish) -> None:
        """What is done to every conversation last, in all files."""
        self.finish = finish
        self.corrected.emit()

    def answer(self, collection: str | None) -> Answer:
        """What is to be imported; files that failed stay among them, so that the summary tells of each."""
        return Answer(tuple(_final(file, self.finish) for file in self.files), collection)

    def _put(self, name: str, before: Conversation, changed: Conversation, then: Callable[[], None]) -> None:
        """Show a correction, unless something else was done meanwhile."""
        if self.found is not None and before is self.conversation and changed != before:
            self.decide(name, self.file.decision.with_conversation(self.found.conversations, self.part, changed))
            then()

    def _go(self, step: Step, decision: Decision) -> str:
        self.show_file(step.file)
        self.part = step.part
        self._take(decision)
        return step.name

    def _take(self, decision: Decision) -> None:
        read_anew = decision.options != self.file.decision.options
        self.file.decision = decision
        self.listed.emit(self.at, self.at)
        if read_anew:
            self.part = 0
            self._arrivals.read_now()
        else:
            self.corrected.emit()

    def _put_down(self) -> None:
        """Let go of what is large, unless it was corrected."""
        if self.at >= 0 and not self.file.decision.is_corrected:
            self.file.entry = self.file.entry.light()


def _final(file: File, finish: Finish) -> Entry:
    """A file as it is to be imported."""
    if file.entry.error:
        return file.entry
    decision = file.decision
    finish = replace(finish, kept=decision.kept, timeless=decision.timeless)
    chosen: tuple[Conversation, ...] | None = None
    found = file.entry.found
    if decision.is_corrected and found is not None:
        every = decision.conversations if decision.conversations is not None else found.conversations
        chosen = tuple(one for at, one in enumerate(every) if at not in decision.unticked)
    entry = replace(file.entry, options=decision.options, chosen=chosen, copy=decision.copy, finish=finish)
    return replace(entry if chosen is not None else entry.light(), skip=file.skipped or chosen == ())
