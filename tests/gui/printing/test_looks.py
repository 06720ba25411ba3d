"""What is seen: lines under and through changed words, underlines of criteria, numbers in their colours."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer.exporters.view_model import Mark, Piece, Ref
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.ink import ink, slot
from reviewer.gui.printing.lettering import PT, SAID
from reviewer.gui.printing.passage import Passage
from reviewer.gui.printing.words import Words

pytestmark = pytest.mark.usefixtures("qapp")
EDGE = 100


def picture(passage: Passage, width: float = 300 * PT) -> tuple[QImage, Words, Canvas]:
    said = Words(passage, width)
    image = QImage(round(width) + 2 * EDGE, round(said.height) + 2 * EDGE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    canvas = Canvas(painter, 0, 0)
    said.paint(canvas, EDGE, EDGE)
    painter.end()
    return image, said, canvas


def has_line(image: QImage, color: QColor, top: float, bottom: float, at: float) -> bool:
    """Whether some row between two heights has the colour there."""
    return any(image.pixelColor(EDGE + round(at), EDGE + y) == color for y in range(round(top), round(bottom)))


def x_of(said: Words, unit: int) -> float:
    return said.lines[0].line.cursorToX(unit)[0]


def test_inserted_words_are_underlined_and_deleted_ones_struck():
    passage = Passage(SAID).pieces([Piece("", "Stay "), Piece("del", "gone     gone"), Piece("ins", "came     came")])
    image, said, _ = picture(passage)
    base = said.lines[0].baseline
    gone, came = x_of(said, 5 + 6), x_of(said, 18 + 6)
    assert has_line(image, ink("deleted"), base - 6 * PT, base, gone)
    assert not has_line(image, ink("deleted"), base + 1, base + 4 * PT, gone)
    assert has_line(image, ink("inserted"), base + 1, base + 4 * PT, came)
    assert not has_line(image, ink("inserted"), base - 6 * PT, base, came)
    assert image.pixelColor(EDGE + round(gone), EDGE + round(base - 7 * PT)) == ink("deleted_ground")


def test_nested_marks_have_two_underlines_and_the_inner_ground():
    nodes = [Mark(5, ("outer ", Mark(6, ("inner     inner",)), " outer"))]
    image, said, _ = picture(Passage(SAID).nodes(nodes))
    base, at = said.lines[0].baseline, x_of(said, 6 + 7)
    assert has_line(image, slot(5).strong, base + 2 * PT, base + 4 * PT, at)
    assert has_line(image, slot(6).strong, base + 4.5 * PT, base + 7 * PT, at)
    assert image.pixelColor(EDGE + round(at), EDGE + round(base - 8 * PT)) == slot(6).fill


def test_a_number_stands_on_its_colour_also_within_a_mark_and_leads_to_its_comment():
    nodes = [Mark(4, ("words ", Ref(12, 3), " more"))]
    image, said, canvas = picture(Passage(SAID).nodes(nodes))
    (link,) = canvas.links
    assert link.target == "c12"
    assert "r12" in canvas.places
    box = link.box
    assert image.pixelColor(round(box.left * PT) + 4, round((box.top + box.bottom) / 2 * PT)) == slot(3).strong
    assert "12" in said.passage.text


def test_a_mark_in_words_from_right_to_left_lies_under_them():
    nodes = ["שלום ", Mark(5, ("כאן נועה",)), " היום"]
    image, said, _ = picture(Passage(SAID).nodes(nodes))
    base = said.lines[0].baseline
    right = 300 * PT
    whole = said.natural_width
    middle = right - whole / 2
    assert has_line(image, slot(5).strong, base + 2 * PT, base + 4 * PT, middle)
    assert not has_line(image, slot(5).strong, base + 2 * PT, base + 4 * PT, right - 5)
    assert not has_line(image, slot(5).strong, base + 2 * PT, base + 4 * PT, right - whole + 5)


def test_line_ends_stay_and_other_signs_do_not_break():
    said = Words(Passage(SAID).add("one\r\ntwo\rthree\ttab\u2028four\ufffc"), 300 * PT)
    assert [said.passage.text[one.line.textStart() :][: one.line.textLength()].strip() for one in said.lines] == [
        "one",
        "two",
        "three tab",
        "four\ufffd",
    ]
