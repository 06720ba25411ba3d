"""The ratings of a group, side by side, and how far they agree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewer.domain.agreement import Agreement, agreement, spread
from reviewer.domain.rubric import Criterion
from reviewer.domain.scoring import rounded
from reviewer.exporters.gathered.group_work import ChatWork, GroupWork, Work, level_of, levels_of
from reviewer.exporters.gathered.parts import Head, ScoreCell, head_of, href, score_cell
from reviewer.exporters.page_language import PageLanguage

NOTHING = "–"
STEP, EDGE = 44, 18
"""Distance of two levels on the drawn scale, and of the first from its edge."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating in the table: the level, or a dash."""

    head: Head
    shown: str
    spoken: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What one person gave one chat."""

    name: str
    address: str
    own: bool
    score: ScoreCell
    ratings: tuple[Rated, ...]
    handed_in: str
    late: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """So many students at one level; `x` and `radius` in the units of the drawing."""

    x: int
    radius: int
    count: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """How the students rated one criterion; `ring` is where the instructor stands on the drawn scale."""

    head: Head
    width: int
    ticks: tuple[int, ...]
    dots: tuple[Dot, ...]
    ring: int | None
    spoken: str
    mean: str
    median: str
    ends: str
    own: str
    same: str


@dataclass(frozen=True, slots=True)
class RatedChat:
    """The ratings of one chat; its title is empty where the exercise has one chat alone."""

    title: str
    people: tuple[PersonRow, ...]
    criteria: tuple[CriterionRow, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with what it says."""

    figure: str
    name: str
    detail: str = ""


def rated_chats(group: GroupWork, language: PageLanguage) -> tuple[RatedChat, ...]:
    """The tables of each chat."""
    alone = len(group.chats) == 1
    return tuple(
        RatedChat(
            title="" if alone else chat.transcript.title,
            people=tuple(_person(work, chat, group, language) for work in chat.everybody),
            criteria=tuple(
                row for one in group.rubric.criteria if (row := _criterion(one, chat, language)) is not None
            ),
        )
        for chat in group.chats
    )


def tiles_of(group: GroupWork, language: PageLanguage) -> tuple[Tile, ...]:
    """How far the students agree with each other and with the instructor; empty where nothing can be compared."""
    say, found = language.say, students_agree(group)
    if not found.pairs:
        return ()
    pairs = language.count("of %(number)s pair of ratings", "of %(number)s pairs of ratings", found.pairs)
    tiles = [
        Tile(_percent(found.same, found.pairs, language), say("Same rating"), pairs),
        Tile(_percent(found.within_one, found.pairs, language), say("At most one level apart"), pairs),
    ]
    if found.alpha is not None:
        rated = language.count("%(number)s rating", "%(number)s ratings", found.ratings)
        detail = say("%(ratings)s: rough", ratings=rated) if found.rough else rated
        tiles.append(Tile(language.number(float(found.alpha), 2), say("Krippendorff’s alpha, ordinal"), detail))
    mine = agreement(_beside_own(group))
    if mine.pairs:
        compared = say("%(some)s of %(all)s", some=language.number(mine.same), all=language.number(mine.pairs))
        near = _percent(mine.within_one, mine.pairs, language)
        tiles.append(Tile(compared, say("Same as the instructor"), say("%(share)s at most one apart", share=near)))
    return tuple(tiles)


def students_agree(group: GroupWork) -> Agreement:
    """The agreement of all students over all chats and criteria."""
    return agreement(levels_of(chat.works, one) for chat in group.chats for one in group.rubric.criteria)


def _beside_own(group: GroupWork) -> list[list[int]]:
    """Each rating of a student with the instructor's of the same."""
    return [
        [level, own]
        for chat in group.chats
        for one in group.rubric.criteria
        if chat.own is not None and (own := level_of(chat.own, one)) is not None
        for level in levels_of(chat.works, one)
    ]


def _percent(part: int, whole: int, language: PageLanguage) -> str:
    return language.percent(rounded(Fraction(100 * part, whole)))


def _person(work: Work, chat: ChatWork, group: GroupWork, language: PageLanguage) -> PersonRow:
    handed = language.day(work.handed_in) if work.handed_in else language.say("not handed in")
    own = work is chat.own
    return PersonRow(
        name=work.name,
        address=href(work.page) if work.page else "",
        own=own,
        score=score_cell(work.full.score, language),
        ratings=tuple(_rated(work, one, language) for one in group.rubric.criteria),
        handed_in="" if own else handed,
        late=work.late,
    )


def _rated(work: Work, criterion: Criterion, language: PageLanguage) -> Rated:
    part = next((one for one in work.full.score.parts if one.criterion.root == criterion.root), None)
    head = head_of(criterion)
    if part is None or part.value is None:
        away = part is not None and part.not_applicable
        words = language.say("not applicable") if away else language.say("not rated")
        return Rated(head, language.say("N/A") if away else NOTHING, words)
    return Rated(head, language.number(part.value), part.criterion.levels[part.value - 1].name)


def _criterion(criterion: Criterion, chat: ChatWork, language: PageLanguage) -> CriterionRow | None:
    levels = levels_of(chat.works, criterion)
    found = spread(levels)
    if found is None:
        return None
    counts, own = Counter(levels), level_of(chat.own, criterion) if chat.own else None
    steps, agreed = max(len(criterion.levels), found.highest, own or 0), agreement([levels])
    return CriterionRow(
        head=head_of(criterion),
        width=2 * EDGE + STEP * (steps - 1),
        ticks=tuple(map(_x, range(1, steps + 1))),
        dots=tuple(Dot(_x(level), _radius(counts[level], len(levels)), str(counts[level])) for level in sorted(counts)),
        ring=_x(own) if own is not None else None,
        spoken=_spoken(criterion, counts, language),
        mean=language.number(float(found.mean), 1),
        median=language.number(float(found.median), 0 if found.median.denominator == 1 else 1),
        ends=_ends(found.lowest, found.highest, language),
        own=language.number(own) if own is not None else NOTHING,
        same=_percent(agreed.same, agreed.pairs, language) if agreed.pairs else NOTHING,
    )


def _spoken(criterion: Criterion, counts: Counter[int], language: PageLanguage) -> str:
    """“1 student: 2, Weak; 3 students: 3, Fair”."""
    names: Sequence[str] = [one.name for one in criterion.levels]
    told = (
        language.count(
            "%(number)s student: %(level)s", "%(number)s students: %(level)s", counts[level],
            level=language.listed((language.number(level), *names[level - 1 : level])),
        )
        for level in sorted(counts)
    )  # fmt: skip
    return "; ".join(told)


def _ends(lowest: int, highest: int, language: PageLanguage) -> str:
    low, high = language.number(lowest), language.number(highest)
    return low if low == high else language.say("%(low)s–%(high)s", low=low, high=high)


def _x(level: int) -> int:
    return EDGE + STEP * (level - 1)


def _radius(count: int, all_of_them: int) -> int:
    """Larger for more students, never too small for its figure."""
    return 9 + round(7 * count / all_of_them)
