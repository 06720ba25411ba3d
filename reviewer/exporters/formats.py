"""The forms that a review can leave the program in, by the names that people call them on the command line."""

from dataclasses import dataclass
from typing import Final

from reviewer.exporters import (
    convokit_corpus,
    csv_tables,
    label_studio,
    markdown,
    plain_text,
    rewrite_pairs,
    tei_cmc,
    web_annotations,
    xlsx_book,
)
from reviewer.exporters.chat import Writer

BOTH: Final[tuple[str, ...]] = ("feedback", "revised")
WHOLE: Final[tuple[str, ...]] = ("feedback",)


@dataclass(frozen=True, slots=True)
class Format:
    """How reviews are written for other tools.

    `kinds` are those that differ from each other; one kind alone holds everything. One that `gathers` puts many reviews
    into the same files; one of `several` has a place for more than one review of the same chat. A `report` has parts
    and words of its own, and follows the choice of both as a page does. `title` and `about` are what people read of it.
    """

    name: str
    writer: Writer
    title: str
    about: str
    kinds: tuple[str, ...] = WHOLE
    gathers: bool = False
    several: bool = False
    report: bool = False


FORMATS: Final = {
    one.name: one
    for one in (
        Format("md", markdown.write, "Markdown", "The report, for notes and wikis.", BOTH, report=True),
        Format("txt", plain_text.write, "Plain text", "The report, for mail and any editor.", BOTH, report=True),
        Format(
            "csv", csv_tables.write, "CSV", "Scores, comments and changes, a file each.", gathers=True, several=True
        ),
        Format(
            "xlsx", xlsx_book.write, "Excel", "Scores, comments and changes, a sheet each.", gathers=True, several=True
        ),
        Format(
            "jsonl",
            rewrite_pairs.write_pairs,
            "Pairs of rewrites",
            "What was said and what is better, for training language models. JSON Lines.",
            gathers=True,
            several=True,
        ),
        Format(
            "messages",
            rewrite_pairs.write_messages,
            "Revised dialogues as messages",
            "For training chat models. JSON Lines.",
            gathers=True,
            several=True,
        ),
        Format(
            "webanno",
            web_annotations.write,
            "W3C Web Annotation",
            "The comments with their places, for annotation tools.",
        ),
        Format(
            "convokit", convokit_corpus.write, "ConvoKit corpus", "For research on conversations.", BOTH, gathers=True
        ),
        Format(
            "labelstudio",
            label_studio.write,
            "Label Studio",
            "Tasks with the comments as labels.",
            gathers=True,
            several=True,
        ),
        Format("tei", tei_cmc.write, "TEI", "XML of the Text Encoding Initiative, for corpora and archives.", BOTH),
    )
}
