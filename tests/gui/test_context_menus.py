"""The menus of places on the Review page, by the mouse and by key, and what they do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reviewer.domain.annotation import Verdict
from reviewer.gui.main_window import MainWindow
from reviewer.gui.panels.transcript_rows import ENTRY_ROLE
from tests.gui.opening import Opening, open_sample
from tests.gui.steps import SHIFT, comment, comments, press, rate, row_of, select_words

MOUSE = QContextMenuEvent.Reason.Mouse
KEYBOARD = QContextMenuEvent.Reason.Keyboard
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@pytest.fixture
def chat(window: Opening) -> MainWindow:
    opened = window(reviewer="Robin", size=(1440, 900))
    open_sample(opened, 1)
    return opened


def menu_at(widget: QWidget, place: QPoint) -> QMenu:
    """Press the right button at a place; the menu that opens."""
    QApplication.sendEvent(widget, QContextMenuEvent(MOUSE, place, widget.mapToGlobal(place)))
    return opened_menu()


def opened_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [one.text().replace("&", "") for one in menu.actions() if not one.isSeparator()]


def action(menu: QMenu, start: str) -> QAction:
    return next(one for one in menu.actions() if one.text().replace("&", "").startswith(start))


def choose(menu: QMenu, start: str) -> None:
    act = action(menu, start)
    assert act.isEnabled()
    act.trigger()
    menu.close()


def listed(window: MainWindow) -> QWidget:
    window.review.panel.show_part("comments")
    return window.review.panel.comments.list


def row_menu(window: MainWindow, own: str) -> QMenu:
    rows = listed(window)
    place = rows.visualRect(window.review.panel.comments.rows.index_of(own)).center()
    return menu_at(rows.viewport(), place)


def test_a_comment_in_the_list_has_a_menu_that_says_every_key(chat: MainWindow):
    own = comment(chat, 3, "Ask first.")
    menu = row_menu(chat, own.id)
    name = next(one.name for one in chat.session.full.rubric.criteria if one.id == own.criterion)
    assert words(menu) == [
        "Go to its words",
        "Edit comment\tReturn",
        "Reply to comment\tR",
        "Suggest a rewrite\tS",
        "Concern\t-",
        "Strength\t+",
        f"Only comments under {name}",
        "Delete comment\tDel",
    ]
    assert action(menu, "Concern").isChecked()
    choose(menu, "Strength")
    assert comments(chat)[0].verdict is Verdict.STRENGTH


def test_the_list_can_keep_the_criterion_of_a_comment(chat: MainWindow):
    own = comment(chat, 3, "Ask first.")
    comment(chat, 4, "Good.", Qt.Key.Key_1)
    choose(row_menu(chat, own.id), "Only comments")
    panel = chat.review.panel.comments
    assert panel.chip.isVisible()
    assert panel.counts.text() == "1 of 2 comments"


def test_a_comment_in_the_margin_has_a_menu_of_its_own(chat: MainWindow):
    comment(chat, 3, "Ask first.")
    card = chat.review.margin.card
    menu = menu_at(card, QPoint(card.width() // 2, 4))
    assert words(menu)[0] == "Edit comment\tReturn"
    assert "Save in comment bank" in words(menu)
    choose(menu, "Delete")
    assert comments(chat) == ()


def test_shift_f10_opens_the_menu_of_what_has_the_keyboard(chat: MainWindow):
    comment(chat, 3, "Ask first.")
    chat.review.margin.card.setFocus()
    press(chat.review.margin.card, Qt.Key.Key_F10, modifier=SHIFT)
    menu = opened_menu()
    assert words(menu)[0] == "Edit comment\tReturn"
    menu.close()
    chat.review.view.setFocus()
    press(chat.review.view, Qt.Key.Key_F10, modifier=SHIFT)
    menu = opened_menu()
    assert "Comment, last criterion" in words(menu)
    assert menu.pos().y() > chat.review.view.viewport().mapToGlobal(QPoint()).y()
    menu.close()


def test_the_menu_of_a_finished_review_changes_nothing(chat: MainWindow):
    own = comment(chat, 3, "Ask first.")
    chat.acts.finish()
    menu = row_menu(chat, own.id)
    enabled = [one.text() for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
    assert [one.replace("&", "").split()[0] for one in enabled] == ["Go", "Only"]
    menu.close()


def test_in_revise_editing_a_comment_leads_to_its_card(chat: MainWindow):
    own = comment(chat, 3, "Ask first.")
    chat.show_mode("revise")
    choose(row_menu(chat, own.id), "Edit")
    assert chat.review.mode == "review"
    assert chat.review.margin.card.editor.hasFocus()


def test_a_row_of_the_scorecard_offers_what_its_keys_do(chat: MainWindow):
    own = comment(chat, 3, "Ask first.")
    row = next(one for one in chat.review.panel.scorecard.rows if one.criterion.id == own.criterion)
    levels = [f"{level.name}\t{place}" for place, level in enumerate(row.criterion.levels, start=1)]
    menu = menu_at(row, QPoint(4, 4))
    assert words(menu) == [
        *levels,
        "Not applicable\t0",
        "Clear the rating\tBackspace",
        "Reason\tReturn",
        "1 comment\tSpace",
    ]
    assert not action(menu, "Clear").isEnabled()
    choose(menu, row.criterion.levels[3].name)
    assert chat.session.full.rating_of(row.criterion.id).value == 4
    menu = menu_at(row.control.levels[0], QPoint(4, 4))
    assert [one.text() for one in menu.actions() if one.isChecked()] == [levels[3]]
    choose(menu, "Clear")
    assert not row.is_rated
    choose(menu_at(row, QPoint(4, 4)), "Not applicable")
    assert chat.session.full.rating_of(row.criterion.id).not_applicable


def test_the_menu_of_a_row_leads_to_its_reason_and_its_comments(chat: MainWindow):
    own = comment(chat, 3, "Ask first.")
    row = next(one for one in chat.review.panel.scorecard.rows if one.criterion.id == own.criterion)
    row.control.setFocus()
    press(row.control, Qt.Key.Key_F10, modifier=SHIFT)
    choose(opened_menu(), "Reason")
    assert row.note.hasFocus()
    choose(menu_at(row, QPoint(4, 4)), "1 comment")
    panel = chat.review.panel.comments
    assert panel.isVisible()
    assert panel.chip.text() == row.criterion.name
    other = row_of(chat, chat.review.panel.scorecard.rows[-1].criterion.name)
    assert not action(menu_at(other, QPoint(4, 4)), "0 comments").isEnabled()
    opened_menu().close()


def test_a_finished_scorecard_is_not_rated_from_its_menu(chat: MainWindow):
    rate(chat, [3])
    chat.acts.finish()
    menu = menu_at(chat.review.panel.scorecard.rows[0], QPoint(4, 4))
    assert not any(one.isEnabled() for one in menu.actions()[:6])
    menu.close()


def transcript_place(window: MainWindow) -> QPoint:
    view = window.review.list.view
    index = next(one for row in range(9) if hasattr((one := view.model().index(row, 0)).data(ENTRY_ROLE), "transcript"))
    return view.visualRect(index).center()


def test_a_transcript_in_the_list_is_renamed_and_deleted_there(chat: MainWindow, monkeypatch: pytest.MonkeyPatch):
    view = chat.review.list.view
    monkeypatch.setattr("reviewer.gui.context_menus.NameDialog.ask", lambda *_, **__: "Another title")
    menu = menu_at(view.viewport(), transcript_place(chat))
    own = ["Open\tReturn", "Rename…\tF2", "Move to collection", "Tags", "New exercise…", "Export…", "Delete\tDel"]
    assert words(menu) == own
    assert not action(menu, "Open").isEnabled()
    choose(menu, "Rename")
    assert chat.session.full.transcript.title == "Another title"
    view.setFocus()
    press(view, Qt.Key.Key_Delete)
    assert chat.session.full is None
    assert chat.library_page.isVisible()
    assert chat.notice.said[0].endswith("moved to Deleted.")


def test_only_the_keys_of_the_list_act_on_a_comment(chat: MainWindow):
    first, second = comment(chat, 3, "Ask first."), comment(chat, 5, "Say when.")
    rows = listed(chat)
    rows.setFocus()
    rows.go_to(first.id)
    press(rows, Qt.Key.Key_Delete)
    assert [one.id for one in comments(chat)] == [second.id]
    assert rows.hasFocus()
    assert rows.current_comment == second.id
    press(rows, Qt.Key.Key_U)
    assert chat.status.selection.accessibleName() == "This comment suggests no rewrite."
    press(rows, Qt.Key.Key_Return)
    assert chat.review.margin.card.editor.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), " Name the day.")
    chat.review.view.setFocus()
    assert "Name the day" in comments(chat)[0].text


def test_u_in_the_list_uses_a_suggestion(chat: MainWindow):
    select_words(chat, 3)
    press(chat.review.view, Qt.Key.Key_S)
    field = QApplication.focusWidget()
    field.selectAll()
    QTest.keyClicks(field, "Of course")
    chat.review.view.setFocus()
    rows = listed(chat)
    rows.setFocus()
    rows.go_to(comments(chat)[0].id)
    press(rows, Qt.Key.Key_U)
    assert chat.session.full.revised(3).text.startswith("Of course")
    menu = row_menu(chat, comments(chat)[0].id)
    assert not action(menu, "Use suggestion").isEnabled()
    menu.close()


def test_grouping_and_kind_are_remembered_over_a_restart(window: Opening):
    first = window(reviewer="Robin", size=(1440, 900)).review.panel.comments
    first.grouping.setCurrentIndex(1)
    first.filter.setCurrentIndex(3)
    again = window().review.panel.comments
    assert (again.grouping.currentText(), again.filter.currentText()) == ("By criterion", "Without text")


def test_the_menu_over_commented_words_is_about_their_comment(chat: MainWindow):
    first, second = comment(chat, 2, "Warm."), comment(chat, 3, "Ask first.")
    view = chat.review.view
    assert chat.review.margin.active == second.id
    row, top = view.rows.turn(2), dict(view.visible_rows())[2]
    words_there = row.rects(first.anchor.start, first.anchor.end)[0].translated(view.rows.paper.text_left, top)
    menu = menu_at(view.viewport(), words_there.center().toPoint())
    assert chat.review.margin.active == first.id
    choose(menu, "Delete comment")
    assert [one.id for one in comments(chat)] == [second.id]
