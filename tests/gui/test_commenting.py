"""Comments by every key and by mouse, their notices, their undo, and the states that refuse them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.annotation import Verdict
from reviewer.gui.commenting import MOST_TURNS
from tests.gui.conversation.places import drag, point_in, top_of
from tests.gui.opening import open_sample, wait_for_job
from tests.gui.steps import CONTROL, SHIFT, click, comment, comments, named, press, select_words, write

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    made.review.view.setFocus()
    return made


@pytest.mark.parametrize("number", range(1, 9))
def test_each_digit_uses_its_criterion_and_eight_is_a_note(shown, number):
    select_words(shown, 4)
    press(shown.review.view, Key(Key.Key_0 + number))
    shown.review.view.setFocus()
    (made,) = comments(shown)
    criteria = shown.session.full.rubric.criteria
    assert made.criterion == (criteria[number - 1].id if number <= len(criteria) else None)


def test_two_comments_can_stand_on_the_same_words(shown):
    first, second = comment(shown, 4, "Curt"), comment(shown, 4, "Late", Key.Key_5)
    assert first.anchor == second.anchor
    assert first.criterion != second.criterion
    assert shown.status.comments.text() == "2 comments"


def test_a_comment_is_written_again_through_its_card(shown):
    made = comment(shown, 4, "Curt")
    shown.review.commenting.activate(made.id)
    press(shown.review.view, Key.Key_Return)
    write(" and late")
    press(QApplication.focusWidget(), Key.Key_Escape)
    assert [one.text for one in comments(shown)] == ["Curt and late"]
    assert shown.review.margin.card.text.text() == "Curt and late"


def test_the_edit_menu_names_what_it_takes_back_and_what_it_does_again(shown):
    made = comment(shown, 4, "Curt")
    press(shown.review.view, Key.Key_Plus)
    press(shown.review.view, Key.Key_Delete)
    assert comments(shown) == ()
    told = []
    while shown.actions_table["undo"].text() != "&Undo":
        told.append((named(shown, "undo"), len(comments(shown))))
        shown.actions_table["undo"].trigger()
        told.append((named(shown, "redo"), len(comments(shown))))
        if len(told) > 12:
            break
    assert told[:2] == [("Undo delete comment 1", 0), ("Redo delete comment 1", 1)]
    assert told[-1] == ("Redo add comment 1", 0)
    assert comments(shown) == ()
    while shown.actions_table["redo"].text() != "&Redo":
        shown.actions_table["redo"].trigger()
    assert comments(shown) == ()
    shown.actions_table["undo"].trigger()
    assert [(one.id, one.text, one.verdict) for one in comments(shown)] == [(made.id, "Curt", Verdict.STRENGTH)]


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_8, Key.Key_C, Key.Key_S, Key.Key_H])
def test_without_selected_words_nothing_happens_but_a_sentence(shown, key):
    shown.review.view.go_to_turn(4)
    press(shown.review.view, key)
    assert comments(shown) == ()
    assert named(shown, "undo") == "Undo"
    assert shown.status.selection.accessibleName().startswith("Select words first")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Delete, Key.Key_U, Key.Key_N])
def test_keys_of_a_comment_do_nothing_where_there_is_none(shown, key):
    press(shown.review.view, key)
    assert comments(shown) == ()
    assert named(shown, "undo") == "Undo"
    assert shown.notice.sentence.startswith("Imported")


def test_words_of_two_turns_take_a_comment_but_no_rewrite(shown):
    view = shown.review.view
    view.go_to_turn(4)
    press(view, Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    anchor = view.selection_anchor()
    assert anchor.last_turn > anchor.first_turn
    press(view, Key.Key_S)
    shown.review.view.setFocus()
    (made,) = comments(shown)
    assert made.suggestion is None
    assert (made.anchor.first_turn, made.anchor.last_turn) == (anchor.first_turn, anchor.last_turn)
    assert not shown.review.margin.card.rewriter.isVisible()


def test_minus_before_the_comment_makes_it_a_concern_and_plus_a_strength(shown):
    for turn, key, verdict in ((4, Key.Key_Plus, Verdict.STRENGTH), (6, Key.Key_Minus, Verdict.CONCERN)):
        shown.review.commenting.activate("")
        press(shown.review.view, key)
        assert comment(shown, turn, f"Turn {turn}").verdict is verdict


def test_a_comment_on_too_many_turns_is_refused(window, tmp_path):
    chat = tmp_path / "long.txt"
    chat.write_text("\n".join(f"{'Ann' if turn % 2 else 'Bo'}: Line {turn}" for turn in range(MOST_TURNS + 20)))
    shown = window(reviewer="Reviewer A")
    shown.desk.import_files([str(chat)])
    wait_for_job(shown)
    view = shown.review.view
    view.setFocus()
    press(view, Key.Key_A, Key.Key_A, modifier=CONTROL)
    press(view, Key.Key_C)
    assert comments(shown) == ()
    assert f"{MOST_TURNS} turns at most" in shown.status.selection.accessibleName()


def test_the_popover_goes_when_the_selection_goes(shown, qtbot):
    view, popover = shown.review.view, shown.review.popover
    view.go_to_turn(4)
    words = shown.session.turn(4).text.split()
    drag(view, point_in(view, 4, words[0]), point_in(view, 4, words[2]))
    qtbot.waitUntil(popover.isVisible, timeout=2000)
    press(popover, Key.Key_Escape)
    assert not popover.isVisible()
    assert comments(shown) == ()
    assert view.hasFocus()


def test_digits_work_while_the_popover_is_open(shown, qtbot):
    view, popover = shown.review.view, shown.review.popover
    view.go_to_turn(4)
    words = shown.session.turn(4).text.split()
    drag(view, point_in(view, 4, words[0]), point_in(view, 4, words[2]))
    qtbot.waitUntil(popover.isVisible, timeout=2000)
    press(QApplication.activePopupWidget() or QApplication.focusWidget(), Key.Key_2)
    assert not popover.isVisible()
    assert comments(shown)[0].criterion == shown.session.full.rubric.criteria[1].id


def test_a_click_on_marked_words_opens_their_card(shown):
    made = comment(shown, 4, "Curt")
    shown.review.commenting.activate("")
    view = shown.review.view
    first = made.anchor.quote.split()[0]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(view, 4, first))
    assert shown.review.commenting.active.id == made.id
    assert shown.review.margin.card.isVisible()


def test_the_review_of_somebody_else_takes_nothing_until_an_own_one_is_begun(window):
    shown = window(reviewer="Priya M.")
    open_sample(shown)
    before = comments(shown)
    shown.review.view.setFocus()
    select_words(shown, 4)
    press(shown.review.view, Key.Key_H)
    assert comments(shown) == before
    assert shown.notice.sentence.endswith("Press “Review it myself” to write your own.")
    click(shown.review.bar.second)
    assert comments(shown) == ()
    comment(shown, 4, "Mine")
    assert [one.text for one in comments(shown)] == ["Mine"]
    again = window()
    assert [one.text for one in comments(again)] == ["Mine"]


def test_another_name_is_another_review_and_the_first_name_finds_its_own_again(shown):
    comment(shown, 4, "Curt")
    for name in ("Reviewer B", "Reviewer A"):
        shown.show_page("settings")
        field = shown.settings_page.reviewer
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, name)
        press(field, Key.Key_Return)
        assert shown.status.reviewer.text() == name
    shown.show_page("review")
    assert [one.text for one in comments(shown)] == ["Curt"]
    assert not shown.review.bar.isVisible()


def test_the_button_on_a_turn_comments_on_the_whole_turn(shown):
    view = shown.review.view
    view.go_to_turn(4)
    view.turn_action.emit("comment", 4)
    write("All of it")
    view.setFocus()
    (made,) = comments(shown)
    assert made.anchor.quote == shown.session.turn(4).text.strip()


def test_clicking_empty_paper_closes_the_card(shown):
    comment(shown, 4, "Curt")
    view = shown.review.view
    view.go_to_turn(5)
    place = QPoint(view.rows.paper.left + view.rows.paper.width - 8, round(top_of(view, 5)) + 6)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.review.commenting.active is None


def test_the_card_of_the_very_first_comment_stands_beside_its_words(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown, 1)
    select_words(shown, 4)
    press(shown.review.view, Qt.Key.Key_5)
    card, view = shown.review.margin.card, shown.review.view.viewport()
    assert card.isVisible()
    assert view.rect().contains(card.geometry())
