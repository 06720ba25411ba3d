"""By which rubric the open review rates: choosing another, and following a newer version or keeping the old one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.domain.edit import Edit
from reviewer.domain.edits.changing_rubric import Loss, change_rubric, difference, loss
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Review, Status
from reviewer.domain.rubric import Rubric, RubricSet
from reviewer.domain.rubric_versions import offered, versions_of
from reviewer.gui import messages
from reviewer.gui.panels.scorecard import Scorecard
from reviewer.gui.session import Session
from reviewer.gui.settings import Settings
from reviewer.gui.words import counted
from reviewer.workspace.known_part import NEWER

CLOSED = "This review is done. Reopen it to choose another rubric."
OTHERS = "This is the review of somebody else"


def loss_words(found: Loss, name: str) -> str:
    """“2 ratings and 1 comment …”: what another rubric has no place for."""
    parts = []
    if found.ratings:
        parts.append(f"{counted(found.ratings, 'rating')} will go")
    if found.comments:
        parts.append(f"{counted(found.comments, 'comment')} will become {'a note' if found.comments == 1 else 'notes'}")
    if found.answers:
        parts.append(f"{counted(found.answers, 'answer')} will go")
    return f"“{name}” has no place for everything here: {', '.join(parts)}. Undo brings them back."


class RubricMenu(QMenu):
    """The newest version of each rubric; the one in use is ticked."""

    def __init__(self, session: Session, choose: Callable[[RubricSet], None], parent: QWidget) -> None:
        super().__init__("R&ubric", parent)
        self._over = parent
        self._session = session
        self._choose = choose
        self.aboutToShow.connect(self._fill)

    def show_over(self) -> None:
        """Show it in the middle of the window."""
        self.popup(self._over.mapToGlobal(self._over.rect().center()))

    def show_below(self, button: QWidget) -> None:
        """Show it under a button."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _fill(self) -> None:
        self.clear()
        full = self._session.full
        if full is None:
            return
        choice = offered(self._session.library.workspace.reading.rubrics())
        if full.rubric.rubric.id not in {one.rubric.id for one in choice}:
            choice.append(full.rubric)
        why = "" if self._session.own else NEWER if self._session.in_part else OTHERS
        why = CLOSED if full.review.status is Status.DONE else why
        for one in choice:
            name = f"{one.rubric.name}, v{one.rubric.version}".replace("&", "&&")
            act = self.addAction(name)
            act.setCheckable(True)
            act.setChecked(one.rubric.id == full.rubric.rubric.id)
            act.setEnabled(not why)
            act.triggered.connect(lambda _=False, one=one: self._choose(one))
        if why:
            self.addSeparator()
            self.addAction(why).setEnabled(False)


class RubricChoice(QObject):
    """Moves the open review to another rubric, asking first where something would be left out."""

    told = Signal(str)

    def __init__(self, session: Session, scorecard: Scorecard, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._card = scorecard
        self._settings = settings
        self._window = window
        self.menu = RubricMenu(session, self.choose, window)
        scorecard.rubric_wanted.connect(lambda: self.menu.show_below(scorecard.head.rubric))
        scorecard.rubric_bar.update_wanted.connect(self.update)
        scorecard.rubric_bar.keep_wanted.connect(self.keep)
        session.opened.connect(self._look)
        session.library.changed.connect(self._hear)

    def choose(self, wanted: RubricSet) -> None:
        """Rate by another rubric; asks first when that leaves something out."""
        self._card.keep_notes()
        full = self._session.full
        edit = change_rubric(full, wanted) if full else None
        if full is None or edit is None:
            self._look()
            return
        left_out = loss(full, wanted)
        sentence = loss_words(left_out, wanted.rubric.name)
        if left_out and not messages.question(self._window, sentence, "Change the rubric", "Keep this one"):
            return
        if self._session.do(edit):
            self.told.emit(f"Rated by {wanted.rubric.name}, version {wanted.rubric.version}.")

    def update(self) -> None:
        """Move to the newest version."""
        newest = self._newest()
        if newest is not None:
            self.choose(newest)

    def keep(self) -> None:
        """Stay with this version; not asked again until there is a newer one still."""
        full, newest = self._session.full, self._newest()
        if full is not None and newest is not None:
            self._settings.set_flag(_kept(full, newest), True)
        self._look()
        self._card.focus_first()

    def _hear(self, edit: Edit) -> None:
        if edit.touches(Rubric, Review):
            self._look()

    def _look(self) -> None:
        """Show the bar where a newer version waits for a choice."""
        full, newest = self._session.full, self._newest()
        if full is None or newest is None or self._settings.flag(_kept(full, newest), False):
            self._card.rubric_bar.hide()
            return
        found = difference(full.rubric, newest)
        self._card.rubric_bar.tell(found, full.rubric.rubric.version, newest.rubric.version)

    def _newest(self) -> RubricSet | None:
        """A version newer than that of the open review, if it can move there; an exercise keeps to its own."""
        full = self._session.full
        if full is None or not full.saved or not self._session.own or full.review.status is Status.DONE:
            return None
        if full.exercise and full.exercise.collection.rubric == full.rubric.rubric.id:
            return None
        versions = versions_of(self._session.library.workspace.reading.rubrics(), full.rubric.rubric.root)
        newer = versions[0] if versions else None
        return newer if newer and newer.rubric.version > full.rubric.rubric.version else None


def _kept(full: FullReview, newest: RubricSet) -> str:
    return f"rubric/kept/{full.review.id}/{newest.rubric.id}"
