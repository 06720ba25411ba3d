"""A review from a file into the library: what is new is added, what is newer replaces, nothing newer is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewer.domain.edit import SHARED, Delta, Edit, Op, Record, SharedRecord
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Review
from reviewer.domain.transcript import Transcript
from reviewer.exchange.review_file import ReviewFile
from reviewer.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What the library holds now, and whether it held all of it before."""

    transcript: Transcript
    review: Review
    already_there: bool


def bring_in(workspace: Workspace, file: ReviewFile) -> BroughtIn:
    """Write a review file into the library as one edit, ids and stamps kept.

    Where the library has the same text under another id already, the review is laid on that transcript.
    """
    full = _on_known_transcript(workspace, file.full)
    deltas = tuple(_deltas(workspace, full))
    if deltas:
        if not workspace.reading.turns(full.transcript.id, 1, 1):
            workspace.add_turns(replace(turn, transcript=full.transcript.id) for turn in file.turns)
        workspace.do(Edit(Op.IMPORT_REVIEW, deltas))
    return BroughtIn(full.transcript, full.review, not deltas)


def _on_known_transcript(workspace: Workspace, full: FullReview) -> FullReview:
    if workspace.reading.transcript(full.transcript.id):
        return full
    for known in workspace.reading.same_source(full.transcript.source_sha256):
        speakers = workspace.reading.speakers(known.id)
        if known.turn_count == full.transcript.turn_count and len(speakers) == len(full.speakers):
            names = {one.name: one.id for one in speakers}
            return replace(
                full,
                transcript=known,
                speakers=speakers,
                review=replace(full.review, transcript=known.id),
                revised_turns=tuple(
                    replace(turn, speaker=names.get(_name(full, turn.speaker))) for turn in full.revised_turns
                ),
            )
    return full


def _name(full: FullReview, speaker: str | None) -> str:
    found = full.speaker(speaker)
    return found.name if found else ""


def _deltas(workspace: Workspace, full: FullReview) -> Iterator[Delta]:
    rubric = full.rubric
    fixed: tuple[Record, ...] = (
        full.transcript, *full.speakers, rubric.rubric, *rubric.criteria, *rubric.questions, full.reviewer,
    )  # fmt: skip
    for record in fixed:
        if workspace.reading.record(type(record), record.id) is None:
            yield Delta(None, record)
    shared: tuple[SharedRecord, ...] = (
        full.review, *full.ratings, *full.annotations, *full.replies, *full.answers, *full.revisions,
        *full.revised_turns,
    )  # fmt: skip
    for one in shared:
        known = workspace.reading.record(type(one), one.id)
        if known is None:
            yield Delta(None, one)
        elif isinstance(known, SHARED) and (known.rev, known.updated) < (one.rev, one.updated):
            yield Delta(known, one)
