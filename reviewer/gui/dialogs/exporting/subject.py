"""What is to be exported."""

from dataclasses import dataclass, replace

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Turn
from reviewer.exporters.naming import file_name


@dataclass(frozen=True, slots=True)
class Subject:
    """A review with its first turns, which the sketch is drawn from.

    Of several chats `ids` has all, and `full` is the first; `name` is that of their collection, if they are one, and
    `unreviewed` has those that nobody has reviewed. `drafts` counts what was begun in this chat and not kept.
    """

    full: FullReview
    turns: tuple[Turn, ...]
    ids: tuple[str, ...] = ()
    name: str = ""
    unreviewed: frozenset[str] = frozenset()
    drafts: int = 0
    own: bool = True
    """Whether the reviewer may change it."""
    reviews: int = 1
    """How many people have reviewed the one chat."""

    @property
    def many(self) -> bool:
        """Whether chats go into a folder."""
        return bool(self.ids)

    @property
    def by_several(self) -> bool:
        """Whether reviews of several people can be among them."""
        return self.many or self.reviews > 1

    @property
    def folder_name(self) -> str:
        """The folder that is offered for many chats."""
        return file_name(self.name or "Chat", "reviews")

    def without_unreviewed(self) -> "Subject":
        """The chats that somebody has reviewed."""
        return replace(self, ids=tuple(one for one in self.ids if one not in self.unreviewed), unreviewed=frozenset())
