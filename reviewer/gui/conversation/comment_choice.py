"""The list of comments that lie on the same words, opened by “+2” under them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from reviewer.domain.turn_links import quoted

if TYPE_CHECKING:
    from reviewer.gui.conversation.conversation_view import ConversationView


def offer_comments(view: ConversationView, annotation_ids: Sequence[str], place: QPoint) -> QMenu:
    """Open the list at a place of the screen; choosing a comment opens its card."""
    menu = QMenu("Comments on these words", view)
    menu.aboutToHide.connect(menu.deleteLater)
    full = view.rows.full if view.rows else None
    wanted = set(annotation_ids)
    for one in full.annotations if full else ():
        if full and one.id in wanted:
            words = quoted(one.anchor).replace("&", "&&")
            menu.addAction(f"{full.number_of(one)}  {words}", partial(view.activate_by_hand, one.id))
    menu.popup(place)
    return menu
