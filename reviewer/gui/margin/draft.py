"""A comment being written: changes are handed on at pauses and on leaving, so nothing typed is lost.

There is no separate draft to keep or throw away: leaving an editor with Esc keeps its text like any other way of
leaving it, and undo takes it back.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.annotation import Annotation
from reviewer.domain.edit import same_content

PAUSE = 1000
"""Milliseconds without typing after which the text is saved."""

WRITTEN = ("criterion", "verdict", "text", "suggestion")


class Draft(QObject):
    """One comment as it is saved and as it is wanted."""

    edited = Signal(object, object)
    """The comment before and after, to be saved as one edit."""

    def __init__(self, annotation: Annotation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saved = annotation
        self._wanted = annotation
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.commit)

    @property
    def annotation(self) -> Annotation:
        """The comment as it is wanted."""
        return self._wanted

    @property
    def pending(self) -> bool:
        """Whether something was written that is not handed on yet."""
        return not same_content(self._saved, self._wanted)

    def write(self, **changes: Any) -> None:
        """Change fields of the comment; handed on at the next pause."""
        self._wanted = replace(self._wanted, **changes)
        self._pause.start()

    def commit(self) -> None:
        """Hand on what was written, if anything."""
        self._pause.stop()
        if self.pending:
            before, self._saved = self._saved, self._wanted
            self.edited.emit(before, self._wanted)

    def refresh(self, saved: Annotation) -> None:
        """The comment is now saved as `saved`; what was written since stays written."""
        mine = {name: getattr(self._wanted, name) for name in WRITTEN if self._differs(name)}
        self._saved = saved
        self._wanted = replace(saved, **mine)

    def _differs(self, name: str) -> bool:
        return bool(getattr(self._wanted, name) != getattr(self._saved, name))
