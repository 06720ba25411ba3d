"""Reviews as one REFI-QDA project (`.qdpx`); equal reviews give equal bytes.

Reviewers become users, rubrics and speakers codes, each chat a text source, each comment a selection with codings, each
review a case with its ratings as variables, and each revised dialogue a text source of its own.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, Any, Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Reviewer
from reviewer.domain.transcript import Role, Speaker, Turn, TurnKind
from reviewer.domain.xml_words import in_xml
from reviewer.exchange.refi_qda.cases import write_cases, write_variables
from reviewer.exchange.refi_qda.codes import distinct, own_codes, rubric_codes, speaker_codes, write_codes
from reviewer.exchange.refi_qda.comments import NO_TITLE, write_notes, write_source
from reviewer.exchange.refi_qda.layout import laid_out, lines
from reviewer.exchange.refi_qda.names import ORIGIN, PROJECT, PROJECT_FILE, SOURCES, guid, revised_source
from reviewer.exchange.refi_qda.xml import Xml, moment

Turns = Callable[[], Iterable[Turn]]

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with its turns and with the dialogue as it would have been said; both are read anew each time."""

    full: FullReview
    turns: Turns
    revised: Turns


@dataclass(frozen=True, slots=True)
class _Text:
    """One text source, and the reviews whose comments stand in it."""

    id: str
    name: str
    turns: Turns
    reviews: tuple[FullReview, ...]
    speakers: dict[str, Speaker]

    def speaker_of(self, turn: Turn) -> Speaker | None:
        return None if turn.kind is TurnKind.SYSTEM else self.speakers.get(turn.speaker or "", _NOBODY)


_NOBODY: Final = Speaker("", "", "", Role.OTHER)


def project(reviews: Sequence[Reviewed], name: str, day: date, version: str) -> Iterator[bytes]:
    """The project called `name`, made on `day`, in pieces."""
    texts = _texts(reviews)
    with tempfile.TemporaryFile() as packed:
        with ZipFile(packed, "w", ZIP_STORED) as archive:
            with archive.open(_part(PROJECT_FILE), "w") as stream:
                _write_project(stream, [one.full for one in reviews], texts, name, day, version)
            for text in texts:
                with archive.open(_part(f"{SOURCES}/{guid(text.id)}.txt"), "w") as stream:
                    for line in lines(text.turns(), text.speaker_of):
                        stream.write(line.encode())
        packed.seek(0)
        while chunk := packed.read(_CHUNK):
            yield chunk


def _texts(reviews: Sequence[Reviewed]) -> list[_Text]:
    """Each chat once, and after it the dialogues that were made of it."""
    texts: list[_Text] = []
    by_transcript: dict[str, list[Reviewed]] = {}
    for one in reviews:
        by_transcript.setdefault(one.full.transcript.id, []).append(one)
    for transcript, group in by_transcript.items():
        title = group[0].full.transcript.title.strip() or NO_TITLE
        speakers = {speaker.id: speaker for one in group for speaker in one.full.speakers}
        fulls = tuple(one.full for one in group)
        texts.append(_Text(transcript, title, group[0].turns, fulls, speakers))
        for one in group:
            if one.full.showing(None).changes:
                author = f" by {one.full.reviewer.name}" if one.full.reviewer.name else ""
                revised = revised_source(one.full.review.id)
                texts.append(_Text(revised, f"{title}, revised{author}", one.revised, (), speakers))
    return texts


def _write_project(
    stream: IO[bytes], reviews: Sequence[FullReview], texts: Sequence[_Text], name: str, day: date, version: str
) -> None:
    names: Any = {None: PROJECT}
    head = {"name": in_xml(name), "origin": f"{ORIGIN} {version}", "creationDateTime": moment(None, day)}
    with etree.xmlfile(stream, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{PROJECT}}}Project", head, nsmap=names):
            xml = Xml(file)
            _write_users(xml, reviews)
            codes = [
                *rubric_codes(one.rubric for one in reviews),
                *own_codes(),
                speaker_codes(speaker for text in texts for speaker in text.speakers.values()),
            ]
            with xml.within("CodeBook"), xml.within("Codes"):
                write_codes(file, distinct(codes), PROJECT)
            write_variables(xml, reviews)
            write_cases(xml, reviews)
            with xml.within("Sources"):
                for text in texts:
                    layout = laid_out(text.turns(), text.speaker_of)
                    write_source(xml, text.id, text.name, layout, (text.turns(), text.speaker_of), text.reviews, day)
            write_notes(xml, reviews, day)


def _write_users(xml: Xml, reviews: Sequence[FullReview]) -> None:
    people: dict[str, Reviewer] = {}
    for full in reviews:
        people |= {one.id: one for one in (full.reviewer, *full.people)}
    with xml.within("Users"):
        for one in people.values():
            xml.put("User", guid=guid(one.id), name=one.name or "Reviewer")


def _part(name: str) -> ZipInfo:
    part = ZipInfo(name, _FIRST_DAY)
    part.external_attr = 0o600 << 16
    part.create_system = 3
    return part
