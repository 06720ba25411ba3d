"""The list of comments that lie on the same words, opened by “+2” under them or by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from reviewer.domain.anchor import Anchor
from reviewer.domain.turn_links import quoted
from reviewer.gui.margin.card_words import name_of

if TYPE_CHECKING:
    from reviewer.gui.conversation.conversation_view import ConversationView

NONE_HERE = "No comment stands on the words at the caret."


def offer_comments(view: ConversationView, annotation_ids: Sequence[str], place: QPoint) -> QMenu:
    """Open the list at a place of the screen; choosing a comment opens its card."""
    menu = QMenu("Comments on these words", view)
    menu.aboutToHide.connect(menu.deleteLater)
    full = view.rows.full if view.rows else None
    wanted = set(annotation_ids)
    for one in full.annotations if full else ():
        if full and one.id in wanted:
            words = f"{full.number_of(one)}  {name_of(full.rubric.criterion(one.criterion))}, {quoted(one.anchor)}"
            act = menu.addAction(words.replace("&", "&&"), partial(view.activate_by_hand, one.id))
            act.setCheckable(True)
            act.setChecked(one.id == view.active)
    menu.popup(place)
    return menu


def offer_at_caret(view: ConversationView, say: Callable[[str], object]) -> None:
    """Open the list of the comments at the caret under it, its first one chosen."""
    found = comments_at_caret(view)
    if not found:
        say(NONE_HERE)
        return
    caret = view.caret
    view.show_place(caret.turn, caret.point)
    menu = offer_comments(view, found, view.viewport().mapToGlobal(view.caret_rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])


def comments_at_caret(view: ConversationView) -> list[str]:
    """The comments whose words the caret touches, the shortest first."""
    full, caret = view.rows.full if view.rows else None, view.caret
    found = (
        [one for one in full.annotations_at(caret.turn) if _touches(one.anchor, caret.turn, caret.point)]
        if full
        else []
    )
    found.sort(key=lambda one: (one.anchor.last_turn - one.anchor.first_turn, one.anchor.end - one.anchor.start))
    return [one.id for one in found]


def _touches(anchor: Anchor, turn: int, point: int) -> bool:
    after_start = turn > anchor.first_turn or point >= anchor.start
    before_end = turn < anchor.last_turn or point <= anchor.end
    return anchor.whole_turns or (after_start and before_end)
