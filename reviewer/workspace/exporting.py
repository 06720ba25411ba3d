"""From the library to files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from reviewer import __version__
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.errors import UsageError
from reviewer.exchange import review_file
from reviewer.exporters.html import write_page
from reviewer.exporters.masking import masked
from reviewer.exporters.naming import file_name
from reviewer.exporters.writing import write_whole
from reviewer.workspace.workspace import Workspace

KINDS: Final = ("feedback", "revised")
FORMATS: Final = ("html", "json")


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
