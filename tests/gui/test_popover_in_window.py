"""The popover over the words of a real chat: large words, small windows, selections across turns."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from reviewer.domain.anchor import turn_anchor
from tests.gui.opening import let_live, wait_for_job
from tests.gui.steps import click, select_words

CHAT = "Ann: Good morning to you.\nBo: My parcel is late.\nAnn: It will come today.\nBo: Thank you.\n"


@pytest.fixture
def opened(window, tmp_path):
    """The chat in a window of any size."""

    def open_chat(size=(1440, 900)):
        chat = tmp_path / "chat.txt"
        chat.write_text(CHAT)
        shown = window(reviewer="Ben", size=size)
        shown.desk.import_files([str(chat)])
        wait_for_job(shown)
        return shown

    return open_chat


def pop_up(shown):
    """Open the popover as a mouse selection does, on a line at the trailing edge of the view."""
    view = shown.review.view.viewport()
    place = QRect(view.mapToGlobal(QPoint(view.width() - 90, 120)), view.mapToGlobal(QPoint(view.width(), 144)))
    shown.review.popover_flow._selected(QPoint(), place)
    shown.review.popover_flow._open()
    return shown.review.popover


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
@pytest.mark.parametrize("across", [False, True])
def test_no_part_of_it_is_cut(opened, size, scale, across):
    shown = opened(size)
    shown.appearance.set_text_size(round(100 * scale))
    let_live(50)
    view = shown.review.view
    if across:
        turns = {position: shown.session.turn(position).text for position in (2, 3)}
        view.select(turn_anchor(turns, 2, 3))
    else:
        select_words(shown, 2)
    popover = pop_up(shown)
    assert popover.isVisible()
    inside = shown.rect()
    for part in popover._stops():
        there = QRect(part.mapTo(shown, QPoint()), part.size())
        assert inside.contains(there), part.accessibleName()
        assert part.width() >= part.sizeHint().width(), part.accessibleName()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert view.hasFocus()


def test_turns_are_revised_from_it_in_a_click(opened):
    shown = opened()
    turns = {position: shown.session.turn(position).text for position in (2, 3)}
    shown.review.view.select(turn_anchor(turns, 2, 3))
    popover = pop_up(shown)
    assert popover._rewrite.text() == "Rewrite works on one turn"
    click(popover._revise)
    assert shown.review.mode == "revise"
    assert shown.review.revision.focused_turn() == 2
    assert not popover.isVisible()


def test_one_turn_needs_no_way_to_revise(opened):
    shown = opened()
    select_words(shown, 2)
    assert not pop_up(shown)._revise.isVisible()
