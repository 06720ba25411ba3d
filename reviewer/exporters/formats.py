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
    into the same files.
    """

    name: str
    writer: Writer
    kinds: tuple[str, ...] = WHOLE
    gathers: bool = False


FORMATS: Final = {
    one.name: one
    for one in (
        Format("md", markdown.write, BOTH),
        Format("txt", plain_text.write, BOTH),
        Format("csv", csv_tables.write, gathers=True),
        Format("xlsx", xlsx_book.write, gathers=True),
        Format("jsonl", rewrite_pairs.write_pairs, gathers=True),
        Format("messages", rewrite_pairs.write_messages, gathers=True),
        Format("webanno", web_annotations.write),
        Format("convokit", convokit_corpus.write, BOTH, gathers=True),
        Format("labelstudio", label_studio.write, gathers=True),
        Format("tei", tei_cmc.write, BOTH),
    )
}
