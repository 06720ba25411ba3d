"""The open card by itself: reading, criterion, verdict, rewrite, actions, names."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.domain.annotation import Verdict
from reviewer.gui import fonts
from reviewer.gui.margin.active_card import ActiveCard
from reviewer.gui.theme import Theme
from tests.gui.margin.sample import COMMENTS, criterion, rubric

_, REWRITTEN, PLAIN, WHOLE, BARE, NOTE = COMMENTS


@pytest.fixture
def card(qtbot):
    fonts.install()
    paper = QWidget()
    qtbot.addWidget(paper)
    paper.resize(400, 500)
    card = ActiveCard(Theme.load("light"), paper)
    card.resize(252, 300)
    paper.show()
    yield card
    paper.close()


@pytest.fixture
def edits(card):
    made = []
    card.edited.connect(lambda before, after: made.append((before, after)))
    return made


def show(card, annotation, number=6):
    card.show_comment(annotation, number, rubric(), None)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_a_screen_reader_should_hear(card):
    show(card, REWRITTEN)
    assert card.accessibleName() == (
        "Comment 6, Word choice, concern, on ‘your parcel is with the courier’, turn 4. "
        "Depot language. Say where the parcel is. Suggested rewrite: your parcel is on the van."
    )
    assert card.block.accessibleDescription() == "deleted: with; inserted: on; deleted: courier; inserted: van"


def test_it_names_whole_turns_and_notes(card):
    show(card, WHOLE)
    assert card.accessibleName() == "Comment 6, Handling, concern, on turns 5–6. Two questions, no answer."
    show(card, replace(NOTE, verdict=Verdict.NONE))
    assert card.accessibleName() == "Comment 6, Note, on ‘depot nine’, turn 9. Ask Jo about <b>this</b> depot."


def test_every_button_has_a_name_and_a_tip(card):
    show(card, REWRITTEN)
    row, head = card.actions_row, card.head
    buttons = (row.use_button, row.edit_button, row.delete_button, head.criterion_button, head.verdict_button)
    assert [button.accessibleName() for button in buttons] == [
        "Use in revision",
        "Edit comment",
        "Delete comment",
        "Criterion: Word choice",
        "Verdict: concern",
    ]
    assert all(button.toolTip() and button.isVisible() for button in buttons)
    assert all(button.height() >= 24 and button.width() >= 24 for button in buttons)


def test_the_verdict_is_turned_by_a_press_and_by_keys(card, edits):
    show(card, PLAIN)
    press(card.head.verdict_button)
    assert edits[-1][1].verdict is Verdict.STRENGTH
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Minus)
    assert edits[-1][1].verdict is Verdict.CONCERN


def test_the_criterion_is_changed_in_a_menu(card, edits):
    show(card, PLAIN)
    menu = card.head.criterion_button.menu()
    assert [action.text() for action in menu.actions()][-2:] == ["Relationship", "Note"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Handling"]
    menu.actions()[0].trigger()
    assert edits[-1][1].criterion == criterion("W")
    card.head.criterion_button.menu().actions()[-1].trigger()
    assert edits[-1][1].criterion is None


def test_enter_starts_writing_and_the_pencil_too(card):
    show(card, PLAIN)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.writing
    assert card.editor.hasFocus()
    press(card.actions_row.edit_button)
    assert not card.writing
    press(card.actions_row.edit_button)
    assert card.writing


def test_a_rewrite_starts_from_the_words_as_they_are(card, edits):
    show(card, PLAIN)
    press(card.actions_row.rewrite_button)
    assert card.rewriter.hasFocus()
    assert card.rewriter.text() == "in due course"
    QTest.keyClick(card.rewriter, Qt.Key.Key_Escape)
    assert edits == []
    press(card.actions_row.rewrite_button)
    QTest.keyClicks(card.rewriter, "on Friday")
    QTest.keyClick(card.rewriter, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edits[-1][1].suggestion == "on Friday"
    assert card.block.isVisible()


def test_emptying_a_rewrite_removes_it(card, edits):
    show(card, REWRITTEN)
    card.write()
    assert card.rewriter.isVisible()
    card.rewriter.selectAll()
    QTest.keyClick(card.rewriter, Qt.Key.Key_Delete)
    card.commit()
    assert edits[-1][1].suggestion is None


def test_a_rewrite_across_turns_cannot_be_made_and_says_why(card):
    show(card, WHOLE)
    assert not card.actions_row.rewrite_button.isEnabled()
    assert card.actions_row.rewrite_button.text() == "Rewrite works on one turn"
    card.rewrite()
    assert not card.writing


def test_use_and_delete_name_the_comment(card):
    used, deleted = [], []
    card.use_in_revision.connect(used.append)
    card.deleted.connect(deleted.append)
    show(card, REWRITTEN)
    press(card.actions_row.use_button)
    card.setFocus()
    QTest.keyClick(card, "u")
    QTest.keyClick(card, Qt.Key.Key_Delete)
    press(card.actions_row.delete_button)
    assert used == ["c2", "c2"]
    assert deleted == ["c2", "c2"]


def test_no_break_spaces_survive_the_editor(card, edits):
    show(card, replace(PLAIN, text="25\u00a0pounds"))
    card.write()
    QTest.keyClicks(card.editor, "!")
    card.commit()
    assert edits[-1][1].text == "25\u00a0pounds!"


def test_the_card_grows_with_its_text(card):
    show(card, PLAIN)
    low = card.height_at(252)
    show(card, replace(PLAIN, text="A much longer remark on what should have been said. " * 5))
    assert card.height_at(252) >= low + 5 * 18


def test_a_very_long_comment_is_cut_until_all_of_it_is_wanted(card):
    show(card, PLAIN)
    assert not card.more.isVisible()
    text = "Far too many words. " * 5000
    show(card, replace(PLAIN, text=text))
    assert len(text) == 100_000
    cut = card.height_at(252)
    assert cut < 3000
    assert card.text.accessibleName() == text
    press(card.more)
    assert card.height_at(252) > 10 * cut
    assert not card.more.isVisible()
    card.write()
    assert card.editor.text() == text
    assert card.height_at(252) < cut


def test_other_keys_go_on_to_the_conversation(card, qtbot):
    show(card, PLAIN)
    card.setFocus()
    event_taken = QTest.keyClick(card, "n")
    assert event_taken is None
    assert not card.writing


def test_bare_highlights_show_no_text(card):
    show(card, BARE)
    assert not card.text.isVisible()
    assert card.actions_row.rewrite_button.isVisible()
