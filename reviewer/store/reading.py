"""Every question that is asked of a library; nothing here changes it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reviewer.domain.annotation import Annotation, in_reading_order
from reviewer.domain.edit import Record
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Answer, Rating, Reply, Review, Reviewer
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.scoring import score
from reviewer.domain.transcript import Collection, Role, Speaker, Transcript, Turn
from reviewer.store.faults import as_sentences
from reviewer.store.rows import Cell, column_list, records, table

Kind = TypeVar("Kind", bound=Record)

COMMENT_COUNTS = "select review, count(*) from annotation group by review"


@dataclass(frozen=True, slots=True)
class TranscriptSummary:
    """One line of the list of transcripts; `score` is rounded, `review` is the reviewer's own, else the newest."""

    transcript: Transcript
    agent: str
    review: Review | None
    rated: int
    to_rate: int
    comments: int
    score: int | None


class Reading:
    """Queries over one connection."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def transcript(self, transcript_id: str) -> Transcript | None:
        """The transcript with this id."""
        return self._one(Transcript, "id = ?", transcript_id)

    def transcripts(self) -> list[Transcript]:
        """All transcripts, the last imported first."""
        return self._all(Transcript, "1 order by imported_at desc, title, id")

    def same_source(self, sha256: str) -> list[Transcript]:
        """Transcripts that came from the same bytes."""
        return self._all(Transcript, "source_sha256 = ? order by title, id", sha256)

    def summaries(self, reviewer: str = "") -> list[TranscriptSummary]:
        """A line for each transcript, the last imported first."""
        agents = self._agents()
        comments = {str(review): int(count or 0) for review, count in self._rows(COMMENT_COUNTS)}
        ratings = self._grouped(Rating)
        rubrics = {one.rubric.id: one for one in self.rubrics()}
        own: dict[str, Review] = {}
        for review in self._all(Review, "1 order by reviewer = ?, updated", reviewer):
            own[review.transcript] = review
        summaries = []
        for transcript in self.transcripts():
            found = own.get(transcript.id)
            rubric = rubrics.get(found.rubric) if found else None
            result = score(rubric, ratings.get(found.id, ())) if found and rubric else None
            summaries.append(
                TranscriptSummary(
                    transcript,
                    agents.get(transcript.id, ""),
                    found,
                    result.rated if result else 0,
                    result.to_rate if result else 0,
                    comments.get(found.id, 0) if found else 0,
                    result.shown if result else None,
                )
            )
        return summaries

    def speakers(self, transcript_id: str) -> tuple[Speaker, ...]:
        """The speakers of a transcript."""
        return tuple(self._all(Speaker, "transcript = ? order by rowid", transcript_id))

    def turns(self, transcript_id: str, first: int, last: int) -> list[Turn]:
        """Turns from position `first` to `last`, both included."""
        query = (
            f"select {column_list(Turn)} from turn"  # noqa: S608
            " where transcript = ? and position between ? and ? order by position"
        )
        with as_sentences(self._path):
            return records(Turn, self._rows(query, transcript_id, first, last))

    def texts(self, transcript_id: str, first: int, last: int) -> dict[int, str]:
        """Position to text, from `first` to `last`, both included."""
        rows = self._rows(
            "select position, text from turn where transcript = ? and position between ? and ?",
            transcript_id, first, last,
        )  # fmt: skip
        return dict(rows)  # type: ignore[arg-type]

    def each_turn(self, transcript_id: str, batch: int = 1000) -> Iterator[Turn]:
        """All turns in order, read `batch` at a time."""
        first = 1
        while turns := self.turns(transcript_id, first, first + batch - 1):
            yield from turns
            first += batch

    def rubrics(self) -> list[RubricSet]:
        """All rubrics with their criteria and questions."""
        return [self._rubric_set(rubric) for rubric in self._all(Rubric, "1 order by name, version")]

    def rubric(self, rubric_id: str) -> RubricSet | None:
        """The rubric with this id."""
        found = self._one(Rubric, "id = ?", rubric_id)
        return self._rubric_set(found) if found else None

    def reviews(self, transcript_id: str) -> list[Review]:
        """The reviews of a transcript."""
        return self._all(Review, "transcript = ? order by rowid", transcript_id)

    def review_by(self, transcript_id: str, reviewer_id: str) -> Review | None:
        """The review that one reviewer wrote of a transcript."""
        return self._one(Review, "transcript = ? and reviewer = ? order by rowid", transcript_id, reviewer_id)

    def full_review(self, review_id: str) -> FullReview | None:
        """One review with everything that belongs to it."""
        review = self._one(Review, "id = ?", review_id)
        if review is None:
            return None
        transcript, rubric = self.transcript(review.transcript), self.rubric(review.rubric)
        reviewer = self._one(Reviewer, "id = ?", review.reviewer)
        if transcript is None or rubric is None or reviewer is None:
            return None
        within = "annotation in (select id from annotation where review = ?) order by rowid"
        changes = "revision in (select id from revision where review = ?) order by order_key, rowid"
        return FullReview(
            transcript=transcript,
            speakers=self.speakers(transcript.id),
            rubric=rubric,
            reviewer=reviewer,
            review=review,
            saved=True,
            ratings=tuple(self._all(Rating, "review = ? order by rowid", review_id)),
            annotations=tuple(in_reading_order(self._all(Annotation, "review = ?", review_id))),
            replies=tuple(self._all(Reply, within, review_id)),
            answers=tuple(self._all(Answer, "review = ? order by rowid", review_id)),
            revisions=tuple(self._all(Revision, "review = ? order by rowid", review_id)),
            revised_turns=tuple(self._all(RevisedTurn, changes, review_id)),
        )

    def reviewers(self) -> list[Reviewer]:
        """All reviewers, by name."""
        return self._all(Reviewer, "1 order by name, id")

    def collections(self) -> list[Collection]:
        """All collections, by name."""
        return self._all(Collection, "1 order by name, id")

    def record(self, kind: type[Kind], record_id: str) -> Kind | None:
        """The record of one kind with this id."""
        return self._one(kind, "id = ?", record_id)

    def _rubric_set(self, rubric: Rubric) -> RubricSet:
        return RubricSet(
            rubric,
            tuple(self._all(Criterion, "rubric = ? order by position", rubric.id)),
            tuple(self._all(Question, "rubric = ? order by position", rubric.id)),
        )

    def _agents(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for speaker in self._all(Speaker, "role = ? order by rowid", Role.AGENT.value):
            found.setdefault(speaker.transcript, speaker.name)
        return found

    def _grouped(self, kind: type[Rating]) -> dict[str, list[Rating]]:
        grouped: dict[str, list[Rating]] = {}
        for rating in self._all(kind, "1"):
            grouped.setdefault(rating.review, []).append(rating)
        return grouped

    def _one(self, kind: type[Kind], condition: str, *values: Cell) -> Kind | None:
        return next(iter(self._all(kind, f"{condition} limit 1", *values)), None)

    def _all(self, kind: type[Kind], condition: str, *values: Cell) -> list[Kind]:
        query = f"select {column_list(kind)} from {table(kind)} where {condition}"  # noqa: S608
        with as_sentences(self._path):
            return records(kind, self._rows(query, *values))

    def _rows(self, query: str, *values: Cell) -> list[tuple[Cell, ...]]:
        with as_sentences(self._path):
            return self._connection.execute(query, values).fetchall()
