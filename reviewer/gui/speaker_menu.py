"""A menu of speakers at the focused turn of the revision."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Role
from reviewer.gui.conversation.revision_view import RevisionView
from reviewer.gui.conversation.turn_painter import ROLE_NAMES
from reviewer.gui.words import isolated

BELOW = 30


def ask_who(
    view: RevisionView,
    full: FullReview,
    question: str,
    speakers: Sequence[str | None],
    chosen: Callable[[str | None], object],
    now: str | None = None,
) -> None:
    """Offer speakers by their ids, `now` ticked; the first is ready for Enter."""
    menu = QMenu(view)
    menu.setAccessibleName(question)
    menu.addSection(question)
    for one in speakers:
        action = QAction(speaker_words(full, one).replace("&", "&&"), menu, checkable=one is not None and one == now)
        action.setChecked(one is not None and one == now)
        action.triggered.connect(lambda _=False, who=one: chosen(who))
        menu.addAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    top = view.row_top(view.focused_row) or 0
    menu.popup(view.viewport().mapToGlobal(QPoint(view.viewport().width() // 2, round(top) + BELOW)))
    menu.setActiveAction(next(one for one in menu.actions() if not one.isSeparator()))


def speaker_words(full: FullReview, speaker_id: str | None) -> str:
    """“Dana R., Agent”."""
    found = next((one for one in full.shown_speakers if one.id == speaker_id), None)
    if found is None:
        return ROLE_NAMES[Role.OTHER]
    role = ROLE_NAMES[found.role]
    return isolated(found.name) if found.name.casefold() == role.casefold() else f"{isolated(found.name)}, {role}"
