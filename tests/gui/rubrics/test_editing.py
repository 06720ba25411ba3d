"""Editing a rubric in the window: what is typed is saved, joined, undone, and kept where it cannot be saved."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain import rubric_changes as changes
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.rubric import RubricSet
from reviewer.workspace.workspace import Workspace
from tests.gui.rubrics.working import focused, letters, make_own, open_page, rows, saved, type_over
from tests.gui.steps import CONTROL, click, press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(window):
    return window(reviewer="Reviewer A", size=(1440, 900))


@pytest.fixture
def page(shown):
    """A rubric of three criteria: A, B and C."""
    page = make_own(shown)
    for letter, name in (("B", "Billing"), ("C", "Care")):
        click(page.editor.criteria.add)
        QTest.keyClicks(focused(), name)
        type_over(rows(page)[-1].letter, letter)
    return page


def test_the_page_shows_the_rubrics_of_the_library(shown):
    page = open_page(shown)
    names = [page.list.rows.item(at).text() for at in range(page.list.rows.count())]
    assert "Chat quality scorecard" in names
    assert page.title.accessibleName() == "Live chat evaluation"
    assert letters(page) == "WGTPHFR"
    assert page.preferred.isVisible()
    assert page.editor.criteria.sum.text() == "Weights: 100"
    QTest.keyClicks(page.list.filter, "scorecard")
    names = [page.list.rows.item(at).text() for at in range(page.list.rows.count())]
    assert names == ["Chat quality scorecard", "Live chat evaluation"]


def test_a_new_rubric_is_saved_as_one_types(shown, window):
    make_own(shown, "Returns desk")
    assert saved(shown, "Returns desk").rubric.version == 1
    again = window()
    page = open_page(again)
    assert "Returns desk" in [page.list.rows.item(at).text() for at in range(page.list.rows.count())]


def test_typing_is_one_step_of_undo_for_each_field(shown, page):
    card = rows(page)[0]
    type_over(card.name, "Accuracy")
    type_over(card.weight, "40")
    assert (saved(shown, "Returns desk").criteria[0].name, saved(shown, "Returns desk").criteria[0].weight) == (
        "Accuracy",
        40,
    )
    press(card.weight.entry, Qt.Key.Key_Z, modifier=CONTROL)
    assert (card.name.entry.text(), card.weight.entry.text()) == ("Accuracy", "100")
    press(card.weight.entry, Qt.Key.Key_Z, modifier=CONTROL)
    assert card.name.entry.text() == "New criterion"
    press(card.weight.entry, Qt.Key.Key_Y, modifier=CONTROL)
    press(card.weight.entry, Qt.Key.Key_Y, modifier=CONTROL)
    assert saved(shown, "Returns desk").criteria[0].weight == 40


def test_weights_are_summed_and_spread(shown, page):
    card = page.editor.criteria
    for row, weight in zip(rows(page), ("50", "25", "20"), strict=True):
        type_over(row.weight, weight)
    assert card.chip.words.text() == "95 of 100"
    assert card.chip.isVisible()
    click(card.spread)
    assert [row.weight.entry.text() for row in rows(page)] == ["53", "26", "21"]
    assert card.sum.text() == "Weights: 100"
    assert not card.spread.isVisible()


def test_up_and_down_change_a_weight(shown, page):
    entry = rows(page)[0].weight.entry
    entry.setFocus()
    press(entry, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert saved(shown, "Returns desk").criteria[0].weight == 98


def test_a_field_that_is_left_shows_what_is_saved(shown, page):
    row = rows(page)[0]
    type_over(row.weight, "0100")
    type_over(row.letter, "a")
    type_over(row.name, "Accuracy ")
    assert row.name.entry.text() == "Accuracy "
    page.list.rows.setFocus()
    assert (row.weight.entry.text(), row.letter.entry.text(), row.name.entry.text()) == ("100", "A", "Accuracy")
    assert saved(shown, "Returns desk").criteria[0].name == "Accuracy"


def test_the_wheel_scrolls_and_never_changes_a_choice(shown, page):
    before = saved(shown, "Returns desk")
    row = rows(page)[0]
    row.applies.setFocus()
    for box in (row.applies, page.editor.levels.count):
        middle = box.rect().center()
        turn = QWheelEvent(
            middle, box.mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turn)
        assert not turn.isAccepted(), "the page does not scroll"
    assert saved(shown, "Returns desk") == before


def test_a_rubric_is_made_without_the_mouse(shown):
    press(shown, Qt.Key.Key_3, modifier=CONTROL)
    page = shown.rubrics_page
    assert focused() is page.list.rows
    shown.actions_table["new_rubric"].trigger()
    assert focused() is page.editor.head.name.entry
    QTest.keyClicks(focused(), "Returns desk")
    press(focused(), Qt.Key.Key_Insert)
    assert focused() is rows(page)[1].name.entry
    QTest.keyClicks(focused(), "Billing")
    press(focused(), Qt.Key.Key_Tab)
    assert focused() is rows(page)[1].weight.entry
    QTest.keyClicks(focused(), "40")
    press(focused(), Qt.Key.Key_Tab)
    press(focused(), Qt.Key.Key_Space)
    press(focused(), Qt.Key.Key_Tab)
    assert focused() is rows(page)[1].fail
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Tab)
    press(focused(), Qt.Key.Key_End)
    press(focused(), Qt.Key.Key_Return, modifier=ALT)
    for _ in range(3):
        press(focused(), Qt.Key.Key_Tab)
    assert focused() is rows(page)[1].body.description.entry
    QTest.keyClicks(focused(), "Whether the bill was right.")
    made = saved(shown, "Returns desk").criteria[1]
    assert (made.name, made.weight, made.critical, made.fail_level) == ("Billing", 40, True, 2)
    assert (made.applies_to, made.description) == ("chat", "Whether the bill was right.")
    press(focused(), Qt.Key.Key_Up, modifier=ALT)
    assert [one.name for one in saved(shown, "Returns desk").criteria] == ["Billing", "New criterion"]
    rows(page)[0].critical.setFocus()
    press(focused(), Qt.Key.Key_Delete, modifier=ALT)
    assert [one.name for one in saved(shown, "Returns desk").criteria] == ["New criterion"]
    press(focused(), Qt.Key.Key_F6)
    assert focused() is page.list.rows
    press(focused(), Qt.Key.Key_F6)
    assert focused() is page.editor.head.name.entry


def test_undo_shows_the_rubric_that_it_changes(shown, page):
    type_over(page.editor.head.description, "For the desk.")
    page.list.rows.setCurrentRow(0)
    assert page.title.accessibleName() != "Returns desk"
    press(page.list.rows, Qt.Key.Key_Z, modifier=CONTROL)
    assert page.title.accessibleName() == "Returns desk"
    assert page.editor.head.description.entry.text() == ""


def test_a_rubric_without_criteria_from_elsewhere_is_shown_and_mended(shown):
    broken = changes.new_rubric("Hollow")
    shown.session.library.workspace.do(edits.add(RubricSet(broken.rubric, ())))
    page = open_page(shown)
    page.copy.choose(broken.rubric.root)
    assert rows(page) == []
    click(page.editor.criteria.add)
    assert len(saved(shown, "Hollow").criteria) == 1
    assert page.editor.criteria.sum.text() == "Weights: 100"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("letter", "B", "Criteria 1 and 2 share a letter, B."),
        ("letter", "?", "The letter is one letter or digit."),
        ("letter", "N", "N is kept for notes. Choose another letter."),
        ("weight", "a lot", "A weight is a whole number from 0 to 100."),
        ("weight", "101", "A weight is between 0 and 100."),
        ("weight", "0", "All weights are 0. At least one criterion needs a weight."),
        ("name", " ", "A criterion needs a name."),
        ("name", "x" * 101, "The name is longer than 100 characters."),
    ],
)
def test_what_cannot_be_saved_is_kept_and_said_below_its_field(shown, page, field, typed, sentence):
    before = saved(shown, "Returns desk")
    part = getattr(rows(page)[0], field)
    type_over(part, typed)
    assert part.entry.text() == typed
    assert part.problem.isVisible()
    assert part.problem.text() == sentence
    assert part.entry.accessibleDescription() == sentence
    kept = saved(shown, "Returns desk")
    if typed not in ("101", "x" * 101):
        assert kept == before
    QTest.mouseClick(page.list.rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert page.title.accessibleName() == "Chat quality scorecard"
    page.copy.choose(before.rubric.root)
    part = getattr(rows(page)[0], field)
    assert (part.entry.text(), part.problem.text()) == (typed, sentence)
    press(part.entry, Qt.Key.Key_Z, modifier=CONTROL)
    assert not part.problem.isVisible()
    assert part.entry.text() != typed
    assert saved(shown, "Returns desk") == kept


def test_two_letters_are_swapped_by_typing_one_after_the_other(shown, page):
    first, second = rows(page)[0].letter, rows(page)[1].letter
    type_over(first, "b")
    assert first.problem.isVisible()
    type_over(second, "a")
    assert not first.problem.isVisible()
    assert [one.letter for one in saved(shown, "Returns desk").criteria] == ["B", "A", "C"]
    assert letters(page) == "BAC"


def test_criteria_move_by_keys_and_keep_the_caret(shown, page):
    entry = rows(page)[0].name.entry
    entry.setFocus()
    press(entry, Qt.Key.Key_Down, modifier=ALT)
    assert letters(page) == "BAC"
    assert focused() is entry
    press(entry, Qt.Key.Key_Down, modifier=ALT)
    press(entry, Qt.Key.Key_Down, modifier=ALT)
    assert [one.letter for one in saved(shown, "Returns desk").criteria] == ["B", "C", "A"]
    press(entry, Qt.Key.Key_Up, modifier=ALT)
    assert letters(page) == "BAC"
    grip = rows(page)[2].grip
    grip.setFocus()
    press(grip, Qt.Key.Key_Up)
    assert letters(page) == "BCA"
    press(grip, Qt.Key.Key_Z, modifier=CONTROL)
    assert letters(page) == "BAC"


def test_criteria_are_dragged(shown, page):
    grip, last = rows(page)[0].grip, rows(page)[2]
    start = grip.rect().center()
    end = grip.mapFromGlobal(last.mapToGlobal(QPoint(4, last.height() - 2)))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grip, (start + end) / 2)
    QTest.mouseMove(grip, end)
    assert page.editor.criteria._drop.isVisible()
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=end)
    assert not page.editor.criteria._drop.isVisible()
    assert [one.letter for one in saved(shown, "Returns desk").criteria] == ["B", "C", "A"]


def test_criteria_are_copied_and_removed(shown, page):
    act = shown.actions_table
    rows(page)[1].name.entry.setFocus()
    press(focused(), Qt.Key.Key_D, modifier=CONTROL)
    assert [one.name for one in saved(shown, "Returns desk").criteria] == [
        "New criterion",
        "Billing",
        "Billing",
        "Care",
    ]
    assert len(set(letters(page))) == 4
    assert page.editor.criteria.focused_root() == rows(page)[2].root
    act["remove_criterion"].trigger()
    act["remove_criterion"].trigger()
    act["remove_criterion"].trigger()
    assert letters(page) == "A"
    act["remove_criterion"].trigger()
    assert letters(page) == "A"
    for _ in range(11):
        act["add_criterion"].trigger()
    assert len(saved(shown, "Returns desk").criteria) == 12
    assert not page.editor.criteria.add.isVisible()
    act["add_criterion"].trigger()
    assert shown.notice.sentence == "A rubric has 1 to 12 criteria, not 13."
    assert len(rows(page)) == 12


def test_critical_criteria_have_a_fail_level_inside_the_levels(shown, page):
    row = rows(page)[1]
    assert not row.fail.isVisible()
    click(row.critical)
    assert row.fail.isVisible()
    assert saved(shown, "Returns desk").criteria[1].fail_level == 1
    row.fail.setFocus()
    press(row.fail, Qt.Key.Key_End)
    row.fail.activated.emit(row.fail.currentIndex())
    assert saved(shown, "Returns desk").criteria[1].fail_level == 5
    page.editor.levels.count.setValue(3)
    two = saved(shown, "Returns desk").criteria[1]
    assert (len(two.levels), two.fail_level) == (3, 3)
    row.applies.setCurrentIndex(1)
    row.applies.activated.emit(1)
    assert saved(shown, "Returns desk").criteria[1].applies_to == "customer"


def test_levels_are_shared_and_a_criterion_can_have_its_own(shown, page):
    cells = page.editor.levels.levels.cells
    type_over(cells[4].name, "Superb")
    type_over(cells[4].points, "90")
    assert {(one.levels[4].name, one.levels[4].points) for one in saved(shown, "Returns desk").criteria} == {
        ("Superb", 90)
    }
    click(rows(page)[1].unfold)
    body = rows(page)[1].body
    type_over(body.description, "Whether the bill was right.")
    type_over(body.levels.rows[0].description, "Wrong sums.")
    type_over(body.levels.rows[0].points, "5")
    billing = saved(shown, "Returns desk").criteria[1]
    assert billing.description == "Whether the bill was right."
    assert (billing.levels[0].description, billing.levels[0].points) == ("Wrong sums.", 5)
    assert saved(shown, "Returns desk").criteria[0].levels[0].points is None
    body.levels.count.setValue(2)
    assert [len(one.levels) for one in saved(shown, "Returns desk").criteria] == [5, 2, 5]
    type_over(body.levels.rows[1].points, "half")
    assert body.levels.rows[1].points.problem.text().startswith("Points are a whole number from 0 to 100")
    type_over(body.levels.rows[1].points, "50")
    assert saved(shown, "Returns desk").criteria[1].levels[1].points == 50


def test_effect_bands_and_questions(shown, page):
    score, asks = page.editor.score, page.editor.questions
    click(score.effect.button("cap"))
    assert saved(shown, "Returns desk").rubric.critical_effect == "cap"
    type_over(score.bands[1].start, "60")
    type_over(score.bands[1].name, "On the way")
    click(score.bands[3].remove)
    click(score.add)
    assert [(band.start, band.name) for band in saved(shown, "Returns desk").rubric.bands] == [
        (0, "Needs work"), (60, "On the way"), (75, "Good"), (88, "New band"),
    ]  # fmt: skip
    type_over(score.bands[1].start, "75")
    assert score.bands[1].start.problem.text() == "Two bands start at 75."
    click(asks.add)
    QTest.keyClicks(focused(), "What went well?")
    type_over(asks.lines[0].target, "60")
    (question,) = saved(shown, "Returns desk").questions
    assert (question.text, question.target_words) == ("What went well?", 60)
    click(asks.lines[0].remove)
    assert saved(shown, "Returns desk").questions == ()
    assert asks.none.isVisible()


def test_words_are_kept_when_another_window_changed_the_rubric_meanwhile(shown, page):
    before = saved(shown, "Returns desk")
    workspace = shown.session.library.workspace
    with Workspace.open(workspace.path, reviewer="Reviewer B") as other:
        elsewhere = edits.change(before, changes.with_criterion(before, before.criteria[0].root, name="Accuracy"))
        assert elsewhere is not None
        other.do(elsewhere)
    name = rows(page)[0].name
    type_over(name, "P")
    assert "changed elsewhere" in shown.notice.sentence
    assert (name.entry.text(), name.problem.text()) == ("P", "This is not saved yet.")
    assert saved(shown, "Returns desk").criteria[0].name == "Accuracy"
    QTest.keyClicks(name.entry, "atience")
    assert not name.problem.isVisible()
    assert saved(shown, "Returns desk").criteria[0].name == "Patience"


def test_the_sum_of_weights_is_spoken_with_its_remedy(shown, page):
    type_over(rows(page)[0].weight, "60")
    assert page.editor.criteria.spread.accessibleName() == "Spread the rest, weights make 60 of 100"
    assert rows(page)[0].accessibleName() == "Criterion 1, New criterion"
    assert rows(page)[1].weight.entry.accessibleName() == "Criterion 2, Billing, weight"
