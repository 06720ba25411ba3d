"""Many chats to a folder, as a job that can be stopped: what is finished stays."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.errors import Cancelled, CannotWrite, DiskFull, UsageError
from reviewer.exporters.naming import file_name
from reviewer.workspace.exporting.index import NotWritten, Pages, export_index
from reviewer.workspace.exporting.own_names import OwnNames
from reviewer.workspace.exporting.transcripts import chosen_review, export_for_tools, export_to
from reviewer.workspace.exporting.wish import GATHERED, PAGES, Wish, ending_of, gathers
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
    index: bool = False,
    wrote: Callable[[Path], object] = lambda path: None,
) -> Exported:
    """Write each chat into `folder` in the form that all `wishes` share, in all their kinds, as `wrote` hears.

    Forms that gather write all chats into the same files, all or none. A chat that cannot be written holds up no other.
    With `index`, pages of several chats get one more page that leads to them, unless the job ends early.

    Raises:
        UsageError: a transcript has no review whose id starts with `review_id`.
    """
    total, names = len(transcript_ids), OwnNames(workspace.reading)
    found = _Found()
    try:
        for batch in _batches(transcript_ids, wishes[0].file_format):
            progress.step(found.done, total, f"Exporting {found.done + 1:,} of {total:,} chats")
            with found.failing(batch[0], but_usage=review_id is not None):
                first = len(found.paths)
                for wish in wishes:
                    found.add(_written(workspace, batch, folder, wish, names, progress, review_id), wrote)
                found.done += len(batch)
                found.pages.append(Pages(batch[0], review_id, tuple(found.paths[first:])))
        if index and wishes[0].file_format == "html" and total > 1 and found.done:
            with found.failing(""):
                found.add([export_index(workspace, found.pages, folder, wishes, found.unwritten, progress)], wrote)
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
    pages: list[Pages] = field(default_factory=list)
    unwritten: list[NotWritten] = field(default_factory=list)

    def add(self, paths: Sequence[Path], wrote: Callable[[Path], object]) -> None:
        for path in paths:
            self.paths.append(path)
            wrote(path)

    @contextmanager
    def failing(self, transcript_id: str, *, but_usage: bool = False) -> Iterator[None]:
        """What cannot be written inside is a failure of this transcript."""
        try:
            yield
        except (CannotWrite, UsageError) as error:
            if but_usage and isinstance(error, UsageError):
                raise
            self.failures.append(error.sentence)
            self.unwritten.append(NotWritten(transcript_id, error.sentence))

    def told(self, total: int, *, stopped: bool = False, full: bool = False) -> Exported:
        return Exported(total, self.done, tuple(self.paths), tuple(self.failures), stopped, full)


def names_in(workspace: Workspace, transcript_ids: Sequence[str], wish: Wish, ends: Sequence[str]) -> list[str]:
    """The names of the files that an export of these transcripts would write; `ends` are how those of one end."""
    if gathers(wish.file_format) and len(transcript_ids) > 1:
        return [file_name(GATHERED, ending) for ending in ends]
    names = OwnNames(workspace.reading)
    return [names.of(one, ending) for one in workspace.reading.these(transcript_ids) for ending in ends]


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
