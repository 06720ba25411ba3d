"""`reviewer export`: pages and files out of the library."""

from pathlib import Path
from typing import Any

import click

from reviewer.cli.main import Program
from reviewer.cli.options import library_options, open_library
from reviewer.cli.output import Bar, complain
from reviewer.domain.privacy import Privacy
from reviewer.errors import ExitStatus, UsageError
from reviewer.exporters.options import ALL_PARTS, PageOptions, Part
from reviewer.exporters.page_language import ENGLISH, page_language, page_languages
from reviewer.exporters.page_theme import PLAIN, PageTheme
from reviewer.exporters.paper import Paper
from reviewer.workspace.exporting.group import export_group, find_exercise
from reviewer.workspace.exporting.many import Exported, export_many
from reviewer.workspace.exporting.page_themes import read_theme
from reviewer.workspace.exporting.template_check import check_templates
from reviewer.workspace.exporting.wish import FORMATS, KINDS, Wish, is_report, kinds_of, takes_several
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


def language_of(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """The code of a language that pages speak."""
    try:
        return page_language(value).code
    except UsageError as error:
        raise click.BadParameter(error.sentence) from error


def theme_of(_context: click.Context, _option: click.Parameter, value: Path | None) -> PageTheme:
    """The theme in a file; an empty one without a file."""
    return read_theme(value) if value else PLAIN


def templates_of(_context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    """The folder of templates, which can make pages."""
    if value:
        check_templates(value)
    return value


@click.command("export")
@click.argument("transcripts", nargs=-1, metavar="[TRANSCRIPT]...")
@click.option("--all", "everything", is_flag=True, help="Every transcript of the library.")
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Where to write.")
@click.option("--kind", type=click.Choice([*KINDS, "both"]), default="feedback", show_default=True)
@click.option(
    "--format", "file_format", type=click.Choice(FORMATS), default="html", show_default=True,
    help="html: page; pdf: page on paper; json: review file; md, txt: report; csv, xlsx: tables; jsonl: pairs of"
    " rewrites; messages: revised dialogues; webanno: W3C annotations; convokit: corpus; labelstudio: tasks; tei: XML;"
    " qdpx, qdc: project and codebook of REFI-QDA.",
)  # fmt: skip
@click.option("--parts", callback=parts_of, metavar="PART,…", help=f"Parts of the page, of: {', '.join(Part)}.")
@click.option(
    "--language", default=ENGLISH, show_default=True, callback=language_of, metavar="CODE",
    help=f"Language of the page's own words, of: {', '.join(page_languages())}.",
)  # fmt: skip
@click.option("--mask-names", is_flag=True, help="Agent and Customer in place of names.")
@click.option("--hide-details", is_flag=True, help="Cover e-mail addresses, phone and card numbers, addresses.")
@click.option("--hide-reviewer", is_flag=True, help="Do not say who reviewed.")
@click.option("--alternatives", is_flag=True, help="Every revision on the page, not the recommended one alone.")
@click.option("--marks", is_flag=True, help="Show what was changed on the page of the revised dialogue.")
@click.option(
    "--theme", type=click.Path(path_type=Path), callback=theme_of, metavar="FILE",
    help="Name, colour and logo of an organisation, in a file that says them.",
)  # fmt: skip
@click.option(
    "--templates", type=click.Path(path_type=Path), callback=templates_of, metavar="DIR",
    help="A folder with templates of your own for pages.",
)  # fmt: skip
@click.option(
    "--paper",
    type=click.Choice([one.value for one in Paper]),
    help="Paper of PDF files. Default: as usual where you are.",
)
@click.option("--review", metavar="ID", help="This review in place of your own.")
@click.option("--every-review", is_flag=True, help="The reviews of all reviewers, in forms that take several.")
@click.option("--no-index", is_flag=True, help="Write no index.html beside the pages of several chats.")
@click.option(
    "--group", metavar="EXERCISE", help="The page about all students of this exercise (title or id), and theirs."
)
@click.option("--no-pages", is_flag=True, help="With --group: the group page alone.")
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
    no_index: bool,
    group: str | None,
    no_pages: bool,
    **choices: Any,
) -> int:
    """Write the feedback or the revised dialogue of each TRANSCRIPT; prints the path of each file."""
    if group is not None:
        if transcripts or everything or review or (kind, file_format) != ("feedback", "html"):
            raise UsageError("With --group leave out transcripts, --all, --review, --kind and --format.")
        return _write_group(program, group, folder, _wish(kind, file_format, **choices), pages=not no_pages)
    _refuse_every_review(file_format, review, wanted=choices["every_review"])
    _refuse_parts(file_format, kind, choices["parts"])
    if bool(transcripts) == everything:
        raise UsageError("Name the transcripts to export, or use --all, not both.")
    wishes = [_wish(one, file_format, **choices) for one in kinds_of(file_format, kind)]
    with open_library(program) as workspace, Bar() as bar:
        chosen = _chosen(workspace, transcripts, everything)
        done = export_many(
            workspace,
            chosen,
            folder,
            wishes,
            bar,
            review_id=review,
            index=not no_index,
            wrote=lambda path: click.echo(path),
        )
    return _told(done)


def _refuse_every_review(file_format: str, review: str | None, *, wanted: bool) -> None:
    if wanted and review is not None:
        raise UsageError("Use --review or --every-review, not both.")
    if wanted and not takes_several(file_format):
        several = ", ".join(one for one in FORMATS if takes_several(one))
        raise UsageError(f"The form {file_format} holds one review of a chat. Use --every-review with {several}.")


def _refuse_parts(file_format: str, kind: str, parts: frozenset[Part]) -> None:
    """Nobody who names some parts may find that all of them went out."""
    if parts != ALL_PARTS and (kind == "revised" or not is_report(file_format)):
        reports = ", ".join(filter(is_report, FORMATS))
        raise UsageError(f"Use --parts with a feedback page or report: {reports}. Other forms hold all they can.")


def _told(done: Exported) -> int:
    for sentence in done.failures:
        complain(sentence)
    if done.full:
        return ExitStatus.LIBRARY
    if not done.failures:
        return ExitStatus.DONE
    return ExitStatus.PARTLY if done.done else ExitStatus.FAULT


def _write_group(program: Program, group: str, folder: Path, wish: Wish, *, pages: bool) -> int:
    with open_library(program) as workspace, Bar() as bar:
        exercise = find_exercise(workspace, group).collection.id
        export_group(workspace, exercise, folder, wish, bar, pages=pages, wrote=lambda path: click.echo(path))
    return ExitStatus.DONE


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
    theme: PageTheme,
    templates: Path | None,
    paper: str | None,
    every_review: bool,
) -> Wish:
    page = PageOptions(parts, language, alternatives, marks, theme, templates, Paper(paper) if paper else None)
    return Wish(kind, file_format, page, Privacy(mask_names, hide_details, hide_reviewer), every_review)


def _chosen(workspace: Workspace, names: tuple[str, ...], everything: bool) -> list[str]:
    if everything:
        return [summary.transcript.id for summary in workspace.reading.summaries()]
    return list(dict.fromkeys(workspace.find_transcript(name).id for name in names))
