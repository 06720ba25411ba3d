"""What the margin knows of the comments of a review; faces are made when they are first shown."""

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.domain.rubric import RubricSet
from reviewer.gui.margin.card_words import Face, face_of
from reviewer.gui.margin.thread import Said


class Faces:
    """Comments by id, with their numbers and faces."""

    def __init__(self) -> None:
        self._full: FullReview | None = None
        self._by_id: dict[str, Annotation] = {}
        self._faces: dict[str, Face] = {}
        self.own = True
        """Whether the review is the reviewer's own."""

    def __contains__(self, annotation_id: str) -> bool:
        return annotation_id in self._by_id

    def set_review(self, full: FullReview) -> None:
        """The comments are those of `full` now."""
        self._full = full
        self._by_id = {one.id: one for one in full.annotations}
        self._faces.clear()

    def face(self, annotation_id: str) -> Face:
        """The face of a comment that is there."""
        if annotation_id not in self._faces:
            number = self.number(annotation_id)
            self._faces[annotation_id] = face_of(self._by_id[annotation_id], number, self.rubric)
        return self._faces[annotation_id]

    def annotation(self, annotation_id: str) -> Annotation | None:
        """The comment with this id, if it is there."""
        return self._by_id.get(annotation_id)

    def has_place(self, annotation_id: str) -> bool:
        """Whether the words of a comment are in the transcript."""
        annotation = self._by_id.get(annotation_id)
        return annotation is None or annotation.anchor.found

    def number(self, annotation_id: str) -> int:
        """The number shown of a comment that is there."""
        return self._review.number_of(self._by_id[annotation_id])

    def thread(self, annotation_id: str) -> list[Said]:
        """The replies to a comment; those of the reviewer can be changed while the review is open."""
        full = self._review
        return [
            Said(one, full.name_of(one.reviewer), self.open and one.reviewer == full.reviewer.id)
            for one in full.replies_to(annotation_id)
        ]

    @property
    def open(self) -> bool:
        """Whether the review takes replies."""
        return self.own and self._review.review.status is not Status.DONE

    @property
    def rubric(self) -> RubricSet:
        """The rubric of the review."""
        return self._review.rubric

    def revised_turn(self, annotation: Annotation) -> int | None:
        """The turn of the revision that holds the suggested rewrite of a comment, if any."""
        if annotation.suggestion is None:
            return None
        answers = (one for one in self._review.changes if annotation.id in one.annotations)
        return next((one.origin for one in answers if annotation.suggestion in one.text), None)

    @property
    def _review(self) -> FullReview:
        if self._full is None:
            raise LookupError("no review is shown yet")
        return self._full
