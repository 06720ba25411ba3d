"""The comment bank of a library, as its dialog keeps it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reviewer.domain.edit import LIBRARY, Edit, Op
from reviewer.domain.phrase import Phrase
from reviewer.domain.phrase_file import write_phrases
from reviewer.errors import ReviewerError
from reviewer.exporters.writing import write_whole
from reviewer.gui import messages
from reviewer.gui.dialogs.bank import BankDialog
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.words import counted
from reviewer.workspace.not_the_library import refuse_library
from reviewer.workspace.phrase_files import import_phrases
from reviewer.workspace.sources import read_source

SUGGESTED = "comment-bank.toml"
OWN = frozenset({Op.ADD_PHRASE, Op.EDIT_PHRASE, Op.DELETE_PHRASE, Op.IMPORT_PHRASES})


class BankKeeping:
    """`say` takes a sentence."""

    def __init__(self, session: Session, say: Callable[[str], object], window: QWidget) -> None:
        self._session = session
        self._say = say
        self._window = window

    def show(self, theme: Theme) -> None:
        """Open the dialog."""
        BankDialog.show_bank(self, theme, self._window)

    def phrases(self) -> list[Phrase]:
        """All of it."""
        return self._session.library.workspace.reading.phrases()

    def uses(self) -> Mapping[tuple[str | None, str], int]:
        """How often each text stands under a criterion (root)."""
        return self._session.library.workspace.reading.phrase_uses()

    def criteria(self) -> Mapping[str, str]:
        """Roots and names of criteria, of rubrics and of what the bank holds."""
        rubrics = self._session.library.workspace.reading.rubrics()
        found = {one.root: one.name for rubric in rubrics for one in rubric.criteria}
        return {one.criterion: one.criterion_name for one in self.phrases() if one.criterion} | found

    def do(self, edit: Edit) -> bool:
        """Save an edit."""
        try:
            self._session.library.do(edit)
        except ReviewerError as error:
            self._say(error.sentence)
            return False
        return True

    def undo(self) -> None:
        """Take back the newest step of the library, where it is one of the bank's."""
        workspace = self._session.library.workspace
        step = workspace.next_undo(LIBRARY)
        if step is not None and step.op in OWN:
            workspace.undo(LIBRARY)

    def export(self) -> None:
        """Ask where to write the bank, and write it."""
        path = messages.bank_to_save(self._window, Path.home() / SUGGESTED)
        if path is None:
            return
        try:
            refuse_library(self._session.library.workspace, [path])
            write_whole(path, [write_phrases(self.phrases())])
        except ReviewerError as error:
            self._say(error.sentence)
            return
        self._say(f"{counted(len(self.phrases()), 'comment')} written to {path.name}.")

    def take_file(self) -> None:
        """Ask for a file and take it in."""
        path = messages.bank_to_open(self._window)
        if path is None:
            return
        try:
            came = import_phrases(self._session.library.workspace, read_source(path))
        except ReviewerError as error:
            self._say(error.sentence)
            return
        self._say(f"{counted(came, 'comment')} added." if came else "The comment bank has all of these already.")
