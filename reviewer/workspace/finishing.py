"""What is done to every conversation last, when an import is agreed to: labels for details, roles for names, times."""

from dataclasses import dataclass, replace

from reviewer.importers import amending, personal
from reviewer.importers.base import Conversation

Words = tuple[str, str]
"""The kind of a personal detail, and its words."""


@dataclass(frozen=True, slots=True)
class Finish:
    """`labels`: personal details become labels, but for `kept`; `roles`: “Agent” and “Customer” stand for names."""

    labels: bool = False
    kept: frozenset[Words] = frozenset()
    roles: bool = False
    timeless: bool = False

    def __call__(self, conversation: Conversation) -> Conversation:
        """The conversation as it is stored."""
        if self.labels:
            found = personal.details(conversation)
            conversation = personal.without(conversation, (one for one in found if words_of(one) not in self.kept))
        if self.roles:
            conversation = amending.with_names_as_roles(conversation)
        if self.timeless:
            turns = tuple(replace(turn, sent_at=None) for turn in conversation.turns)
            conversation = replace(conversation, turns=turns, started_at=None)
        return conversation


AS_FOUND = Finish()


def words_of(detail: personal.Detail) -> Words:
    """What tells a personal detail from others, wherever it stands."""
    return detail.kind.value, detail.text.casefold()
