"""The Comments tab: rows, grouping, filters, keys, names, and very many comments."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.gui import fonts
from reviewer.gui.panels.comments import CommentsPanel
from reviewer.gui.theme import Theme
from tests.gui.margin.sample import COMMENTS, criterion, full_review, rubric


@pytest.fixture
def panel(qtbot):
    fonts.install()
    dock = QWidget()
    qtbot.addWidget(dock)
    dock.resize(316, 600)
    panel = CommentsPanel(Theme.load("light"), dock)
    panel.resize(316, 600)
    dock.show()
    panel.set_review(full_review())
    yield panel
    dock.close()


def spoken(panel):
    rows = panel.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    return [rows.index(row).data(role) for row in range(rows.rowCount())]


def choose(box, words):
    box.setCurrentIndex(box.findText(words))


def test_comments_stand_under_their_turns(panel):
    assert spoken(panel)[:5] == [
        "Turn 2, 1 comment",
        "Comment 1, Tone, strength, on ‘good to have you here’, turn 2. A kind first line.",
        "Turn 4, 2 comments",
        (
            "Comment 2, Word choice, concern, on ‘your parcel is with the courier’, turn 4. "
            "Depot language. Say where the parcel is. Suggested rewrite: your parcel is on the van."
        ),
        "Comment 3, Handling, concern, on ‘in due course’, turn 4. The day is not named.",
    ]
    assert panel.counts.text() == "6 comments"
    assert panel.count == 6


def test_comments_stand_under_their_criteria(panel):
    choose(panel.grouping, "By criterion")
    headings = [words for words in spoken(panel) if not words.startswith("Comment")]
    assert headings == [
        "Word choice, 1 comment",
        "Grammar, 1 comment",
        "Tone, 1 comment",
        "Handling, 2 comments",
        "Note, 1 comment",
    ]


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [("Concerns", "23456"), ("Strengths", "1"), ("Without text", "5"), ("Handling", "34"), ("Note", "6")],
)
def test_filters_keep_one_kind_and_say_how_many(panel, kind, numbers):
    choose(panel.filter, kind)
    shown = [words.split(",")[0][-1] for words in spoken(panel) if words.startswith("Comment")]
    assert "".join(shown) == numbers
    assert panel.counts.text() == f"{len(numbers)} of 6 comments"


def test_the_scorecard_can_ask_for_one_criterion(panel):
    panel.show_criterion(criterion("H"))
    assert panel.filter.currentText() == "Handling"
    panel.show_criterion(None)
    assert panel.filter.currentText() == "Note"


def test_without_text_says_that_nothing_is_left(panel):
    panel.set_review(full_review(*(replace(one, text="Said.") for one in COMMENTS)))
    choose(panel.filter, "Without text")
    assert panel.empty.isVisible()
    assert panel.empty.text() == "No comment is left without text."


def test_nothing_yet_and_nothing_of_a_kind_are_said_in_words(panel):
    choose(panel.filter, "Strengths")
    panel.set_review(full_review(*COMMENTS[1:]))
    assert panel.empty.isVisible()
    assert panel.empty.text() == "No comment is a strength."
    panel.set_review(full_review(annotations=()))
    assert panel.empty.text() == "No comments yet. Select words in the chat and press C."
    assert not panel.list.isVisible()


def test_keys_go_through_the_comments_and_enter_opens_one(panel):
    heard = []
    panel.activated.connect(heard.append)
    panel.list.setFocus()
    panel.set_active("c1")
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert heard == []
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.list, Qt.Key.Key_Enter)
    assert heard == ["c2", "c1"]


def test_a_press_opens_a_comment_and_a_heading_does_nothing(panel):
    heard = []
    panel.activated.connect(heard.append)
    for row in (2, 3):
        place = panel.list.visualRect(panel.rows.index(row)).center()
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == ["c2"]


def test_rows_do_not_overlap(panel):
    places = [panel.list.visualRect(panel.rows.index(row)) for row in range(panel.rows.rowCount())]
    assert all(above.bottom() + 1 == below.top() for above, below in pairwise(places))


def test_an_edit_keeps_the_place_in_the_list(panel):
    panel.set_active("c6")
    before = panel.list.verticalScrollBar().value()
    changed = replace(COMMENTS[5], text="Ask Jo.", rev=2)
    panel.set_review(full_review(*COMMENTS[:5], changed))
    assert panel.list.verticalScrollBar().value() == before
    assert panel.list.currentIndex() == panel.rows.index_of("c6")
    assert spoken(panel)[-1].endswith("Ask Jo.")


def test_another_rubric_brings_its_own_filters(panel):
    rules = rubric()
    panel.set_review(full_review(rubric=replace(rules, criteria=rules.criteria[:2])))
    assert panel.filter.findText("Handling") == -1
    assert panel.filter.findText("Grammar") > 0


def test_a_hidden_tab_catches_up_when_it_is_shown(panel):
    panel.hide()
    panel.set_review(full_review(*COMMENTS[:2]))
    assert panel.count == 2
    panel.show()
    assert panel.counts.text() == "2 comments"


def test_fifty_thousand_comments_are_listed(panel):
    many = [
        replace(COMMENTS[2], id=f"m{number}", anchor=replace(COMMENTS[2].anchor, first_turn=number, last_turn=number))
        for number in range(1, 50_001)
    ]
    panel.set_review(full_review(*many))
    panel.set_active("m40000")
    assert panel.counts.text() == "50,000 comments"
    assert panel.list.viewport().rect().intersects(panel.list.visualRect(panel.rows.index_of("m40000")))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_rows_are_painted_in_the_theme(panel, name):
    theme = Theme.load(name)
    panel.set_theme(theme)
    panel.set_active("c3")
    image = panel.list.viewport().grab().toImage()
    place = panel.list.visualRect(panel.rows.index_of("c3"))
    assert image.pixelColor(place.right() - 3, place.top() + 2) == theme.color("accent_soft")
    chip = image.pixelColor(place.left() + 14 + 3, place.top() + 8 + 9)
    assert chip == theme.slot(5).strong
