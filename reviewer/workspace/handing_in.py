"""Handing in: the reviewer's work on an exercise becomes a page and a review file for each chat."""

from pathlib import Path

from reviewer.domain.edits import exercises as edits
from reviewer.domain.full_review import FullReview
from reviewer.errors import CannotWrite
from reviewer.exporters.naming import file_name
from reviewer.workspace.exporting.transcripts import export_to
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.workspace import Workspace


def to_hand_in(workspace: Workspace, transcript_id: str) -> list[FullReview]:
    """The reviewer's reviews of the exercise that a transcript lies in, that of the transcript first."""
    own = workspace.review_of(transcript_id)
    exercise = own.exercise
    others = workspace.reading.reviews_in(exercise.collection.id) if exercise else []
    mine = [one for one in others if one.reviewer == workspace.reviewer.id and one.id != own.review.id]
    found = [workspace.reading.full_review(one.id) for one in mine]
    return [own, *(one for one in found if one is not None)]


def hand_in(workspace: Workspace, transcript_id: str, folder: Path) -> list[Path]:
    """Finish the work on an exercise and write it into `folder`; gives the files, pages before review files.

    Raises:
        CannotWrite: a file cannot be written; the reviews are as open as they were.
        LibraryError: the library cannot take it.
    """
    now = workspace.now().isoformat(timespec="seconds")
    fulls = [full for full in to_hand_in(workspace, transcript_id) if not full.review.handed_in_at]
    done: list[str] = []
    try:
        for full in fulls:
            workspace.do(edits.hand_in(full, now))
            done.append(full.transcript.id)
        kinds = (("html", "feedback.html"), ("json", "review.json"))
        saved = [workspace.review_of(full.transcript.id) for full in fulls]
        return [
            export_to(workspace, full, folder / work_name(full, ending, alone=len(fulls) == 1), Wish(file_format=kind))
            for kind, ending in kinds
            for full in saved
        ]
    except CannotWrite:
        for scope in reversed(done):
            workspace.undo(scope)
        raise


def work_name(full: FullReview, ending: str, *, alone: bool) -> str:
    """The name of a file of somebody's work: exercise and reviewer, and the chat where there are several."""
    exercise = full.exercise.collection.name if full.exercise else full.transcript.title
    words = [exercise, *([] if alone or not full.exercise else [full.transcript.title]), full.reviewer.name]
    return file_name(" ".join(words), ending)
