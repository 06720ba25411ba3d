"""What is painted: fills, underlines, pins, brackets, the selection, hits, the caret."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reviewer.domain.annotation import Annotation
from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.margin_contract import Pin
from reviewer.gui.conversation.paint_state import Hit
from reviewer.gui.theme import Theme
from tests.gui.conversation import chat
from tests.gui.conversation.places import press, rect_of, top_of


def seen(view: ConversationView) -> QImage:
    return view.viewport().grab().toImage()


def counted(image: QImage, place: QRect, color: QColor) -> int:
    ratio = image.devicePixelRatio()
    assert ratio == 1
    inside = place.intersected(image.rect())
    return sum(
        image.pixelColor(x, y) == color
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1)
    )


def words(view: ConversationView, position: int, quote: str) -> QRect:
    return rect_of(view, position, quote).toAlignedRect()


def slot(view: ConversationView, letter: str):
    criterion = chat.rubric().criterion(chat.criterion(letter))
    return view.theme.slot(criterion.slot)


def test_words_of_a_comment_have_its_fill_and_underline(view: ConversationView):
    place = words(view, 2, "good to have you here")
    image = seen(view)
    assert counted(image, place, slot(view, "T").fill) > place.width() * 8
    assert counted(image, place, slot(view, "T").strong) > 20


def test_the_shortest_comment_wins_and_the_outer_underline_lies_lower(view: ConversationView):
    inner, outer = words(view, 4, "have been"), words(view, 4, "sent to")
    image = seen(view)
    assert counted(image, inner, slot(view, "G").fill) > counted(image, inner, slot(view, "H").fill)
    assert counted(image, outer, slot(view, "H").fill) > outer.width() * 8
    row = view.rows.turn(4)
    lanes = {one.annotation.id: one.lane for one in row.marks.highlights}
    assert lanes == {"short": 0, "long": 1}


def test_the_active_comment_has_the_deeper_fill(view: ConversationView):
    view.activate("hello")
    place = words(view, 2, "good to have you here")
    assert counted(seen(view), place, slot(view, "T").active) > place.width() * 8


def test_pins_stand_after_the_words_and_cover_none(view: ConversationView):
    row = view.rows.turn(2)
    (placed,) = row.pins
    before = row.rects(0, row.text.index("."))[0]
    after = row.rects(row.text.index(". How"), len(row.text))[0]
    assert before.right() <= placed.rect.left()
    assert placed.rect.right() <= after.left()
    shift = QPoint(round(view.rows.paper.text_left), round(top_of(view, 2) + row.text_top))
    place = placed.rect.toAlignedRect().translated(shift)
    assert counted(seen(view), place, slot(view, "T").strong) > 100


def test_comments_are_numbered_by_where_they_end(view: ConversationView):
    numbers = {pin.annotation_id: pin.number for row in (2, 4, 6) for pin in view.rows.turn(row).marks.pins}
    assert numbers == {"hello": 1, "short": 2, "long": 3, "pair": 4}


def test_whole_turns_have_a_bracket_and_no_fill(view: ConversationView):
    paper = view.rows.paper
    edge = paper.left + paper.width - 12
    top, bottom = round(top_of(view, 5)), round(top_of(view, 6) + view.row_height(6))
    line = QRect(edge, top, 8, bottom - top)
    assert counted(seen(view), line, slot(view, "H").strong) > (bottom - top - 60)
    assert counted(seen(view), words(view, 6, "Which day suits you"), slot(view, "H").fill) == 0


def test_the_selection_lies_behind_the_words(view: ConversationView):
    view.select(chat.words(6, "day suits"))
    place = words(view, 6, "day suits")
    assert counted(seen(view), place, view.theme.color("select")) > place.width() * 8
    view.clear_selection()
    assert counted(seen(view), place, view.theme.color("select")) == 0


def test_a_system_line_between_is_not_tinted(qtbot: QtBot):
    lines = (("agent", "10:00", "One"), ("", "10:00", "Joined"), ("agent", "10:01", "Two"))
    turns = [chat.turn(position, *line) for position, line in enumerate(lines, start=1)]
    texts = {one.position: one.text for one in turns}
    anchor = chat.anchor_at(texts, 1, 0, 3, 3)
    view = ConversationView(chat.LIGHT)
    qtbot.addWidget(view)
    view.open(chat.full_review(chat.comment("all", "T", anchor)), chat.HeldTurns(turns))
    assert [len(view.rows.turn(position).marks.highlights) for position in (1, 2, 3)] == [1, 0, 1]


def test_found_words_are_outlined_and_the_current_one_filled(view: ConversationView):
    hits = [Hit(4, 4, 10), Hit(6, 6, 9)]
    view.set_hits(hits, 1)
    place = words(view, 6, "day")
    assert counted(seen(view), place, view.theme.color("select")) > place.width() * 5
    assert counted(seen(view), words(view, 4, "parcel"), view.theme.color("select")) == 0
    bar = view.marked_bar.grab().toImage()
    assert counted(bar, bar.rect(), view.theme.color("accent")) > 8
    view.set_hits([], None)
    assert counted(seen(view), place, view.theme.color("select")) == 0


def test_the_caret_shows_with_the_keyboard_only(view: ConversationView, qtbot: QtBot):
    view.go_to_turn(7)
    press(view, Qt.Key.Key_Right)
    assert view.blink.shown
    other = ConversationView(chat.LIGHT, view)
    other.show()
    other.setFocus()
    assert not view.blink.shown


def test_the_focused_turn_is_tinted(view: ConversationView):
    view.go_to_turn(6)
    place = QPoint(view.rows.paper.left + 48, round(top_of(view, 6)) + 4)
    tinted = seen(view).pixelColor(place)
    view.go_to_turn(7)
    assert seen(view).pixelColor(place) == view.theme.color("paper") != tinted


@pytest.mark.parametrize("number", range(1, 9))
def test_every_criterion_can_be_told_apart_without_colour(number: int):
    slots = [Theme.load("light").slot(one) for one in range(1, 9)]
    own = slots[number - 1]
    assert [(one.underline, one.width) for one in slots].count((own.underline, own.width)) == 1


@pytest.mark.parametrize("letter", ["W", "G", "T", "P", "H", "F", "R", "N"])
def test_every_underline_style_is_drawn(qtbot: QtBot, letter: str):
    view = ConversationView(chat.LIGHT)
    qtbot.addWidget(view)
    view.resize(640, 500)
    view.open(chat.full_review(chat.comment("one", letter, chat.words(6, "Which day"))), chat.HeldTurns(chat.TURNS))
    view.show()
    strong = slot(view, letter).strong if letter != "N" else view.theme.slot(None).strong
    view.go_to_turn(1)
    view.show_turn(6)
    place = words(view, 6, "Which day")
    assert counted(seen(view), place.adjusted(0, 0, 0, 4), strong) > 10


def test_a_pause_of_two_minutes_is_told(view: ConversationView):
    assert view.rows.turn(4).spoken.pause == "2 min 10 s later"
    assert view.rows.turn(3).spoken.pause == ""


def test_the_head_says_what_chat_it_is(view: ConversationView):
    header = view.rows.header
    assert header.title == "Late parcel"
    assert [fact.words for fact in header.facts] == ["7 turns", "Mira K.", "Web chat"]


def test_only_rows_whose_marks_changed_are_laid_out_again(view: ConversationView):
    two, six = view.rows.turn(2), view.rows.turn(6)
    view.set_review(chat.full_review(chat.HELLO, chat.PAIR, chat.comment("new", "T", chat.words(2, "Hello"))))
    assert view.rows.turn(6) is not six
    assert view.rows.turn(2) is not two
    two = view.rows.turn(2)
    view.set_review(chat.full_review(chat.HELLO, chat.comment("new", "T", chat.words(2, "Hello"))))
    assert view.rows.turn(2) is two


class RecordingMargin:
    """Remembers where it was told to stand."""

    width = 180

    def __init__(self) -> None:
        self.pins: list[Pin] = []
        self.area = QRect()
        self.painted = 0

    def arrange(self, pins: list[Pin], area: QRect) -> None:
        self.pins, self.area = list(pins), area

    def paint(self, painter: object) -> None:
        self.painted += 1

    def annotation_at(self, point: QPoint) -> str | None:
        return "hello" if self.area.contains(point) else None


def test_the_margin_stands_beside_the_paper_and_knows_the_pins(view: ConversationView, qtbot: QtBot):
    margin = RecordingMargin()
    view.set_margin(margin)
    seen(view)
    paper = view.rows.paper
    assert margin.painted
    assert margin.area == QRect(paper.left + paper.width, 0, 180, view.viewport().height())
    tops = {pin.annotation_id: pin.y for pin in margin.pins}
    assert list(tops) == ["hello", "short", "long", "pair"]
    assert tops["hello"] == round(top_of(view, 2) + view.rows.turn(2).text_top)
    before = tops["hello"]
    view.resize(640, 300)
    view.scroll_by(10)
    assert {pin.annotation_id: pin.y for pin in margin.pins}["hello"] == before - 10
    with qtbot.waitSignal(view.annotation_activated) as opened:
        from tests.gui.conversation.places import click

        click(view, margin.area.center())
    assert opened.args == ["hello"]


def test_everything_is_mirrored_where_people_read_from_the_right(view: ConversationView):
    margin = RecordingMargin()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.set_margin(margin)
    paper = view.rows.paper
    assert paper.mirrored
    assert margin.area.right() < paper.left + 1
    assert not seen(view).isNull()


def test_hebrew_stands_at_the_right(view: ConversationView):
    row = view.rows.turn(5)
    assert row.block.right_to_left
    first = row.rects(0, 4)[0]
    assert first.right() == pytest.approx(view.rows.paper.text_width, abs=2)
    assert row.point_at(first.right() - 1, row.text_top + 5) == 0


def test_large_text_shows_and_clicks(view: ConversationView):
    view.set_text_scale(2.0)
    view.go_to_turn(6)
    row = view.rows.turn(6)
    target = view.target_at(QPointF(view.rows.paper.text_left + 5, top_of(view, 6) + row.text_top + 10))
    assert (target.position, target.point) == (6, 0)


def test_focus_mode_keeps_underlines_and_drops_fills(view: ConversationView):
    view.set_focus_mode(True)
    place = words(view, 2, "good to have you here")
    assert counted(seen(view), place, slot(view, "T").fill) == 0
    assert counted(seen(view), place, slot(view, "T").strong) > 20


def three_deep() -> tuple[Annotation, ...]:
    quotes = ("been", "have been", "it have been sent", "parcel it have been sent to")
    return tuple(chat.comment(f"c{number}", "T", chat.words(4, quote)) for number, quote in enumerate(quotes))


def test_lines_with_three_lanes_grow(qtbot: QtBot):
    view = ConversationView(chat.LIGHT)
    qtbot.addWidget(view)
    view.resize(640, 600)
    view.open(chat.full_review(*three_deep()), chat.HeldTurns(chat.TURNS))
    heights = [line.height for line in view.rows.turn(4).block.lines]
    assert heights[0] == heights[-1] + 4
    view.show()
    assert not seen(view).isNull()
