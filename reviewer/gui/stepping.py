"""Undo and redo of the window."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from reviewer.gui.pages.review_page import ReviewPage
from reviewer.gui.session import Session
from reviewer.gui.widgets.notice import Notice
from reviewer.gui.words import op_words


class Stepping:
    """Takes back the newest step of the page that is shown, or what was typed last in the focused field."""

    def __init__(self, session: Session, review: ReviewPage, notice: Notice) -> None:
        self._session = session
        self._review = review
        self._notice = notice

    def undo(self) -> None:
        """Take back the newest step, or what was typed last in the focused field."""
        self._step(undoing=True)

    def redo(self) -> None:
        """Do the last undone step again, or what was typed last in the focused field."""
        self._step(undoing=False)

    def _step(self, *, undoing: bool) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit) and _field_step(focused, undoing=undoing):
            return
        self._review.keep_all()
        session = self._session
        step = session.next_step(undoing=undoing)
        if step is None:
            self._notice.say("There is nothing to undo." if undoing else "There is nothing to redo.")
            return
        words = op_words(step, session.full)
        edit = session.undo() if undoing else session.redo()
        if edit is None:
            return
        if not session.in_library:
            self._review.show_change(edit)
        self._notice.say(f"{'Undone' if undoing else 'Done again'}: {words}.")


def _field_step(field: QLineEdit | QPlainTextEdit, *, undoing: bool) -> bool:
    """Undo or redo inside a field that is being written in; False when there is nothing there to do."""
    if isinstance(field, QLineEdit):
        possible = field.isUndoAvailable() if undoing else field.isRedoAvailable()
    else:
        possible = field.document().isUndoAvailable() if undoing else field.document().isRedoAvailable()
    if possible:
        (field.undo if undoing else field.redo)()
    return possible
