"""What opens under selected words: its place, its keys, what it makes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.domain.annotation import Verdict
from reviewer.gui import fonts
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.criterion_button import CriterionButton, KeyedButton, MoreButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.popover_place import popover_place
from reviewer.gui.widgets.selection_popover import SelectionPopover, choices
from tests.gui.margin.sample import criterion, rubric

WORDS = QRect(70, 200, 110, 24)


class Conversation(QWidget):
    """A widget with the caret, which must not get the popover's keys."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(820, 640)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keys: list[str] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.text())


@pytest.fixture
def conversation(qtbot):
    fonts.install()
    conversation = Conversation()
    qtbot.addWidget(conversation)
    conversation.show()
    conversation.setFocus()
    return conversation


@pytest.fixture
def popover(conversation):
    return SelectionPopover(conversation, Theme.load("light"))


@pytest.fixture
def made(popover):
    made = []
    popover.chosen.connect(lambda own, verdict: made.append(("comment", own, verdict)))
    popover.suggest.connect(lambda own, verdict: made.append(("rewrite", own, verdict)))
    popover.highlighted.connect(lambda own: made.append(("highlight", own)))
    popover.closed.connect(lambda: made.append("closed"))
    return made


def open_for(popover, words=WORDS, rules=None, last="T", verdict=Verdict.CONCERN, **options):
    there = QRect(popover.parentWidget().mapToGlobal(words.topLeft()), words.size())
    popover.show_for(there, rules or rubric(), criterion(last) if last else None, verdict, **options)


def says(popover):
    return [words.text() for words in popover.findChildren(PlainText)][-1]


def test_it_offers_every_criterion_with_its_key_and_meaning(popover):
    open_for(popover)
    buttons = [one for one in popover.findChildren(CriterionButton) if one.isVisible()]
    names = [button.accessibleName() for button in buttons]
    assert names[0] == "Word choice, key 1"
    assert names[-1] == "Note, key 8"
    assert all(button.accessibleDescription() in button.toolTip() for button in buttons[-1:])
    assert all(button.width() >= 24 and button.height() >= 24 for button in buttons)
    assert says(popover) == "Tone, concern"


def test_a_press_on_a_criterion_makes_the_comment_at_once(popover, made):
    open_for(popover)
    button = popover.findChildren(CriterionButton)[1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert made == ["closed", ("comment", criterion("G"), Verdict.CONCERN)]
    assert not popover.isVisible()


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        ("1", ("comment", "W", Verdict.CONCERN)),
        ("8", ("comment", None, Verdict.CONCERN)),
        ("+5", ("comment", "H", Verdict.STRENGTH)),
        ("+-5", ("comment", "H", Verdict.CONCERN)),
        ("c", ("comment", "T", Verdict.CONCERN)),
        ("s", ("rewrite", "T", Verdict.CONCERN)),
        ("\r", ("comment", "T", Verdict.CONCERN)),
        ("h", ("highlight", "T")),
    ],
)
def test_its_keys_work_while_the_caret_stays_in_the_conversation(conversation, popover, made, keys, result):
    open_for(popover)
    assert conversation.hasFocus()
    for key in keys:
        QTest.keyClick(conversation, Qt.Key.Key_Return if key == "\r" else key)
    kind, letter, *verdict = result
    assert made == ["closed", (kind, criterion(letter) if letter else None, *verdict)]
    assert conversation.keys == []


def test_esc_closes_it_and_other_keys_reach_the_conversation(conversation, popover, made):
    open_for(popover)
    QTest.keyClick(conversation, "n")
    QTest.keyClick(conversation, Qt.Key.Key_Escape)
    assert conversation.keys == ["n"]
    assert made == ["closed"]
    QTest.keyClick(conversation, "1")
    assert conversation.keys == ["n", "1"]


def test_arrows_move_among_the_buttons_and_enter_presses(conversation, popover, made):
    open_for(popover)
    QTest.keyClick(conversation, Qt.Key.Key_Right)
    buttons = popover.findChildren(CriterionButton)
    assert buttons[2].hasFocus()
    QTest.keyClick(buttons[2], Qt.Key.Key_Right)
    assert buttons[3].hasFocus()
    assert says(popover) == "Professionalism, concern"
    QTest.keyClick(buttons[3], Qt.Key.Key_Return)
    assert made[-1] == ("comment", criterion("P"), Verdict.CONCERN)
    assert conversation.hasFocus()


def test_across_turns_there_is_no_rewrite_and_it_says_why(conversation, popover, made):
    open_for(popover, one_turn=False)
    texts = [button.text() for button in popover.findChildren(KeyedButton)]
    assert texts == ["Comment", "Rewrite works on one turn"]
    QTest.keyClick(conversation, "s")
    assert made == []


def test_many_criteria_are_listed_behind_a_ninth_button(popover, made):
    rules = rubric()
    more = tuple(
        replace(rules.criteria[0], id=f"x{number}", position=number, letter=letter, name=f"Extra {letter}")
        for number, letter in ((8, "X"), (9, "Y"))
    )
    open_for(popover, rules=replace(rules, criteria=rules.criteria + more))
    (button,) = popover.findChildren(MoreButton)
    assert button.isVisible()
    assert len([one for one in popover.findChildren(CriterionButton) if one.isVisible()]) == 8
    assert choices(rules)[-1] is None


def test_few_criteria_need_no_ninth_button(popover):
    open_for(popover)
    assert not popover.findChildren(MoreButton)[0].isVisible()


def test_it_stands_under_the_words_and_flips_above_near_the_end(popover):
    open_for(popover)
    assert popover._place.frame.top() > WORDS.bottom()
    open_for(popover, QRect(70, 600, 110, 24))
    assert popover._place.above
    assert popover._place.frame.bottom() < 600


def test_it_shows_the_colours_of_its_theme(conversation, popover):
    open_for(popover)
    for name in ("dark", "light"):
        theme = Theme.load(name)
        popover.set_theme(theme)
        image = conversation.grab().toImage()
        inside = popover.geometry().topLeft() + QPoint(24 + 4, 24 + 20)
        assert image.pixelColor(inside) == theme.color("raised")


@given(st.integers(-50, 700), st.integers(0, 560), st.integers(1, 600), st.integers(20, 200))
def test_it_stays_in_the_view_and_off_the_words_where_one_side_has_room(left, top, width, height):
    view, words = QRect(0, 0, 820, 640), QRect(left, top, width, height)
    place = popover_place(words, 404, 84, view)
    assert view.contains(place.frame)
    if max(top, 640 - words.bottom()) > 100:
        assert not place.frame.intersects(words)
    assert 0 < place.arrow < place.frame.width()


def test_less_than_96_pixels_below_flips_it():
    assert not popover_place(QRect(QPoint(80, 400), QSize(80, 24)), 404, 84, QRect(0, 0, 820, 521)).above
    assert popover_place(QRect(QPoint(80, 400), QSize(80, 24)), 404, 84, QRect(0, 0, 820, 515)).above
