"""`reviewer backup`: a consistent copy."""

from pathlib import Path

import click

from reviewer.cli.main import Program
from reviewer.cli.options import library_options, open_library


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@library_options
@click.pass_obj
def command(program: Program, file: Path) -> None:
    """Write a consistent copy of the library to FILE."""
    with open_library(program) as workspace:
        workspace.backup(file)
    click.echo(str(file))
