"""More room for the panel while an exercise is open, because answers are written there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

from reviewer.gui import fonts
from reviewer.gui.session import Session

WIDE, ALL_PANES = 372, 1280
"""px; narrower windows keep the panel as it is."""


class PanelRoom(QObject):
    """Widens the last part of a splitter, and gives the room back unless the person has moved the border since."""

    def __init__(self, splitter: QSplitter, session: Session) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._session = session
        self._before = 0
        self._given = 0
        session.opened.connect(self.fit)
        session.changed.connect(lambda _: self.fit())

    def fit(self) -> None:
        """Give or take back the room, as the open review asks."""
        full = self._session.full
        asked = full is not None and full.exercise is not None
        wanted, here = fonts.scaled(WIDE), self._splitter.sizes()[-1]
        if asked and not self._given:
            if here < wanted and self._splitter.window().width() >= fonts.scaled(ALL_PANES):
                self._before = here
                self._set(wanted)
            self._given = wanted
        elif not asked and self._given:
            if self._before and here == self._given:
                self._set(self._before)
            self._before = self._given = 0

    def _set(self, width: int) -> None:
        *others, middle, panel = self._splitter.sizes()
        self._splitter.setSizes([*others, middle + panel - width, width])
