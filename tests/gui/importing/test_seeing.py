"""What the preview shows of a file before anything is decided."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui.dialogs.importing.file_list import FILE_ROLE
from reviewer.gui.dialogs.importing.words import file_words
from reviewer.workspace.workspace import Workspace
from tests.gui.importing.conftest import PHONE_CHAT
from tests.gui.importing.looking_at import click_row, names, speaker, texts


def test_turns_speakers_and_counts_are_shown(phone):
    assert names(phone)[:3] == ["—", "Nadia", "Omar"]
    assert texts(phone)[1] == "Hello. The plan says expired, is that right?"
    assert phone.side.speakers.number.text() == "4 found"
    assert speaker(phone, "Nadia").turns.text() == "4 turns"
    assert phone.middle.counts.turns.text() == "8 turns"
    assert phone.middle.counts.system.text() == "1 system"
    assert phone.middle.counts.left_out.text() == "1 skipped"
    assert phone.accept_button.text() == "Import 1 transcript"


def test_a_joined_line_is_marked_with_its_number_and_warned_of(phone):
    assert "↳ line 9: I can send a picture." in texts(phone)[5]
    assert phone.middle.warnings.isVisible()
    assert phone.middle.warnings.sentence.words.startswith("Line 9 names no speaker. It was joined to turn")
    QTest.mouseClick(phone.middle.warnings.first, Qt.MouseButton.LeftButton)
    assert phone.middle.table.rows() == [5]


def test_each_of_several_warnings_is_gone_to(stage):
    chat = PHONE_CHAT.replace("Gladly. Goodbye.", "Gladly. Goodbye.\n\nSee you\n[09:27] Nadia: Bye.")
    shown = stage(stage.write("phone.txt", chat))
    bar = shown.middle.warnings
    assert bar.second.text() == "1 more"
    QTest.mouseClick(bar.second, Qt.MouseButton.LeftButton)
    assert "See you" in texts(shown)[shown.middle.table.rows()[0]]
    assert bar.second.text() == "2 of 2"
    QTest.mouseClick(bar.second, Qt.MouseButton.LeftButton)
    assert shown.middle.table.rows() == [5]


def test_personal_details_are_counted(phone):
    assert phone.side.details.found.text().startswith("1 email address, 1 phone number.")


def test_each_file_says_what_is_in_it(stage):
    shown = stage(
        stage.write("phone.txt", PHONE_CHAT),
        stage.write("cake.txt", "Ann: A cake for Friday?\nBea: Gladly.\nAnn: Lemon.\nBea: Noted.\n"),
        stage.write("empty.txt", ""),
    )
    model = shown.files.view.model()
    words = [file_words(model.index(row, 0).data(FILE_ROLE)) for row in range(3)]
    assert words[:2] == ["8 turns · 2 things to check", "4 turns · 2 speakers"]
    assert "empty.txt" not in words[2]
    assert "no text" in words[2]
    assert shown.accept_button.text() == "Import 2 transcripts"


def test_another_file_is_shown_when_it_is_clicked(stage):
    shown = stage(
        stage.write("phone.txt", PHONE_CHAT), stage.write("cake.txt", "Ann: A cake?\nBea: Gladly.\nAnn: Yes.\n")
    )
    view = shown.files.view
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    stage.wait(shown)
    assert texts(shown) == ["A cake?", "Gladly.", "Yes."]
    QTest.keyClick(view, Qt.Key.Key_Up)
    stage.wait(shown)
    assert names(shown)[1] == "Nadia"


def test_a_file_that_cannot_be_read_says_why(stage):
    shown = stage(stage.write("empty.txt", ""))
    assert shown.middle.empty.isVisible()
    assert shown.middle.empty.rest.text().startswith("empty.txt")
    assert not shown.accept_button.isEnabled()


def test_nothing_is_written_to_the_library(phone, stage):
    click_row(phone, 1)
    with Workspace.open(stage.library) as workspace:
        assert workspace.reading.transcripts() == []


def test_long_rows_are_as_high_as_their_words(stage):
    words = "A rather long sentence that goes on. " * 8
    shown = stage(stage.write("long.txt", f"Ann: {words}\nBea: Yes.\nAnn: {words}\nBea: No.\n"))
    table = shown.middle.table
    assert table.rowHeight(0) > 2 * table.rowHeight(1)
    assert table.rowHeight(0) == table.rowHeight(2)
