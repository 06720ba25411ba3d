"""The dialog of the comment bank, and ready comments that are offered while a comment is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.annotation import Verdict
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.phrase import Phrase
from reviewer.domain.phrase_file import read_phrases
from reviewer.gui import messages
from reviewer.gui.dialogs.bank import BankDialog
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, click, press, select_words

Key = Qt.Key


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    tone = made.session.full.rubric.criteria[2]
    bank = [
        Phrase("1" * 32, tone.root, tone.name, Verdict.CONCERN, "Say sorry before the policy.", "I am sorry."),
        Phrase("2" * 32, tone.root, tone.name, Verdict.STRENGTH, "Warm start."),
        Phrase("3" * 32, None, "", Verdict.CONCERN, "Check the date."),
    ]
    made.session.library.do(Edit(Op.IMPORT_PHRASES, tuple(Delta(None, one) for one in bank)))
    return made


@pytest.fixture
def dialog(shown):
    made = BankDialog(shown.bank_keeping, shown.appearance.theme, shown)
    made.show()
    yield made
    made.keep()
    made.close()


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def texts(window):
    return sorted(one.text for one in window.session.library.workspace.reading.phrases())


def test_it_lists_filters_edits_adds_and_deletes(shown, dialog):
    assert len(lines(dialog)) == 3
    QTest.keyClicks(dialog.filter, "sorry")
    assert lines(dialog) == ["Tone: Say sorry before the policy."]
    assert dialog.text.text() == "Say sorry before the policy."
    dialog.text.setFocus()
    QTest.keyClicks(dialog.text, " Always.")
    dialog.list.setFocus()
    assert "Say sorry before the policy. Always." in texts(shown)
    dialog.filter.clear()
    press(dialog.list, Key.Key_N, modifier=CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Made here.")
    dialog.keep()
    assert "Made here." in texts(shown)
    dialog.list.setFocus()
    press(dialog.list, Key.Key_Delete)
    assert "Made here." not in texts(shown)
    press(dialog.list, Key.Key_Z, modifier=CONTROL)
    assert "Made here." in texts(shown)


def test_it_goes_out_to_a_file_and_comes_in_again(shown, dialog, tmp_path, monkeypatch):
    file = tmp_path / "bank.toml"
    monkeypatch.setattr(messages, "bank_to_save", lambda parent, suggested: file)
    monkeypatch.setattr(messages, "bank_to_open", lambda parent: file)
    click(dialog.export)
    bank = shown.session.library.workspace.reading.phrases()
    assert [one.text for one in read_phrases(file.read_text(encoding="utf-8"), "bank.toml")] == [
        one.text for one in bank
    ]
    press(dialog.list, Key.Key_Delete)
    assert len(texts(shown)) == 2
    click(dialog.bring)
    assert len(texts(shown)) == 3
    assert shown.notice.sentence == "1 comment added."
    file.write_text("[[phrases]]\ntext = 4\n")
    click(dialog.bring)
    assert shown.notice.sentence.startswith("bank.toml")
    assert len(texts(shown)) == 3


def begin(window, key=Key.Key_3):
    select_words(window, 4)
    press(window.review.view, key)
    field = QApplication.focusWidget()
    assert field is window.review.margin.card.editor
    return field


def test_a_few_letters_find_a_ready_comment(shown):
    field, offered = begin(shown), shown.bank.typed
    QTest.keyClicks(field, "so")
    assert not offered.isVisible()
    QTest.keyClicks(field, "rry")
    assert [offered.item(row).text() for row in range(offered.count())] == ["Say sorry before the policy."]
    assert field.hasFocus()
    press(field, Key.Key_Down)
    press(offered, Key.Key_Return)
    (made,) = shown.session.full.annotations
    assert (made.text, made.suggestion) == ("Say sorry before the policy.", "I am sorry.")
    assert field.hasFocus()


def test_esc_closes_the_list_alone_and_typing_goes_on(shown):
    field = begin(shown)
    QTest.keyClicks(field, "warm")
    assert shown.bank.typed.isVisible()
    press(field, Key.Key_Escape)
    assert not shown.bank.typed.isVisible()
    assert field.hasFocus()
    QTest.keyClicks(field, "er please")
    assert not shown.bank.typed.isVisible()
    press(field, Key.Key_Return, modifier=CONTROL)
    assert [one.text for one in shown.session.full.annotations] == ["warmer please"]


def test_tab_and_the_mouse_take_too(shown):
    field = begin(shown)
    QTest.keyClicks(field, "warm")
    press(field, Key.Key_Tab)
    assert shown.session.full.annotations[0].text == "Warm start."
    shown.review.view.setFocus()
    field = begin(shown, Key.Key_8)
    QTest.keyClicks(field, "date")
    offered = shown.bank.typed
    QTest.mouseClick(
        offered.viewport(), Qt.MouseButton.LeftButton, pos=offered.visualItemRect(offered.item(0)).center()
    )
    assert "Check the date." in [one.text for one in shown.session.full.annotations]
