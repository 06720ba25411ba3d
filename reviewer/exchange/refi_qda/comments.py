"""A chat as a text source of a project, with who speaks and with the comments, and the notes that belong to these."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.exchange.refi_qda.codes import speaker_code
from reviewer.exchange.refi_qda.layout import Layout, WhoSpeaks
from reviewer.exchange.refi_qda.names import NOTE, REPLY, SUGGESTED, VERDICTS, guid, identity_of
from reviewer.exchange.refi_qda.xml import Xml, moment

NO_TITLE: Final = "Chat without a title"


def write_source(
    xml: Xml,
    source: str,
    name: str,
    layout: Layout,
    said: tuple[Iterable[Turn], WhoSpeaks],
    reviews: Sequence[FullReview],
    day: date,
) -> None:
    """The text source with the identity `source`: a selection for each turn, and one for each comment of `reviews`."""
    turns, speaker_of = said
    path = f"internal://{guid(source)}.txt"
    with xml.within("TextSource", guid=guid(source), name=name, plainTextPath=path, creationDateTime=moment(None, day)):
        for turn in turns:
            start, end = layout.turn(turn.position)
            selected = identity_of("turn", source, str(turn.position))
            with xml.within(
                "PlainTextSelection", guid=guid(selected), startPosition=str(start), endPosition=str(end),
                creationDateTime=moment(None, day),
            ):  # fmt: skip
                _code(xml, selected, speaker_code(speaker_of(turn)).id, day=day)
        for full in reviews:
            for one in full.annotations:
                if one.anchor.found:
                    _write_comment(xml, full, one, layout.place(one.anchor), day)
        for full in reviews:
            for one in full.annotations:
                if not one.anchor.found:
                    xml.refer("NoteRef", one.id)


def write_notes(xml: Xml, reviews: Sequence[FullReview], day: date) -> None:
    """Suggestions, replies, and comments whose words the chat no longer holds; nothing where there are none."""
    if not any(_has_notes(full, one) for full in reviews for one in full.annotations):
        return
    with xml.within("Notes"):
        for full in reviews:
            for one in full.annotations:
                _write_notes(xml, full, one, day)


def described(annotation: Annotation) -> str:
    """What people read with the selection: the comment, and below it what it suggests."""
    if annotation.suggestion is None:
        return annotation.text
    return f"{annotation.text}{suggestion_words(annotation.suggestion)}".lstrip("\n" if not annotation.text else "")


def suggestion_words(suggestion: str) -> str:
    """What stands below a comment that suggests other words."""
    return f"\n\nSuggested: “{suggestion}”" if suggestion else "\n\nSuggested: leave these words out"


def _write_comment(xml: Xml, full: FullReview, one: Annotation, place: tuple[int, int], day: date) -> None:
    user, when = guid(full.reviewer.id), moment(one.updated or full.review.updated, day)
    with xml.within(
        "PlainTextSelection", guid=guid(one.id), name=f"Comment {full.numbers[one.id]}", startPosition=str(place[0]),
        endPosition=str(place[1]), creatingUser=user, creationDateTime=when,
    ):  # fmt: skip
        words = described(one)
        if words:
            xml.put("Description", words)
        _code(xml, one.id, one.criterion or NOTE, user, when)
        if one.verdict is not Verdict.NONE:
            _code(xml, one.id, VERDICTS[one.verdict.value], user, when)
        if one.suggestion is not None:
            xml.refer("NoteRef", identity_of("suggested", one.id))
        for reply in full.replies_to(one.id):
            xml.refer("NoteRef", reply.id)


def _code(xml: Xml, owner: str, code: str, user: str = "", when: str = "", *, day: date | None = None) -> None:
    stamp = when or (moment(None, day) if day else "")
    with xml.within("Coding", guid=guid(identity_of("coding", owner, code)), creatingUser=user, creationDateTime=stamp):
        xml.refer("CodeRef", code)


def _has_notes(full: FullReview, one: Annotation) -> bool:
    return one.suggestion is not None or not one.anchor.found or bool(full.replies_to(one.id))


def _write_notes(xml: Xml, full: FullReview, one: Annotation, day: date) -> None:
    user, when = full.reviewer.id, one.updated or full.review.updated
    if not one.anchor.found:
        words = f"“{one.anchor.quote}”\n\n{described(one)}".strip()
        _note(xml, one.id, "Comment without a place", words, user, moment(when, day))
    elif one.suggestion is not None:
        _note(xml, identity_of("suggested", one.id), SUGGESTED, one.suggestion, user, moment(when, day))
    for reply in full.replies_to(one.id):
        _note(xml, reply.id, REPLY, reply.text, reply.reviewer, moment(reply.at or reply.updated, day))


def _note(xml: Xml, identity: str, name: str, words: str, user: str, when: str) -> None:
    with xml.within("Note", guid=guid(identity), name=name, creatingUser=guid(user), creationDateTime=when):
        xml.put("PlainTextContent", words)
