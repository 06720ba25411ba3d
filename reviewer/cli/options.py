"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reviewer.cli.main import Program
from reviewer.workspace.places import default_library
from reviewer.workspace.workspace import Workspace

as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document in place of text.")


def library_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--library` and `--reviewer` after the command's name as well as before it."""
    for option in (
        click.option("--reviewer", metavar="NAME", expose_value=False, callback=_keep, help="Whose work this is."),
        click.option(
            "--library",
            type=click.Path(path_type=Path),
            metavar="FILE",
            expose_value=False,
            callback=_keep,
            help="The library to use. Default: REVIEWER_LIBRARY, or the one in your data folder.",
        ),
    ):
        command = option(command)
    return command


def library_path(program: Program) -> Path:
    """The library that the options name, or the default one."""
    return program.library or default_library()


def open_library(program: Program, *, read_only: bool = False) -> Workspace:
    """The chosen library, opened; made when it is not there yet."""
    workspace = Workspace.open(library_path(program), reviewer=program.reviewer or "", read_only=read_only)
    workspace.paint_pdf = program.paint_pdf
    return workspace


def _keep(context: click.Context, option: click.Parameter, value: Any) -> None:
    if value is not None and option.name:
        setattr(context.obj, option.name, value)
