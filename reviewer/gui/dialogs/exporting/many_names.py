"""The names of the files that an export of many chats would write."""

from reviewer.gui.dialogs.exporting.subject import Subject
from reviewer.workspace.exporting.many import names_in
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.workspace import Workspace


class ManyNames:
    """Worked out once for each form and choice of chats, as the library is looked through for it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._of: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._names: set[str] = set()

    def of(self, subject: Subject, wish: Wish, ends: tuple[str, ...]) -> set[str]:
        """All names; `ends` are how those of one chat end."""
        of = (ends, subject.ids)
        if self._of != of:
            self._of = of
            self._names = set(names_in(self._workspace, subject.ids, wish, ends))
        return self._names
