"""What a page about a group is made of: the reviews of one exercise, by chat."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.domain.exercise import Exercise
from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import Criterion, RubricSet
from reviewer.domain.transcript import Transcript, Turn
from reviewer.exporters.page_language import PageLanguage

Turns = Callable[[], Iterable[Turn]]


@dataclass(frozen=True, slots=True)
class Work:
    """One review of the exercise. `name` is what its reviewer is called here, `page` the file name of their feedback
    page in the same folder, if there is one; `handed_in` is a day (ISO 8601), empty where it is not handed in.
    """

    name: str
    full: FullReview
    page: str = ""
    handed_in: str = ""
    late: bool = False

    @property
    def person(self) -> str:
        """The id of who wrote it."""
        return self.full.review.reviewer


@dataclass(frozen=True)
class ChatWork:
    """The reviews of one chat: those of students, in their order, and the instructor's own if there is one."""

    works: tuple[Work, ...]
    turns: Turns
    own: Work | None = None

    @property
    def everybody(self) -> tuple[Work, ...]:
        """The instructor first."""
        return ((self.own,) if self.own else ()) + self.works

    @property
    def transcript(self) -> Transcript:
        """The chat."""
        return self.everybody[0].full.transcript


@dataclass(frozen=True)
class GroupWork:
    """An exercise with all reviews of it; each chat has at least one."""

    exercise: Exercise
    chats: tuple[ChatWork, ...]

    @cached_property
    def students(self) -> tuple[str, ...]:
        """The ids of the students, in their order."""
        return tuple(dict.fromkeys(work.person for chat in self.chats for work in chat.works))

    @cached_property
    def rubric(self) -> RubricSet:
        """The newest rubric that a review follows, with criteria that only other reviews know after its own."""
        rubrics = {work.full.rubric.rubric.id: work.full.rubric for chat in self.chats for work in chat.everybody}
        newest, *others = sorted(rubrics.values(), key=lambda one: -one.rubric.version)
        criteria = {one.root: one for one in newest.criteria}
        for one in (one for rubric in others for one in rubric.criteria):
            criteria.setdefault(one.root, one)
        return RubricSet(newest.rubric, tuple(criteria.values()), newest.questions)


def student_name(number: int, language: PageLanguage) -> str:
    """What a student is called who is not to be named, or has no name."""
    return language.say("Student %(number)s", number=number)


def instructor_name(language: PageLanguage) -> str:
    """What the instructor is called who is not to be named, or has no name."""
    return language.say("Instructor")


def level_of(work: Work, criterion: Criterion) -> int | None:
    """The level that a review gives for this criterion, in whatever version of the rubric; None where it gives none."""
    return next((part.value for part in work.full.score.parts if part.criterion.root == criterion.root), None)


def levels_of(works: Sequence[Work], criterion: Criterion) -> list[int]:
    """The levels that these reviews give."""
    found = (level_of(work, criterion) for work in works)
    return [one for one in found if one is not None]
