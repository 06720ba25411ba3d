"""The steps that can be taken back inside the preview."""

from typing import Final

from reviewer.gui.dialogs.importing.decision import Step

MOST_STEPS: Final = 200
MOST_TURNS: Final = 3_000_000


class History:
    """Steps done, and steps undone that can be done again."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided, or all of it was taken back."""
        return not self._done

    def add(self, step: Step) -> None:
        """A step was done. The oldest are forgotten when they would hold too many turns."""
        self._undone.clear()
        self._done.append(step)
        turns = sum(len(one.turns) for one in step.after.conversations or ())
        most = min(MOST_STEPS, max(5, MOST_TURNS // max(1, turns)))
        del self._done[:-most]

    def undo(self) -> Step | None:
        """The newest step, which is now undone."""
        return _moved(self._done, self._undone)

    def redo(self) -> Step | None:
        """The step undone last, which is now done."""
        return _moved(self._undone, self._done)


def _moved(source: list[Step], target: list[Step]) -> Step | None:
    if not source:
        return None
    target.append(source.pop())
    return target[-1]
