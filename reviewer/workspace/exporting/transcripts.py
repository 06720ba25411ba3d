"""From the library to files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from reviewer import __version__
from reviewer.domain.full_review import FullReview
from reviewer.domain.privacy import private_review, private_turns
from reviewer.domain.review import Reviewer
from reviewer.domain.transcript import Turn
from reviewer.errors import UsageError
from reviewer.exchange import review_file
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.html import page
from reviewer.exporters.naming import file_name
from reviewer.exporters.page_language import page_language
from reviewer.exporters.review_words import named_by_role
from reviewer.exporters.writing import Piece, write_together, write_whole
from reviewer.workspace.exporting.own_names import OwnNames
from reviewer.workspace.exporting.pdf import pdf_of
from reviewer.workspace.exporting.tool_forms import TOOL_FORMS
from reviewer.workspace.exporting.wish import FEEDBACK, GATHERED, PAGES, Wish, carries_review, ending_of, takes_several
from reviewer.workspace.progress import SILENT, Progress
from reviewer.workspace.watched import Watched
from reviewer.workspace.workspace import Workspace


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
    full = chosen_review(workspace, transcript_id, review_id)
    return export_to(workspace, full, folder / own_name(workspace, full, ending_of(wish)), wish)


def export_to(
    workspace: Workspace, full: FullReview, path: Path, wish: Wish = FEEDBACK, progress: Progress = SILENT
) -> Path:
    """Write one page or review file about one review to `path`; a page hides names where its exercise does.

    A feedback page carries the review inside unless a part of it is left out.

    Raises:
        CannotWrite: the file cannot be written; an older one is untouched.
        Cancelled: `progress`, which counts the pages of a PDF, was told to stop; an older file is untouched.
    """
    return write_whole(path, _page_or_file(workspace, full, wish, progress))


def files_of(
    workspace: Workspace,
    fulls: Sequence[FullReview],
    wish: Wish,
    name_of: Callable[[str], str],
    progress: Progress = SILENT,
) -> Files:
    """The endings of the names of all files that a wish gives, with what stands in each, made while it is read.

    A page or a review file is about one review. `progress` counts the chats that go into files together.
    """
    if wish.file_format in PAGES:
        (full,) = fulls
        return [(ending_of(wish), _page_or_file(workspace, full, wish, progress))]
    making = Making(workspace.now().date(), __version__, wish.kind, name_of, wish.page)
    chats = Watched([seen_by_others(workspace, full, wish) for full in fulls], progress)
    return TOOL_FORMS[wish.file_format].writer(chats, making)


def _page_or_file(workspace: Workspace, full: FullReview, wish: Wish, progress: Progress = SILENT) -> Iterator[Piece]:
    chat = seen_by_others(workspace, full, wish)
    if wish.file_format == "json":
        yield review_file.dumps(chat.full, chat.turns())
        return
    if wish.file_format == "pdf":
        yield pdf_of(workspace, chat, wish.kind, wish.page, progress)
        return
    yield from page(
        chat.full,
        chat.turns,
        kind=wish.kind,
        when=workspace.now().date(),
        version=__version__,
        document=review_file.compact(chat.full, chat.turns()) if carries_review(wish) else None,
        options=wish.page,
    )


def export_for_tools(
    workspace: Workspace,
    transcript_ids: Sequence[str],
    folder: Path,
    wish: Wish,
    *,
    review_id: str | None = None,
    progress: Progress = SILENT,
    names: OwnNames | None = None,
) -> list[Path]:
    """Write reviews for other tools into `folder`, all files or none; gives where they are.

    Raises:
        UsageError: there is no such transcript or review.
        CannotWrite: a file cannot be written; older ones are untouched.
        Cancelled: `progress` was told to stop; nothing was written.
    """
    fulls = [full for one in transcript_ids for full in _reviews_for(workspace, one, wish, review_id)]
    own = names or OwnNames(workspace.reading)

    def name_of(ending: str) -> str:
        return own.of(fulls[0].transcript, ending) if len(transcript_ids) == 1 else file_name(GATHERED, ending)

    files = files_of(workspace, fulls, wish, name_of, progress)
    return write_together((folder / name_of(ending), pieces) for ending, pieces in files)


def every_review(workspace: Workspace, transcript_id: str, wish: Wish) -> list[FullReview]:
    """All reviews of a transcript by the names of their reviewers, where the wish is so and its form takes them."""
    if not (wish.every_review and takes_several(wish.file_format)):
        return []
    every = (workspace.reading.full_review(one.id) for one in workspace.reading.reviews(transcript_id))
    return sorted((one for one in every if one), key=lambda one: (one.reviewer.name.casefold(), one.review.id))


def _reviews_for(workspace: Workspace, transcript_id: str, wish: Wish, review_id: str | None) -> list[FullReview]:
    return every_review(workspace, transcript_id, wish) or [chosen_review(workspace, transcript_id, review_id)]


def seen_by_others(workspace: Workspace, full: FullReview, wish: Wish) -> ReviewedChat:
    """What others may see of a review; a review file has to fit the library it returns to, so names stay in it."""
    full = full if full.saved else _by_nobody(full)
    privacy, named = wish.privacy, partial(named_by_role, page_language(wish.page.language))

    def turns() -> Iterable[Turn]:
        return private_turns(workspace.reading.each_turn(full.transcript.id), privacy)

    said = workspace.reading.each_turn(full.transcript.id)
    by_exercise = wish.file_format != "json"
    return ReviewedChat(private_review(full, said, privacy, by_exercise=by_exercise, named=named), turns)


def _by_nobody(full: FullReview) -> FullReview:
    """A review that nobody has begun, with identities that follow from its chat, so that each export is the same."""
    review, reviewer = (
        sha256(f"{one} {full.transcript.id}".encode()).hexdigest()[:32] for one in ("review", "reviewer")
    )
    return replace(full, review=replace(full.review, id=review, reviewer=reviewer), reviewer=Reviewer(reviewer, ""))


def own_name(workspace: Workspace, full: FullReview, ending: str) -> str:
    """The file name of this transcript alone; see `OwnNames`."""
    return OwnNames(workspace.reading).of(full.transcript, ending)


def chosen_review(workspace: Workspace, transcript_id: str, review_id: str | None = None) -> FullReview:
    """The review of a transcript whose id starts with `review_id`; without one the best there is.

    Raises:
        UsageError: there is no such transcript or review.
    """
    if review_id is not None:
        found = [one for one in workspace.reading.reviews(transcript_id) if one.id.startswith(review_id)]
        full = workspace.reading.full_review(found[0].id) if len(found) == 1 else None
        if full is None:
            raise UsageError(f"There is no review “{review_id}” of this transcript.")
        return full
    return workspace.best_review_of(transcript_id)
