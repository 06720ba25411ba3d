"""The `reviewer` command: its commands by name, and the one place that turns errors into sentences and a status."""

import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reviewer import __version__
from reviewer.cli.output import complain
from reviewer.errors import ExitStatus, ReviewerError

if TYPE_CHECKING:
    from reviewer.exporters.painting import PaintPdf

OpenWindow = Callable[[Path | None, Sequence[str]], int]
COMMANDS = {
    "open": "open the window; files are offered for import",
    "inspect": "say what an import would find; writes nothing",
    "import": "import transcripts, review files and exported pages",
    "list": "the transcripts, with their reviews and scores",
    "show": "one transcript with its reviews, whole",
    "export": "write pages and files, and print the path of each",
    "check": "check the library",
    "backup": "write a consistent copy of the library",
    "restore": "put a copy back in place of the library",
}


@dataclass(slots=True)
class Program:
    """What commands get: the choices made before the command's name, how to open the window and how to paint PDF."""

    open_window: OpenWindow
    paint_pdf: "PaintPdf"
    library: Path | None = None
    reviewer: str | None = None


class Commands(click.Group):
    """Commands by name, each module loaded only when its command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"reviewer.cli.{cmd_name}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reviewer")
@click.option(
    "--library",
    type=click.Path(path_type=Path),
    envvar="REVIEWER_LIBRARY",
    metavar="FILE",
    help="The library to use.",
)
@click.option("--reviewer", metavar="NAME", help="The reviewer whose work this is.")
@click.pass_context
def group(context: click.Context, library: Path | None, reviewer: str | None) -> None:
    """Review saved chats: comment on exact words, rate, rewrite, and export one page.

    Without a command the window opens.
    """
    context.obj.library = library
    context.obj.reviewer = reviewer
    if context.invoked_subcommand is None:
        context.exit(context.obj.open_window(library, []))


def main(open_window: OpenWindow, paint_pdf: "PaintPdf", arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; every error becomes one line on standard error."""
    try:
        result: Any = group.main(arguments, "reviewer", standalone_mode=False, obj=Program(open_window, paint_pdf))
    except click.ClickException as wrong:
        complain(wrong.format_message())
        return ExitStatus.USAGE
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except ReviewerError as error:
        complain(error.sentence)
        return error.exit_status
    except Exception:  # noqa: BLE001
        complain(_fault())
        return ExitStatus.FAULT
    return result if isinstance(result, int) else ExitStatus.DONE


def _fault() -> str:
    from reviewer.workspace.places import log_file

    report = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {__version__}\n{traceback.format_exc()}\n"
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        with log_file().open("a", encoding="utf-8") as log:
            log.write(report)
    except OSError:
        return f"a fault of the program, and {log_file()} cannot be written:\n{report}"
    return f"a fault of the program. What happened is in {log_file()}; your library is as it was."
