"""`reviewer restore`: a copy back in place."""

from pathlib import Path

import click

from reviewer.cli.main import Program
from reviewer.cli.options import library_options, library_path
from reviewer.workspace.workspace import restore


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@library_options
@click.pass_obj
def command(program: Program, file: Path) -> None:
    """Put the copy FILE in place of the library; the replaced library is kept beside it."""
    library = library_path(program)
    kept = restore(file, library)
    click.echo(f"{library} is the copy {file} now." + (f" The library before is kept as {kept}." if kept else ""))
