"""Comments as a collection after the W3C Web Annotation Data Model, in JSON-LD, with the text that they are about.

Source: https://www.w3.org/TR/annotation-model/ (collections, TextPositionSelector, TextQuoteSelector). Positions count
code points in the text file, which holds the turns, one after the other, with a line feed between them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.exporters.chat import Files, Making, ReviewedChat
from reviewer.exporters.json_pieces import dense, listed
from reviewer.exporters.tables import criterion_name

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
SOURCE: Final = "annotations.txt"


def write(chats: Sequence[ReviewedChat], making: Making) -> Files:
    """The collection, and the text beside it."""
    (chat,) = chats
    yield "annotations.jsonld", _collection(chat, making)
    yield SOURCE, _text(chat)


def _text(chat: ReviewedChat) -> Iterator[str]:
    before = ""
    for turn in chat.turns():
        yield before + turn.text
        before = "\n"


def _collection(chat: ReviewedChat, making: Making) -> Iterator[str]:
    full, identity = chat.full, urn(chat.full.review.id)
    head = {
        "@context": CONTEXT,
        "id": identity,
        "type": "AnnotationCollection",
        "label": chat.title,
        "creator": _person(full.reviewer.name),
        "generator": {"type": "Software", "name": f"Transcript Reviewer {making.version}"},
        "generated": f"{making.when.isoformat()}T00:00:00Z",
        "total": len(full.annotations),
    }
    yield dense(head).removesuffix("}")
    page = {"id": f"{identity}#page-1", "type": "AnnotationPage", "partOf": identity, "startIndex": 0}
    yield f', "first": {dense(page).removesuffix("}")}, "items": '
    starts = _starts(chat)
    source = _source(full, making)
    yield from listed(_annotation(full, one, source, starts) for one in full.annotations)
    yield "}}\n"


def _source(full: FullReview, making: Making) -> dict[str, Any]:
    source = {"id": making.name_of(SOURCE), "type": "Text", "format": "text/plain"}
    return source | ({"language": full.transcript.language} if full.transcript.language else {})


def _starts(chat: ReviewedChat) -> dict[int, int]:
    """Where each turn that a comment begins or ends in starts in the text."""
    wanted = {turn for one in chat.full.annotations for turn in (one.anchor.first_turn, one.anchor.last_turn)}
    starts, at = {}, 0
    for turn in chat.turns() if wanted else ():
        if turn.position in wanted:
            starts[turn.position] = at
        at += len(turn.text) + 1
    return starts


def _annotation(full: FullReview, one: Annotation, source: dict[str, Any], starts: Mapping[int, int]) -> dict[str, Any]:
    anchor = one.anchor
    quote = {"type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}
    selectors: list[dict[str, Any]] = [quote]
    if anchor.found:
        start, end = starts[anchor.first_turn] + anchor.start, starts[anchor.last_turn] + anchor.end
        selectors.insert(0, {"type": "TextPositionSelector", "start": start, "end": end})
    described: dict[str, Any] = {
        "id": urn(one.id),
        "type": "Annotation",
        "motivation": _motivation(one),
        "creator": _person(full.reviewer.name),
    }
    if one.updated:
        described["modified"] = one.updated
    described["body"] = list(_bodies(full, one))
    described["target"] = {"source": source, "selector": selectors}
    return described


def _motivation(one: Annotation) -> str:
    if one.suggestion is not None:
        return "editing"
    return "commenting" if one.text else "assessing" if one.verdict is not Verdict.NONE else "highlighting"


def _bodies(full: FullReview, one: Annotation) -> Iterator[dict[str, Any]]:
    yield _body("tagging", criterion_name(full, one))
    if one.verdict is not Verdict.NONE:
        yield _body("assessing", one.verdict.value)
    if one.text:
        yield _body("commenting", one.text)
    if one.suggestion is not None:
        yield _body("editing", one.suggestion)
    for reply in full.replies_to(one.id):
        yield _body("replying", reply.text) | {"creator": _person(full.name_of(reply.reviewer))}


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _person(name: str) -> dict[str, str]:
    return {"type": "Person", "name": name}


def urn(identity: str) -> str:
    """An identity of 32 hex digits as a URN."""
    parts = (identity[:8], identity[8:12], identity[12:16], identity[16:20], identity[20:])
    return f"urn:uuid:{'-'.join(parts)}"
