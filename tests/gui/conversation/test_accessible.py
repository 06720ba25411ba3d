"""What screen readers get, asked for as they ask."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.revision_view import RevisionView
from tests.gui.conversation import chat
from tests.gui.conversation.places import press, rect_of

Name = QAccessible.Text.Name
Description = QAccessible.Text.Description


def names(view: object) -> list[str]:
    found = QAccessible.queryAccessibleInterface(view)
    return [found.child(place).text(Name) for place in range(found.childCount())]


def test_the_conversation_is_a_list_of_its_turns(view: ConversationView):
    found = QAccessible.queryAccessibleInterface(view)
    assert (found.role(), found.text(Name)) == (QAccessible.Role.List, "Conversation")
    assert found.childCount() == 7
    assert found.child(0).role() == QAccessible.Role.ListItem
    assert found.child(7) is None


def test_a_turn_says_who_when_what_and_its_comments(view: ConversationView):
    spoken = names(view)
    assert spoken[0] == "Turn 1, system, 10:00. You are in line. Mira K. joins in a moment."
    assert spoken[1] == (
        "Turn 2, agent Mira K., 10:00. Hello, good to have you here. How can I help? One comment, Tone, strength."
    )
    assert spoken[3].endswith("2 comments: Grammar, concern; Handling, concern.")
    assert spoken[6] == "Turn 7, customer Jo, 10:05. Friday."


def test_only_turns_on_screen_are_told(qtbot: QtBot):
    view = ConversationView(chat.LIGHT)
    qtbot.addWidget(view)
    view.resize(640, 400)
    view.open(chat.full_review(), chat.EndlessTurns())
    view.show()
    view.go_to_turn(500_000)
    spoken = names(view)
    assert len(spoken) < 12
    assert any(name.startswith("Turn 500000, agent Mira K.") for name in spoken)


def test_the_caret_can_be_read_and_put(view: ConversationView):
    found = QAccessible.queryAccessibleInterface(view)
    text = found.child(2).textInterface()
    plain = chat.TEXTS[3]
    assert text.characterCount() == len(plain) + 1
    assert text.text(0, 9) == "My parcel"
    assert text.cursorPosition() == -1
    after_emoji = len(plain[: plain.index("😀") + 1].encode("utf-16-le")) // 2
    text.setCursorPosition(after_emoji)
    assert (view.caret.turn, view.caret.point) == (3, plain.index("😀") + 1)
    assert text.cursorPosition() == after_emoji
    assert found.focusChild().text(Name).startswith("Turn 3, ")


def test_a_selection_is_told(view: ConversationView):
    view.select(chat.words(6, "day suits"))
    found = QAccessible.queryAccessibleInterface(view)
    assert found.child(5).text(Description) == "Selected: day suits"
    assert found.child(4).text(Description) == ""


def test_characters_and_turns_have_their_places(view: ConversationView):
    found = QAccessible.queryAccessibleInterface(view)
    turn = found.child(5)
    place = turn.textInterface().characterRect(6)
    expected = rect_of(view, 6, "d").toAlignedRect()
    assert view.viewport().mapFromGlobal(place.topLeft()) == expected.topLeft()
    assert turn.rect().contains(place)
    assert found.childAt(place.center().x(), place.center().y()).text(Name) == turn.text(Name)


def test_the_focus_follows_the_keyboard(view: ConversationView):
    QAccessible.setActive(True)
    try:
        press(view, Qt.Key.Key_Down, times=3)
        found = QAccessible.queryAccessibleInterface(view)
        states = [found.child(place).state() for place in range(found.childCount())]
        assert [bool(state.focused) for state in states] == [False, False, False, True, False, False, False]
    finally:
        QAccessible.setActive(False)


def test_changes_are_told_in_words(revision: RevisionView):
    spoken = names(revision)
    assert spoken[3] == (
        "Turn 4, agent Mira K., 10:03, reworded. "
        "The parcel has been sent to depot nine and will reach you on Friday. "
        "Deleted: it have. Inserted: has. Deleted: in due course. Inserted: on Friday."
    )
    assert spoken[6] == "Turn 7, customer Jo, 10:05. Friday."


def test_lists_come_and_go_with_their_views(qtbot: QtBot):
    for _ in range(20):
        made = ConversationView(chat.LIGHT)
        made.open(chat.full_review(), chat.HeldTurns(chat.TURNS))
        made.show()
        assert QAccessible.queryAccessibleInterface(made).childCount() > 0
        made.deleteLater()
        del made
        qtbot.wait(1)
