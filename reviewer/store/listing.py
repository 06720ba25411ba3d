"""The list of transcripts: which are on a shelf, in which order, and what each row says."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reviewer.domain.review import Review
from reviewer.domain.sorting import sort_key
from reviewer.domain.speaker_names import ROLE_WORDS
from reviewer.domain.transcript import Collection, Role, Tag, Tagging, Transcript
from reviewer.store import words
from reviewer.store.faults import as_sentences
from reviewer.store.queries import Queries
from reviewer.store.rows import Cell


class Smart(StrEnum):
    """Lists that make themselves. What is deleted is in DELETED alone."""

    ALL = "all"
    TO_REVIEW = "to_review"
    CRITICAL = "critical"
    REVISED = "revised"
    DELETED = "deleted"


class SortBy(StrEnum):
    """What the list is sorted by; equals stand by title, and what has no value comes last in both directions."""

    TITLE = "title"
    AGENT = "agent"
    DATE = "date"
    TURNS = "turns"
    STATUS = "status"
    SCORE = "score"
    COMMENTS = "comments"
    IMPORTED = "imported"
    COLLECTION = "collection"
    CHANNEL = "channel"


class Standing(StrEnum):
    """How far the review of a transcript is."""

    TO_REVIEW = "to_review"
    IN_PROGRESS = "in_progress"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A smart list, a collection (id) or a tag (id): exactly one of them.

    Raises:
        ValueError: none or several are given.
    """

    smart: Smart | None = None
    collection: str | None = None
    tag: str | None = None

    def __post_init__(self) -> None:
        if sum(one is not None for one in (self.smart, self.collection, self.tag)) != 1:
            raise ValueError("a shelf is one smart list, one collection or one tag")


EVERYTHING: Final = Shelf(Smart.ALL)


@dataclass(frozen=True, slots=True)
class Query:
    """What to list. `reviewer` (id) is whose review counts where there is one; otherwise it is the newest.

    Each of `words` must begin a word in a turn, or stand in the title, the agent's name, the file's name or a tag;
    case and accents do not matter.
    """

    shelf: Shelf = EVERYTHING
    words: str = ""
    sort: SortBy = SortBy.IMPORTED
    descending: bool = True
    reviewer: str = ""


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
    tags: tuple[Tag, ...] = ()
    critical: bool = False
    revised: bool = False
    status: Standing = Standing.TO_REVIEW


@dataclass(frozen=True, slots=True)
class Shelves:
    """How many transcripts are on each shelf; collections and tags by name."""

    all: int
    to_review: int
    critical: int
    revised: int
    deleted: int
    collections: tuple[tuple[Collection, int], ...]
    tags: tuple[tuple[Tag, int], ...]


_STATUSES: Final = tuple(Standing)
_SHOWN: Final = (
    "listed l left join standing s on s.review = case when l.reviews > 1 then coalesce((select review.id from standing"
    " o join review on review.id = o.review where o.transcript = l.transcript and o.reviewer = :reviewer"
    " order by review.updated desc, review.id desc limit 1), l.newest) else l.newest end"
)
_AGENT: Final = (
    "case when l.agent <> '' and exists (select 1 from collection where id = l.collection and hide_names)"  # noqa: S608
    f" then '{ROLE_WORDS[Role.AGENT]}' else l.agent end"
)
"""The agent as people see it, by role alone where an exercise hides names."""
_FACTS: Final = (
    f"l.transcript, {_AGENT}, s.review, s.status, s.score, s.critical, s.comments, s.revised, s.rated, s.to_rate"
)
_COUNTS: Final = (
    "l.collection, sum(not l.deleted), sum(not l.deleted and s.review is null), sum(not l.deleted and s.critical),"
    " sum(not l.deleted and s.revised), sum(l.deleted)"
)
_ON_SMART: Final = {
    Smart.ALL: "not l.deleted",
    Smart.TO_REVIEW: "not l.deleted and s.review is null",
    Smart.CRITICAL: "not l.deleted and s.critical",
    Smart.REVISED: "not l.deleted and s.revised",
    Smart.DELETED: "l.deleted",
}
_SORTED: Final = {
    SortBy.TITLE: ("", "l.title_key"),
    SortBy.AGENT: ("l.agent_key = ''", "l.agent_key"),
    SortBy.DATE: ("l.day = ''", "l.day"),
    SortBy.TURNS: ("", "l.turns"),
    SortBy.STATUS: ("", "coalesce(s.status, 0)"),
    SortBy.SCORE: ("s.score is null", "s.score"),
    SortBy.COMMENTS: ("", "coalesce(s.comments, 0)"),
    SortBy.IMPORTED: ("", "l.imported"),
    SortBy.COLLECTION: ("ranked.key is null", "ranked.key"),
    SortBy.CHANNEL: ("l.channel_key = ''", "l.channel_key"),
}
_RANKS: Final = "with ranked as materialized (select key, value from json_each(:collections))"
_RANKED: Final = "left join ranked on ranked.value = l.collection"
_IDS: Final = "(select value from json_each(?))"


