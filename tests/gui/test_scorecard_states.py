"""The scorecard as it is spoken, with few and many levels, with every total, and with ratings that cannot be."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from reviewer.domain import rubric_changes as change
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.ids import new_id
from reviewer.domain.review import Rating
from reviewer.domain.rubric import AppliesTo, CriticalEffect
from reviewer.errors import LibraryError
from reviewer.gui import messages
from reviewer.gui.dialogs.shortcuts import ShortcutSheet
from reviewer.gui.widgets import notice
from tests.gui.opening import let_live, open_sample
from tests.gui.steps import click, comment, press, rate, row_of

Key = Qt.Key
CRITICAL = "Fair resolution"


@pytest.fixture
def shown(window, monkeypatch):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    monkeypatch.setattr(messages, "question", lambda *_: True)
    return made


@pytest.fixture
def card(shown):
    return shown.review.panel.scorecard


@pytest.fixture
def heard(monkeypatch):
    """What a screen reader is told to say."""
    sentences = []

    class Speech:
        Event = QAccessible.Event

        @staticmethod
        def updateAccessibility(event):
            sentences.append(event.message() if hasattr(event, "message") else event.object().accessibleName())

    monkeypatch.setattr(notice, "QAccessible", Speech)
    return sentences


def follow(shown, wanted):
    """The open review rates by a changed copy of its rubric."""
    workspace = shown.session.library.workspace
    workspace.do(edits.next_version(shown.session.full.rubric, wanted, shown.session.full.rubric.rubric.version + 1))
    shown.session.begin_own()


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget)


def test_levels_are_a_radio_group(shown):
    control = row_of(shown, "Handling").control
    control.setFocus()
    press(control, Key.Key_2)
    group = spoken(control)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Handling, 20 percent, critical no"
    parts = [group.child(at) for at in range(group.childCount())]
    assert {one.role() for one in parts} == {QAccessible.Role.RadioButton}
    assert [one.text(QAccessible.Text.Name) for one in parts] == [
        *("1, Poor", "2, Weak", "3, Fair", "4, Good", "5, Excellent", "Not applicable")
    ]
    assert [bool(one.state().checked) for one in parts] == [False, True, False, False, False, False]
    press(control, Key.Key_Backspace)
    assert not any(one.state().checked for one in parts)


def test_ratings_are_announced(shown, card, heard):
    control = row_of(shown, "Handling").control
    control.setFocus()
    for key in (Key.Key_2, Key.Key_0, Key.Key_Backspace):
        press(control, key)
    assert heard == ["Handling rated 2, Weak", "Handling not applicable", "Handling not rated"]


def test_left_and_right_read_the_levels_without_choosing(shown, card, heard):
    row = row_of(shown, "Handling")
    row.control.setFocus()
    press(row.control, Key.Key_Right)
    assert row.level.text().startswith("1, Poor: ")
    press(row.control, Key.Key_Right)
    assert row.level.text().startswith("2, Weak: ")
    assert [one[:7] for one in heard] == ["1, Poor", "2, Weak"]
    assert heard[-1] == row.level.text()
    assert card.rated.text() == "0 of 7 rated"
    press(row.control, Key.Key_Down)
    assert row.level.text() == row.criterion.description


def test_pointing_at_a_level_of_the_open_row_reads_it(shown):
    row = row_of(shown, "Handling")
    click(row.control.levels[1])
    QTest.mouseMove(row.control.levels[3])
    row.control.point_at(row.control.levels[3])
    assert row.level.text().startswith("4, Good: ")
    row.control.point_at(None)
    assert row.level.text().startswith("2, Weak: ")
    assert row.control.levels[3].toolTip().startswith("<qt>4, Good: ")


def test_seven_digits_rate_seven_criteria(shown, card):
    card.focus_first()
    for key in (Key.Key_2, Key.Key_3, Key.Key_3, Key.Key_4, Key.Key_2, Key.Key_2, Key.Key_0):
        press(shown.focusWidget(), key)
    assert card.rated.text() == "6 of 6 rated"


def test_a_rating_that_is_changed_stays(shown, card):
    card.focus_first()
    press(shown.focusWidget(), Key.Key_2)
    press(shown.focusWidget(), Key.Key_Up)
    press(shown.focusWidget(), Key.Key_4)
    assert card.rows[0].control.hasFocus()


def test_moving_on_skips_what_is_rated_and_begins_again_at_the_top(shown, card):
    rate(shown, [None, 3, None, 3, 3, 3])
    press(card.rows[0].control, Key.Key_Backspace)
    press(card.rows[2].control, Key.Key_Backspace)
    card.rows[6].control.setFocus()
    press(card.rows[6].control, Key.Key_1)
    assert card.rows[0].control.hasFocus()
    press(card.rows[0].control, Key.Key_1)
    assert card.rows[2].control.hasFocus()


def test_a_press_stays_where_it_is(shown, card):
    click(card.rows[0].control.levels[2])
    assert card.rows[0].control.hasFocus()
    click(card.rows[0].clear)
    assert card.rated.text() == "0 of 7 rated"


@pytest.mark.parametrize("count", range(2, 10))
def test_any_number_of_levels_fits_the_panel(shown, card, count):
    wanted = change.with_level_count(shown.session.full.rubric, count)
    long_name = "A level with a name that goes on and on and on for longer than the panel is wide"
    follow(shown, change.with_level(wanted, wanted.criteria[0].root, count, name=long_name))
    row = card.rows[0]
    row.control.setFocus()
    press(row.control, getattr(Key, f"Key_{count}"))
    assert row.control.levels[-1].isChecked()
    assert all(min(one.width(), one.height()) >= 24 for one in row.control.buttons)
    right = row.control.mapTo(card, row.control.rect().topRight()).x()
    assert right <= card.width()
    press(row.control, Key.Key_9 if count < 9 else Key.Key_0)
    assert row.control.levels[-1].isChecked() is (count < 9)


@pytest.mark.parametrize(
    ("effect", "total", "words"),
    [
        (CriticalEffect.ZERO, "0", "Critical failure: Fair resolution. Without it: 85."),
        (CriticalEffect.CAP, "49", "Critical failure: Fair resolution. Without it: 85."),
        (CriticalEffect.FLAG, "85", "Critical failure: Fair resolution. The total stays as it is."),
    ],
)
def test_a_critical_failure_does_what_the_rubric_says(shown, card, effect, total, words):
    rubric = shown.session.full.rubric
    if effect is not rubric.rubric.critical_effect:
        follow(shown, change.with_head(rubric, critical_effect=effect))
    rate(shown, [5] * 7)
    click(row_of(shown, CRITICAL).control.levels[0])
    assert (card.total.text(), card.failure.text()) == (total, words)
    assert card.band.words.text() == "Critical failure"


def test_weights_of_zero_say_so(shown, card):
    rubric = shown.session.full.rubric
    for one in rubric.criteria:
        rubric = change.with_criterion(rubric, one.root, weight=0)
    follow(shown, rubric)
    rate(shown, [4])
    assert (card.total.text(), card.of.text()) == ("–", "The rated criteria weigh nothing")
    assert card.rated.text() == "1 of 7 rated"


def test_all_not_applicable_says_so(shown, card):
    rate(shown, [None] * 7)
    assert (card.total.text(), card.of.text()) == ("–", "Nothing here applies")


def test_a_rubric_of_one_criterion(shown, card):
    rubric = shown.session.full.rubric
    for one in rubric.criteria[1:]:
        rubric = change.remove_criterion(rubric, one.root)
    follow(shown, rubric)
    card.focus_first()
    press(shown.focusWidget(), Key.Key_4)
    assert (card.total.text(), card.rated.text()) == ("75", "1 of 1 rated")
    assert card.rows[0].control.hasFocus()


def test_a_rating_outside_the_levels_is_said_and_does_not_count(shown, card):
    rate(shown, [4, 4])
    full = shown.session.full
    stray = Rating(new_id(), full.review.id, full.rubric.criteria[2].id, 7)
    shown.session.library.workspace.do(Edit(Op.RATE, (Delta(None, stray),), full.transcript.id))
    row = card.rows[2]
    assert row.level.isVisible()
    assert row.level.text() == "The rating 7 is outside the levels 1 to 5, so it does not count."
    assert card.rated.text() == "2 of 7 rated"
    assert spoken(row.control).text(QAccessible.Text.Name).startswith("Tone, ")
    press(row.control, Key.Key_4)
    assert card.rated.text() == "3 of 7 rated"
    assert not row.level.isVisible() or row.level.text().startswith("4, Good")


def test_whose_words_are_judged_is_shown_and_spoken(shown, card):
    rubric = change.with_criterion(
        shown.session.full.rubric, shown.session.full.rubric.criteria[2].root, applies_to=AppliesTo.CUSTOMER
    )
    follow(shown, change.with_criterion(rubric, rubric.criteria[5].root, applies_to=AppliesTo.CHAT))
    tone, fair = card.rows[2], card.rows[5]
    assert (tone.applies.words.text(), tone.applies.isVisibleTo(tone)) == ("customer", True)
    assert (fair.applies.words.text(), fair.critical.isVisibleTo(fair)) == ("whole chat", True)
    assert not card.rows[0].applies.isVisibleTo(card.rows[0])
    assert tone.control.accessibleName() == "Tone, 15 percent, critical no, applies to the customer"


def test_a_reason_survives_undo_of_something_else(shown, card):
    row = row_of(shown, "Tone")
    row.control.setFocus()
    press(row.control, Key.Key_Return)
    QTest.keyClicks(row.note, "Curt")
    row.keep_note()
    shown.session.undo()
    assert row.note.text() == ""
    shown.session.redo()
    assert row.note.text() == "Curt"


def test_what_is_typed_stays_when_the_rating_changes_elsewhere(shown, card):
    row = row_of(shown, "Tone")
    row.control.setFocus()
    press(row.control, Key.Key_Return)
    QTest.keyClicks(row.note, "Cur")
    rating = Rating(new_id(), shown.session.full.review.id, row.criterion.id, 2)
    review = shown.session.full.review
    deltas = (Delta(None, review), Delta(None, replace(rating, note="")))
    shown.session.library.workspace.do(Edit(Op.RATE, deltas, shown.session.full.transcript.id))
    QTest.keyClicks(row.note, "t")
    assert row.note.text() == "Curt"


def test_a_reason_that_cannot_be_saved_stays_and_is_saved_later(shown, card, monkeypatch):
    def full_disk(edit):
        raise LibraryError("The disk is full.")

    row = row_of(shown, "Tone")
    row.control.setFocus()
    press(row.control, Key.Key_Return)
    QTest.keyClicks(row.note, "Curt")
    with monkeypatch.context() as broken:
        broken.setattr(shown.session.library.workspace, "do", full_disk)
        row.keep_note()
        assert shown.notice.sentence == "The disk is full."
    card.show_review()
    assert row.note.text() == "Curt"
    shown.review.keep_all()
    assert shown.session.full.rating_of(row.criterion.id).note == "Curt"


def test_space_shows_the_comments_under_the_criterion_and_goes_there(shown, card):
    comment(shown, 4, "Curt")
    comment(shown, 6, "Late", Key.Key_5)
    row = row_of(shown, "Tone")
    row.control.setFocus()
    press(row.control, Key.Key_Space)
    comments = shown.review.panel.comments
    assert comments.isVisible()
    assert comments.list.hasFocus()


def test_the_row_that_opens_is_shown_whole(window):
    shown = window(reviewer="Reviewer A", size=(1024, 640))
    open_sample(shown)
    card = shown.review.panel.scorecard
    for row in (card.rows[-1], card.rows[0], card.rows[4]):
        row.control.setFocus()
        let_live(20)
        top = row.mapTo(card, row.rect().topLeft()).y()
        bottom = row.mapTo(card, row.rect().bottomLeft()).y()
        assert card.head.geometry().bottom() <= top
        assert bottom <= card.foot.geometry().top()
        assert row.note.isVisible()


def test_the_shortcut_sheet_has_the_keys_of_the_scorecard(shown, monkeypatch):
    seen = []

    def look(sheet):
        for word in ("not applicable", "undo"):
            sheet.filter.setText(word)
            seen.extend(sheet.shown())

    monkeypatch.setattr(ShortcutSheet, "exec", look)
    shown.actions_table["shortcuts"].trigger()
    assert "Not applicable" in seen
    assert seen[-1].startswith("Undo")
