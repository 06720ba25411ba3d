"""Rating, the total, reasons, critical failures, finishing and the summary, as a person meets them."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui import fonts
from reviewer.gui.panels.score_head import ScoreHead
from tests.gui.opening import Opening, open_sample
from tests.gui.steps import CONTROL, click, comment, named, press, rate, row_of

KEYS = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5]


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    return made


def checked(control):
    return [button.text() for button in (*control.levels, control.not_applicable) if button.isChecked()]


@pytest.mark.parametrize(("key", "level"), list(zip(KEYS, "12345", strict=True)))
def test_a_digit_gives_its_level(shown, key, level):
    control = row_of(shown, "Tone").control
    control.setFocus()
    press(control, key)
    assert checked(control) == [level]


def test_the_mouse_gives_levels_and_not_applicable(shown):
    control = row_of(shown, "Tone").control
    for button in (*control.levels, control.not_applicable):
        click(button)
        assert checked(control) == [button.text()]
    assert control.hasFocus()


def test_rows_and_buttons_speak_their_names(shown):
    handling = row_of(shown, "Handling")
    assert handling.control.accessibleName() == "Handling, 20 percent, critical no"
    assert handling.control.levels[1].accessibleName().startswith("2, ")
    assert handling.note.accessibleName() == "Reason, Handling"
    critical = [row for row in shown.review.panel.scorecard.rows if row.criterion.critical]
    assert critical
    assert all(row.control.accessibleName().endswith("critical yes") for row in critical)


def test_arrows_walk_the_rows_and_stop_at_both_ends(shown):
    rows = shown.review.panel.scorecard.rows
    rows[0].control.setFocus()
    for row in rows[1:]:
        press(shown.focusWidget(), Qt.Key.Key_Down)
        assert row.control.hasFocus()
        assert row.note.isVisible()
    press(rows[-1].control, Qt.Key.Key_Down)
    assert rows[-1].control.hasFocus()
    press(rows[-1].control, Qt.Key.Key_Up)
    assert rows[-2].control.hasFocus()


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Return, CONTROL), (Qt.Key.Key_Escape, None)])
def test_enter_opens_the_reason_and_both_ways_out_keep_it(shown, key, modifier):
    row = row_of(shown, "Tone")
    row.control.setFocus()
    press(row.control, Qt.Key.Key_Return)
    assert row.note.hasFocus()
    QTest.keyClicks(row.note, "Curt at first")
    QTest.keyClick(row.note, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert row.control.hasFocus()
    assert shown.session.full.rating_of(row.criterion.id).note == "Curt at first"
    assert named(shown, "undo") == "Undo reason"


def test_the_total_counts_what_is_rated_so_far(shown):
    card = shown.review.panel.scorecard
    click(row_of(shown, "Tone").control.levels[1])
    assert (card.total.text(), card.of.text()) == ("25", "of 100 so far")
    assert card.head.accessibleDescription().startswith("25 of 100 so far. ")
    rate(shown, [5] * 7)
    assert (card.total.text(), card.of.text(), card.rated.text()) == ("100", "of 100", "7 of 7 rated")
    assert card.band.isVisible()
    assert not card.failure.isVisible()


def test_not_applicable_leaves_the_criterion_out(shown):
    card = shown.review.panel.scorecard
    rate(shown, [5, 5, 5, 5, 5, 5, None])
    assert (card.total.text(), card.rated.text()) == ("100", "6 of 6 rated")


def test_a_critical_failure_is_named_with_the_score_without_it(shown):
    card = shown.review.panel.scorecard
    rate(shown, [5] * 7)
    critical = next(row for row in card.rows if row.criterion.critical)
    click(critical.control.levels[0])
    assert card.failure.isVisible()
    assert card.failure.text().startswith(f"Critical failure: {critical.criterion.name}. Without it: ")
    press(critical.control, Qt.Key.Key_5)
    assert not card.failure.isVisible()


@pytest.mark.parametrize(("pause", "after_undo"), [(0.4, []), (5, ["2"])])
def test_ratings_close_together_are_one_step(qtbot, tmp_path, pause, after_undo):
    times = [datetime(2026, 3, 2, 9, tzinfo=UTC)]
    opening = Opening(tmp_path, clock=lambda: times[-1])
    try:
        shown = opening(reviewer="Reviewer A")
        open_sample(shown, 1)
        control = row_of(shown, "Tone").control
        control.setFocus()
        for key in (Qt.Key.Key_2, Qt.Key.Key_4):
            times.append(times[-1] + timedelta(seconds=pause))
            press(control, key)
        shown.actions_table["undo"].trigger()
        assert checked(control) == after_undo
        shown.actions_table["redo"].trigger()
        assert checked(control) == ["4"]
    finally:
        opening.close()
        fonts.set_scale(1.0)


def test_a_finished_review_takes_no_rating_no_reason_and_no_comment(shown):
    comment(shown, 4, "Curt")
    card, row = shown.review.panel.scorecard, row_of(shown, "Tone")
    click(row.control.levels[2])
    before = shown.session.full
    click(card.done)
    click(card.missing.finish)
    assert named(shown, "undo") == "Undo mark as done"
    assert row.note.isReadOnly()
    assert not any(button.isEnabled() for button in row.control.buttons)
    row.control.setFocus()
    press(row.control, Qt.Key.Key_1)
    assert checked(row.control) == ["3"]
    shown.review.view.setFocus()
    press(shown.review.view, Qt.Key.Key_A, modifier=CONTROL)
    press(shown.review.view, Qt.Key.Key_H)
    assert shown.session.full.annotations == before.annotations
    assert shown.status.selection.accessibleName().startswith("This review is done.")
    click(card.done)
    assert all(button.isEnabled() for button in row.control.buttons)
    assert not row.note.isReadOnly()


def test_the_count_of_comments_leads_to_them(shown):
    comment(shown, 4, "Curt")
    row = row_of(shown, "Tone")
    assert row.comments.text() == "1"
    click(row.comments)
    assert shown.review.panel.comments.isVisible()


def test_the_total_is_the_largest_figure_from_the_first_showing_on(window):
    shown = window(reviewer="Reviewer A", size=(1280, 800))
    open_sample(shown)
    head = shown.review.panel.scorecard.findChild(ScoreHead)
    sizes = [one.font().pixelSize() for one in (head.total, head.of, head.rated)]
    assert sizes == [34, 13, 12]
