"""The Comments tab: rows, grouping, filters, keys, names, and very many comments."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.gui import fonts
from reviewer.gui.panels.comment_rows import CHUNK
from reviewer.gui.panels.comments import PAUSE_MS, CommentsPanel
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


def numbers(panel):
    return "".join(words.split(",")[0][-1] for words in spoken(panel) if words.startswith("Comment"))


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
    ("kind", "kept"),
    [("Concerns", "23456"), ("Strengths", "1"), ("Without text", "5")],
)
def test_filters_keep_one_kind_and_say_how_many(panel, kind, kept):
    choose(panel.filter, kind)
    assert numbers(panel) == kept
    assert panel.counts.text() == f"{len(kept)} of 6 comments"


def test_the_scorecard_can_ask_for_one_criterion(panel):
    choose(panel.filter, "Strengths")
    panel.words.setText("kind")
    panel.show_criterion(criterion("H"))
    assert numbers(panel) == "34"
    assert (panel.chip.isVisible(), panel.chip.text()) == (True, "Handling")
    assert (panel.filter.currentText(), panel.words.text()) == ("All", "")
    panel.show_criterion(None)
    assert (panel.chip.text(), numbers(panel)) == ("Note", "6")


@pytest.mark.parametrize("take_away", [QWidget.setFocus, None])
def test_the_chip_of_a_criterion_goes_by_mouse_and_by_key(panel, take_away):
    panel.show_criterion(criterion("H"))
    if take_away:
        panel.chip.setFocus()
        QTest.keyClick(panel.chip, Qt.Key.Key_Backspace)
    else:
        QTest.mouseClick(panel.chip, Qt.MouseButton.LeftButton)
    assert not panel.chip.isVisible()
    assert numbers(panel) == "123456"
    assert panel.list.hasFocus()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("courier", "24"),
        ("COURIER said", ""),
        ("van", "2"),
        ("day named", "3"),
        ("handling", "34"),
        ("note depot", "6"),
    ],
)
def test_the_filter_looks_in_text_rewrite_quote_and_criterion(panel, words, shown):
    QTest.keyClicks(panel.words, words)
    QTest.qWait(PAUSE_MS + 50)
    assert numbers(panel) == shown
    assert panel.empty.isVisible() is not bool(shown)


def test_a_filter_that_keeps_nothing_says_so_and_shows_all_again(panel):
    panel.show_criterion(criterion("H"))
    panel.words.setText("refnd")
    QTest.qWait(PAUSE_MS + 50)
    assert panel.empty.text() == "No comment holds ‘refnd’."
    QTest.mouseClick(panel.show_all, Qt.MouseButton.LeftButton)
    assert numbers(panel) == "123456"
    assert not panel.chip.isVisible()


def test_keys_lead_from_the_filter_into_the_list_and_back(panel):
    panel.list.setFocus()
    QTest.keyClicks(panel.list, "/")
    assert panel.words.hasFocus()
    QTest.keyClicks(panel.words, "depot")
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    assert panel.words.text() == ""
    QTest.keyClick(panel.words, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    assert panel.list.current_comment == "c1"


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


def test_keys_go_through_the_comments_and_act_on_one(panel):
    heard = []
    panel.wanted.connect(lambda command, own: heard.append((command, own)))
    panel.list.setFocus()
    panel.set_active("c1")
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert heard == []
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    QTest.keyClicks(panel.list, "u-")
    assert heard == [("edit_comment", "c2"), ("delete_comment", "c1"), ("use", "c1"), ("concern", "c1")]
    heard.clear()
    panel.list.single_keys = False
    QTest.keyClicks(panel.list, "u-")
    QTest.keyClick(panel.list, Qt.Key.Key_Enter)
    assert heard == [("edit_comment", "c1")]


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


def test_another_rubric_lets_go_of_a_criterion_that_it_lacks(panel):
    rules = rubric()
    panel.show_criterion(criterion("G"))
    panel.set_review(full_review(rubric=replace(rules, criteria=rules.criteria[:2])))
    assert panel.chip.isVisible()
    panel.show_criterion(criterion("H"))
    panel.set_review(full_review(rubric=replace(rules, criteria=rules.criteria[:1])))
    assert not panel.chip.isVisible()


def test_the_keyboard_stays_at_its_row_while_comments_change(panel):
    panel.set_active("c1")
    panel.list.go_to("c4")
    panel.set_review(full_review(*COMMENTS[1:]))
    assert panel.list.current_comment == "c4"


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
    assert panel.rows.rowCount() == CHUNK
    panel.set_active("m40000")
    assert panel.counts.text() == "50,000 comments"
    assert panel.list.viewport().rect().intersects(panel.list.visualRect(panel.rows.index_of("m40000")))


def test_the_end_of_many_comments_is_one_key_away(panel):
    many = [
        replace(COMMENTS[2], id=f"m{number}", anchor=replace(COMMENTS[2].anchor, first_turn=number, last_turn=number))
        for number in range(1, 2_001)
    ]
    panel.set_review(full_review(*many))
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.list.current_comment == "m2000"


def test_a_comment_without_its_words_shows_that_they_are_gone(panel):
    lost = replace(COMMENTS[2], anchor=replace(COMMENTS[2].anchor, found=False))
    panel.set_review(full_review(*COMMENTS[:2], lost))
    assert spoken(panel)[0] == "Words not found, 1 comment"
    theme = Theme.load("light")
    place = panel.list.visualRect(panel.rows.index_of("c3"))
    image = panel.list.viewport().grab(place).toImage()
    line = [image.pixelColor(x, y) for x in range(place.width()) for y in range(8, 26)]
    assert theme.color("warning") in line


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


def test_large_numbers_beside_a_chip_do_not_widen_the_panel(panel):
    before = panel.minimumSizeHint().width()
    both = criterion("P"), criterion("T")
    many = [replace(COMMENTS[2], id=f"m{number}", criterion=both[number % 2]) for number in range(20_000)]
    panel.set_review(full_review(*many))
    panel.show_criterion(both[0])
    assert panel.counts.text() == "10,000 of 20,000 comments"
    assert panel.minimumSizeHint().width() <= before
