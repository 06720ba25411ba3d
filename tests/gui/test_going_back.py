"""Back and forward."""

import pytest
from PySide6.QtCore import Qt

from reviewer.gui.going_back import MOST, Place, Trail
from tests.gui.opening import open_sample
from tests.gui.steps import press

ALT = Qt.KeyboardModifier.AltModifier
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def shown(window):
    return window(reviewer="Reviewer A", size=(1440, 900))


def where(shown) -> tuple[str, str, int]:
    full = shown.session.full
    if shown.page != "review":
        return shown.page, "", 0
    return full.transcript.title.partition(" ")[0], shown.review.mode, shown.review.current_view.focused_turn()


def test_the_window_goes_back_to_each_place_and_turn_and_forward_again(shown):
    open_sample(shown, 0)
    shown.review.view.go_to_turn(5)
    open_sample(shown, 1)
    shown.review.view.go_to_turn(9)
    shown.show_mode("revise")
    shown.show_page("rubrics")
    places = [where(shown)]
    while shown.going.trail.leads(-1):
        press(shown, LEFT, modifier=ALT)
        places.append(where(shown))
    assert places[0][0] == "rubrics"
    assert places[1] == ("Renewal", "revise", 9)
    assert places[2] == ("Renewal", "review", 9)
    assert ("Tablet", "review", 5) in places
    assert places[-1] == ("library", "", 0)
    press(shown, LEFT, modifier=ALT)
    assert shown.status.selection.accessibleName() == "There is no place to go back to."
    for place in reversed(places[:-1]):
        press(shown, RIGHT, modifier=ALT)
        assert where(shown) == place
    press(shown, RIGHT, modifier=ALT)
    assert shown.status.selection.accessibleName() == "There is no place to go forward to."


def test_the_palette_says_why_there_is_no_way(shown):
    offers = {one.name: one.reason for one in shown.actions_table.offers()}
    assert offers["back"] == "nowhere to go back to"
    open_sample(shown, 0)
    offers = {one.name: one.reason for one in shown.actions_table.offers()}
    assert (offers["back"], offers["forward"]) == ("", "nowhere to go forward to")


def test_a_visit_after_going_back_forgets_what_lay_ahead():
    trail = Trail()
    for page in ("a", "b", "c"):
        trail.visit(Place(page))
    assert trail.go(-1) == Place("b")
    trail.visit(Place("b"))
    assert trail.leads(1)
    trail.visit(Place("d"))
    assert not trail.leads(1)
    assert trail.go(-1) == Place("b")


def test_old_places_are_forgotten():
    trail = Trail()
    for number in range(2 * MOST):
        trail.visit(Place(str(number)))
    steps = 0
    while trail.go(-1):
        steps += 1
    assert steps == MOST - 1
