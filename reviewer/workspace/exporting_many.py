"""Many chats to a folder, as a job that can be stopped: what is finished stays."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.errors import Cancelled, CannotWrite, DiskFull, UsageError
from reviewer.workspace.exporting import (
    PAGES,
    Wish,
    chosen_review,
    ending_of,
    export_for_tools,
    export_to,
    gathers,
)
from reviewer.workspace.own_names import OwnNames
from reviewer.workspace.progress import Progress
from reviewer.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of `total` chats: `done` of them are written, as `paths`; `failures` says why the others are not.

    `stopped` says that the person ended it, `full` that the disk was full.
    """

    total: int
    done: int
    paths: tuple[Path, ...]
    failures: tuple[str, ...] = ()
    stopped: bool = False
    full: bool = False


def export_many(
    workspace: Workspace,
    transcript_ids: Sequence[str],
    folder: Path,
    wishes: Sequence[Wish],
    progress: Progress,
    *,
    review_id: str | None = None,
    wrote: Callable[[Path], object] = lambda path: None,
) -> Exported:
    """Write each chat into `folder` in the form that all `wishes` share, in all their kinds, as `wrote` hears.

    Forms that gather write all chats into the same files, all or none. A chat that cannot be written holds up no other.

    Raises:
        UsageError: a transcript has no review whose id starts with `review_id`.
    """
    total, names = len(transcript_ids), OwnNames(workspace.reading)
    found = _Found()

    def write(batch: Sequence[str]) -> None:
        for wish in wishes:
            for path in _written(workspace, batch, folder, wish, names, progress, review_id):
                found.paths.append(path)
                wrote(path)
        found.done += len(batch)

    try:
        for batch in _batches(transcript_ids, wishes[0].file_format):
            progress.step(found.done, total, f"Exporting {found.done + 1:,} of {total:,} chats")
            with _failures_in(found.failures, but_usage=review_id is not None):
                write(batch)
    except Cancelled:
        return found.told(total, stopped=True)
    except DiskFull as error:
        found.failures.append(error.sentence)
        return found.told(total, full=True)
    return found.told(total)


@dataclass(slots=True)
class _Found:
    done: int = 0
    paths: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def told(self, total: int, *, stopped: bool = False, full: bool = False) -> Exported:
        return Exported(total, self.done, tuple(self.paths), tuple(self.failures), stopped, full)


@contextmanager
def _failures_in(sentences: list[str], *, but_usage: bool) -> Iterator[None]:
    try:
        yield
    except (CannotWrite, UsageError) as error:
        if but_usage and isinstance(error, UsageError):
            raise
        sentences.append(error.sentence)


def names_in(workspace: Workspace, transcript_ids: Sequence[str], wish: Wish) -> Iterator[str]:
    """The names of the pages or review files that an export of these transcripts would write."""
    names, ending = OwnNames(workspace.reading), ending_of(wish)
    return (names.of(one, ending) for one in workspace.reading.these(transcript_ids))


def _batches(transcript_ids: Sequence[str], file_format: str) -> Iterator[Sequence[str]]:
    if gathers(file_format):
        return iter([transcript_ids] if transcript_ids else [])
    return ([one] for one in transcript_ids)


def _written(
    workspace: Workspace,
    batch: Sequence[str],
    folder: Path,
    wish: Wish,
    names: OwnNames,
    progress: Progress,
    review_id: str | None,
) -> list[Path]:
    if wish.file_format not in PAGES:
        return export_for_tools(workspace, batch, folder, wish, review_id=review_id, progress=progress, names=names)
    full = chosen_review(workspace, batch[0], review_id)
    return [export_to(workspace, full, folder / names.of(full.transcript, ending_of(wish)), wish)]
