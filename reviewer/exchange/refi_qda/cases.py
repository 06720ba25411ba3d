"""Scores in a project: a case for each review, with a variable for each criterion."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.domain.rubric import Criterion
from reviewer.exchange.refi_qda.comments import NO_TITLE
from reviewer.exchange.refi_qda.names import guid, identity_of
from reviewer.exchange.refi_qda.xml import Xml

REVIEWER: Final = identity_of("variable", "reviewer")
STATUS: Final = identity_of("variable", "status")
SCORE: Final = identity_of("variable", "score")
_STATUS_WORDS: Final = {Status.IN_PROGRESS: "in progress", Status.DONE: "done"}


def rating_variable(criterion: str) -> str:
    """The identity of the variable that holds the levels of a criterion."""
    return identity_of("variable", "rating", criterion)


def write_variables(xml: Xml, reviews: Sequence[FullReview]) -> None:
    """Reviewer, status, score, and the level of each criterion."""
    with xml.within("Variables"):
        for identity, name, kind in (
            (REVIEWER, "Reviewer", "Text"),
            (STATUS, "Status", "Text"),
            (SCORE, "Score", "Float"),
        ):
            _variable(xml, identity, name, kind)
        taken = {"reviewer", "status", "score"}
        for one in _criteria(reviews):
            name = one.name if one.name.casefold() not in taken else f"{one.name} ({one.letter}, {one.id[:6]})"
            taken.add(name.casefold())
            _variable(xml, rating_variable(one.id), name, "Integer", f"Level, from 1 to {len(one.levels)}.")


def write_cases(xml: Xml, reviews: Sequence[FullReview]) -> None:
    """Each review with its values, its words in the description."""
    with xml.within("Cases"):
        for full in reviews:
            title = full.transcript.title.strip() or NO_TITLE
            name = f"{title}, {full.reviewer.name}" if full.reviewer.name else title
            with xml.within("Case", guid=guid(full.review.id), name=name):
                words = "\n".join(_words(full))
                if words:
                    xml.put("Description", words)
                _write_values(xml, full)
                xml.refer("SourceRef", full.transcript.id)


def _variable(xml: Xml, identity: str, name: str, kind: str, description: str = "") -> None:
    with xml.within("Variable", guid=guid(identity), name=name, typeOfVariable=kind):
        if description:
            xml.put("Description", description)


def _write_values(xml: Xml, full: FullReview) -> None:
    _value(xml, REVIEWER, "TextValue", full.reviewer.name)
    _value(xml, STATUS, "TextValue", _STATUS_WORDS[full.review.status])
    if full.score.total is not None:
        _value(xml, SCORE, "FloatValue", f"{float(round(full.score.total + Fraction(1, 10**9), 2)):.2f}")
    for part in full.score.parts:
        if part.value is not None:
            _value(xml, rating_variable(part.criterion.id), "IntegerValue", str(part.value))


def _value(xml: Xml, variable: str, kind: str, value: str) -> None:
    with xml.within("VariableValue"):
        xml.refer("VariableRef", variable)
        xml.put(kind, value)


def _criteria(reviews: Sequence[FullReview]) -> list[Criterion]:
    return list({one.id: one for full in reviews for one in full.rubric.criteria}.values())


def _words(full: FullReview) -> Iterator[str]:
    """Summary, reasons of ratings, and answers."""
    review = full.review
    if review.headline:
        yield review.headline
    for title, points in (("Worked well", review.worked), ("To change", review.to_change), ("Next", review.try_next)):
        yield from (f"{title}: {point.text}" for point in points)
    for criterion in full.rubric.criteria:
        rating = full.rating_of(criterion.id)
        if rating and rating.not_applicable:
            yield f"{criterion.name}: not applicable. {rating.note}".strip()
        elif rating and rating.note:
            yield f"{criterion.name}: {rating.note}"
    answers = {one.question: one.text for one in full.answers}
    for question in full.questions:
        if answers.get(question.id, "").strip():
            yield f"{question.text} {answers[question.id]}"
