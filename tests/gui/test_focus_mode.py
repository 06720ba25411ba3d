"""Focus mode shows the conversation alone."""

from PySide6.QtCore import Qt

from tests.gui.opening import let_live, open_sample
from tests.gui.steps import comment, press


def parts(window):
    review = window.review
    shown = (window.rail, window.status, review.toolbar, review.list, review.panel)
    return [part.isVisible() for part in shown]


def test_f11_shows_only_paper_and_esc_brings_all_back(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown, 1)
    comment(shown, 4, "Curt")
    view = shown.review.view
    view.setFocus()
    width = view.rows.paper.width
    shown.actions_table["focus"].trigger()
    assert parts(shown) == [False] * 5
    assert view.rows.paper.width > width
    assert view.margin is None
    assert view.hasFocus()
    press(view, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert parts(shown) == [True] * 5
    let_live(30)
    assert view.rows.paper.width == width
    shown.actions_table["focus"].trigger()
    shown.show_page("library")
    assert shown.rail.isVisible()


def test_words_are_marked_by_underlines_alone(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown)
    view = shown.review.view
    fills = view.viewport().grab().toImage()
    color = view.theme.slot(3).fill.name()

    def share(image):
        step = range(0, image.width(), 7), range(0, image.height(), 5)
        return sum(image.pixelColor(x, y).name() == color for x in step[0] for y in step[1])

    assert share(fills) > 5
    shown.actions_table["focus"].trigger()
    assert share(view.viewport().grab().toImage()) == 0
