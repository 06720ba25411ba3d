"""One file in the list of the preview."""

from dataclasses import dataclass

from reviewer.gui.dialogs.importing.decision import AS_FOUND, Decision
from reviewer.workspace.preparing import Entry


@dataclass(slots=True)
class File:
    """One file in the list: what is known of it, and what was decided."""

    entry: Entry
    decision: Decision = AS_FOUND
    to_check: int = 0
    partial: bool = False

    @property
    def skipped(self) -> bool:
        """Whether its text is in the library already and no copy is wanted."""
        return bool(self.entry.same) and not self.decision.copy

    @property
    def transcripts(self) -> int:
        """How many it brings, as far as is known."""
        if self.skipped or self.entry.error:
            return 0
        found = self.entry.counts.conversations if self.entry.counts else 1
        return found - len(self.decision.unticked)
