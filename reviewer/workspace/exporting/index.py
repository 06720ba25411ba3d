"""The page that leads to the pages of several chats, written beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewer import __version__
from reviewer.domain.personal import covered
from reviewer.domain.privacy import Privacy
from reviewer.domain.transcript import Collection
from reviewer.exporters.gathered.html import index_page
from reviewer.exporters.gathered.index_view import Entry, Failed
from reviewer.exporters.page_language import page_language
from reviewer.exporters.page_view import PROGRAM
from reviewer.exporters.writing import write_whole
from reviewer.workspace.exporting.transcripts import chosen_review, seen_by_others
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.progress import SILENT, Progress
from reviewer.workspace.watched import Watched
from reviewer.workspace.workspace import Workspace

INDEX: Final = "index.html"
HEAD_BYTES: Final = 4096
"""In so much of a page stands what wrote it."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one transcript in the order of the wishes; `review_id` starts the id of the review that they show,
    None for the best there is.
    """

    transcript_id: str
    review_id: str | None
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class NotWritten:
    """A transcript whose pages could not be written, and why."""

    transcript_id: str
    reason: str


def export_index(
    workspace: Workspace,
    written: Sequence[Pages],
    folder: Path,
    wishes: Sequence[Wish],
    failed: Sequence[NotWritten] = (),
    progress: Progress = SILENT,
) -> Path:
    """Write `index.html` into `folder` for pages that lie in it or below, in their order; gives where it is.

    Where a page that the program did not write has this name, it becomes `index-2.html` and so on. `wishes` are those
    that the pages were written with. The title is that of the collection in which all chats lie.

    Raises:
        CannotWrite: the file cannot be written; an older one is untouched.
        Cancelled: `progress` was told to stop; an older one is untouched.
    """
    wish = wishes[0]
    pages = index_page(
        _entries(workspace, written, folder, wishes, progress),
        language=page_language(wish.page.language),
        when=workspace.now().date(),
        version=__version__,
        title=_title(workspace, written, wish.privacy),
        failed=[Failed(_title_of(workspace, one.transcript_id, wish.privacy), one.reason) for one in failed],
        options=wish.page,
    )
    return write_whole(_place(folder), pages)


def _place(folder: Path) -> Path:
    """The first name that is free, or that an older index has."""
    path, number = folder / INDEX, 1
    while path.exists() and not _is_ours(path):
        number += 1
        path = folder / f"index-{number}.html"
    return path


def _is_ours(path: Path) -> bool:
    """Whether the program wrote a page; what cannot be read is not ours."""
    try:
        with path.open("rb") as stream:
            return f'<meta name="generator" content="{PROGRAM} '.encode() in stream.read(HEAD_BYTES)
    except OSError:
        return False


def _entries(
    workspace: Workspace, written: Sequence[Pages], folder: Path, wishes: Sequence[Wish], progress: Progress
) -> Iterator[Entry]:
    for one in Watched(written, progress, "Listing"):
        full = chosen_review(workspace, one.transcript_id, one.review_id)
        shown = seen_by_others(workspace, full, wishes[0]).full
        kinds = zip((wish.kind for wish in wishes), one.paths, strict=False)
        yield Entry(shown, tuple((kind, path.relative_to(folder).parts) for kind, path in kinds))


def _title(workspace: Workspace, written: Sequence[Pages], privacy: Privacy) -> str:
    """The name of the collection in which all of them lie; empty where they lie in several or in none."""
    transcripts = workspace.reading.these([one.transcript_id for one in written])
    homes = {one.collection for one in transcripts}
    home = workspace.reading.record(Collection, homes.pop() or "") if len(homes) == 1 else None
    return _shown(home.name, privacy) if home else ""


def _title_of(workspace: Workspace, transcript_id: str, privacy: Privacy) -> str:
    transcript = workspace.reading.transcript(transcript_id)
    return _shown(transcript.title, privacy) if transcript else transcript_id


def _shown(name: str, privacy: Privacy) -> str:
    return covered(name) if privacy.hide_details else name
