"""The page about one exercise: what all students made of it, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from reviewer.domain.rubric import NOTE_SLOT
from reviewer.exporters.gathered.answers import QuestionView, question_views
from reviewer.exporters.gathered.comments import SharedChat, comment_bars, shared_chats
from reviewer.exporters.gathered.group_work import GroupWork
from reviewer.exporters.gathered.parts import Bar, Ring, ring_of
from reviewer.exporters.gathered.ratings import RatedChat, Tile, rated_chats, tiles_of
from reviewer.exporters.gathered.revisions import RewrittenChat, rewritten_chats
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.page_view import PROGRAM
from reviewer.exporters.signs import in_css
from reviewer.exporters.view_model import BrandView, Fact, LegendView


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A whole page; parts that it does not have are empty. `shared` and `rewritten` may be read once only."""

    language: str
    direction: str
    title: str
    footer_css: str
    generator: str
    rubric: str
    lede: str
    facts: tuple[Fact, ...]
    ring: Ring | None
    chats: tuple[RatedChat, ...]
    tiles: tuple[Tile, ...]
    questions: tuple[QuestionView, ...]
    comments: tuple[Bar, ...]
    shared: Iterable[SharedChat]
    any_rewritten: bool
    rewritten: Iterable[RewrittenChat]
    legend: tuple[LegendView, ...]
    made: str
    document: None = None
    brand: BrandView | None = None

    @property
    def gathered(self) -> bool:
        """Whether the page is about several reviews."""
        return True

    @property
    def parts(self) -> tuple[str, ...]:
        """The anchors of the parts that the page has."""
        shown = (
            ("students", True),
            ("ratings", any(chat.criteria for chat in self.chats)),
            ("answers", bool(self.questions)),
            ("comments", bool(self.comments)),
            ("revised", self.any_rewritten),
            ("legend", bool(self.legend)),
        )
        return tuple(anchor for anchor, there in shown if there)


def group_view(group: GroupWork, *, language: PageLanguage, when: date, version: str) -> GroupPage:
    """The page of an exercise; numbers count its students, the instructor's own review stands beside them."""
    home, rubric = group.exercise.collection, group.rubric.rubric
    works = [work for chat in group.chats for work in chat.works]
    totals: list[Fraction] = [total for work in works if (total := work.full.score.total) is not None]
    day, say = language.day(when.isoformat()), language.say
    comments = comment_bars(group, language)
    return GroupPage(
        language=language.code,
        direction=language.direction,
        title=home.name,
        footer_css=in_css(home.name),
        generator=f"{PROGRAM} {version}",
        rubric=say("%(rubric)s, version %(version)s", rubric=rubric.name, version=rubric.version),
        lede=home.instructions,
        facts=_facts(group, language),
        ring=ring_of(totals, rubric.bands, sum(bool(work.full.score.failed) for work in works), language),
        chats=rated_chats(group, language),
        tiles=tiles_of(group, language),
        questions=question_views(group, language),
        comments=comments,
        shared=shared_chats(group, language),
        any_rewritten=any(work.full.showing(None).changes for chat in group.chats for work in chat.everybody),
        rewritten=rewritten_chats(group, language),
        legend=_legend(group, language),
        made=say("Made with %(program)s %(version)s on %(day)s.", program=PROGRAM, version=version, day=day),
    )


def _facts(group: GroupWork, language: PageLanguage) -> tuple[Fact, ...]:
    say, number = language.say, language.number
    works = [work for chat in group.chats for work in chat.works]
    waiting = {work.person for work in works if not work.handed_in}
    late = {work.person for work in works if work.late}
    everybody, own = len(group.students), next((chat.own for chat in group.chats if chat.own), None)
    handed = say("%(some)s of %(all)s", some=number(everybody - len(waiting)), all=number(everybody))
    facts = (
        Fact(say("Students"), number(everybody)),
        Fact(say("Handed in"), handed),
        Fact(say("Late"), number(len(late)) if late else ""),
        Fact(say("Chats"), number(len(group.chats)) if len(group.chats) > 1 else group.chats[0].transcript.title),
        Fact(say("To hand in by"), language.day(group.exercise.collection.due)),
        Fact(say("Instructor"), own.name if own else ""),
    )
    return tuple(fact for fact in facts if fact.value)


def _legend(group: GroupWork, language: PageLanguage) -> tuple[LegendView, ...]:
    criteria = (LegendView(one.letter, one.slot, one.name) for one in group.rubric.criteria)
    return (*criteria, LegendView(language.say("N"), NOTE_SLOT, language.say("Note")))
