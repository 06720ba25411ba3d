"""Pages as PDF: laid out by the painter that the workspace was given."""

from collections.abc import Callable

from reviewer import __version__
from reviewer.errors import UsageError
from reviewer.exporters.chat import ReviewedChat
from reviewer.exporters.options import PageOptions
from reviewer.exporters.page_language import page_language
from reviewer.exporters.page_view import page_view
from reviewer.exporters.painting import Sheets
from reviewer.exporters.paper import usual_paper
from reviewer.exporters.view_model import Page
from reviewer.workspace.progress import SILENT, Progress
from reviewer.workspace.workspace import Workspace


def laid_out(
    workspace: Workspace, chat: ReviewedChat, kind: str, options: PageOptions
) -> tuple[Callable[[], Page], Sheets]:
    """What gives the page anew each time it is called, and how it is laid out."""
    day = workspace.now().date()

    def view() -> Page:
        return page_view(chat.full, chat.turns, when=day, version=__version__, options=options)

    return view, Sheets(kind, options.paper or usual_paper(), page_language(options.language), options.theme)


def pdf_of(
    workspace: Workspace, chat: ReviewedChat, kind: str, options: PageOptions, progress: Progress = SILENT
) -> bytes:
    """The `feedback` or the `revised` page of a chat as a PDF file.

    Raises:
        UsageError: nobody gave the workspace a painter.
        Cancelled: `progress` was told to stop.
    """
    from reviewer.exporters.pdf_file import PdfFacts, finished

    if workspace.paint_pdf is None:
        raise UsageError("PDF files need the parts of the program that paint, which are not here. Choose another form.")
    view, sheets = laid_out(workspace, chat, kind, options)
    painted = workspace.paint_pdf(view, sheets, progress.step)
    page = view()
    facts = PdfFacts(
        title=sheets.title_of(page),
        author=chat.full.reviewer.name if chat.full.saved else "",
        subject=page.rubric,
        language=options.language,
        generator=page.generator,
        day=workspace.now().date(),
    )
    return finished(painted, facts)
