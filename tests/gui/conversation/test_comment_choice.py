"""“+2” under words with many comments opens a list of them."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reviewer.gui.conversation.comment_choice import comments_at_caret, offer_at_caret
from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.selection import Spot
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


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_comments_at_the_caret_are_listed_the_open_one_marked(view: ConversationView):
    view.set_review(chat.full_review(chat.HELLO, chat.LONG, chat.SHORT, chat.PAIR))
    view.selection.put(Spot(4, chat.TEXTS[4].index("been") + 1))
    view.activate_by_hand("long")
    offer_at_caret(view, pytest.fail)
    (menu,) = view.findChildren(QMenu)
    assert [one.text() for one in menu.actions()] == [
        "2  Grammar, “have been” (turn 4)",
        "3  Handling, “it have been sent to depot nine” (turn 4)",
    ]
    assert [one.isChecked() for one in menu.actions()] == [False, True]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert view.active == "short"
    menu.close()


def test_a_caret_on_plain_words_opens_no_list_and_says_why(view: ConversationView):
    view.set_review(chat.full_review(chat.HELLO))
    view.selection.put(Spot(4, 2))
    said: list[str] = []
    offer_at_caret(view, said.append)
    assert said == ["No comment stands on the words at the caret."]
    assert not view.findChildren(QMenu)


@pytest.mark.parametrize(
    ("turn", "words", "found"),
    [
        (4, "been", ["short", "long"]),
        (4, "depot", ["long"]),
        (5, "today", ["pair"]),
        (6, "Which", ["pair"]),
        (7, "F", []),
    ],
)
def test_the_shortest_comment_at_the_caret_comes_first(view: ConversationView, turn: int, words: str, found: list[str]):
    view.set_review(chat.full_review(chat.HELLO, chat.LONG, chat.SHORT, chat.PAIR))
    view.selection.put(Spot(turn, chat.TEXTS[turn].index(words)))
    assert comments_at_caret(view) == found
