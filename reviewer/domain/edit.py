"""The one shape of every change: records before and after, written and undone as one."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Final, cast

from reviewer.domain.absent import Absent
from reviewer.domain.annotation import Annotation
from reviewer.domain.phrase import Phrase
from reviewer.domain.review import Answer, Rating, Reply, Review, Reviewer, Seen
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.rubric import Criterion, Question, Rubric
from reviewer.domain.transcript import Collection, Speaker, Tag, Tagging, Transcript

Record = (
    Transcript
    | Speaker
    | Collection
    | Tag
    | Tagging
    | Rubric
    | Criterion
    | Question
    | Reviewer
    | Review
    | Rating
    | Annotation
    | Reply
    | Answer
    | Revision
    | RevisedTurn
    | Absent
    | Phrase
    | Seen
)
SharedRecord = Review | Rating | Annotation | Reply | Answer | Revision | RevisedTurn
SHARED: Final = (Review, Rating, Annotation, Reply, Answer, Revision, RevisedTurn)

LIBRARY: Final = ""
"""The scope of edits that concern the library as a whole; other scopes are transcript ids."""


class Op(StrEnum):
    """What the person did; the interface turns it into words."""

    IMPORT_TRANSCRIPT = "import_transcript"
    IMPORT_REVIEW = "import_review"
    IMPORT_PROJECT = "import_project"
    DELETE_TRANSCRIPT = "delete_transcript"
    RESTORE_TRANSCRIPT = "restore_transcript"
    ERASE_TRANSCRIPT = "erase_transcript"
    RENAME_TRANSCRIPT = "rename_transcript"
    MOVE_TRANSCRIPT = "move_transcript"
    ADD_RUBRIC = "add_rubric"
    NEW_RUBRIC = "new_rubric"
    IMPORT_RUBRIC = "import_rubric"
    EDIT_RUBRIC = "edit_rubric"
    DELETE_RUBRIC = "delete_rubric"
    ADD_EXERCISE = "add_exercise"
    EDIT_EXERCISE = "edit_exercise"
    IMPORT_EXERCISE = "import_exercise"
    ADD_PHRASE = "add_phrase"
    EDIT_PHRASE = "edit_phrase"
    DELETE_PHRASE = "delete_phrase"
    IMPORT_PHRASES = "import_phrases"
    MARK_SEEN = "mark_seen"
    ADD_REVIEWER = "add_reviewer"
    ADD_COLLECTION = "add_collection"
    RENAME_COLLECTION = "rename_collection"
    DELETE_COLLECTION = "delete_collection"
    ADD_TAG = "add_tag"
    RENAME_TAG = "rename_tag"
    DELETE_TAG = "delete_tag"
    TAG_TRANSCRIPT = "tag_transcript"
    UNTAG_TRANSCRIPT = "untag_transcript"
    ADD_COMMENT = "add_comment"
    EDIT_COMMENT = "edit_comment"
    DELETE_COMMENT = "delete_comment"
    ATTACH_COMMENT = "attach_comment"
    ADD_REPLY = "add_reply"
    EDIT_REPLY = "edit_reply"
    DELETE_REPLY = "delete_reply"
    COPY_REVIEW = "copy_review"
    CHANGE_RUBRIC = "change_rubric"
    DELETE_REVIEW = "delete_review"
    RATE = "rate"
    RATE_NOTE = "rate_note"
    SUMMARISE = "summarise"
    ANSWER = "answer"
    MARK_DONE = "mark_done"
    HAND_IN = "hand_in"
    REOPEN = "reopen"
    REWORD_TURN = "reword_turn"
    REVERT_TURN = "revert_turn"
    EXPLAIN_CHANGE = "explain_change"
    INSERT_TURN = "insert_turn"
    REMOVE_TURN = "remove_turn"
    RESTORE_TURN = "restore_turn"
    MOVE_TURN = "move_turn"
    SPLIT_TURN = "split_turn"
    JOIN_TURNS = "join_turns"
    CHANGE_SPEAKER = "change_speaker"
    REVERT_ALL = "revert_all"
    REPLACE_WORDS = "replace_words"
    LINK_CHANGE = "link_change"
    UNLINK_CHANGE = "unlink_change"
    SUGGEST_REWRITE = "suggest_rewrite"
    ADD_REVISION = "add_revision"
    EDIT_REVISION = "edit_revision"
    RECOMMEND_REVISION = "recommend_revision"
    DELETE_REVISION = "delete_revision"
    PRACTISE = "practise"


NOT_UNDOABLE: Final = frozenset({Op.ADD_RUBRIC, Op.ADD_REVIEWER, Op.ERASE_TRANSCRIPT, Op.MARK_SEEN})
KEEPS_STAMPS: Final = frozenset({Op.IMPORT_REVIEW, Op.IMPORT_PROJECT})
MERGE_SECONDS: Final = {
    Op.RATE: 1.0,
    Op.RATE_NOTE: 3.0,
    Op.EDIT_COMMENT: 3.0,
    Op.EDIT_REPLY: 3.0,
    Op.EDIT_RUBRIC: 3.0,
    Op.EDIT_EXERCISE: 3.0,
    Op.EDIT_PHRASE: 3.0,
    Op.EDIT_REVISION: 3.0,
    Op.SUMMARISE: 3.0,
    Op.ANSWER: 3.0,
}


@dataclass(frozen=True, slots=True)
class Delta:
    """One record before and after. No `before`: created. No `after`: deleted."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a delta needs a record")

    @property
    def record(self) -> Record:
        """The record after, or before when it was deleted."""
        return cast(Record, self.after if self.after is not None else self.before)

    def inverse(self) -> "Delta":
        """The delta that takes this one back."""
        return Delta(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """One user action: one transaction, one undo step, one notification."""

    op: Op
    deltas: tuple[Delta, ...]
    scope: str = LIBRARY

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return replace(self, deltas=tuple(delta.inverse() for delta in reversed(self.deltas)))

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether any record of these kinds changes."""
        return any(isinstance(delta.record, kinds) for delta in self.deltas)

    def merged_with(self, later: "Edit") -> "Edit | None":
        """Both as one step when they are the same op on the same single record, else None.

        The caller decides by MERGE_SECONDS whether they are close enough in time.
        """
        if self.op != later.op or self.scope != later.scope or self.op not in MERGE_SECONDS or len(later.deltas) != 1:
            return None
        second, first = later.deltas[0], self.deltas[-1]
        if first.after is None or second.before is None or second.after is None:
            return None
        if type(first.after) is not type(second.after) or first.after.id != second.after.id:
            return None
        if self.op is Op.EDIT_RUBRIC and first.before and _fields_changed(first) != _fields_changed(second):
            return None
        return replace(self, deltas=(*self.deltas[:-1], Delta(first.before, second.after)))


def same_content(one: Record | None, other: Record | None) -> bool:
    """Whether two records say the same, whoever wrote them last and when."""
    return _unstamped(one) == _unstamped(other)


def _fields_changed(delta: Delta) -> set[str]:
    return {
        one.name for one in fields(delta.record) if getattr(delta.before, one.name) != getattr(delta.after, one.name)
    }


def _unstamped(record: Record | None) -> Record | None:
    return replace(record, author="", rev=0, updated="") if isinstance(record, SHARED) else record
