"""The page that leads to the pages of several chats."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from reviewer.domain.annotation import Verdict
from reviewer.domain.dialogue import groups
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.domain.rubric import Band
from reviewer.domain.transcript import Role
from reviewer.exporters.gathered.parts import Averages, Bar, Ring, ScoreCell, href, ring_of, score_cell
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.page_view import PROGRAM
from reviewer.exporters.signs import in_css
from reviewer.exporters.view_model import BrandView, Fact, LegendView


@dataclass(frozen=True, slots=True)
class Entry:
    """One chat that was written: its review, and a kind (`feedback`, `revised`) with the path of each page, beside the
    index or in folders below it.
    """

    full: FullReview
    pages: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A chat that could not be written, and why."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """A page beside this one."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One chat in the table; `others` are pages besides the first."""

    title: str
    address: str
    others: tuple[Link, ...]
    agent: str
    day: str
    turns: str
    score: ScoreCell
    comments: str
    concerns: str
    changes: str
    status: str
    status_css: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A whole index."""

    language: str
    direction: str
    title: str
    footer_css: str
    generator: str
    facts: tuple[Fact, ...]
    ring: Ring | None
    criteria: tuple[tuple[str, tuple[Bar, ...]], ...]
    count: str
    rows: tuple[IndexRow, ...]
    not_written: str
    failed: tuple[Failed, ...]
    made: str
    legend: tuple[LegendView, ...] = ()
    document: None = None
    brand: BrandView | None = None

    @property
    def gathered(self) -> bool:
        """Whether the page is about several reviews."""
        return True

    @property
    def parts(self) -> tuple[str, ...]:
        """The anchors of the parts that the page has."""
        shown = (("criteria", bool(self.criteria)), ("chats", bool(self.rows)), ("failed", bool(self.failed)))
        return tuple(anchor for anchor, there in shown if there)


def index_view(
    entries: Iterable[Entry],
    *,
    language: PageLanguage,
    when: date,
    version: str,
    title: str = "",
    failed: Iterable[Failed] = (),
) -> IndexPage:
    """The index of these chats, in their order; without a title it says how many they are."""
    counted, rows, missing = _Counted(), [], tuple(failed)
    for entry in entries:
        counted.add(entry.full)
        rows.append(_row(entry, language))
    title = title.strip() or language.count("%(number)s chat", "%(number)s chats", len(rows))
    day = language.day(when.isoformat())
    return IndexPage(
        language=language.code,
        direction=language.direction,
        title=title,
        footer_css=in_css(title),
        generator=f"{PROGRAM} {version}",
        facts=_facts(counted, len(rows), day, language),
        ring=ring_of(counted.totals, counted.bands, counted.failures, language),
        criteria=counted.averages.bars(language),
        count=language.count("%(number)s chat", "%(number)s chats", len(rows)),
        rows=tuple(rows),
        not_written=language.count("%(number)s chat", "%(number)s chats", len(missing)),
        failed=missing,
        made=language.say("Made with %(program)s %(version)s on %(day)s.", program=PROGRAM, version=version, day=day),
    )


class _Counted:
    """What the head of the page says of all reviews."""

    def __init__(self) -> None:
        self.averages = Averages()
        self.totals: list[Fraction] = []
        self.failures = 0
        self.reviewed = 0
        self.bands: tuple[Band, ...] = ()

    def add(self, full: FullReview) -> None:
        self.averages.add(full)
        self.bands = self.bands or full.rubric.rubric.bands
        self.failures += bool(full.score.failed)
        self.reviewed += full.saved and full.review.status is Status.DONE
        if full.score.total is not None:
            self.totals.append(full.score.total)


def _facts(counted: _Counted, chats: int, day: str, language: PageLanguage) -> tuple[Fact, ...]:
    say, number = language.say, language.number
    reviewed = say("%(some)s of %(all)s", some=number(counted.reviewed), all=number(chats))
    return Fact(say("Chats"), number(chats)), Fact(say("Review finished"), reviewed), Fact(say("Date"), day)


def _row(entry: Entry, language: PageLanguage) -> IndexRow:
    full, number = entry.full, language.number
    (_, first), *others = entry.pages or (("", ()),)
    concerns = sum(one.verdict is Verdict.CONCERN for one in full.annotations)
    changes = len(groups(full.showing(None).changes))
    status, css = _status(full, language)
    return IndexRow(
        title=full.transcript.title.strip() or language.say("Chat without a title"),
        address=href(*first),
        others=tuple(Link(href(*path), _kind(kind, language)) for kind, path in others),
        agent=language.listed(one.name for one in full.speakers if one.role is Role.AGENT),
        day=language.day(full.transcript.started_at),
        turns=number(full.transcript.turn_count),
        score=score_cell(full.score, language),
        comments=number(len(full.annotations)) if full.annotations else "–",
        concerns=language.count("%(number)s concern", "%(number)s concerns", concerns) if concerns else "",
        changes=number(changes) if changes else "–",
        status=status,
        status_css=css,
    )


def _kind(kind: str, language: PageLanguage) -> str:
    return language.say("Revised dialogue") if kind == "revised" else language.say("Feedback")


def _status(full: FullReview, language: PageLanguage) -> tuple[str, str]:
    if not full.saved:
        return language.say("To review"), "todo"
    if full.review.handed_in_at:
        return language.say("Handed in"), "done"
    done = full.review.status is Status.DONE
    return (language.say("Done"), "done") if done else (language.say("In progress"), "doing")
