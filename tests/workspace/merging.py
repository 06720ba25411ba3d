"""Several libraries that hold the same review and change it apart, and what comes of their files."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations

from reviewer.domain.anchor import anchor_at
from reviewer.domain.annotation import Verdict
from reviewer.domain.edit import Edit
from reviewer.domain.edits import alternatives, rearranging, replying, reviewing, revising
from reviewer.domain.full_review import FullReview
from reviewer.domain.merging import merge
from reviewer.domain.review import Point
from reviewer.domain.standing_turn import standing_turn
from reviewer.errors import Conflict
from reviewer.exchange import review_file
from reviewer.importers.base import Source
from reviewer.workspace.importing import Outcome, import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace

Make = Callable[[Workspace, FullReview, int], Edit | None]


def as_file(workspace: Workspace) -> str:
    """The file of the one review in a library."""
    (transcript,) = workspace.reading.transcripts()
    (review,) = workspace.reading.reviews(transcript.id)
    full = workspace.reading.full_review(review.id)
    assert full
    return review_file.dumps(full, workspace.reading.each_turn(transcript.id))


def bring(workspace: Workspace, text: str) -> Outcome:
    return import_source(workspace, Source("shared.review.json", text.encode()), SILENT)


def merged_in_order(files: Sequence[str]) -> str:
    """What a library that was empty tells after files came in one after the other."""
    first, *others = (review_file.loads(text, "file") for text in files)
    full = merge(first.full, first.full, knows=review_file.VERSION).full
    for other in others:
        full = merge(full, other.full, knows=review_file.VERSION).full
    return review_file.dumps(full, first.turns)


def in_every_order(files: Sequence[str]) -> set[str]:
    """All that comes of files in all orders."""
    return {merged_in_order(order) for order in permutations(files)}


def _comment(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    turn = 1 + number % 4
    anchor = anchor_at(workspace.reading.texts(full.transcript.id, turn, turn), turn, 0, turn, 4)
    return reviewing.add_comment(full, anchor, full.rubric.criteria[number % 3].id, Verdict.CONCERN, f"New {number}")


def _rewrite_comment(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    if not full.annotations:
        return None
    one = full.annotations[number % len(full.annotations)]
    return reviewing.edit_comment(full, one, replace(one, text=f"Other words {number}"))


def _delete_comment(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    found = full.annotations
    return reviewing.delete_comment(full, found[number % len(found)]) if found else None


def _reply(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    if not full.annotations:
        return None
    one = full.annotations[number % len(full.annotations)]
    return replying.add_reply(full, one.id, f"Reply {number}", "2026-03-02T10:00:00+00:00")


def _delete_reply(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    return replying.delete_reply(full, full.replies[number % len(full.replies)]) if full.replies else None


def _rate(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    return reviewing.rate(full, full.rubric.criteria[number % 3].id, 1 + number % 5)


def _answer(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    return reviewing.answer(full, full.rubric.questions[number % 2].id, f"Answer {number}")


def _summarise(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    points = tuple(Point("See there", (one.id,)) for one in full.annotations[:1])
    return reviewing.summarise(full, f"Headline {number}", points, (), ())


def _add_revision(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    return alternatives.add_revision(full, f"Strategy {number}")[0]


def _delete_revision(workspace: Workspace, full: FullReview, number: int) -> Edit | None:
    found = full.revisions
    return alternatives.delete_revision(full, found[number % len(found)]) if len(found) > 1 else None


def _at(workspace: Workspace, full: FullReview, number: int, act: str) -> Edit | None:
    if full.revisions:
        full = full.showing(full.revisions[number % len(full.revisions)].id)
    rows = [row for row in range(len(full.dialogue)) if full.dialogue[row].stands]
    if not rows:
        return None
    row = rows[number % len(rows)]
    turns = {turn.position: turn for turn in workspace.reading.each_turn(full.transcript.id)}
    at = standing_turn(full.dialogue, row, turns.get)
    match act:
        case "reword":
            return revising.reword(full, at, f"Said otherwise, {number}.")
        case "remove":
            return revising.remove(full, at)
        case "insert":
            return rearranging.insert(full, row, f"Inserted {number}.", None)
        case "move":
            return rearranging.move_step(full, at, row, 1 if number % 2 else -1)
        case "split":
            middle = len(at.text) // 2
            return rearranging.split(full, at, row, at.text[:middle], at.text[middle:])
    after = full.dialogue.standing(row, 1)
    return rearranging.join(full, at, standing_turn(full.dialogue, after, turns.get)) if after is not None else None


def _turn(act: str) -> Make:
    return lambda workspace, full, number: _at(workspace, full, number, act)


MAKES: dict[str, Make] = {
    "comment": _comment,
    "rewrite comment": _rewrite_comment,
    "delete comment": _delete_comment,
    "reply": _reply,
    "delete reply": _delete_reply,
    "rate": _rate,
    "answer": _answer,
    "summarise": _summarise,
    "add revision": _add_revision,
    "delete revision": _delete_revision,
    **{act: _turn(act) for act in ("reword", "remove", "insert", "move", "split", "join")},
}


def take(workspace: Workspace, transcript: str, step: str, number: int) -> None:
    """One step of the reviewer in one library; one that is refused changes nothing."""
    try:
        if step == "undo":
            workspace.undo(transcript)
        elif step == "redo":
            workspace.redo(transcript)
        else:
            edit = MAKES[step](workspace, workspace.review_of(transcript), number)
            if edit:
                workspace.do(edit)
    except Conflict:
        return
