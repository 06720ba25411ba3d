"""`reviewer inspect`: what an import would find."""

import click

from reviewer import importers
from reviewer.cli.options import as_json
from reviewer.cli.output import complain, print_json
from reviewer.domain.transcript import TurnKind
from reviewer.errors import ExitStatus, ReviewerError
from reviewer.importers.base import Conversation, Found
from reviewer.importers.proposals import proposals
from reviewer.importers.report import report
from reviewer.workspace.sources import read_source, refuse_page_without_review


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@as_json
def command(files: tuple[str, ...], as_json: bool) -> int:
    """Say what an import of each FILE would find; nothing is written. `-` reads standard input."""
    all_found = {name: _inspect(name) for name in files}
    failed = [found for found in all_found.values() if isinstance(found, str)]
    for sentence in failed:
        complain(sentence)
    if as_json:
        print_json([report(name, all_found[name]) for name in files])
    else:
        for name, found in all_found.items():
            if not isinstance(found, str):
                _print(name, found)
    if not failed:
        return ExitStatus.DONE
    return ExitStatus.UNREADABLE if len(failed) == len(all_found) else ExitStatus.PARTLY


def _inspect(name: str) -> Found | str:
    """What was found, or the sentence that says why nothing was."""
    try:
        source = read_source(name)
        refuse_page_without_review(source)
        return importers.read(source)
    except ReviewerError as error:
        return error.sentence


def _print(name: str, found: Found) -> None:
    click.echo(f"{name}: {found.format}, {found.encoding}, confidence {found.confidence:.2f}")
    for conversation in found.conversations:
        _print_conversation(conversation)
    ledger = found.ledger()
    parts = ", ".join(f"{count} {kind}" for kind, count in ledger.items() if kind != "total" and count)
    click.echo(f"  {ledger['total']} {found.unit.value}s: {parts}")
    if found.date_order:
        order = {True: "day first", False: "month first", None: "unknown"}[found.date_order.day_first]
        click.echo(f"  order of dates: {order} ({found.date_order.evidence})")
    for problem in found.problems:
        click.echo(f"  {found.unit.value} {problem.where[0]}: {problem.what}")


def _print_conversation(conversation: Conversation) -> None:
    system = sum(turn.kind is TurnKind.SYSTEM for turn in conversation.turns)
    click.echo(f"  {conversation.title}: {len(conversation.turns) - system} turns, {system} system lines")
    for speaker in conversation.speakers:
        click.echo(f"    {speaker.name}: {speaker.role} ({speaker.reason}), {speaker.turns} turns")
    names = {speaker.key: speaker.name for speaker in conversation.speakers}
    for merge in proposals(conversation):
        click.echo(f"    {names[merge.key]} may be {names[merge.into]}: {merge.reason}")
