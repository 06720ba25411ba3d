"""The whole main job by mouse; only words are typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.gui import messages
from reviewer.gui.conversation.revision_painter import HEAD
from reviewer.gui.main_window import MainWindow
from tests.gui.conversation.places import drag, empty_paper, point_in, rect_of
from tests.gui.exporting_by_hand import Exports
from tests.gui.opening import Opening, wait_for_job
from tests.gui.previewing import Previews
from tests.journeys.chat import BETTER, CHAT, DOORMAT, POLICY, REMARK, check_what_is_left, type_words

REVIEWER = "Mona"


def click(widget: QWidget, place: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place if place is not None else widget.rect().center())
    QTest.qWait(10)


def comment_by_mouse(window: MainWindow, position: int, quote: str, key: int, words: str) -> None:
    """Drag over words, press a criterion of the popover, write, press on empty paper."""
    view, popover = window.review.view, window.review.popover
    view.go_to_turn(position)
    QTest.qWait(20)
    rect = rect_of(view, position, quote)
    middle = rect.center().toPoint().y()
    drag(view, QPoint(round(rect.left()) + 1, middle), QPoint(round(rect.right()) - 1, middle))
    QTest.qWait(250)
    assert popover.isVisible()
    button = next(one for one in popover.findChildren(QWidget) if getattr(one, "key", None) == key)
    click(button)
    type_words(words)
    click(view.viewport(), empty_paper_of(window))


def empty_paper_of(window: MainWindow) -> QPoint:
    view = window.review.view
    place = empty_paper(view, 4)
    assert view.viewport().rect().contains(place)
    return place


def rate(window: MainWindow, letter: str, level: int | None) -> None:
    row = next(one for one in window.review.panel.scorecard.rows if one.criterion.letter == letter)
    control = row.control
    click(control.not_applicable if level is None else control.levels[level - 1])


def rewrite_by_mouse(window: MainWindow, position: int, words: str) -> None:
    """Double-press a revised turn, write, press Keep."""
    revision = window.review.revision
    revision.go_to_turn(position)
    columns = revision.rows.columns
    top = dict(revision.visible_rows())[position - 1]
    place = QPoint(round(columns.x(columns.column(revised=True) + 80)), round(top) + HEAD + 40)
    QTest.mouseDClick(revision.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert revision.editing
    assert revision.focused_turn() == position
    revision.editor.field.selectAll()
    type_words(words)
    click(revision.editor.keep)


def comment_and_rate(shown: MainWindow) -> None:
    comment_by_mouse(shown, 4, POLICY, 3, REMARK)
    comment_by_mouse(shown, 6, DOORMAT, 5, "Blame.")
    click(shown.review.view.viewport(), point_in(shown.review.view, 4, "policy"))
    assert shown.review.margin.card.text.text() == REMARK
    for letter, level in (("W", 2), ("T", 5), ("T", 4), ("G", None)):
        rate(shown, letter, level)
    assert shown.review.panel.scorecard.total.text() == "50"


def rewrite(shown: MainWindow) -> None:
    bar = shown.review.toolbar
    click(bar.mode.button("revise"))
    rewrite_by_mouse(shown, 6, "Something else.")
    click(bar.undo)
    assert not shown.session.full.revised_turns
    click(bar.redo)
    assert [one.text for one in shown.session.full.revised_turns] == ["Something else."]
    rewrite_by_mouse(shown, 6, BETTER)
    click(bar.mode.button("review"))


def test_the_main_job_by_mouse(
    window: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, previews: Previews, exports: Exports
):
    chat, page = tmp_path / "chat.txt", tmp_path / "out" / "page.html"
    chat.write_text(CHAT, encoding="utf-8")
    monkeypatch.setattr(messages, "files_to_open", lambda parent: [str(chat)])
    exports.path = page

    shown = window(reviewer=REVIEWER, size=(1440, 900))
    click(shown.library_page.welcome.drop.open)
    wait_for_job(shown)
    assert shown.windowTitle().startswith("Lost parcel")
    comment_and_rate(shown)
    rewrite(shown)
    for button in (*[shown.review.toolbar.undo] * 4, *[shown.review.toolbar.redo] * 4):
        click(button)
    click(shown.review.toolbar.export)
    assert shown.notice.sentence == "Exported page.html."

    window.close()
    check_what_is_left(window.library, REVIEWER, page, tmp_path)
    again = window()
    assert again.windowTitle().startswith("Lost parcel")
    assert again.review.panel.scorecard.total.text() == "50"
