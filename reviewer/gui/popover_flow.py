"""When the selection popover comes and goes."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal

from reviewer.domain.phrase import Phrase
from reviewer.domain.review import Status
from reviewer.domain.rubric import Criterion
from reviewer.gui.commenting import Commenting
from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.session import Session
from reviewer.gui.widgets.selection_popover import SelectionPopover

DELAY_MS = 150


class PopoverFlow(QObject):
    """Opens the popover a moment after a mouse selection, and closes it with the selection."""

    revise_wanted = Signal(int)
    """The first of the selected turns is to be revised."""

    def __init__(
        self, session: Session, view: ConversationView, popover: SelectionPopover, commenting: Commenting
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._popover = popover
        self._commenting = commenting
        self._rect = QRect()
        self._wait = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._wait.timeout.connect(self._open)
        view.mouse_selection_finished.connect(self._selected)
        view.selection_changed.connect(self._selection_changed)
        popover.revise.connect(lambda: self.revise_wanted.emit(view.selection.first.turn))
        popover.offered = self._offered
        popover.phrases.chosen.connect(commenting.add_phrase)
        session.opened.connect(self._close)

    def _selected(self, _: QPoint, rect: QRect) -> None:
        self._rect = rect
        self._wait.start()

    def _selection_changed(self) -> None:
        if self._view.selection.empty:
            self._close()

    def _open(self) -> None:
        full, selected = self._session.full, self._view.selection
        if full and not selected.empty and full.review.status is not Status.DONE:
            one_turn = selected.first.turn == selected.last.turn
            last, verdict = self._commenting.last_criterion(), self._commenting.verdict
            self._popover.show_for(self._rect, full.rubric, last, verdict, one_turn=one_turn)

    def _offered(self, criterion: Criterion | None) -> list[Phrase]:
        reading = self._session.library.workspace.reading
        root = criterion.root if criterion else None
        uses = reading.phrase_uses()
        fitting = [one for one in reading.phrases() if one.criterion == root]
        return sorted(fitting, key=lambda one: -uses.get((root, one.text), 0))

    def _close(self) -> None:
        self._wait.stop()
        self._popover.close_now()
