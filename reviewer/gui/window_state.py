"""What the window says about what is open: menus, buttons, status bar."""

from PySide6.QtCore import QObject

from reviewer.gui.actions import Actions
from reviewer.gui.pages.library_page import LibraryPage
from reviewer.gui.pages.review_page import ReviewPage
from reviewer.gui.panels.change_words import tally_words
from reviewer.gui.session import Session
from reviewer.gui.settings import Settings
from reviewer.gui.widgets.status_bar import StatusBar
from reviewer.gui.words import counted, op_words, turns_words


class WindowState(QObject):
    """Brings them up to date; it is told when."""

    def __init__(
        self,
        session: Session,
        review: ReviewPage,
        library: LibraryPage,
        actions: Actions,
        status: StatusBar,
        settings: Settings,
    ) -> None:
        super().__init__(review)
        self._session = session
        self._review = review
        self._library = library
        self._actions = actions
        self._status = status
        self._settings = settings
        self.on_rubrics = False
        """Whether the Rubrics page is shown."""

    @property
    def _shown(self) -> bool:
        """Whether the Review page is the one shown, also while the window itself is not shown yet."""
        return self._review.isVisibleTo(self._review.window())

    def refresh(self) -> None:
        """Menus, buttons and status bar follow what is open."""
        shown = self._shown and self._session.full is not None
        act = self._actions
        act.allow(transcript=shown, revising=self._review.mode == "revise", rubrics=self.on_rubrics)
        workspace = self._session.library.workspace
        scope = self._session.scope
        for name, word, step in (
            ("undo", "Undo", workspace.next_undo(scope)),
            ("redo", "Redo", workspace.next_redo(scope)),
        ):
            words = f"{word} {op_words(step, self._session.full)}" if step else word
            act[name].setText(f"&{words}")
            act.refuse(name, "" if step else f"nothing to {name}")
            button = self._review.toolbar.undo if name == "undo" else self._review.toolbar.redo
            button.set_name(words, act[name].shortcut().toString())
            button.setEnabled(step is not None)
        self.show_place()
        self.show_settings()

    def show_place(self) -> None:
        """The status bar follows the caret and the selection."""
        full, view = self._session.full, self._review.current_view
        if full is None or not self._shown:
            in_library = self._library.isVisibleTo(self._library.window())
            self._status.show_place(self._library.place_words() if in_library else "", "", "")
            return
        turn = f"Turn {view.focused_turn():,} of {full.transcript.turn_count:,}"
        comments = counted(len(full.annotations), "comment")
        if self._review.mode == "revise":
            editing = ", editing" if self._review.revision.editing else ""
            self._status.show_place(f"{turn}{editing}", " · ".join(tally_words(full)), "")
            return
        selected, selection = self._review.view.selection, ""
        if self._review.mode == "review" and not selected.empty:
            count = self._review.view.selected_words()
            place = turns_words(selected.first.turn, selected.last.turn)
            words = f"{counted(count, 'word')} in {place}" if count else place
            selection = f"Selection: {words} · C comment, S rewrite, 1 to 8 criterion"
        self._status.show_place(turn, comments, selection)

    def show_settings(self) -> None:
        """The status bar follows the reviewer and the text size."""
        self._status.reviewer.setText(self._session.library.workspace.reviewer.name or "Set your reviewer name…")
        self._status.size_button.setText(f"{self._settings.text_size} %")
