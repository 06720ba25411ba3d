"""What one reviewer says about one transcript: the review, its ratings, replies and answers."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far a review has come; a transcript without a review is still to do."""

    IN_PROGRESS = "in_progress"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who reviews."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the summary, with the ids of the annotations it speaks of."""

    text: str
    annotations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer's review of one transcript. Times are ISO 8601 in UTC.

    `version` counts from 1 and grows when a review that was handed in is opened again. `known_part_of` is 0; or the
    version of the review file that this came from, where that was newer than the program: then it is the part that was
    understood, and can be read but not changed.
    """

    id: str
    transcript: str
    reviewer: str
    rubric: str
    status: Status = Status.IN_PROGRESS
    headline: str = ""
    worked: tuple[Point, ...] = ()
    to_change: tuple[Point, ...] = ()
    try_next: tuple[Point, ...] = ()
    done_at: str | None = None
    handed_in_at: str | None = None
    version: int = 1
    known_part_of: int = 0
    author: str = ""
    rev: int = 0
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """A level chosen for a criterion. `value` counts from 1; None means not applicable or not rated."""

    id: str
    review: str
    criterion: str
    value: int | None = None
    not_applicable: bool = False
    note: str = ""
    author: str = ""
    rev: int = 0
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply under an annotation, written at `at` (ISO 8601 in UTC; empty where that is not known)."""

    id: str
    annotation: str
    reviewer: str
    text: str
    at: str = ""
    author: str = ""
    rev: int = 0
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reviewer's answer to a discussion question."""

    id: str
    review: str
    question: str
    text: str
    author: str = ""
    rev: int = 0
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A review by somebody else was opened in this library, first at `at` (ISO 8601 in UTC)."""

    id: str
    review: str
    at: str
