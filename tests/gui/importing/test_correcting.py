"""Corrections by keys and mouse, and taking them back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from reviewer.workspace.preparing import import_entries
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.gui.importing.looking_at import (
    CONTROL_SHIFT,
    click_row,
    click_words,
    editor,
    key,
    name_speaker,
    names,
    pick,
    put_caret,
    redo,
    roles,
    speaker,
    texts,
    undo,
)
from tests.gui.steps import click


def test_a_row_is_left_out_and_comes_back(phone):
    before = texts(phone)
    click_row(phone, 2)
    key(phone, Qt.Key.Key_Delete)
    assert texts(phone) == [*before[:2], *before[3:]]
    assert phone.middle.table.rows() == [2]
    undo(phone)
    assert texts(phone) == before
    redo(phone)
    assert len(texts(phone)) == len(before) - 1


def test_several_rows_are_left_out_as_one_step(phone):
    before = texts(phone)
    click_row(phone, 1)
    key(phone, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(phone, Qt.Key.Key_Delete)
    assert texts(phone) == [before[0], *before[3:]]
    undo(phone)
    assert texts(phone) == before


def test_the_speaker_of_a_row_is_chosen_by_keys(phone):
    click_row(phone, 1)
    key(phone, Qt.Key.Key_Return)
    name_speaker("Omar")
    assert names(phone)[1] == "Omar"
    undo(phone)
    assert names(phone)[1] == "Nadia"


def test_a_new_speaker_is_named_in_a_row(phone):
    click_row(phone, 1)
    key(phone, Qt.Key.Key_Return)
    name_speaker("Grace")
    assert names(phone)[1] == "Grace"
    assert speaker(phone, "Grace").turns.text() == "1 turn"


def test_a_turn_becomes_a_system_line_and_a_turn_again(phone):
    click_row(phone, 2)
    key(phone, Qt.Key.Key_S, CONTROL_SHIFT)
    assert (names(phone)[2], roles(phone)[2]) == ("—", "System")
    key(phone, Qt.Key.Key_S, CONTROL_SHIFT)
    name_speaker("Omar")
    assert names(phone)[2] == "Omar"


def test_a_turn_is_split_at_the_caret_and_joined_again(phone):
    before = texts(phone)
    click_row(phone, 1)
    key(phone, Qt.Key.Key_F2)
    field = editor(QPlainTextEdit)
    put_caret(field, "Hello. ")
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL_SHIFT)
    assert texts(phone)[1:3] == ["Hello.", "The plan says expired, is that right?"]
    assert names(phone)[1:3] == ["Nadia", "Nadia"]
    click_row(phone, 2)
    key(phone, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert len(texts(phone)) == len(before)
    assert phone.middle.table.rows() == [1]


def test_a_joined_line_starts_a_turn_of_its_own_by_a_click_on_its_arrow(phone):
    click_words(phone, 5, "↳ line 9")
    assert texts(phone)[5:7] == ["Which page did you open?", "I can send a picture."]


def test_a_role_is_corrected(phone):
    pick(speaker(phone, "Omar").role, "Agent")
    assert roles(phone)[2] == "Agent"
    assert "you chose so" in speaker(phone, "Omar").role.accessibleDescription()
    undo(phone)
    assert roles(phone)[2] != "Agent"


def test_two_speakers_are_merged_as_proposed(phone):
    (box,) = speaker(phone, "Omar").boxes
    click(box.merge)
    assert "Omarr" not in names(phone)
    assert speaker(phone, "Omar").turns.text() == "4 turns"
    assert speaker(phone, "Omar").boxes == []
    undo(phone)
    assert "Omarr" in names(phone)


def test_a_proposal_is_turned_down(phone):
    (box,) = speaker(phone, "Omar").boxes
    click(box.dismiss)
    assert speaker(phone, "Omar").boxes == []
    assert "Omarr" in names(phone)


def test_a_speaker_is_renamed(phone):
    field = speaker(phone, "Nadia").name
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Nadia K.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Nadia K." in names(phone)
    assert phone.isVisible()


def test_a_speaker_is_merged_by_the_menu(phone):
    menu = speaker(phone, "Omarr").menu()
    into = next(action.menu() for action in menu.actions() if action.menu())
    next(action for action in into.actions() if action.text() == "Nadia").trigger()
    assert speaker(phone, "Nadia").turns.text() == "5 turns"


def test_a_line_above_the_chat_becomes_a_turn(phone):
    click(phone.middle.counts.left_out)
    assert phone.middle.lines.isVisible()
    assert phone.middle.lines.model.index(0, 2).data() == "Chat with the phone shop"
    QTest.keyClick(phone.middle.lines.view, Qt.Key.Key_Return)
    QTest.keyClick(phone, Qt.Key.Key_Escape)
    assert phone.middle.table.isVisible()
    assert texts(phone)[0] == "Chat with the phone shop"
    assert names(phone)[0] in ("Nadia", "Omar")


def test_the_answer_holds_what_was_corrected(phone, stage):
    phone.side.details.labels.click()
    click(speaker(phone, "Omar").boxes[0].merge)
    pick(speaker(phone, "Omar").role, "Agent")
    phone.side.title.setText("Expired plan")
    QTest.keyClick(phone.side.title, Qt.Key.Key_Return)
    with Workspace.open(stage.library) as workspace:
        (outcome,) = import_entries(workspace, phone.answer().entries, SILENT, phone.answer().collection)
        (transcript,) = outcome.transcripts
        stored = list(workspace.reading.turns(transcript.id, 1, 9))
        speakers = {one.name: one.role.value for one in workspace.reading.speakers(transcript.id)}
    assert transcript.title == "Expired plan"
    assert speakers["Omar"] == "agent"
    assert "Omarr" not in speakers
    assert stored[3].text == "You can write to [email 1] or ring [phone 1]."


def test_a_detail_is_kept_by_a_click_on_its_label(phone):
    phone.side.details.labels.click()
    assert texts(phone)[3] == "You can write to   [email 1]   or ring   [phone 1]  ."
    click_words(phone, 3, "[email 1]")
    assert "nadia@mail.example" in texts(phone)[3]
    assert "[phone 1]" in texts(phone)[3]
    assert phone.side.details.found.text().startswith("1 phone number. 1 left as it is.")
    undo(phone)
    assert "[email 1]" in texts(phone)[3]


def test_names_are_shown_as_roles_when_that_is_chosen(phone):
    pick(speaker(phone, "Omar").role, "Agent")
    pick(speaker(phone, "Nadia").role, "Customer")
    phone.side.details.roles.click()
    assert names(phone)[1:3] == ["Customer", "Agent"]
    assert "Nadia" not in names(phone)
    phone.side.details.roles.click()
    assert names(phone)[1] == "Nadia"


def test_the_menu_of_a_row_offers_what_keys_do(phone):
    words = [action.text() for action in phone.middle.acts.menu(2, None).actions() if action.text()]
    assert words == [
        "Change the speaker",
        "Make it a system line",
        "Split at a caret…",
        "Join with the turn above",
        "Leave out",
    ]
