"""Finding words in the open chat, and in a chat of very many turns."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.opening import open_sample, wait_for_job

TURNS = 9_000


def count_of(shown, words, qtbot):
    bar = shown.review.find_bar
    bar.field.setText(words)
    qtbot.waitUntil(lambda: not bar._timer.isActive(), timeout=10_000)
    return bar.count.text()


def test_hits_are_counted_walked_and_narrowed(window, qtbot):
    shown = window(reviewer="Reviewer A")
    open_sample(shown)
    full = shown.session.full
    texts = [shown.session.turn(position).text for position in range(1, full.transcript.turn_count + 1)]
    every = sum(text.casefold().count("charge") for text in texts)
    assert every > 1
    shown.actions_table["find"].trigger()
    bar = shown.review.find_bar
    assert bar.field.hasFocus()
    assert count_of(shown, "charge", qtbot) == f"1 of {every}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 of {every}"
    shown.actions_table["find_previous"].trigger()
    shown.actions_table["find_previous"].trigger()
    assert bar.count.text() == f"{every} of {every}"
    bar.case.click()
    assert count_of(shown, "Charge", qtbot).endswith(f" of {sum(text.count('Charge') for text in texts)}")
    assert count_of(shown, "zebra", qtbot) == "Not found"
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_escape_gives_the_keyboard_back_to_the_conversation(window):
    shown = window(reviewer="Reviewer A")
    open_sample(shown)
    shown.actions_table["find"].trigger()
    QTest.keyClick(shown.review.find_bar.field, Qt.Key.Key_Escape)
    assert shown.review.view.hasFocus()


def test_a_rare_word_among_very_many_turns(window, qtbot, tmp_path):
    chat = tmp_path / "long.txt"
    lines = [f"{'Ann (Agent)' if turn % 2 else 'Bo (Customer)'}: Line {turn} of a long chat" for turn in range(TURNS)]
    lines[TURNS - 2] += " with a pelican"
    chat.write_text("\n".join(lines), encoding="utf-8")
    shown = window(reviewer="Reviewer A")
    shown.desk.import_files([str(chat)])
    wait_for_job(shown)
    shown.actions_table["find"].trigger()
    assert count_of(shown, "pelican", qtbot) == "1 of 1"
    rows = [row for row, _ in shown.review.view.visible_rows()]
    assert any("pelican" in shown.session.turn(row).text for row in rows if row)


def test_whole_words_only(window, qtbot):
    shown = window(reviewer="Reviewer A")
    open_sample(shown)
    shown.actions_table["find"].trigger()
    loose = count_of(shown, "charge", qtbot)
    shown.review.find_bar.whole.click()
    assert int(count_of(shown, "charge", qtbot).split()[-1]) < int(loose.split()[-1])
    assert count_of(shown, "harg", qtbot) == "Not found"


def test_comments_are_looked_through_when_wanted(window):
    shown = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(shown)
    bar = shown.review.find_bar
    shown.actions_table["find"].trigger()
    bar.field.setText("jargon")
    QTest.qWait(300)
    plain = bar.count.text()
    bar.comments.click()
    QTest.qWait(300)
    comments = [one for one in shown.session.full.annotations if "jargon" in f"{one.text}{one.suggestion}".lower()]
    bar.field.setText(shown.session.full.annotations[0].text[:12])
    QTest.qWait(300)
    assert bar.count.text() == "1 of 1"
    assert shown.review.commenting.active == shown.session.full.annotations[0]
    assert plain in ("Not found", f"1 of {len(comments)}")
