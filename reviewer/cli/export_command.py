"""`reviewer export`: pages and files out of the library."""

from dataclasses import dataclass
from pathlib import Path

import click

from reviewer.cli.main import Program
from reviewer.cli.options import library_options, open_library
from reviewer.cli.output import Bar, complain
from reviewer.domain.transcript import Transcript
from reviewer.errors import CannotWrite, ExitStatus, UsageError
from reviewer.workspace.exporting import (
    FORMATS,
    KINDS,
    export_for_tools,
    export_transcript,
    gathers,
    kinds_of,
)
from reviewer.workspace.workspace import Workspace


@click.command("export")
@click.argument("transcripts", nargs=-1, metavar="[TRANSCRIPT]...")
@click.option("--all", "everything", is_flag=True, help="Every transcript of the library.")
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Where to write.")
@click.option("--kind", type=click.Choice([*KINDS, "both"]), default="feedback", show_default=True)
@click.option(
    "--format", "file_format", type=click.Choice(FORMATS), default="html", show_default=True,
    help="html: page; json: review file; md, txt: report; csv, xlsx: tables; jsonl: pairs of rewrites; messages:"
    " revised dialogues; webanno: W3C annotations; convokit: corpus; labelstudio: tasks; tei: XML.",
)  # fmt: skip
@click.option("--mask-names", is_flag=True, help="Agent and Customer in place of names.")
@click.option("--alternatives", is_flag=True, help="Every revision on the page, not the recommended one alone.")
@click.option("--review", metavar="ID", help="This review in place of your own.")
@library_options
@click.pass_obj
def command(
    program: Program,
    transcripts: tuple[str, ...],
    everything: bool,
    folder: Path,
    kind: str,
    file_format: str,
    mask_names: bool,
    alternatives: bool,
    review: str | None,
) -> int:
    """Write the feedback or the revised dialogue of each TRANSCRIPT; prints the path of each file."""
    if bool(transcripts) == everything:
        raise UsageError("Name the transcripts to export, or use --all, not both.")
    failed = done = 0
    with open_library(program) as workspace, Bar() as bar:
        chosen = _chosen(workspace, transcripts, everything)
        batches = [chosen] if gathers(file_format) and chosen else [[one] for one in chosen]
        for number, batch in enumerate(batches, start=1):
            bar.step(number, len(batches), batch[0].title)
            try:
                for one in kinds_of(file_format, kind):
                    wish = _Wish(one, file_format, mask_names, alternatives, review)
                    for path in _written(workspace, batch, folder, wish):
                        click.echo(str(path))
                done += 1
            except CannotWrite as error:
                complain(error.sentence)
                failed += 1
    if not failed:
        return ExitStatus.DONE
    return ExitStatus.PARTLY if done else ExitStatus.FAULT


@dataclass(frozen=True, slots=True)
class _Wish:
    """What to write about each transcript."""

    kind: str
    file_format: str
    mask_names: bool
    alternatives: bool
    review: str | None


def _written(workspace: Workspace, batch: list[Transcript], folder: Path, wish: _Wish) -> list[Path]:
    if wish.file_format not in ("html", "json"):
        return export_for_tools(
            workspace,
            [one.id for one in batch],
            folder,
            kind=wish.kind,
            file_format=wish.file_format,
            mask_names=wish.mask_names,
            review_id=wish.review,
        )
    return [
        export_transcript(
            workspace,
            one.id,
            folder,
            kind=wish.kind,
            file_format=wish.file_format,
            mask_names=wish.mask_names,
            alternatives=wish.alternatives,
            review_id=wish.review,
        )
        for one in batch
    ]


def _chosen(workspace: Workspace, names: tuple[str, ...], everything: bool) -> list[Transcript]:
    if everything:
        return [summary.transcript for summary in workspace.reading.summaries()]
    return [workspace.find_transcript(name) for name in names]
