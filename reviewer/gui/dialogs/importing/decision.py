"""What a person decided on one file so far; each step of undo is one of these."""

from dataclasses import dataclass, replace

from reviewer.importers.base import DEFAULTS, Conversation, Options
from reviewer.workspace.finishing import Words


@dataclass(frozen=True, slots=True)
class Decision:
    """`conversations` as they were corrected, None while they are as found; `unticked` are not to be imported.

    `kept` are personal details that stay as they are; `dismissed` are proposals to merge that were turned down;
    `copy`: the same text is in the library, and is imported once more.
    """

    options: Options = DEFAULTS
    conversations: tuple[Conversation, ...] | None = None
    unticked: frozenset[int] = frozenset()
    kept: frozenset[Words] = frozenset()
    dismissed: frozenset[tuple[str, str]] = frozenset()
    timeless: bool = False
    copy: bool = False

    @property
    def is_corrected(self) -> bool:
        """Whether conversations were corrected, or some are not wanted."""
        return self.conversations is not None or bool(self.unticked)

    def with_conversation(self, found: tuple[Conversation, ...], part: int, changed: Conversation) -> "Decision":
        """With one conversation corrected."""
        now = self.conversations if self.conversations is not None else found
        return replace(self, conversations=(*now[:part], changed, *now[part + 1 :]))

    def with_options(self, options: Options) -> "Decision":
        """Read in another way; what was corrected by hand belongs to the old way."""
        return replace(self, options=options, conversations=None, unticked=frozenset(), dismissed=frozenset())


AS_FOUND = Decision()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of undo: what was decided on a file before and after, and its name for the menu."""

    name: str
    file: int
    part: int
    before: Decision
    after: Decision
