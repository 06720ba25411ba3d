"""Sentences and names of the interface that several places use."""

import unicodedata
from typing import Final

from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import Edit, Op
from reviewer.domain.full_review import FullReview

APP_NAME: Final = "Transcript Reviewer"

OPS: Final = {
    Op.IMPORT_TRANSCRIPT: "import",
    Op.IMPORT_REVIEW: "import of a review",
    Op.IMPORT_PROJECT: "import of a project",
    Op.DELETE_TRANSCRIPT: "delete transcript",
    Op.RESTORE_TRANSCRIPT: "restore transcript",
    Op.ERASE_TRANSCRIPT: "delete for good",
    Op.RENAME_TRANSCRIPT: "rename",
    Op.MOVE_TRANSCRIPT: "move",
    Op.ADD_RUBRIC: "add rubric",
    Op.NEW_RUBRIC: "new rubric",
    Op.IMPORT_RUBRIC: "import of a rubric",
    Op.EDIT_RUBRIC: "edit rubric",
    Op.DELETE_RUBRIC: "delete rubric",
    Op.ADD_EXERCISE: "new exercise",
    Op.EDIT_EXERCISE: "edit exercise",
    Op.IMPORT_EXERCISE: "import of an exercise",
    Op.ADD_PHRASE: "new comment in the bank",
    Op.EDIT_PHRASE: "edit comment in the bank",
    Op.DELETE_PHRASE: "delete comment from the bank",
    Op.IMPORT_PHRASES: "import of comments",
    Op.MARK_SEEN: "opening of a review",
    Op.ADD_REVIEWER: "name of the reviewer",
    Op.ADD_COLLECTION: "new collection",
    Op.RENAME_COLLECTION: "rename collection",
    Op.DELETE_COLLECTION: "delete collection",
    Op.ADD_TAG: "new tag",
    Op.RENAME_TAG: "rename tag",
    Op.DELETE_TAG: "delete tag",
    Op.TAG_TRANSCRIPT: "tag",
    Op.UNTAG_TRANSCRIPT: "remove tag",
    Op.ADD_COMMENT: "add comment",
    Op.EDIT_COMMENT: "edit comment",
    Op.DELETE_COMMENT: "delete comment",
    Op.ATTACH_COMMENT: "attach comment",
    Op.ADD_REPLY: "reply",
    Op.EDIT_REPLY: "edit reply",
    Op.DELETE_REPLY: "delete reply",
    Op.COPY_REVIEW: "copy to my review",
    Op.CHANGE_RUBRIC: "change of rubric",
    Op.DELETE_REVIEW: "delete review",
    Op.RATE: "rating",
    Op.RATE_NOTE: "reason",
    Op.SUMMARISE: "summary",
    Op.ANSWER: "answer",
    Op.MARK_DONE: "mark as done",
    Op.HAND_IN: "hand in",
    Op.REOPEN: "reopen",
    Op.REWORD_TURN: "rewrite",
    Op.REVERT_TURN: "revert rewrite",
    Op.EXPLAIN_CHANGE: "reason",
    Op.INSERT_TURN: "insert turn",
    Op.REMOVE_TURN: "delete turn",
    Op.RESTORE_TURN: "restore turn",
    Op.MOVE_TURN: "move turn",
    Op.SPLIT_TURN: "split turn",
    Op.JOIN_TURNS: "join turns",
    Op.CHANGE_SPEAKER: "change speaker",
    Op.REVERT_ALL: "revert all",
    Op.REPLACE_WORDS: "replace",
    Op.LINK_CHANGE: "link to comment",
    Op.UNLINK_CHANGE: "unlink from comment",
    Op.SUGGEST_REWRITE: "suggested rewrite",
    Op.ADD_REVISION: "new revision",
    Op.EDIT_REVISION: "edit revision",
    Op.RECOMMEND_REVISION: "recommend revision",
    Op.DELETE_REVISION: "delete revision",
    Op.PRACTISE: "practice",
}

DIRECTIONS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows them."""
NUMBERED: Final = (Op.ADD_COMMENT, Op.EDIT_COMMENT, Op.DELETE_COMMENT, Op.ATTACH_COMMENT)


def op_words(edit: Edit, full: FullReview | None = None) -> str:
    """What an edit did, in the words of a menu: “delete comment 5” where the comment belongs to the review `full`."""
    words = OPS[edit.op]
    if full is None or edit.op not in NUMBERED:
        return words
    annotation = next((delta.record for delta in edit.deltas if isinstance(delta.record, Annotation)), None)
    if annotation is None or annotation.review != full.review.id:
        return words
    there = next((one for one in full.annotations if one.id == annotation.id), annotation)
    number = full.number_at(there)
    return f"{words} {number}"


def isolated(name: str) -> str:
    """A name or title for the middle of a sentence: signs that nobody sees are gone, and what is written from right to
    left stays in its place, between U+2068 and U+2069 (Unicode Standard Annex 9)."""
    seen = " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in name).split())
    plain = "".join(sign for sign in seen if sign not in DIRECTIONS)
    if plain == seen and not any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in plain):
        return plain
    return f"\u2068{plain}\u2069"


def turns_words(first: int, last: int) -> str:
    """“turn 7”, “turns 5–6”."""
    return f"turn {first}" if first == last else f"turns {first}–{last}"


def counted(count: int, one: str, many: str = "") -> str:
    """“1 comment”, “2 comments”."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
