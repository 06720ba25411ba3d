"""Back and forward through the places that were looked at, as in a browser."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow

MOST: Final = 100
"""Older places are forgotten."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and on the Review page a chat, its mode and the turn that was read last."""

    page: str
    transcript: str = ""
    mode: str = ""
    turn: int = 0

    def is_at(self, other: "Place") -> bool:
        """Whether both are the same but for the turn."""
        return replace(self, turn=0) == replace(other, turn=0)


class Trail:
    """Places in the order in which they were visited; a visit after going back forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """Where one is."""
        return self._places[self._at] if self._places else None

    def visit(self, place: Place) -> None:
        """Come to a place; coming to the same one again changes nothing."""
        if self.here is not None and self.here.is_at(place):
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-MOST]
        self._at = len(self._places) - 1

    def stay(self, turn: int, transcript: str) -> None:
        """Read on in the same chat."""
        if self.here is not None and self.here.transcript == transcript:
            self._places[self._at] = replace(self.here, turn=turn)

    def go(self, step: int) -> Place | None:
        """Back (-1) or forward (1); None where nothing lies there."""
        if not self.leads(step):
            return None
        self._at += step
        return self.here

    def leads(self, step: int) -> bool:
        """Whether something lies there."""
        return 0 <= self._at + step < len(self._places)


class GoingBack(QObject):
    """Follows the window, and leads it back."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.trail = Trail()
        self._going = False
        window.pages.currentChanged.connect(lambda _: self._visit())
        window.session.opened.connect(self._visit)
        window.review.mode_changed.connect(lambda _: self._visit())
        for view in (window.review.view, window.review.revision):
            view.focused_turn_changed.connect(self._stay)

    def back(self) -> None:
        """To the place before."""
        self._go(-1, "There is no place to go back to.")

    def forward(self) -> None:
        """To the place that was left by going back."""
        self._go(1, "There is no place to go forward to.")

    def _go(self, step: int, nowhere: str) -> None:
        place = self.trail.go(step)
        if place is None:
            self._window.status.say(nowhere)
            return
        self._going = True
        self._show(place)
        self._going = False
        self._tell()

    def _show(self, place: Place) -> None:
        window, full = self._window, self._window.session.full
        if place.page != "review":
            window.show_page(place.page)
            return
        if full is None or full.transcript.id != place.transcript:
            window.open_transcript(place.transcript)
        window.show_mode(place.mode)
        window.review.current_view.go_to_turn(place.turn)

    def _visit(self) -> None:
        window, full = self._window, self._window.session.full
        page = window.page
        if self._going or (page == "review" and full is None):
            return
        if page == "review" and full is not None:
            review = window.review
            self.trail.visit(Place(page, full.transcript.id, review.mode, review.current_view.focused_turn()))
        else:
            self.trail.visit(Place(page))
        self._tell()

    def _stay(self, turn: int) -> None:
        full = self._window.session.full
        if full is not None and not self._going:
            self.trail.stay(turn, full.transcript.id)

    def _tell(self) -> None:
        for name, step in (("back", -1), ("forward", 1)):
            self._window.actions_table.refuse(name, "" if self.trail.leads(step) else f"nowhere to go {name} to")
