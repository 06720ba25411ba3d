"""From the library to files."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from reviewer import __version__
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.errors import UsageError
from reviewer.exchange import review_file
from reviewer.exporters import formats
from reviewer.exporters.chat import Making, ReviewedChat
from reviewer.exporters.html import write_page
from reviewer.exporters.masking import masked
from reviewer.exporters.naming import file_name
from reviewer.exporters.writing import write_together, write_whole
from reviewer.workspace.workspace import Workspace

KINDS: Final[tuple[str, ...]] = ("feedback", "revised")
FORMATS: Final = ("html", "json", *formats.FORMATS)
GATHERED: Final = "reviews"
"""What files that hold several reviews are named after."""


def export_feedback(workspace: Workspace, transcript_id: str, folder: Path) -> Path:
    """Write the feedback page of the reviewer's own review; gives where it is."""
    return export_transcript(workspace, transcript_id, folder)


def export_transcript(
    workspace: Workspace,
    transcript_id: str,
    folder: Path,
    *,
    kind: str = "feedback",
    file_format: str = "html",
    mask_names: bool = False,
    review_id: str | None = None,
    alternatives: bool = False,
) -> Path:
    """Write one file about one transcript into `folder`, named after its title; gives where it is.

    Raises:
        UsageError: there is no such transcript or review.
        CannotWrite: the file cannot be written; an older one is untouched.
    """
    full = _chosen(workspace, transcript_id, review_id)
    ending = "review.json" if file_format == "json" else f"{kind}.html"
    path = folder / own_name(workspace, full, ending)
    return export_to(
        workspace,
        full,
        path,
        kind=kind,
        file_format=file_format,
        mask_names=mask_names,
        alternatives=alternatives,
    )


def export_to(
    workspace: Workspace,
    full: FullReview,
    path: Path,
    *,
    kind: str = "feedback",
    file_format: str = "html",
    mask_names: bool = False,
    alternatives: bool = False,
) -> Path:
    """Write one file about one review to `path`; a page hides names where its exercise does.

    The page shows the recommended revision, with `alternatives` all of them.

    Raises:
        CannotWrite: the file cannot be written; an older one is untouched.
    """
    hidden = mask_names or (full.hides_names and file_format != "json")
    shown = masked(full) if hidden else full

    def turns() -> Iterable[Turn]:
        return workspace.reading.each_turn(full.transcript.id)

    if file_format == "json":
        return write_whole(path, [review_file.dumps(shown, turns())])
    document = review_file.compact(shown, turns()) if kind == "feedback" else None
    today = workspace.now().date()
    return write_page(
        path,
        shown,
        turns,
        kind=kind,
        when=today,
        version=__version__,
        document=document,
        alternatives=alternatives,
    )


def kinds_of(file_format: str, kind: str) -> tuple[str, ...]:
    """The kinds to write for the wish `kind`, which may be `both`: a form that holds everything is written once."""
    known = {"html": KINDS, "json": formats.WHOLE} | {one.name: one.kinds for one in formats.FORMATS.values()}
    offered = known[file_format]
    return offered if kind == "both" or len(offered) == 1 else (kind,)


def gathers(file_format: str) -> bool:
    """Whether several reviews go into the same files."""
    return file_format in formats.FORMATS and formats.FORMATS[file_format].gathers


def export_for_tools(
    workspace: Workspace,
    transcript_ids: Sequence[str],
    folder: Path,
    *,
    kind: str = "feedback",
    file_format: str,
    mask_names: bool = False,
    review_id: str | None = None,
) -> list[Path]:
    """Write reviews for other tools into `folder`, all files or none; gives where they are.

    Names are hidden where an exercise hides them.

    Raises:
        UsageError: there is no such transcript or review.
        CannotWrite: a file cannot be written; older ones are untouched.
    """
    chats = [
        _chat(workspace, _chosen(workspace, transcript_id, review_id), mask_names) for transcript_id in transcript_ids
    ]

    def name_of(ending: str) -> str:
        return own_name(workspace, chats[0].full, ending) if len(chats) == 1 else file_name(GATHERED, ending)

    making = Making(workspace.now().date(), __version__, kind, name_of)
    files = formats.FORMATS[file_format].writer(chats, making)
    return write_together((folder / name_of(ending), pieces) for ending, pieces in files)


def _chat(workspace: Workspace, full: FullReview, mask_names: bool) -> ReviewedChat:
    shown = masked(full) if mask_names or full.hides_names else full
    return ReviewedChat(shown, lambda: workspace.reading.each_turn(full.transcript.id))


def suggested_name(full: FullReview, kind: str = "feedback") -> str:
    """The file name that an export of this review is offered under."""
    return file_name(full.transcript.title, f"{kind}.html")


def own_name(workspace: Workspace, full: FullReview, ending: str) -> str:
    """The file name of this transcript alone: where titles give the same name, later imports get a number.

    It stays the same from export to export, so that a new page replaces the old one of the same transcript.
    """
    name = file_name(full.transcript.title, ending)
    namesakes = [one for one in workspace.reading.transcripts() if file_name(one.title, ending) == name]
    order = [one.id for one in sorted(namesakes, key=lambda one: (one.imported_at, one.id))]
    place = order.index(full.transcript.id) + 1
    return name if place == 1 else file_name(full.transcript.title, f"{place}-{ending}")


def _chosen(workspace: Workspace, transcript_id: str, review_id: str | None) -> FullReview:
    if review_id is not None:
        found = [one for one in workspace.reading.reviews(transcript_id) if one.id.startswith(review_id)]
        full = workspace.reading.full_review(found[0].id) if len(found) == 1 else None
        if full is None:
            raise UsageError(f"There is no review “{review_id}” of this transcript.")
        return full
    return workspace.best_review_of(transcript_id)
