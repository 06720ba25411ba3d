"""`reviewer inspect`: what an import would find."""

from typing import Any

import click

from reviewer import importers
from reviewer.cli.options import as_json
from reviewer.cli.output import complain, print_json
from reviewer.errors import ExitStatus, ReviewerError
from reviewer.importers.report import report
from reviewer.workspace.sources import read_source


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@as_json
def command(files: tuple[str, ...], as_json: bool) -> int:
    """Say what an import of each FILE would find; nothing is written. `-` reads standard input."""
    reports = [_inspect(name) for name in files]
    failed = [found for found in reports if found["error"]]
    for found in failed:
        complain(found["error"])
    if as_json:
        print_json(reports)
    else:
        for found in reports:
            if not found["error"]:
                _print(found)
    if not failed:
        return ExitStatus.DONE
    return ExitStatus.UNREADABLE if len(failed) == len(reports) else ExitStatus.PARTLY


def _inspect(name: str) -> dict[str, Any]:
    try:
        return report(name, importers.read(read_source(name)))
    except ReviewerError as error:
        return report(name, error.sentence)


def _print(found: dict[str, Any]) -> None:
    click.echo(f"{found['file']}: {found['format']}, {found['encoding']}, confidence {found['confidence']:.2f}")
    for conversation in found["conversations"]:
        turns = [turn for turn in conversation["turns"] if turn["kind"] == "message"]
        system = len(conversation["turns"]) - len(turns)
        click.echo(f"  {conversation['title']}: {len(turns)} turns, {system} system lines")
        for speaker in conversation["speakers"]:
            click.echo(f"    {speaker['name']}: {speaker['role']} ({speaker['reason']}), {speaker['turns']} turns")
    parts = ", ".join(f"{count} {kind}" for kind, count in found["ledger"].items() if kind != "total" and count)
    click.echo(f"  {found['ledger']['total']} lines: {parts}")
    for problem in found["problems"]:
        click.echo(f"  line {problem['where'][0]}: {problem['what']}")
