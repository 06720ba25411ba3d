"""What keys and menus do with one comment, wherever it is listed."""

from PySide6.QtCore import QObject

from reviewer.domain.annotation import Verdict
from reviewer.gui.commenting import Commenting
from reviewer.gui.pages.review_page import ReviewPage

VERDICTS = {"concern": Verdict.CONCERN, "strength": Verdict.STRENGTH}
ON_CARD = ("edit_comment", "suggest", "reply", *VERDICTS)
"""Commands that act on the open card, which is in Review."""
NO_REWRITE = "This comment suggests no rewrite."
LOST = "The words of this comment are no longer in the transcript. Attach it to words first."
ONE_TURN = "A rewrite works on one turn."


class CommentActs(QObject):
    """Runs commands by their names in the menus, on a comment that need not be the open one."""

    def __init__(self, review: ReviewPage) -> None:
        super().__init__(review)
        self._review = review
        review.panel.comments.wanted.connect(self.run)

    @property
    def _commenting(self) -> Commenting:
        return self._review.commenting

    def run(self, command: str, annotation_id: str) -> None:
        """Act on a comment; what cannot be done is said."""
        if command == "delete_comment":
            self._commenting.delete(annotation_id)
        elif command == "use":
            self._use(annotation_id)
        elif command in ON_CARD and self._commenting.may_change():
            self._open(annotation_id)
            self._act(command, annotation_id)

    def _open(self, annotation_id: str) -> None:
        if self._review.mode != "review":
            self._review.set_mode("review")
        self._commenting.activate(annotation_id)

    def _act(self, command: str, annotation_id: str) -> None:
        if command in VERDICTS:
            self._commenting.set_verdict(VERDICTS[command])
        elif command == "reply":
            self._review.replying.write()
        elif command == "suggest":
            self._suggest(annotation_id)
        else:
            self._commenting.edit_active()

    def _suggest(self, annotation_id: str) -> None:
        active = self._commenting.active
        if active is not None and active.anchor.first_turn == active.anchor.last_turn:
            self._review.margin.rewrite(annotation_id)
        else:
            self._commenting.said.emit(ONE_TURN)

    def _use(self, annotation_id: str) -> None:
        annotation = self._commenting.comment(annotation_id)
        if annotation is None or annotation.suggestion is None:
            self._commenting.said.emit(NO_REWRITE)
        elif not annotation.anchor.found:
            self._commenting.said.emit(LOST)
        elif self._commenting.may_change():
            self._commenting.use_suggestion(annotation_id)