class Listing(Queries):
    """The list of transcripts, read from what `derived` keeps."""

    def listing(self, query: Query) -> list[str]:
        """The ids of the transcripts on a shelf, in order."""
        none_last, key = _SORTED[query.sort]
        order = (none_last, f"{key} desc" if query.descending else key, "l.title_key", "l.transcript")
        condition, values = self._condition(query)
        ranks = joined = ""
        if query.sort is SortBy.COLLECTION:
            ranks, joined = _RANKS, _RANKED
            values["collections"] = json.dumps([one.id for one in self.collections()])
        wanted = f"{_SHOWN} {joined} where {condition} order by {', '.join(filter(None, order))}"
        text = f"{ranks} select l.transcript from {wanted}"  # noqa: S608
        return [str(transcript) for (transcript,) in self._named(text, values)]

    def count(self, query: Query) -> int:
        """How many transcripts `listing` gives."""
        condition, values = self._condition(query)
        ((found,),) = self._named(f"select count(*) from {_SHOWN} where {condition}", values)  # noqa: S608
        return int(found or 0)

    def rows(self, ids: Sequence[str], reviewer: str = "") -> list[TranscriptSummary]:
        """What the list says of these transcripts, in the order of `ids`; those that are gone are left out."""
        wanted = json.dumps(list(ids))
        transcripts = {one.id: one for one in self.these(ids)}
        text = f"select {_FACTS} from {_SHOWN} where l.transcript in (select value from json_each(:ids))"  # noqa: S608
        facts = {row[0]: row[1:] for row in self._named(text, {"ids": wanted, "reviewer": reviewer})}
        shown = json.dumps([row[1] for row in facts.values() if row[1]])
        reviews = {one.id: one for one in self._all(Review, f"id in {_IDS}", shown)}
        tags = self._tags_of(wanted)
        return [
            _summary(transcripts[one], facts[one], reviews, tags.get(one, ()))
            for one in ids
            if one in transcripts and one in facts
        ]

    def summaries(self, reviewer: str = "") -> list[TranscriptSummary]:
        """A line for each transcript that is not deleted, the last imported first."""
        return self.rows(self.listing(Query(reviewer=reviewer)), reviewer)

    def shelves(self, reviewer: str = "") -> Shelves:
        """The shelves and how much is on each, by the reviewer's own reviews where there are any."""
        text = f"select {_COUNTS} from {_SHOWN} group by l.collection"  # noqa: S608
        rows = {row[0]: [int(cell or 0) for cell in row[1:]] for row in self._named(text, {"reviewer": reviewer})}
        tagged = self._tag_counts()
        whole, to_review, critical, revised, deleted = map(sum, zip((0,) * 5, *rows.values(), strict=True))
        return Shelves(
            whole,
            to_review,
            critical,
            revised,
            deleted,
            tuple((one, rows[one.id][0] if one.id in rows else 0) for one in self.collections()),
            tuple((one, tagged.get(one.id, 0)) for one in self.tags()),
        )

    def these(self, ids: Sequence[str]) -> list[Transcript]:
        """The transcripts with these ids, in this order, deleted ones too; those that are gone are left out."""
        found = {one.id: one for one in self._all(Transcript, f"id in {_IDS}", json.dumps(list(ids)))}
        return [found[one] for one in ids if one in found]

    def in_collection(self, collection_id: str) -> list[Transcript]:
        """All that lies in a collection, deleted ones too."""
        return self._all(Transcript, "collection = ? order by id", collection_id)

    def collections(self) -> list[Collection]:
        """All collections, by name."""
        return sorted(self._all(Collection, "1 order by name, id"), key=lambda one: sort_key(one.name))

    def tags(self) -> list[Tag]:
        """All tags, by name."""
        return sorted(self._all(Tag, "1 order by name, id"), key=lambda one: sort_key(one.name))

    def taggings(self, ids: Sequence[str]) -> list[Tagging]:
        """The tags on these transcripts."""
        return self._all(Tagging, f"transcript in {_IDS} order by rowid", json.dumps(list(ids)))

    def taggings_with(self, tag_id: str) -> list[Tagging]:
        """Where a tag is, deleted transcripts included."""
        return self._all(Tagging, "tag = ? order by rowid", tag_id)

    def unread(self) -> list[str]:
        """Transcripts whose turns the search still has to look through one by one."""
        with as_sentences(self._path):
            return words.due(self._connection)

    def _condition(self, query: Query) -> tuple[str, dict[str, Cell]]:
        shelf = query.shelf
        values: dict[str, Cell] = {"reviewer": query.reviewer, "collection": shelf.collection, "tag": shelf.tag}
        if shelf.smart:
            conditions = [_ON_SMART[shelf.smart]]
        elif shelf.collection:
            conditions = ["not l.deleted and l.collection = :collection"]
        else:
            conditions = ["not l.deleted and l.transcript in (select transcript from tagging where tag = :tag)"]
        found, held = words.condition(query.words, self.tags() if query.words else ())
        return " and ".join([*conditions, *found]), values | held

    def _tags_of(self, wanted: str) -> dict[str, tuple[Tag, ...]]:
        tags = {one.id: (place, one) for place, one in enumerate(self.tags())}
        found: dict[str, list[tuple[int, Tag]]] = {}
        for one in self._all(Tagging, f"transcript in {_IDS}", wanted) if tags else ():
            found.setdefault(one.transcript, []).append(tags[one.tag])
        return {one: tuple(tag for _, tag in sorted(places)) for one, places in found.items()}

    def _tag_counts(self) -> dict[str, int]:
        text = "select tag, sum(not deleted) from tagging g join listed l on l.transcript = g.transcript group by tag"
        return {str(tag): int(number or 0) for tag, number in self._rows(text)}

    def _named(self, text: str, values: Mapping[str, Cell]) -> list[tuple[Cell, ...]]:
        with as_sentences(self._path):
            return self._connection.execute(text, values).fetchall()


def _summary(
    transcript: Transcript, facts: Sequence[Cell], reviews: Mapping[str, Review], tags: tuple[Tag, ...]
) -> TranscriptSummary:
    agent, review, status, score, *counts = facts
    critical, comments, revised, rated, to_rate = (int(cell or 0) for cell in counts)
    return TranscriptSummary(
        transcript=transcript,
        agent=str(agent),
        review=reviews.get(str(review)),
        rated=rated,
        to_rate=to_rate,
        comments=comments,
        score=None if score is None else int(score),
        tags=tags,
        critical=bool(critical),
        revised=bool(revised),
        status=_STATUSES[int(status or 0)],
    )
