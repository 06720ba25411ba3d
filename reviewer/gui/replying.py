"""Replies to comments, from the open card to edits."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.edits import replying
from reviewer.domain.review import Reply
from reviewer.gui.commenting import Commenting
from reviewer.gui.margin.margin_cards import MarginCards
from reviewer.gui.session import Session


class Replying(QObject):
    """Hears what is sent in the margin."""

    deleted = Signal(str)
    """A sentence: a reply is gone; undo brings it back."""

    def __init__(self, session: Session, margin: MarginCards, commenting: Commenting) -> None:
        super().__init__(commenting)
        self._session = session
        self._margin = margin
        self._commenting = commenting
        margin.replied.connect(self.reply)
        margin.reply_deleted.connect(self.delete)

    def write(self) -> None:
        """Put the caret in the box for a reply to the open comment."""
        if self._commenting.active and self._commenting.may_change():
            self._margin.card.thread_part.write()

    def reply(self, annotation_id: str, changed: Reply | None, text: str) -> None:
        """Reply to a comment, or change a reply."""
        full = self._session.full
        if full is None or not self._commenting.may_change():
            return
        now = self._session.library.workspace.now().isoformat(timespec="seconds")
        add = replying.add_reply
        self._session.do(replying.edit_reply(full, changed, text) if changed else add(full, annotation_id, text, now))

    def delete(self, reply: Reply) -> None:
        """Delete a reply; the notice offers to undo it."""
        full = self._session.full
        if full and self._commenting.may_change() and self._session.do(replying.delete_reply(full, reply)):
            self.deleted.emit("Reply deleted.")
