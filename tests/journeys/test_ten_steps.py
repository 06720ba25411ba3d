"""Three overlapping comments, one across turns; ten steps back, the program closed, ten steps forth."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.domain.annotation import Verdict
from reviewer.gui.main_window import MainWindow
from reviewer.workspace.workspace import Workspace
from tests.gui.conversation.places import click as click_at
from tests.gui.conversation.places import drag, empty_paper, point_in, rect_of
from tests.gui.opening import Opening, wait_for_job
from tests.gui.previewing import Previews
from tests.gui.steps import click, row_of
from tests.journeys.chat import CHAT, Left, left, type_words
from tests.journeys.test_by_keyboard import press

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEN = 10
ACROSS = "per our policy parcels may be late.\nSo what happens now?\nDid you look"
BEFORE_DELETING = [
    ("policy", "W", "concern", "Stiff."),
    ("per our policy", "T", "strength", "Scripted, and kind."),
    (ACROSS, "H", "concern", "Never answered."),
]


def open_chat(window: Opening, folder: Path) -> MainWindow:
    chat = folder / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    shown = window(reviewer="Kim", size=(1440, 900))
    shown.desk.import_files([str(chat)])
    wait_for_job(shown)
    return shown


def by_keys(shown: MainWindow) -> None:
    """Every comment and step without the mouse."""
    view = shown.review.view
    press(Key.Key_Home)
    press(Key.Key_Down, times=3)
    press(Key.Key_Right, CONTROL)
    press(Key.Key_Right, CONTROL | SHIFT, times=16)
    assert view.selection_anchor().quote.rstrip() == ACROSS
    for key, words in ((Key.Key_5, "Never answered."), (Key.Key_3, "Scripted."), (Key.Key_1, "Stiff.")):
        if key != Key.Key_5:
            press(Key.Key_Home)
            press(Key.Key_Down, times=3)
            press(Key.Key_Right, CONTROL, times=1 if key == Key.Key_3 else 3)
            press(Key.Key_Right, CONTROL | SHIFT, times=3 if key == Key.Key_3 else 1)
        press(key)
        type_words(words)
        press(Key.Key_Return, CONTROL)
        press(Key.Key_Escape)
    shown.review.commenting.activate("")
    press(Key.Key_Home)
    press(Key.Key_N, times=2)
    assert shown.review.commenting.active.text == "Scripted."
    press(Key.Key_Plus)
    press(Key.Key_Return)
    press(Key.Key_End, CONTROL)
    press(Key.Key_Backspace)
    type_words(", and kind.")
    press(Key.Key_Return, CONTROL)
    press(Key.Key_N, SHIFT)
    press(Key.Key_Delete)
    press(Key.Key_F6)
    for key in (Key.Key_2, Key.Key_0):
        press(key)


def by_mouse(shown: MainWindow) -> None:
    """The same with the mouse; only words are typed."""
    view, popover = shown.review.view, shown.review.popover
    stretches = ((4, "per", 6, "Did you look", 5, "Never answered."), (4, "per", 4, "policy", 3, "Scripted."),
                 (4, "policy", 4, "policy", 1, "Stiff."))  # fmt: skip
    for first, start, last, end, key, words in stretches:
        begins, ends = rect_of(view, first, start), rect_of(view, last, end)
        drag(view, QPoint(round(begins.left()) + 1, round(begins.center().y())),
             QPoint(round(ends.right()) - 2, round(ends.center().y())))  # fmt: skip
        QTest.qWait(250)
        click(next(one for one in popover.findChildren(QWidget) if getattr(one, "key", None) == key))
        type_words(words)
        click_at(view, empty_paper(view, 5))
    click_at(view, point_in(view, 4, "our"))
    card = shown.review.margin.card
    assert card.text.text() == "Scripted."
    press(Key.Key_Plus)
    card.text.setFocus()
    press(Key.Key_Return)
    press(Key.Key_End, CONTROL)
    press(Key.Key_Backspace)
    type_words(", and kind.")
    click_at(view, empty_paper(view, 5))
    click_at(view, point_in(view, 4, "policy"))
    press(Key.Key_Delete)
    click(row_of(shown, "Word choice").control.levels[1])
    click(row_of(shown, "Grammar").control.not_applicable)


def comments(state: Left) -> list[tuple[str, str | None, str, str]]:
    return sorted(state.comments)


@pytest.mark.parametrize("way", [by_keys, by_mouse])
def test_ten_steps_back_and_forth_over_a_restart(
    window: Opening, tmp_path: Path, previews: Previews, way: Callable[[MainWindow], None]
):
    shown = open_chat(window, tmp_path)
    way(shown)
    final = left(shown.session.full)
    assert comments(final) == sorted(BEFORE_DELETING[1:])
    assert final.ratings == (("G", None, True), ("W", 2, False))

    shown.review.view.setFocus()
    seen = [final]
    for _ in range(TEN):
        press(Key.Key_Z, CONTROL)
        seen.append(left(shown.session.full))
    assert all(one != other for one, other in pairwise(seen)), "a step that changes nothing"
    assert any(comments(one) == sorted(BEFORE_DELETING) for one in seen)

    window.close()
    with Workspace.open(window.library, reviewer="Kim") as workspace:
        (summary,) = workspace.reading.summaries()
        assert left(workspace.review_of(summary.transcript.id)) == seen[-1]

    again = window()
    again.review.view.setFocus()
    back = [left(again.session.full)]
    for _ in range(TEN):
        press(Key.Key_Y, CONTROL)
        back.append(left(again.session.full))
    assert back == seen[::-1]
    (kind, _) = sorted(again.session.full.annotations, key=lambda one: len(one.anchor.quote))
    assert kind.verdict is Verdict.STRENGTH
