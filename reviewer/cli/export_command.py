"""`reviewer export`: pages and files out of the library."""

from pathlib import Path

import click

from reviewer.cli.main import Program
from reviewer.cli.options import library_options, open_library
from reviewer.cli.output import Bar, complain
from reviewer.domain.transcript import Transcript
from reviewer.errors import CannotWrite, ExitStatus, UsageError
from reviewer.workspace.exporting import FORMATS, KINDS, export_transcript
from reviewer.workspace.workspace import Workspace


@click.command("export")
@click.argument("transcripts", nargs=-1, metavar="[TRANSCRIPT]...")
@click.option("--all", "everything", is_flag=True, help="Every transcript of the library.")
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Where to write.")
@click.option("--kind", type=click.Choice([*KINDS, "both"]), default="feedback", show_default=True)
@click.option("--format", "file_format", type=click.Choice(FORMATS), default="html", show_default=True)
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
        for number, transcript in enumerate(chosen, start=1):
            bar.step(number, len(chosen), transcript.title)
            try:
                for one in KINDS if kind == "both" else (kind,):
                    path = export_transcript(
                        workspace,
                        transcript.id,
                        folder,
                        kind=one,
                        file_format=file_format,
                        mask_names=mask_names,
                        alternatives=alternatives,
                        review_id=review,
                    )
                    click.echo(str(path))
                done += 1
            except CannotWrite as error:
                complain(error.sentence)
                failed += 1
    if not failed:
        return ExitStatus.DONE
    return ExitStatus.PARTLY if done else ExitStatus.FAULT


def _chosen(workspace: Workspace, names: tuple[str, ...], everything: bool) -> list[Transcript]:
    if everything:
        return [summary.transcript for summary in workspace.reading.summaries()]
    return [workspace.find_transcript(name) for name in names]
