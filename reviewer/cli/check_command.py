"""`reviewer check`: is the library sound."""

import click

from reviewer.cli.main import Program
from reviewer.cli.options import library_options, open_library
from reviewer.cli.output import complain
from reviewer.errors import ExitStatus


@click.command("check")
@click.option("--repair", is_flag=True, help="Mend what can be mended without loss.")
@library_options
@click.pass_obj
def command(program: Program, repair: bool) -> int:
    """Check the library: SQLite's own check, the history, the places of comments, references."""
    with open_library(program) as workspace:
        found = workspace.check(repair=repair)
    for sentence in found:
        complain(sentence)
    if not found:
        click.echo("The library is sound.")
    return ExitStatus.LIBRARY if found else ExitStatus.DONE
