"""The margin as the conversation uses it: places, painting, the open card, what it hands on."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.gui import fonts
from reviewer.gui.conversation.margin_contract import Pin
from reviewer.gui.margin.margin_cards import MarginCards
from reviewer.gui.theme import Theme
from tests.gui.margin.sample import COMMENTS, criterion, full_review

PINS = [Pin("c1", 40), Pin("c2", 160), Pin("c3", 185), Pin("c4", 300), Pin("c5", 380), Pin("c6", 500)]


class Paper(QWidget):
    """A viewport that paints its margin, as the conversation does."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(820, 640)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.margin: MarginCards | None = None

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.margin:
            self.margin.paint(painter)
        painter.end()


@pytest.fixture
def paper(qtbot):
    fonts.install()
    paper = Paper()
    qtbot.addWidget(paper)
    paper.margin = MarginCards(paper, Theme.load("light"))
    paper.margin.set_motion(0)
    paper.margin.set_review(full_review())
    paper.show()
    arrange(paper)
    return paper


@pytest.fixture
def margin(paper):
    return paper.margin


@pytest.fixture
def edits(margin):
    """The edits that the margin asks for, saved at once as the page does."""
    made = []

    def save(before, after):
        made.append((before, after))
        stamped = replace(after, rev=after.rev + 1)
        full = full_review(*(stamped if one.id == after.id else one for one in COMMENTS))
        margin.set_review(full)

    margin.edited.connect(save)
    return made


def arrange(paper, scrolled=0):
    area = QRect(820 - paper.margin.width, 0, paper.margin.width, 640)
    paper.margin.arrange([Pin(pin.annotation_id, pin.y - scrolled) for pin in PINS], area)


def tops(paper):
    """The first pixel of each card below the top, by trying every point of a line through the cards."""
    left = 820 - paper.margin.width // 2
    found = {}
    for y in range(-200, 1200):
        own = paper.margin.annotation_at(QPoint(left, y))
        if own:
            found.setdefault(own, []).append(y)
    return found


def test_the_margin_has_the_width_of_a_card_and_its_gaps(margin):
    assert margin.width == 280


def test_cards_do_not_overlap_and_keep_their_order(paper):
    places = list(tops(paper).values())
    assert len(places) == len(PINS)
    assert all(below[0] - above[-1] > 8 for above, below in pairwise(places))


def test_a_card_with_room_stands_beside_its_pin_whatever_is_scrolled(paper):
    before = tops(paper)
    arrange(paper, scrolled=33)
    after = tops(paper)
    assert before["c1"][0] == 40 - 6
    assert all(after[one][0] == places[0] - 33 for one, places in before.items())


def test_the_open_card_stands_at_its_pin_and_pushes_the_others(paper):
    before = tops(paper)
    paper.margin.set_active("c3")
    after = tops(paper)
    assert after["c3"][0] == 185 - 6
    assert after["c2"][0] < before["c2"][0]
    assert len(after["c3"]) > len(before["c3"])


def test_a_card_at_the_end_of_the_screen_rises_to_be_seen_and_then_scrolls_with_the_text(paper):
    margin = paper.margin
    area = QRect(540, 0, 280, 640)
    margin.arrange([Pin("c2", 600)], area)
    margin.write("c2")
    opened = margin.card.geometry()
    assert opened.bottom() < 640
    margin.arrange([Pin("c2", 580)], area)
    assert margin.card.geometry() == opened.translated(0, -20)


def test_a_bare_highlight_is_lower_than_a_comment(paper):
    places = tops(paper)
    assert len(places["c5"]) == 37
    assert len(places["c2"]) == 75


def test_the_cards_are_painted(paper):
    image = paper.grab().toImage()
    grounds = {image.pixelColor(820 - 264 + 20, y).name() for y in range(640)}
    assert Theme.load("light").slot(3).strong.name() in {
        image.pixelColor(x, 40 - 6 + 12).name() for x in range(550, 580)
    }
    assert Theme.load("light").color("line").name() in grounds


def test_text_that_looks_like_html_is_shown_as_it_is(paper):
    paper.margin.set_active("c6")
    assert paper.margin.card.text.text() == "Ask Jo about <b>this</b> depot."


def test_a_pressed_place_names_its_comment_and_empty_margin_none(paper):
    assert paper.margin.annotation_at(QPoint(700, 40)) == "c1"
    assert paper.margin.annotation_at(QPoint(700, 630)) is None


def test_the_pointer_names_the_card_under_it(paper, qtbot):
    heard = []
    paper.margin.hovered.connect(heard.append)
    QTest.mouseMove(paper, QPoint(700, 45))
    paper.setMouseTracking(True)
    QTest.mouseMove(paper, QPoint(700, 48))
    QTest.mouseMove(paper, QPoint(100, 48))
    assert heard == ["c1", ""]


