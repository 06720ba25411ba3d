"""Every question that is asked of a library; nothing here changes it."""

import json
from collections.abc import Iterator, Sequence

from reviewer.domain.absent import Absent
from reviewer.domain.annotation import Annotation, in_reading_order
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Answer, Rating, Reply, Review, Reviewer
from reviewer.domain.revision import RevisedTurn, Revision
from reviewer.domain.transcript import Speaker, Transcript, Turn
from reviewer.store.faults import as_sentences
from reviewer.store.listing import Listing, TranscriptSummary
from reviewer.store.rows import column_list, records

__all__ = ["Reading", "TranscriptSummary"]


_REPLIED = (
    "(id in (select reviewer from reply where annotation in (select id from annotation where review = ?1))"
    " or id in (select json_extract(content, '$.reviewer') from absent where review = ?1 and kind = 'reply'))"
    " and id <> ?2 order by name, id"
)


MOST_LOOKED_AT = 50_000
"""Turns that are looked through while somebody types."""


class Reading(Listing):
    """Every question that is asked of a library."""

    def transcript(self, transcript_id: str) -> Transcript | None:
        """The transcript with this id."""
        return self._one(Transcript, "id = ?", transcript_id)

    def transcripts(self) -> list[Transcript]:
        """All transcripts but deleted ones, the last imported first."""
        return self._all(Transcript, "deleted_at is null order by imported_at desc, title, id")

    def deleted(self) -> list[Transcript]:
        """What lies in *Deleted*, the last deleted first."""
        return self._all(Transcript, "deleted_at is not null order by deleted_at desc, title, id")

    def same_source(self, sha256: str, *, deleted: bool = False) -> list[Transcript]:
        """Transcripts that came from the same bytes.

        Deleted ones are not among them, so that the same file can be imported again; with `deleted` it is those
        alone, which an import may offer to restore.
        """
        lies = "not null" if deleted else "null"
        return self._all(Transcript, f"source_sha256 = ? and deleted_at is {lies} order by title, id", sha256)

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

    def turns_holding(self, transcript_id: str, words: str, most: int) -> list[tuple[int, str]]:
        """Position and text of the first turns that hold `words`, case aside; of long chats the first part."""
        query = (
            "select position, text from turn where transcript = ? and position <= ? and text like ? escape '\\'"
            " order by position limit ?"
        )
        rows = self._rows(query, transcript_id, MOST_LOOKED_AT, _holding(words), most)
        return [(int(position or 0), str(text)) for position, text in rows]

    def comments_holding(self, words: str, most: int) -> list[tuple[str, str, str]]:
        """Id, transcript and text of comments that hold `words`, case aside, but for deleted transcripts."""
        query = (
            "select a.id, r.transcript, a.text from annotation a join review r on r.id = a.review"
            " join transcript t on t.id = r.transcript where t.deleted_at is null and a.text like ? escape '\\'"
            " order by r.transcript, a.rowid limit ?"
        )
        return [
            (str(one), str(transcript), str(text)) for one, transcript, text in self._rows(query, _holding(words), most)
        ]

    def each_turn(self, transcript_id: str, batch: int = 1000) -> Iterator[Turn]:
        """All turns in order, read `batch` at a time."""
        first = 1
        while turns := self.turns(transcript_id, first, first + batch - 1):
            yield from turns
            first += batch

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
            revisions=tuple(self._all(Revision, "review = ? order by position, id", review_id)),
            revised_turns=tuple(self._all(RevisedTurn, changes, review_id)),
            exercise=self.exercise(transcript.collection),
            people=tuple(self._all(Reviewer, _REPLIED, review_id, review.reviewer)),
            absent=tuple(self._all(Absent, "review = ? order by id", review_id)),
        )

    def known_parts(self) -> frozenset[str]:
        """The ids of the reviews of which only a part is known, because a newer version of the program wrote them."""
        return frozenset(str(one) for (one,) in self._rows("select id from review where known_part_of > 0"))

    def place_of_comment(self, annotation_id: str) -> tuple[str, str] | None:
        """The ids of the transcript and of the review that a comment belongs to."""
        query = "select transcript, id from review where id = (select review from annotation where id = ?)"
        rows = self._rows(query, annotation_id)
        return (str(rows[0][0]), str(rows[0][1])) if rows else None

    def answers_to(self, question_ids: Sequence[str]) -> list[Answer]:
        """All answers to these questions, by whomever."""
        return self._all(
            Answer, "question in (select value from json_each(?)) order by id", json.dumps(list(question_ids))
        )

    def reviews_in(self, collection_id: str) -> list[Review]:
        """All reviews of the transcripts of a collection, deleted ones left out."""
        lies = "transcript in (select id from transcript where collection = ? and deleted_at is null)"
        return self._all(Review, f"{lies} order by id", collection_id)

    def reviewers(self) -> list[Reviewer]:
        """All reviewers, by name."""
        return self._all(Reviewer, "1 order by name, id")


def _holding(words: str) -> str:
    return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
