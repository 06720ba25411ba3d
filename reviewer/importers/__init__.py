"""From bytes to conversations. A new format is one module with one importer, and one entry here."""

from typing import Final

from reviewer.importers import plain_text, refusal
from reviewer.importers.base import Found, Importer, Score, Source
from reviewer.importers.decoding import decode

IMPORTERS: Final[tuple[Importer, ...]] = plain_text.IMPORTERS


def sniff(source: Source) -> list[tuple[Score, Importer]]:
    """Every importer with how sure it is, the surest first; ties go to the earlier entry.

    Raises:
        Unreadable: it is empty, binary, or of a kind that is not read.
    """
    scores = [(importer.sniff(source), importer) for importer in IMPORTERS]
    return sorted(scores, key=lambda one: -one[0].value)


def read(source: Source) -> Found:
    """All of the source, understood by the importer that is surest of it.

    Raises:
        NoConversation: none is sure enough; the sentence says what it looks like.
        Unreadable: it is empty, binary, or of a kind that is not read.
    """
    score, importer = sniff(source)[0]
    if score.value < plain_text.UNSURE:
        raise refusal.no_conversation(source, decode(source.content).text)
    return importer.read(source)