def test_writing_hands_on_the_text_when_it_is_kept(paper, edits):
    margin = paper.margin
    margin.write("c3")
    assert margin.card.editor.hasFocus()
    QTest.keyClicks(margin.card.editor, " Name it.")
    assert not edits
    QTest.keyClick(margin.card.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ((before, after),) = edits
    assert (before.text, after.text) == ("The day is not named.", "The day is not named. Name it.")
    assert not margin.card.writing
    assert paper.hasFocus()
    assert margin.active == "c3"


def test_esc_leaves_the_editor_with_its_text_kept_and_then_the_card(paper, edits):
    margin = paper.margin
    closed = []
    margin.activated.connect(closed.append)
    margin.write("c3")
    QTest.keyClicks(margin.card.editor, "!")
    QTest.keyClick(margin.card.editor, Qt.Key.Key_Escape)
    assert edits[-1][1].text == "The day is not named.!"
    assert margin.card.hasFocus()
    assert not closed
    QTest.keyClick(margin.card, Qt.Key.Key_Escape)
    assert closed == [""]
    assert margin.active == ""
    assert not margin.card.isVisible()
    assert paper.hasFocus()


def test_typing_is_handed_on_at_a_pause_and_the_caret_stays(paper, edits, qtbot):
    margin = paper.margin
    margin.write("c5")
    QTest.keyClicks(margin.card.editor, "It has been")
    qtbot.waitUntil(lambda: len(edits) == 1, timeout=3000)
    QTest.keyClicks(margin.card.editor, " sent.")
    margin.commit()
    assert [after.text for _, after in edits] == ["It has been", "It has been sent."]
    assert edits[1][0].rev == 1
    assert margin.card.editor.hasFocus()


def test_opening_another_card_hands_on_what_was_written(margin, edits):
    margin.write("c3")
    QTest.keyClicks(margin.card.editor, "?")
    margin.set_active("c1")
    assert edits[-1][1].text.endswith("named.?")
    assert margin.card.annotation.id == "c1"
    assert not margin.card.writing


def test_leaving_a_new_comment_empty_asks_for_nothing(margin, edits):
    margin.write("c5")
    QTest.keyClick(margin.card.editor, Qt.Key.Key_Escape)
    assert edits == []


def test_a_change_from_elsewhere_reaches_the_card_but_not_the_words_being_written(margin):
    margin.write("c3")
    QTest.keyClicks(margin.card.editor, " Mine.")
    other = replace(COMMENTS[2], criterion=criterion("R"), rev=4)
    margin.set_review(full_review(*(other if one.id == "c3" else one for one in COMMENTS)))
    assert margin.card.editor.text() == "The day is not named. Mine."
    assert margin.card.head.criterion_button.text() == "Relationship"


def test_undo_of_the_text_reaches_the_open_editor(margin):
    margin.write("c3")
    margin.set_review(full_review(*(replace(one, text="Older.") if one.id == "c3" else one for one in COMMENTS)))
    assert margin.card.editor.text() == "Older."


def test_placing_cards_while_painting_does_not_paint_for_ever(paper, qtbot):
    paper.margin.set_active("c3")
    painted = []

    def paint(event, original=paper.paintEvent):
        painted.append(event)
        arrange(paper)
        original(event)

    paper.paintEvent = paint
    paper.update()
    qtbot.wait(100)
    assert 1 <= len(painted) <= 3


def test_a_comment_that_is_gone_closes_its_card(paper):
    margin, heard = paper.margin, []
    margin.activated.connect(heard.append)
    margin.write("c3")
    margin.set_review(full_review(*(one for one in COMMENTS if one.id != "c3")))
    assert heard == [""]
    assert not margin.card.isVisible()
    assert paper.hasFocus()


def test_the_card_stays_with_its_caret_while_its_words_are_scrolled_away(paper):
    margin = paper.margin
    margin.write("c3")
    margin.arrange([Pin("c1", 40)], QRect(540, 0, 280, 640))
    assert margin.card.editor.hasFocus()
    assert not margin.card.geometry().intersects(paper.rect())


def test_narrow_windows_have_numbered_pins_that_open_as_popovers(paper):
    margin = paper.margin
    margin.set_compact(True)
    assert margin.width == 36
    arrange(paper)
    places = list(tops(paper).values())
    assert [len(place) for place in places] == [22] * len(PINS)
    assert all(below[0] - above[-1] > 4 for above, below in pairwise(places))
    margin.set_active("c2")
    assert margin.card.geometry().right() < 820 - 36
    assert paper.rect().contains(margin.card.geometry())


def test_a_rewrite_in_the_revision_says_where(margin):
    revision = Revision("revision", "review")
    change = RevisedTurn(
        "change",
        "revision",
        4,
        "4",
        None,
        "Sure, your parcel is on the van.",
        ChangeKind.REWORDED,
        annotations=("c2",),
    )
    margin.set_active("c2")
    assert margin.card.actions_row.use_button.isVisible()
    margin.set_review(full_review(revisions=(revision,), revised_turns=(change,)))
    assert not margin.card.actions_row.use_button.isVisible()
    assert margin.card.actions_row.used.text() == "In the revision, turn 4."
    shown = []
    margin.change_wanted.connect(shown.append)
    QTest.mouseClick(margin.card.actions_row.show_button, Qt.MouseButton.LeftButton)
    assert shown == [4]


def test_fifty_thousand_comments_are_only_measured_on_screen(paper, qtbot):
    many = [
        replace(
            COMMENTS[1],
            id=f"m{index}",
            anchor=replace(COMMENTS[1].anchor, first_turn=index + 1, last_turn=index + 1),
        )
        for index in range(50_000)
    ]
    paper.margin.set_review(full_review(*many))
    area = QRect(540, 0, 280, 640)
    for step in range(200):
        shown = [Pin(f"m{step * 100 + index}", index * 90) for index in range(7)]
        paper.margin.arrange(shown, area)
    assert paper.margin.annotation_at(QPoint(700, 20)) == "m19900"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_another_theme_repaints_everything(paper, name):
    theme = Theme.load(name)
    paper.margin.set_active("c2")
    paper.margin.set_theme(theme)
    image = paper.grab().toImage()
    assert image.pixelColor(paper.margin.card.geometry().center().x(), paper.margin.card.y() + 5) == theme.color(
        "raised"
    )
