"""Every form that reviews leave the program in for other tools: those of the exporters, and those that come back."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from reviewer.exchange.refi_qda.codes import codebook
from reviewer.exchange.refi_qda.writing import Reviewed, project
from reviewer.exporters import formats
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.formats import Format
from reviewer.exporters.original_turns import revised_turns


def _project(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """One project with all chats."""
    reviews = [
        Reviewed(chat.full, chat.turns, partial(revised_turns, chat.full.showing(None), chat.turns)) for chat in chats
    ]
    titles = {one.full.transcript.id: one.title for one in chats}
    name = chats[0].title if len(titles) == 1 else f"{len(titles)} reviewed chats"
    yield "project.qdpx", project(reviews, name, making.when, making.version)


def _codebook(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """One codebook with the rubrics of all reviews."""
    yield "codebook.qdc", [codebook([chat.full.rubric for chat in chats], making.version)]


TOOL_FORMS: Final = formats.FORMATS | {
    one.name: one
    for one in (
        Format(
            "qdpx",
            _project,
            "REFI-QDA project",
            "Chats, codes and comments, for NVivo, ATLAS.ti, MAXQDA or QualCoder.",
            gathers=True,
            several=True,
        ),
        Format(
            "qdc",
            _codebook,
            "REFI-QDA codebook",
            "The criteria as codes, for the same programs.",
            gathers=True,
            several=True,
        ),
    )
}
