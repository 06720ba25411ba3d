"""A rewrite made in Revise becomes the suggestion of a comment."""

from dataclasses import replace

from reviewer.domain.anchor import turn_anchor
from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.transcript import Turn
from reviewer.domain.worddiff import Mark, word_differences


def suggest_from(full: FullReview, change: RevisedTurn, turn: Turn) -> Edit | None:
    """The first comment that the change answers suggests the words that the change has in place of the quoted ones.

    Where the quoted words and the changed ones do not begin and end together, the comment stands on the whole turn and
    suggests all of its new words. None when nothing changes or the change answers no comment of that turn.
    """
    position = turn.position
    found = next((one for one in full.annotations if one.id in change.annotations and _within(one, position)), None)
    if found is None:
        return None
    words = _in_place_of(turn.text, change.text, found.anchor.start, found.anchor.end)
    if words is None:
        after = replace(found, anchor=turn_anchor({position: turn.text}, position, position), suggestion=change.text)
    else:
        after = replace(found, suggestion=words)
    return Edit(Op.SUGGEST_REWRITE, (Delta(found, after),), full.transcript.id) if after != found else None


def _within(annotation: Annotation, position: int) -> bool:
    anchor = annotation.anchor
    return anchor.found and anchor.first_turn == anchor.last_turn == position


def _in_place_of(old: str, new: str, start: int, end: int) -> str | None:
    """What stands in `new` where `old` has its code points `start` to `end`; None when other words changed too."""
    said, at = "", 0
    for piece in word_differences(old, new):
        first, last = at, at + (0 if piece.mark is Mark.INSERTED else len(piece.text))
        at = last
        if piece.mark is Mark.KEPT:
            said += piece.text[max(0, start - first) : max(0, min(end, last) - first)]
        elif first < start or last > end:
            return None
        elif piece.mark is Mark.INSERTED:
            said += piece.text
    return said
