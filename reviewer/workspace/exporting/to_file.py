"""One review to the file that a person named, and a look at what would stand in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from reviewer import __version__
from reviewer.domain.full_review import FullReview
from reviewer.domain.personal import Kind, details_in
from reviewer.domain.privacy import OPEN, private_review, private_turns
from reviewer.domain.transcript import Turn
from reviewer.exporters.naming import file_name
from reviewer.exporters.page_view import page_view
from reviewer.exporters.view_model import Page
from reviewer.exporters.writing import write_together
from reviewer.workspace.exporting.transcripts import every_review, files_of
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.not_the_library import refuse_library
from reviewer.workspace.progress import SILENT, Progress
from reviewer.workspace.workspace import Workspace

T = TypeVar("T")
HEAD: Final = 6000
"""So many code points of the first file are looked at."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an export would write: bytes in all files, and how the first of them begins; empty where that is no text."""

    size: int
    head: str


def endings(workspace: Workspace, full: FullReview, wish: Wish) -> tuple[str, ...]:
    """How the names of the files end that a wish gives; nothing of what stands in them is made."""
    named = replace(wish, privacy=OPEN)
    return tuple(ending for ending, _ in files_of(workspace, [full], named, lambda ending: ending))


def name_for(full: FullReview, ends: tuple[str, ...]) -> str:
    """The name to offer: whole for one file, without the ending where there are several."""
    return file_name(full.transcript.title, ends[0] if len(ends) == 1 else "").removesuffix("-")


def targets(path: Path, ends: tuple[str, ...]) -> list[Path]:
    """The files that are written when a person names `path`."""
    return [path] if len(ends) == 1 else [path.parent / f"{path.name}-{one}" for one in ends]


def export_as(
    workspace: Workspace, full: FullReview, path: Path, wish: Wish, progress: Progress = SILENT
) -> list[Path]:
    """Write a review to `path`, or to several files that are named after it, all or none; gives the files.

    Where the wish is for the reviews of all reviewers of the chat, they are written with it.

    Raises:
        CannotWrite: a file cannot be written, or is the library; older ones are untouched.
        Cancelled: `progress` was told to stop; nothing was written.
    """
    ends = endings(workspace, full, wish)
    places = dict(zip(ends, targets(path, ends), strict=True))
    refuse_library(workspace, places.values())
    files = files_of(workspace, _wanted(workspace, full, wish), wish, lambda ending: places[ending].name)
    return write_together((places[ending], _stoppable(pieces, progress)) for ending, pieces in files)


def page_of(workspace: Workspace, full: FullReview, first: Sequence[Turn], wish: Wish) -> Page:
    """The page of a wish as far as the `first` turns of its chat go, which come from 1 without a gap."""
    near = tuple(one for one in full.annotations if not one.anchor.found or one.anchor.last_turn <= len(first))
    shown = private_review(replace(full, annotations=near), first, wish.privacy)

    def turns() -> Iterable[Turn]:
        return private_turns(first, wish.privacy)

    return page_view(shown, turns, when=workspace.now().date(), version=__version__, options=wish.page)


def look_at(workspace: Workspace, full: FullReview, wish: Wish, progress: Progress = SILENT) -> Look:
    """Make all that would be written, piece by piece, without keeping it.

    Raises:
        Cancelled: `progress` was told to stop.
    """
    size, head, is_text = 0, "", True
    files = files_of(workspace, _wanted(workspace, full, wish), wish, lambda ending: ending)
    for number, (_, pieces) in enumerate(files):
        for piece in _stoppable(pieces, progress):
            size += len(piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace"))
            if number == 0 and is_text and len(head) < HEAD:
                words = _text(piece)
                is_text = words is not None
                head += words or ""
    return Look(size, head[:HEAD] if is_text else "")


def details_said(workspace: Workspace, full: FullReview, progress: Progress = SILENT) -> dict[Kind, int]:
    """How many personal details of each kind the turns of a chat hold.

    Raises:
        Cancelled: `progress` was told to stop.
    """
    found: dict[Kind, int] = {}
    for turn in _stoppable(workspace.reading.each_turn(full.transcript.id), progress):
        for _, _, kind in details_in(turn.text):
            found[kind] = found.get(kind, 0) + 1
    return found


def _wanted(workspace: Workspace, full: FullReview, wish: Wish) -> list[FullReview]:
    return every_review(workspace, full.transcript.id, wish) or [full]


def _stoppable(pieces: Iterable[T], progress: Progress) -> Iterator[T]:
    for piece in pieces:
        progress.step(0, 0, "")
        yield piece


def _text(piece: str | bytes) -> str | None:
    """The words of a piece; None where it is none."""
    if isinstance(piece, str):
        return piece
    try:
        text = piece.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text
