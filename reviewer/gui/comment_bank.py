"""The comment bank in the window: comments are saved in it, and what it holds is put into the open comment."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reviewer import resources
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import LIBRARY, Edit, Op
from reviewer.domain.edits import phrases, reviewing
from reviewer.domain.full_review import FullReview
from reviewer.domain.phrase import Phrase
from reviewer.domain.phrase_file import read_phrases
from reviewer.errors import LibraryError
from reviewer.gui.commenting import Commenting
from reviewer.gui.margin.active_card import can_rewrite
from reviewer.gui.margin.margin_cards import MarginCards
from reviewer.gui.margin.phrase_list import PhraseList
from reviewer.gui.panels.comment_rows import counted
from reviewer.gui.session import Session

MOST_SHOWN = 20
LONGEST = 60
OPEN_ONE = "Open a comment first."
EMPTY = "No ready comments for this criterion yet"
MARKS = {Verdict.CONCERN: "− ", Verdict.STRENGTH: "+ ", Verdict.NONE: ""}


class CommentBank(QObject):
    """Saves the open comment in the bank and offers what the bank holds for its criterion."""

    told = Signal(str)
    kept = Signal(str)
    """A sentence: something came into the bank; `take_back` undoes it."""

    def __init__(self, session: Session, commenting: Commenting, margin: MarginCards) -> None:
        super().__init__(commenting)
        self._session = session
        self._commenting = commenting
        self._margin = margin
        self._last: Edit | None = None
        self.typed = PhraseList(margin.card.editor, margin.card.parentWidget() or margin.card)
        self.typed.bank = self._fitting_open
        self.typed.taken.connect(self._write)
        self.menu = QMenu("Insert from comment &bank", margin.card)
        self.menu.setAccessibleName("Comment bank")
        self.menu.aboutToShow.connect(self._fill)

    def save(self) -> None:
        """The open comment is kept for use again."""
        self._margin.commit()
        active, full = self._commenting.active, self._session.full
        if active is None or full is None:
            self.told.emit(OPEN_ONE)
        elif not active.text.strip():
            self.told.emit("This comment has no text yet. Write some before saving it.")
        else:
            edit = phrases.add(self._bank(), phrases.phrase_of(active, full.rubric))
            self._keep(edit, "Saved in the comment bank.", "The comment bank has this comment already.")

    def take_ready(self) -> None:
        """The ready comments that come with the program for the open rubric go into the bank."""
        full = self._session.full
        if full is None:
            return
        roots = {one.root for one in full.rubric.criteria}
        found = [one for one in _shipped() if one.criterion in roots]
        if not found:
            self.told.emit("There are no ready comments for this rubric.")
            return
        edit = phrases.take_in(self._bank(), found, roots)
        added = len(edit.deltas) if edit else 0
        there = len(found) - added
        sentence = f"{counted(added)} added" + (f", {there} were there already." if there else ".")
        self._keep(edit, sentence, "The comment bank has all ready comments for this rubric already.")

    def take_back(self) -> None:
        """Undo what was last taken into the bank."""
        if self._last is not None:
            there = {one.id for one in self._bank()}
            deltas, self._last = self._last.inverse().deltas, None
            if all(isinstance(delta.before, Phrase) and delta.before.id in there for delta in deltas):
                self._save(Edit(Op.DELETE_PHRASE, deltas, LIBRARY))

    def show_menu(self) -> None:
        """What the bank holds for the criterion of the open comment."""
        if self._commenting.active is None:
            self.told.emit(OPEN_ONE)
        elif self._commenting.may_change():
            self._margin.commit()
            self.menu.popup(self._margin.card.mapToGlobal(self._margin.card.rect().center()))

    def _fill(self) -> None:
        self.menu.clear()
        active, full = self._commenting.active, self._session.full
        if active is None or full is None:
            return
        for phrase in self._fitting(full, active):
            text = " ".join(phrase.text.split()).replace("&", "&&")
            words = MARKS[phrase.verdict] + (text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
            made = QAction(words, self.menu)
            made.triggered.connect(lambda _=False, one=phrase: self._insert(active.id, one))
            self.menu.addAction(made)
        if self.menu.isEmpty():
            self.menu.addAction(EMPTY).setEnabled(False)

    def _fitting(self, full: FullReview, active: Annotation) -> list[Phrase]:
        criterion = full.rubric.criterion(active.criterion)
        root = criterion.root if criterion else None
        fitting = [one for one in self._bank() if one.criterion == root]
        uses = self._session.library.workspace.reading.phrase_uses()
        fitting.sort(key=lambda one: (one.verdict is not active.verdict, -uses.get((root, one.text), 0)))
        return fitting[:MOST_SHOWN]

    def _fitting_open(self) -> list[Phrase]:
        active, full = self._commenting.active, self._session.full
        return self._fitting(full, active) if active and full else []

    def _write(self, phrase: Phrase) -> None:
        """A ready comment in place of the letters that were typed; its rewrite where the comment has none."""
        self._margin.card.editor.set_text(phrase.text)
        self._margin.card.editor.written.emit(phrase.text)
        self._margin.commit()
        full, active = self._session.full, self._commenting.active
        if full and active and phrase.suggestion and active.suggestion is None and can_rewrite(active):
            self._session.do(reviewing.edit_comment(full, active, replace(active, suggestion=phrase.suggestion)))

    def _insert(self, annotation_id: str, phrase: Phrase) -> None:
        full = self._session.full
        before = next((one for one in full.annotations if one.id == annotation_id), None) if full else None
        if full is None or before is None or not self._commenting.may_change():
            return
        text = f"{before.text.rstrip()} {phrase.text}" if before.text.strip() else phrase.text
        verdict = phrase.verdict if before.verdict is Verdict.NONE else before.verdict
        one_turn = before.anchor.first_turn == before.anchor.last_turn
        suggestion = before.suggestion or (phrase.suggestion if one_turn else None)
        after = replace(before, text=text, verdict=verdict, suggestion=suggestion)
        self._session.do(reviewing.edit_comment(full, before, after))

    def _keep(self, edit: Edit | None, sentence: str, otherwise: str) -> None:
        if edit is None:
            self.told.emit(otherwise)
        elif self._save(edit):
            self._last = edit
            self.kept.emit(sentence)

    def _save(self, edit: Edit) -> bool:
        try:
            self._session.library.do(edit)
        except LibraryError as error:
            self.told.emit(error.sentence)
            return False
        return True

    def _bank(self) -> list[Phrase]:
        return self._session.library.workspace.reading.phrases()


def _shipped() -> list[Phrase]:
    """The ready comments that come with the program."""
    return [
        one
        for name in resources.names("phrases", suffix=".toml")
        for one in read_phrases(resources.read_text("phrases", name), name)
    ]
