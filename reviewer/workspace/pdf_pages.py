"""Pages as PDF: laid out by the painter that the workspace was given."""

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

PROGRAM = "Transcript Reviewer"


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
    day, language = workspace.now().date(), page_language(options.language)

    def view() -> Page:
        return page_view(chat.full, chat.turns, when=day, version=__version__, options=options)

    sheets = Sheets(kind, options.paper or usual_paper(), language)
    painted = workspace.paint_pdf(view, sheets, progress.step)
    page = view()
    facts = PdfFacts(
        title=sheets.title_of(page),
        author=chat.full.reviewer.name if chat.full.saved else "",
        subject=page.rubric,
        language=options.language,
        generator=page.generator,
        day=day,
    )
    return finished(painted, facts)
