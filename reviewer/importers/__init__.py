"""From bytes to conversations."""

from dataclasses import replace
from typing import Final

from reviewer.errors import Unreadable
from reviewer.importers.base import DEFAULTS, SNIFFED, Found, Importer, Options, Problem, Score, Source
from reviewer.importers.decoding import decode
from reviewer.importers.members import as_member, joined, members
from reviewer.importers.refusal import no_conversation
from reviewer.importers.registry import FAMILIES

SURE: Final = 0.6
"""From here on a format is taken without a question."""
BY_HAND: Final = "by_hand"
"""The format for names that a person has marked."""
QUESTION: Final = "Are these the speakers?"
UNSURE: Final = 0.15
"""Below this it is refused."""


def sniff(source: Source) -> list[tuple[Score, Importer]]:
    """Every format with how sure it is, the surest first; ties go to the earlier entry of the registry.

    Raises:
        Unreadable: it is empty, binary, or of a kind that is not read.
    """
    scores: list[tuple[Score, Importer]] = []
    refusal: Unreadable | None = None
    for family in FAMILIES:
        try:
            scores += family.sniff(source)
        except Unreadable as error:
            refusal = error
    scores.sort(key=lambda one: -one[0].value)
    if refusal and not (scores and scores[0][0].value >= UNSURE):
        raise refusal
    return scores


def read(source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
    """The source, or all that it wraps, in the format that was chosen or that is surest of it.

    With `most`, only about so many bytes from its head are read, for a first look.

    Raises:
        NoConversation: no format is sure enough; the sentence says what it looks like.
        Unreadable: it is empty, binary, or of a kind that is not read.
    """
    all_found: list[Found] = []
    errors: list[str] = []
    for member in members(source):
        try:
            if member.error:
                raise Unreadable(member.error)
            all_found.append(as_member(read_plain(member.source, options, most), member))
        except Unreadable as error:
            if member.source is source:
                raise
            errors.append(error.sentence)
    return joined(source, all_found, errors)


def read_plain(source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
    """A source that wraps nothing, in the format that was chosen or that is surest of it.

    Raises:
        NoConversation: no format is sure enough; the sentence says what it looks like.
        Unreadable: it is empty, binary, or of a kind that is not read.
    """
    scores = sniff(source)
    score, importer = scores[0]
    wanted = options.format or (BY_HAND if options.names else None)
    if wanted:
        chosen = next((one for one in scores if one[1].format == wanted), None)
        score, importer = chosen or scores[0]
    elif score.value < UNSURE:
        raise no_conversation(source, decode(source.content, SNIFFED).text)
    found = importer.read(source, options, most)
    return found if found.confidence >= SURE or wanted else _asking(found)


def _asking(found: Found) -> Found:
    doubt = Problem((1, max(1, len(found.lines))), "It is uncertain whether this was read as it was meant.", "")
    return replace(found, problems=(doubt, *found.problems), question=found.question or QUESTION)
