"""`reviewer import`: chats, review files, exercise files, rubrics and exported pages into the library."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from reviewer.cli.main import Program
from reviewer.cli.options import as_json, library_options, open_library
from reviewer.cli.output import Bar, complain, print_json
from reviewer.domain.codec import to_plain
from reviewer.domain.differences import Fate
from reviewer.domain.telling import Told
from reviewer.errors import ExitStatus
from reviewer.workspace.importing import Outcome, import_paths

FATES: Final = {
    Fate.CAME: "came in",
    Fate.REPLACED: "replaced by newer",
    Fate.DELETED: "deleted there",
    Fate.SET_ASIDE: "set aside",
    Fate.KEPT: "kept, newer here",
    Fate.STAYS_DELETED: "deleted here, stays so",
}


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--collection", metavar="NAME", help="The collection to put them in; made when it is not there yet.")
@click.option(
    "--keep-unplaced",
    is_flag=True,
    help="Take reviews of another version of a chat too; some comments lose their place.",
)
@as_json
@library_options
@click.pass_obj
def command(
    program: Program, paths: tuple[str, ...], collection: str | None, keep_unplaced: bool, as_json: bool
) -> int:
    """Import chats, reviews, exercises, exported pages, rubrics and projects; `-` reads standard input."""
    with open_library(program) as workspace, Bar() as bar:
        files = [Path(path) for path in paths]
        outcomes = import_paths(workspace, files, bar, collection=collection, keep_unplaced=keep_unplaced)
    failed = [outcome for outcome in outcomes if outcome.error]
    for outcome in failed:
        complain(outcome.error or "")
    for outcome in outcomes:
        if outcome.notice:
            complain(outcome.notice if outcome.name in outcome.notice else f"{outcome.name}: {outcome.notice}")
    if as_json:
        print_json([_plain(outcome) for outcome in outcomes])
    else:
        for outcome in outcomes:
            _print(outcome)
    if not failed:
        return ExitStatus.DONE
    return ExitStatus.UNREADABLE if len(failed) == len(outcomes) else ExitStatus.PARTLY


def _plain(outcome: Outcome) -> dict[str, object]:
    return {
        "file": outcome.name,
        "transcripts": [
            {"id": transcript.id, "title": transcript.title, "turns": transcript.turn_count}
            for transcript in outcome.transcripts
        ],
        "review": outcome.review.id if outcome.review else None,
        "rubric": outcome.rubric.id if outcome.rubric else None,
        "exercise": outcome.exercise.id if outcome.exercise else None,
        "ready_comments": outcome.phrases,
        "already_there": outcome.already_there,
        "notice": outcome.notice,
        "differences": [to_plain(one) for one in outcome.differences],
        "error": outcome.error,
    }


def _print(outcome: Outcome) -> None:
    if outcome.error:
        return
    if outcome.rubric:
        there = "already there: " if outcome.already_there else ""
        click.echo(f"{outcome.rubric.id[:8]}  {there}rubric {outcome.rubric.name}, version {outcome.rubric.version}")
    if outcome.phrases is not None:
        click.echo(f"{outcome.name}: {outcome.phrases} ready comments added")
    if outcome.exercise and not outcome.review:
        there = "already there: " if outcome.already_there else ""
        click.echo(f"{outcome.exercise.id[:8]}  {there}exercise {outcome.exercise.name}")
    what = "already there: " if outcome.already_there else "review of " if outcome.review else ""
    for transcript in outcome.transcripts:
        click.echo(f"{transcript.id[:8]}  {what}{transcript.title}, {transcript.turn_count} turns")
    if outcome.differences:
        click.echo(f"          merged: {_counted(outcome.differences)}")


def _counted(differences: Iterable[Told]) -> str:
    """“2 came in, 1 replaced by newer”."""
    counts = Counter(one.fate for one in differences)
    return ", ".join(f"{counts[fate]} {FATES[fate]}" for fate in Fate if counts[fate])
