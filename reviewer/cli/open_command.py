"""`reviewer open`: the window."""

import click

from reviewer.cli.main import Program
from reviewer.cli.options import library_options, library_path


@click.command("open")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@library_options
@click.pass_obj
def command(program: Program, files: tuple[str, ...]) -> int:
    """Open the window; FILEs are offered for import."""
    return program.open_window(library_path(program), files)
