"""Layout, dates, loose lines, encoding, and names marked by hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from reviewer.gui.dialogs.importing.turn_model import TIME
from tests.gui.importing.looking_at import cells, names, pick, redo, texts, undo
from tests.gui.importing.looking_at import key as press_key
from tests.gui.steps import click

DATED = """02/03/2026, 10:00 - Ann: Where is my parcel?
02/03/2026, 10:01 - Bo: On its way.
03/03/2026, 10:02 - Ann: Still nothing.
04/03/2026, 10:03 - Bo: It comes today.
"""
DIALOGUE = """A talk at the counter

(Marta) good morning, is the blue one still here
(Lewis) it is, the last one
(Marta) then it is mine
(Lewis) that makes nine pounds
(Marta) here you are
"""


def shown_as(dialog, wait, choice, words):
    pick(choice.box, words)
    wait(dialog)


def test_the_layout_that_was_found_is_named(phone):
    assert phone.middle.options.layouts.box.currentText().endswith("(detected)")
    assert "fits" in phone.middle.options.layouts.box.toolTip()


def test_every_paragraph_is_read_as_a_turn_when_that_is_chosen(phone, stage):
    shown_as(phone, stage.wait, phone.middle.options.layouts, "Every paragraph")
    assert len(texts(phone)) == 2
    assert texts(phone)[0].startswith("Chat with the phone shop")
    undo(phone)
    stage.wait(phone)
    assert names(phone)[1] == "Nadia"
    redo(phone)
    stage.wait(phone)
    assert len(texts(phone)) == 2


def test_lines_without_a_speaker_become_system_lines_or_go(phone, stage):
    shown_as(phone, stage.wait, phone.middle.options.loose, "Make them")
    assert (names(phone)[6], texts(phone)[6]) == ("—", "I can send a picture.")
    shown_as(phone, stage.wait, phone.middle.options.loose, "Leave them")
    assert "I can send a picture." not in " ".join(texts(phone))


def test_corrections_come_back_with_the_layout_that_they_were_made_in(phone, stage):
    phone.middle.table.go_to(1)
    press_key(phone, Qt.Key.Key_Delete)
    shown_as(phone, stage.wait, phone.middle.options.loose, "Leave them")
    undo(phone)
    stage.wait(phone)
    assert "Hello. The plan says expired, is that right?" not in texts(phone)
    assert "picture" in " ".join(texts(phone))


def test_the_order_of_dates_is_flipped_with_one_click(stage):
    shown = stage(stage.write("parcel.txt", DATED))
    options = shown.middle.options
    assert options.evidence.isVisible()
    assert options.evidence.text()
    before = shown.preview.conversation.turns[0].sent_at
    click(options.flip)
    stage.wait(shown)
    first = shown.preview.conversation.turns[0].sent_at
    click(options.flip)
    stage.wait(shown)
    second = shown.preview.conversation.turns[0].sent_at
    assert {first[:10], second[:10]} == {"2026-03-02", "2026-02-03"}
    for _ in range(2):
        undo(shown)
    stage.wait(shown)
    assert shown.preview.conversation.turns[0].sent_at == before


def test_the_day_stands_where_it_changes(stage):
    shown = stage(stage.write("parcel.txt", DATED.replace("03/2026", "13/2026")))
    days = [shown.middle.model.day(row) for row in range(4)]
    assert days == ["13 Feb 2026", "", "13 Mar 2026", "13 Apr 2026"]


def test_times_are_left_out_when_that_is_chosen(phone):
    assert cells(phone, TIME)[1] == "09:15"
    pick(phone.middle.options.times.box, "Leave times out")
    assert set(cells(phone, TIME)) == {""}
    (entry,) = phone.answer().entries
    assert entry.finish.timeless


def test_broken_signs_open_the_list_of_encodings(stage):
    chat = "Zoé: Un café?\nRené: Volontiers, à midi.\nZoé: Très bien.\nRené: À bientôt.\n"
    path = stage.folder / "cafe.txt"
    path.write_bytes(chat.encode().decode("latin-1").encode())
    shown = stage(path)
    assert shown.middle.options.encoding.isVisible()
    shown_as(shown, stage.wait, shown.middle.options.encoding, "UTF-8 twice")
    assert texts(shown)[0] == "Un café?"
    assert names(shown)[:2] == ["Zoé", "René"]


def test_another_encoding_can_always_be_chosen(stage):
    chat = "Анна: Где мой заказ?\nБорис: Уже в пути.\nАнна: Спасибо.\n"
    path = stage.folder / "zakaz.txt"
    path.write_bytes(chat.encode("cp1251"))
    shown = stage(path)
    if not shown.middle.options.encoding.isVisible():
        click(shown.middle.counts.encoding)
    shown_as(shown, stage.wait, shown.middle.options.encoding, "Cyrillic (Windows")
    assert names(shown)[0] == "Анна"


TABLE = """when,who,said,thread
2026-03-02 10:00,Ann,Where is my parcel?,7
2026-03-02 10:01,Bo,On its way.,7
2026-03-02 10:02,Ann,Thank you.,7
2026-03-02 11:02,Cy,Hello there,8
2026-03-02 11:03,Bo,Hello Cy.,8
2026-03-02 11:04,Cy,All good.,8
"""


def test_the_columns_of_a_table_are_chosen(stage):
    shown = stage(stage.write("parcels.csv", TABLE))
    columns = shown.middle.options.columns
    assert not shown.middle.options.loose.isVisible()
    assert {key: one.box.currentText() for key, one in columns.items()} == {
        "speaker": "who",
        "text": "said",
        "time": "when",
        "conversation": "thread",
    }
    shown_as(shown, stage.wait, columns["conversation"], "None")
    assert len(texts(shown)) == 6
    shown_as(shown, stage.wait, columns["text"], "thread")
    assert texts(shown)[0] == "7"
    for _ in range(2):
        undo(shown)
        stage.wait(shown)
    assert texts(shown) == ["Where is my parcel?", "On its way.", "Thank you."]


def test_a_doubtful_reading_is_asked_about(stage):
    shown = stage(stage.write("short.txt", "Ann: Is it ready?\nBo: It is.\nAnn: Thank you.\n"))
    bar = shown.middle.question
    assert bar.isVisible()
    assert bar.sentence.words.startswith("Are these the speakers?")
    click(bar.first)
    stage.wait(shown)
    assert not bar.isVisible()
    assert names(shown) == ["Ann", "Bo", "Ann"]


def select(field, words):
    cursor = field.document().find(words)
    start = field.cursorRect(QTextCursor(cursor.block())).center()
    end = field.cursorRect(cursor).center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(field.viewport(), left, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(field.viewport(), end)
    QTest.mouseRelease(field.viewport(), left, Qt.KeyboardModifier.NoModifier, end)


def test_names_are_marked_with_the_mouse_when_nothing_was_recognised(stage):
    shown = stage(stage.write("counter.txt", DIALOGUE))
    mark = shown.middle.mark
    assert mark.isVisible()
    assert mark.sentence.words == (
        "No speakers found. Choose how the names are written, or mark the first two by hand."
    )
    assert not shown.accept_button.isEnabled()
    select(mark.field, "Marta")
    select(mark.field, "Lewis")
    assert mark.names == ["Marta", "Lewis"]
    click(mark.read)
    stage.wait(shown)
    assert names(shown) == ["Marta", "Lewis", "Marta", "Lewis", "Marta"]
    assert texts(shown)[1] == "it is, the last one"
    assert shown.accept_button.isEnabled()


def test_names_are_marked_with_keys(stage):
    shown = stage(stage.write("counter.txt", DIALOGUE))
    field = shown.middle.mark.field
    field.setFocus()
    for words in ("Marta", "Lewis"):
        cursor = field.textCursor()
        cursor.setPosition(field.toPlainText().index(words))
        field.setTextCursor(cursor)
        for _ in words:
            QTest.keyClick(field, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.wait(shown)
    assert names(shown)[:2] == ["Marta", "Lewis"]
    undo(shown)
    stage.wait(shown)
    assert shown.middle.mark.isVisible()
