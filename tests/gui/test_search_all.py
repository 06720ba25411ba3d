"""Words in the turns and comments of all transcripts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui.dialogs.search_all import bold_pieces
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, SHIFT, comment, press

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 0)
    open_sample(made, 1)
    return made


def search(shown, qtbot, words: str):
    press(shown, Key.Key_F, modifier=CONTROL | SHIFT)
    dialog = shown.acts.search
    QTest.keyClicks(dialog.field, words)
    qtbot.waitUntil(lambda: not dialog.searching)
    return dialog


def groups(dialog) -> dict[str, list[str]]:
    tops = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
    return {one.text(0): [one.child(at).text(0) for at in range(one.childCount())] for one in tops}


def test_turns_of_all_chats_are_listed_and_a_press_opens_the_chat_there(shown, qtbot):
    dialog = search(shown, qtbot, "connection charge")
    found = groups(dialog)
    assert list(found) == ["Tablet order, connection charge"]
    assert [line.partition("  ")[0] for line in found["Tablet order, connection charge"]][:2] == ["3", "4"]
    assert dialog.count.text().endswith("in 1 transcript")
    dialog.list.itemClicked.emit(dialog.list.topLevelItem(0).child(1), 0)
    assert shown.session.full.transcript.title.startswith("Tablet order")
    assert shown.review.view.focused_turn() == 4
    assert not dialog.isVisible()


def test_comments_are_found_and_their_card_opens_by_keyboard_alone(shown, qtbot):
    comment(shown, 6, "Quite unheard of")
    made = shown.session.full.annotations[-1]
    open_sample(shown, 0)
    dialog = search(shown, qtbot, "unheard")
    (lines,) = groups(dialog).values()
    assert lines == ["Comment  Quite unheard of"]
    press(dialog.field, Key.Key_Down)
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0).child(0))
    press(dialog.list, Key.Key_Return)
    assert shown.session.full.transcript.title.startswith("Renewal")
    assert shown.review.margin.active == made.id


def test_words_that_are_nowhere_are_said_to_be(shown, qtbot):
    dialog = search(shown, qtbot, "xylophone 100%")
    assert groups(dialog) == {}
    assert dialog.count.text() == "No turn and no comment holds “xylophone 100%”."
    dialog.close()


def test_found_words_are_bold_wherever_they_stand():
    assert bold_pieces("A fee, a FEE.", "fee") == [
        ("A ", False), ("fee", True), (", a ", False), ("FEE", True), (".", False),
    ]  # fmt: skip
    assert bold_pieces("A fee", "") == [("A fee", False)]
