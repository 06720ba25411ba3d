"""The workspace as Qt sees it: one signal for every change."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.edit import Edit
from reviewer.gui.printing.pdf import paint_pdf
from reviewer.workspace.workspace import Workspace


class Library(QObject):
    """The open library; `changed` carries the Edit that was just saved."""

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        workspace.paint_pdf = paint_pdf
        self._unsubscribe = workspace.subscribe(self.changed.emit)

    def do(self, edit: Edit | None) -> Edit | None:
        """Save an edit, when there is one; gives it as it was written.

        Raises:
            LibraryError: it cannot be saved.
        """
        return self.workspace.do(edit) if edit is not None else None

    def close(self) -> None:
        """Hear of nothing more, and give the file free."""
        self._unsubscribe()
        self.workspace.close()
