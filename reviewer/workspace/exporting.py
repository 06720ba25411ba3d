"""From the library to files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewer import __version__
from reviewer.domain.full_review import FullReview
from reviewer.domain.privacy import OPEN, Privacy, private_review, private_turns
from reviewer.domain.transcript import Turn
from reviewer.errors import UsageError
from reviewer.exchange import review_file
from reviewer.exporters import formats
from reviewer.exporters.chat import Making, ReviewedChat
from reviewer.exporters.html import write_page
from reviewer.exporters.naming import file_name
from reviewer.exporters.options import ALL_PARTS, DEFAULT, PageOptions, Part
from reviewer.exporters.writing import write_together, write_whole
from reviewer.workspace.workspace import Workspace

KINDS: Final[tuple[str, ...]] = ("feedback", "revised")
FORMATS: Final = ("html", "json", *formats.FORMATS)
GATHERED: Final = "reviews"
"""What files that hold several reviews are named after."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to write about a review and how: a kind of `KINDS`, a form of `FORMATS`, what is shown and what is not."""

    kind: str = "feedback"
    file_format: str = "html"
    page: PageOptions = DEFAULT
    privacy: Privacy = OPEN


FEEDBACK: Final = Wish()


def export_feedback(workspace: Workspace, transcript_id: str, folder: Path) -> Path:
    """Write the feedback page of the reviewer's own review; gives where it is."""
    return export_transcript(workspace, transcript_id, folder)


def export_transcript(
    workspace: Workspace, transcript_id: str, folder: Path, wish: Wish = FEEDBACK, *, review_id: str | None = None
) -> Path:
    """Write one page or review file about one transcript into `folder`, named after its title; gives where it is.

    Raises:
        UsageError: there is no such transcript or review.
        CannotWrite: the file cannot be written; an older one is untouched.
    """
    full = _chosen(workspace, transcript_id, review_id)
    ending = "review.json" if wish.file_format == "json" else f"{wish.kind}.html"
    return export_to(workspace, full, folder / own_name(workspace, full, ending), wish)


def export_to(workspace: Workspace, full: FullReview, path: Path, wish: Wish = FEEDBACK) -> Path:
    """Write one page or review file about one review to `path`; a page hides names where its exercise does.

    A feedback page carries the review inside unless a part of it is left out.

    Raises:
        CannotWrite: the file cannot be written; an older one is untouched.
    """
    chat = _chat(workspace, full, wish.privacy, as_file=wish.file_format == "json")
    if wish.file_format == "json":
        return write_whole(path, [review_file.dumps(chat.full, chat.turns())])
    whole = wish.kind == "feedback" and wish.page.parts >= ALL_PARTS - {Part.LEGEND}
    return write_page(
        path,
        chat.full,
        chat.turns,
        kind=wish.kind,
        when=workspace.now().date(),
        version=__version__,
        document=review_file.compact(chat.full, chat.turns()) if whole else None,
        options=wish.page,
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
    wish: Wish,
    *,
    review_id: str | None = None,
) -> list[Path]:
    """Write reviews for other tools into `folder`, all files or none; gives where they are.

    Raises:
        UsageError: there is no such transcript or review.
        CannotWrite: a file cannot be written; older ones are untouched.
    """
    fulls = [_chosen(workspace, transcript_id, review_id) for transcript_id in transcript_ids]

    def name_of(ending: str) -> str:
        return own_name(workspace, fulls[0], ending) if len(fulls) == 1 else file_name(GATHERED, ending)

    making = Making(workspace.now().date(), __version__, wish.kind, name_of, wish.page)
    chats = [_chat(workspace, full, wish.privacy) for full in fulls]
    files = formats.FORMATS[wish.file_format].writer(chats, making)
    return write_together((folder / name_of(ending), pieces) for ending, pieces in files)


def _chat(workspace: Workspace, full: FullReview, privacy: Privacy, *, as_file: bool = False) -> ReviewedChat:
    """What others may see of a review; a review file has to fit the library it returns to, so names stay in it."""

    def turns() -> Iterable[Turn]:
        return private_turns(workspace.reading.each_turn(full.transcript.id), privacy)

    said = workspace.reading.each_turn(full.transcript.id)
    return ReviewedChat(private_review(full, said, privacy, by_exercise=not as_file), turns)


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
