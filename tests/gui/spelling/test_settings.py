"""The switch, the list of own words, chats in other languages, and a broken file of own words."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.opening import let_live, open_sample, wait_for_job
from tests.gui.spelling.conftest import marked, menu, rows, wait_for_list
from tests.gui.steps import SHIFT, click, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def test_the_switch_takes_all_marks_away_and_brings_them_back(shown, editor, window):
    editor.setPlainText("Plese wait")
    box = shown.settings_page.flags["spelling/mark"]
    box.setChecked(False)
    assert marked(editor) == []
    press(editor, Key.Key_F4)
    assert shown.notice.sentence == "Mark spelling is switched off in Settings."
    box.setChecked(True)
    assert marked(editor) == ["Plese"]
    box.setChecked(False)
    again = window()
    assert not again.settings_page.flags["spelling/mark"].isChecked()
    assert again.spelling.checker is None


def test_own_words_are_added_and_removed_in_settings(shown, editor, window):
    editor.setPlainText("Fernwaye Larkfielde")
    part = shown.settings_page.own_words
    QTest.keyClicks(part.field, "Fernwaye")
    press(part.field, Key.Key_Return)
    QTest.keyClicks(part.field, "Larkfielde")
    click(part.add)
    assert marked(editor) == []
    assert [part.list.item(row).text() for row in range(part.list.count())] == ["Fernwaye", "Larkfielde"]
    shown.show_page("settings")
    part.list.setCurrentRow(0)
    part.list.setFocus()
    press(part.list, Key.Key_Delete)
    click(part.remove)
    assert part.list.count() == 0
    assert not part.remove.isEnabled()
    assert marked(editor) == ["Fernwaye", "Larkfielde"]
    assert (window.folder / "own-words.txt").read_bytes() == b""


def test_what_is_no_word_is_said_below_the_list(shown):
    part = shown.settings_page.own_words
    QTest.keyClicks(part.field, "two words")
    click(part.add)
    assert part.trouble.text() == "One word of letters can be added at a time, of 60 letters at most."
    assert part.field.text() == "two words"
    assert part.list.count() == 0


def test_a_broken_file_of_own_words_is_said_once_and_the_rest_works(window):
    (window.folder / "own-words.txt").write_bytes(b"plese\n\xff\xfe\x00\x01\n")
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown, 1)
    wait_for_list(shown)
    assert "left out" in shown.notice.sentence
    assert shown.spelling.checker.check("plese wiat")[0].start == 6


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Спасибо за сообщение, я не могу найти заказ", None),
        ("Vielen Dank für Ihre Nachricht, wir haben das nicht", "de"),
    ],
)
def test_the_chat_says_which_language_is_checked(window, tmp_path, said, language):
    chat = tmp_path / "chat.txt"
    chat.write_text(f"Agent: {said}\nKunde: {said}\nAgent: {said}\n", encoding="utf-8")
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown, 1)
    shown.desk.offer_files([str(chat)])
    wait_for_job(shown)
    assert shown.spelling.language == language


def test_a_chat_without_a_list_has_no_marks_and_its_menu_says_so(shown, editor, monkeypatch):
    shown.spelling._language = None
    shown.spelling.refresh()
    editor.setPlainText("Plese wait")
    assert marked(editor) == []
    press(editor, Key.Key_F10, modifier=SHIFT)
    assert rows(menu())[0] == "No spelling list for this language"
    menu().close()


def test_a_start_without_a_chat_reads_no_list():
    program = "import reviewer.gui.app, sys; print('spellchecker' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "False"


def test_closing_waits_for_the_list_that_is_read(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown, 1)
    assert shown.spelling.language == "en"
    window.close()
    let_live(10)
