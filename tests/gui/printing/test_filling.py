"""Blocks onto pages: what stays together, what is split, and that nothing is lost or cut."""

from reviewer.gui.printing.blocks import Cell, Row, Stack, Whole, space
from reviewer.gui.printing.canvas import Canvas
from reviewer.gui.printing.filling import Flow, pages
from reviewer.gui.printing.lettering import PT, SAID
from reviewer.gui.printing.words import Words, words
from tests.exporters.reviews import review_of
from tests.gui.printing.reading import opened, pdf_of

PAGE = 700 * PT


def box(height: float) -> Whole:
    return Whole(height * PT, lambda canvas, x, y: None)


def tops(flows: list[Flow]) -> list[list[float]]:
    return [[one.top / PT for one in page] for page in pages(flows, PAGE)]


def test_what_fits_follows_each_other():
    assert tops([Flow(box(300)), Flow(box(400)), Flow(box(1))]) == [[0, 300], [0]]


def test_a_heading_goes_with_what_follows():
    assert tops([Flow(box(600)), Flow(box(50), keeps=True), Flow(box(20), keeps=True), Flow(box(60))]) == [
        [0],
        [0, 50, 70],
    ]


def test_what_would_keep_too_much_together_does_not():
    assert tops([Flow(box(600)), Flow(box(400), keeps=True), Flow(box(200), keeps=True), Flow(box(300))]) == [
        [0],
        [0],
        [0, 200],
    ]


def test_room_before_a_part_is_not_needed_on_top_of_a_page():
    room = Flow(space(16 * PT), keeps=True, vanishes=True)
    assert tops([Flow(box(690)), room, Flow(box(60))]) == [[0], [0]]


def test_small_rows_are_not_split(qapp):
    row = Row([Cell(0, words("word " * 200, SAID, 300 * PT))], 300 * PT)
    assert row.height < PAGE * 0.45
    assert len(tops([Flow(box(500)), Flow(row)])) == 2
    assert tops([Flow(box(500)), Flow(row)])[1] == [0]


def test_what_is_higher_than_a_page_goes_on_over_the_next(qapp):
    long = Row([Cell(0, words("1", SAID, 20 * PT)), Cell(30 * PT, words("word " * 6000, SAID, 300 * PT))], 330 * PT)
    heights = [[one.top + one.block.height for one in page] for page in pages([Flow(box(200)), Flow(long)], PAGE)]
    assert len(heights) > 5
    assert max(max(page) for page in heights) <= PAGE + 1
    assert len(heights[0]) == 2


def test_lines_are_neither_lost_nor_doubled_where_words_are_split(qapp):
    whole = words("word " * 900, SAID, 200 * PT)
    first, rest = whole.split(100 * PT)
    assert isinstance(first, Words)
    assert isinstance(rest, Words)
    assert len(first.lines) + len(rest.lines) == len(whole.lines)
    assert first.height <= 100 * PT
    assert whole.split(20 * PT) == (None, whole)


def test_no_line_stands_alone(qapp):
    whole = words("word " * 40, SAID, 200 * PT)
    count = len(whole.lines)
    first, rest = whole.split(whole.height - 5 * PT)
    assert (len(first.lines), len(rest.lines)) == (count - 2, 2)


def test_a_stack_splits_between_its_blocks():
    first, rest = Stack([box(50), box(50), box(50)], gap=10 * PT).split(115 * PT)
    assert (first.height, rest.height) == (110 * PT, 50 * PT)


def test_a_turn_of_many_pages_stays_above_the_footer():
    content = pdf_of(review_of("Long", (("Ann", "A long answer. " * 3000), ("Kim", "Thanks."))))
    places: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if "answer" in text:
            places.append(cm[5] + cm[3] * tm[5])

    reader = opened(content)
    for page in reader.pages:
        page.extract_text(visitor_text=note)
    assert len(reader.pages) > 10
    assert min(places) > 17 / 25.4 * 72


def test_the_canvas_notes_places_in_points(qapp):
    canvas = Canvas(None, 10 * PT, 20 * PT)  # type: ignore[arg-type]
    canvas.place("c1", 5 * PT)
    assert (canvas.places["c1"].page, canvas.places["c1"].top) == (0, 25)
