"""Renaming and deleting transcripts of the open library."""

from reviewer.domain.edit import Edit
from reviewer.domain.edits import transcripts
from reviewer.domain.transcript import Transcript
from reviewer.errors import UsageError
from reviewer.workspace.workspace import Workspace


def rename_transcript(workspace: Workspace, transcript_id: str, title: str) -> Edit | None:
    """Give a transcript another title, blanks trimmed; None when that is empty or changes nothing.

    Raises:
        UsageError: there is no such transcript.
    """
    transcript, title = _transcript(workspace, transcript_id), " ".join(title.split())
    return workspace.do(transcripts.rename(transcript, title)) if title not in ("", transcript.title) else None


def delete_transcript(workspace: Workspace, transcript_id: str) -> Edit:
    """Delete a transcript with all its reviews, as one step of the library's history.

    Raises:
        UsageError: there is no such transcript.
    """
    transcript, reading = _transcript(workspace, transcript_id), workspace.reading
    reviews = [reading.full_review(one.id) for one in reading.reviews(transcript_id)]
    whole = [full for full in reviews if full is not None]
    return workspace.do(transcripts.delete(transcript, reading.speakers(transcript_id), whole))


def _transcript(workspace: Workspace, transcript_id: str) -> Transcript:
    found = workspace.reading.transcript(transcript_id)
    if found is None:
        raise UsageError("This transcript is no longer in the library.")
    return found
