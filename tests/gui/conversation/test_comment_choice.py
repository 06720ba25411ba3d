"""“+2” under words with many comments opens a list of them."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reviewer.gui.conversation.conversation_view import ConversationView
from tests.gui.conversation import chat
from tests.gui.conversation.places import click, top_of

QUOTES = ("been", "have been", "it have been", "it have been sent", "parcel it have been sent to")


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_list_has_every_comment_on_the_words_and_opens_one(view: ConversationView, qtbot: QtBot):
    comments = [chat.comment(f"c{number}", "T", chat.words(4, quote)) for number, quote in enumerate(QUOTES)]
    view.set_review(chat.full_review(*comments))
    row = view.rows.turn(4)
    assert len(row.deep) == 2
    place = row.more_rect.center() + QPointF(view.rows.paper.text_left, top_of(view, 4))
    click(view, place.toPoint())
    (menu,) = view.findChildren(QMenu)
    assert menu.isVisible()
    assert [one.text().split()[0] for one in menu.actions()] == ["1", "2", "3", "4", "5"]
    with qtbot.waitSignal(view.annotation_activated) as opened:
        menu.actions()[-1].trigger()
    assert opened.args == ["c4"]
    menu.close()


def test_without_so_many_comments_there_is_no_list(view: ConversationView):
    assert view.rows.turn(4).more_rect.isEmpty()
