"""What pages and reports call the things of one review, in their language."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import RevisedTurn
from reviewer.domain.rubric import NOTE_SLOT
from reviewer.domain.transcript import Role, Turn, TurnKind
from reviewer.exporters.page_language import PageLanguage
from reviewer.exporters.view_model import Ref

SYSTEM: Final = ("sy", "", "")
STYLES: Final = {True: ("ag", "agent"), False: ("cu", "user")}


@dataclass(frozen=True)
class ReviewWords:
    """A review and the language in which it is told."""

    full: FullReview
    language: PageLanguage

    def showing(self, revision_id: str) -> "ReviewWords":
        """The same with another revision shown."""
        return replace(self, full=self.full.showing(revision_id))

    def criterion(self, annotation: Annotation) -> tuple[str, int]:
        """The criterion's name and colour slot of a comment."""
        return self._criteria.get(annotation.criterion) or (self.language.say("Note"), NOTE_SLOT)

    def verdict(self, annotation: Annotation) -> str:
        """“concern”, “strength”, or nothing."""
        return self._verdicts.get(annotation.verdict, "")

    def place(self, annotation: Annotation) -> str:
        """“turns 5–6”, “whole turn”; empty for some words of one turn."""
        anchor = annotation.anchor
        if anchor.last_turn > anchor.first_turn:
            return self.language.say("turns %(first)s–%(last)s", first=anchor.first_turn, last=anchor.last_turn)
        return self.language.say("whole turn") if anchor.whole_turns else ""

    def ref(self, annotation: Annotation) -> Ref:
        """What links to a comment by its number."""
        if annotation.id not in self._refs:
            self._refs[annotation.id] = self._ref(annotation)
        return self._refs[annotation.id]

    def refs_of(self, change: RevisedTurn) -> tuple[Ref, ...]:
        """The comments that a change answers, in their order."""
        numbers = sorted({self.full.numbers[one] for one in change.annotations if one in self.full.numbers})
        return tuple(self.ref(self.full.annotations[number - 1]) for number in numbers)

    @cached_property
    def _criteria(self) -> dict[str | None, tuple[str, int]]:
        return {one.id: (one.name, one.slot) for one in self.full.rubric.criteria}

    @cached_property
    def _verdicts(self) -> dict[Verdict, str]:
        return {Verdict.CONCERN: self.language.say("concern"), Verdict.STRENGTH: self.language.say("strength")}

    @cached_property
    def _refs(self) -> dict[str, Ref]:
        return {}

    def _ref(self, annotation: Annotation) -> Ref:
        number, (name, slot) = self.full.numbers[annotation.id], self.criterion(annotation)
        verdict = self.verdict(annotation)
        if not verdict:
            return Ref(number, slot, self.language.say("Comment %(number)s: %(name)s", number=number, name=name))
        spoken = self.language.say(
            "Comment %(number)s: %(name)s, %(verdict)s", number=number, name=name, verdict=verdict
        )
        return Ref(number, slot, spoken)

    @cached_property
    def _speakers(self) -> dict[str | None, tuple[str, str, str]]:
        return {one.id: (*STYLES[one.role in (Role.AGENT, Role.BOT)], one.name) for one in self.full.speakers}

    def speaker(self, turn: Turn) -> tuple[str, str, str]:
        """The style, icon and name of who says a turn."""
        return SYSTEM if turn.kind is TurnKind.SYSTEM else self._speakers.get(turn.speaker, SYSTEM)


def named_by_role(language: PageLanguage, role: Role, number: int) -> str:
    """What a speaker is called whose name is hidden: “Agent”, “Customer 2”."""
    say = language.say
    part = {
        Role.AGENT: say("Agent"),
        Role.CUSTOMER: say("Customer"),
        Role.BOT: say("Bot"),
        Role.SYSTEM: say("System"),
        Role.OTHER: say("Speaker"),
    }[role]
    return part if number == 1 else say("%(part)s %(number)s", part=part, number=number)
