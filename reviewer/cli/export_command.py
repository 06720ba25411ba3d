"""`reviewer export`: pages and files out of the library."""

from pathlib import Path
from typing import Any

import click

from reviewer.cli.main import Program
from reviewer.cli.options import library_options, open_library
from reviewer.cli.output import Bar, complain
from reviewer.domain.privacy import Privacy
from reviewer.domain.transcript import Transcript
from reviewer.errors import CannotWrite, ExitStatus, UsageError
from reviewer.exporters.options import ALL_PARTS, PageOptions, Part
from reviewer.workspace.exporting import (
    FORMATS,
    KINDS,
    Wish,
    export_for_tools,
    export_transcript,
    gathers,
    kinds_of,
)
from reviewer.workspace.workspace import Workspace


def parts_of(_context: click.Context, _option: click.Parameter, value: str | None) -> frozenset[Part]:
    """The parts that a list with commas names; all without one."""
    if value is None:
        return ALL_PARTS
    names = [one.strip() for one in value.split(",")]
    unknown = [one for one in names if one not in frozenset(Part)]
    if unknown:
        raise click.BadParameter(f"there is no part “{unknown[0]}”. The parts are {', '.join(Part)}.")
    return frozenset(map(Part, names))


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
@click.option("--parts", callback=parts_of, metavar="PART,…", help=f"Parts of the page, of: {', '.join(Part)}.")
@click.option("--language", default="en", show_default=True, metavar="CODE", help="Language of the page's own words.")
@click.option("--mask-names", is_flag=True, help="Agent and Customer in place of names.")
@click.option("--hide-details", is_flag=True, help="Cover e-mail addresses, phone and card numbers, addresses.")
@click.option("--hide-reviewer", is_flag=True, help="Do not say who reviewed.")
@click.option("--alternatives", is_flag=True, help="Every revision on the page, not the recommended one alone.")
@click.option("--marks", is_flag=True, help="Show what was changed on the page of the revised dialogue.")
@click.option("--review", metavar="ID", help="This review in place of your own.")
@library_options
@click.pass_obj
def command(
    program: Program,
    /,
    transcripts: tuple[str, ...],
    everything: bool,
    folder: Path,
    kind: str,
    file_format: str,
    review: str | None,
    **choices: Any,
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
                    wish = _wish(one, file_format, **choices)
                    for path in _written(workspace, batch, folder, wish, review):
                        click.echo(str(path))
                done += 1
            except CannotWrite as error:
                complain(error.sentence)
                failed += 1
    if not failed:
        return ExitStatus.DONE
    return ExitStatus.PARTLY if done else ExitStatus.FAULT


def _wish(
    kind: str,
    file_format: str,
    *,
    parts: frozenset[Part],
    language: str,
    mask_names: bool,
    hide_details: bool,
    hide_reviewer: bool,
    alternatives: bool,
    marks: bool,
) -> Wish:
    page = PageOptions(parts, language, alternatives, marks)
    return Wish(kind, file_format, page, Privacy(mask_names, hide_details, hide_reviewer))


def _written(workspace: Workspace, batch: list[Transcript], folder: Path, wish: Wish, review: str | None) -> list[Path]:
    if wish.file_format not in ("html", "json"):
        return export_for_tools(workspace, [one.id for one in batch], folder, wish, review_id=review)
    return [export_transcript(workspace, one.id, folder, wish, review_id=review) for one in batch]


def _chosen(workspace: Workspace, names: tuple[str, ...], everything: bool) -> list[Transcript]:
    if everything:
        return [summary.transcript for summary in workspace.reading.summaries()]
    return [workspace.find_transcript(name) for name in names]
