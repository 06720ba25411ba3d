"""Chats as TEI P5 with the elements for computer-mediated communication, comments as stand-off annotations.

Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/CMC.html and the specifications of `post`, `standOff` and
`annotation`. Words are pointed at with `string-range(id, offset, length)`, which counts code points from 0.
"""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from lxml import etree

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.domain.xml_words import in_xml
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.original_turns import revised_turns
from reviewer.exporters.tables import criterion_name

TEI: Final = "http://www.tei-c.org/ns/1.0"
NAMESPACES: Final[Any] = {None: TEI}
WITH_XML: Final[Any] = NAMESPACES | {"xml": "http://www.w3.org/XML/1998/namespace"}
"""The incremental writer would give `xml:lang` a prefix of its own."""
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
SYSTEM: Final = "system"
GENERATED_BY: Final = {"bot": "bot", "system": "system"}
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")


def write(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """The original with its comments, or of the kind `revised` the revised dialogue alone."""
    (chat,) = chats
    yield f"{making.kind}.tei.xml", _document(chat, making)


def _document(chat: ReviewedChat, making: Making) -> Iterator[bytes]:
    full, revised = chat.full.showing(None), making.kind == "revised"
    buffer = io.BytesIO()
    with etree.xmlfile(buffer, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(_name("TEI"), _language(full), nsmap=WITH_XML):
            file.write(_header(chat, making), "\n")
            with file.element(_name("text")), file.element(_name("body")), file.element(_name("div"), type="chat"):
                people = {one.id: f"p{number}" for number, one in enumerate(full.speakers, start=1)}
                for turn in revised_turns(full, chat.turns) if revised else chat.turns():
                    file.write("\n", _post(chat, turn, people))
                    yield _taken(buffer)
            file.write("\n")
            if full.annotations and not revised:
                yield from _stand_off(chat, file, buffer)
    yield _taken(buffer) + b"\n"


def _stand_off(chat: ReviewedChat, file: Any, buffer: io.BytesIO) -> Iterator[bytes]:
    lengths = _lengths(chat)
    with file.element(_name("standOff")), file.element(_name("listAnnotation")):
        for one in chat.full.annotations:
            file.write("\n", _annotation(chat.full, one, lengths))
            yield _taken(buffer)
    file.write("\n")


def _header(chat: ReviewedChat, making: Making) -> etree._Element:
    full = chat.full
    header = etree.Element(_name("teiHeader"), nsmap=NAMESPACES)
    described = _add(header, "fileDesc")
    title = _add(described, "titleStmt")
    _add(title, "title", chat.title)
    if full.saved:
        reviewed = _add(title, "respStmt")
        reviewed.set(f"{XML}id", "reviewer")
        _add(reviewed, "resp", "review")
        _add(reviewed, "persName", full.reviewer.name)
    published = _add(described, "publicationStmt")
    _add(published, "p", f"Made with Transcript Reviewer {making.version} on {making.when.isoformat()}.")
    _add(_add(described, "sourceDesc"), "p", f"A chat of {full.transcript.turn_count} turns.")
    people = _add(_add(_add(header, "profileDesc"), "particDesc"), "listPerson")
    for number, one in enumerate(full.speakers, start=1):
        _person(people, f"p{number}", one.role.value, one.name)
    _person(people, SYSTEM, SYSTEM, SYSTEM)
    return header


def _person(people: etree._Element, identity: str, role: str, name: str) -> None:
    person = _add(people, "person", role=role)
    person.set(f"{XML}id", identity)
    _add(person, "persName", name)


def _post(chat: ReviewedChat, turn: Turn, people: dict[str, str]) -> etree._Element:
    speaker = chat.speaker(turn)
    post = etree.Element(_name("post"), nsmap=NAMESPACES)
    post.set("modality", "written")
    post.set("generatedBy", GENERATED_BY.get(speaker.role.value if speaker else SYSTEM, "human"))
    post.set("who", f"#{people[speaker.id] if speaker else SYSTEM}")
    when = _moment(turn.sent_at)
    if when:
        post.set("when", when)
    post.set("n", str(turn.position))
    said = _add(post, "p", turn.text)
    said.set(f"{XML}id", f"t{turn.position}")
    said.set(f"{XML}space", "preserve")
    return post


def _annotation(full: FullReview, one: Annotation, lengths: dict[int, int]) -> etree._Element:
    described = etree.Element(_name("annotation"), nsmap=NAMESPACES)
    described.set(f"{XML}id", f"c{full.numbers[one.id]}")
    described.set("motivation", "editing" if one.suggestion is not None else "commenting")
    described.set("target", " ".join(_targets(one, lengths)) if one.anchor.found else "#reviewer")
    _add(described, "note", criterion_name(full, one), type="criterion")
    if one.verdict is not Verdict.NONE:
        _add(described, "note", one.verdict.value, type="verdict")
    if one.text:
        _add(described, "note", one.text, type="comment")
    if one.suggestion is not None:
        _add(described, "note", one.suggestion, type="suggestion")
    if not one.anchor.found:
        _add(described, "note", one.anchor.quote, type="lost")
    for reply in full.replies_to(one.id):
        _add(described, "note", reply.text, type="reply")
    return described


def _targets(one: Annotation, lengths: dict[int, int]) -> Iterator[str]:
    anchor = one.anchor
    for position in range(anchor.first_turn, anchor.last_turn + 1):
        start, end = anchor.span_in(position, lengths.get(position, anchor.end)) or (0, 0)
        whole = anchor.whole_turns or anchor.first_turn < position < anchor.last_turn
        yield f"#t{position}" if whole else f"#string-range(t{position},{start},{end - start})"


def _lengths(chat: ReviewedChat) -> dict[int, int]:
    """The code points of the turns in which a comment begins or ends."""
    wanted = {turn for one in chat.full.annotations for turn in (one.anchor.first_turn, one.anchor.last_turn)}
    return {turn.position: len(turn.text) for turn in chat.turns() if turn.position in wanted}


def _moment(sent_at: str | None) -> str | None:
    """A time as XML Schema writes it; an hour alone is one too."""
    if not sent_at:
        return None
    if len(sent_at) == len("2026-03-03"):
        return sent_at
    moment = datetime.fromisoformat(f"2000-01-01{sent_at}" if sent_at.startswith("T") else sent_at)
    return moment.isoformat().partition("T")[2] if sent_at.startswith("T") else moment.isoformat()


def _language(full: FullReview) -> dict[str, str]:
    language = full.transcript.language or ""
    return {f"{XML}lang": language} if _LANGUAGE.match(language) else {}


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, _name(name), attributes)
    child.text = None if text is None else in_xml(text)
    return child


def _name(name: str) -> str:
    return f"{{{TEI}}}{name}"


def _taken(buffer: io.BytesIO) -> bytes:
    written = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return written
