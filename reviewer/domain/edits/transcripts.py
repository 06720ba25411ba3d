"""Edits of one transcript's own facts."""

from dataclasses import replace

from reviewer.domain.edit import LIBRARY, Delta, Edit, Op
from reviewer.domain.transcript import Transcript


def rename(transcript: Transcript, title: str) -> Edit:
    """The transcript is called `title`."""
    return Edit(Op.RENAME_TRANSCRIPT, (Delta(transcript, replace(transcript, title=title)),), LIBRARY)
