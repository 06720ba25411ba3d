"""What comes in: good, bad, missing and large files, what is said of each, stopping, and taking an import back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.gui import messages
from tests.gui.opening import open_sample, wait_for_job
from tests.gui.steps import CONTROL, click, comment, named, press

CHAT = "Ann: Good morning.\nBo: Where is my parcel?\nAnn: On its way.\nBo: Thank you.\n"
MANY, VERY_MANY = 6_000, 30_000


def chat_file(folder, name, words="parcel"):
    path = folder / name
    path.write_text(CHAT.replace("parcel", words), encoding="utf-8")
    return path


def bring(shown, *paths):
    shown.desk.import_files([str(path) for path in paths])
    wait_for_job(shown)


def long_chat(folder, turns):
    path = folder / "large.txt"
    lines = (f"{'Ann' if turn % 2 else 'Bo'}: Line {turn} of a very long chat" for turn in range(turns))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def large(tmp_path):
    return long_chat(tmp_path, MANY)


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("blank.txt", b" \n\n\t\n"), ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d" * 40)],
)
def test_a_file_without_a_chat_is_one_sentence_that_names_it(window, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    shown = window()
    bring(shown, path)
    assert shown.notice.isVisible()
    assert name in shown.notice.sentence
    assert shown.notice.sentence.endswith(".")
    assert shown.library_page.welcome.isVisible()


def test_a_file_that_is_gone_is_one_sentence(window, tmp_path):
    shown = window()
    bring(shown, tmp_path / "gone.txt")
    assert "gone.txt" in shown.notice.sentence
    assert shown.session.full is None


def test_bad_files_among_good_ones_are_counted_and_listed(window, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "details", lambda _, sentence, lines: told.append((sentence, list(lines))))
    shown = window(reviewer="Reviewer A")
    good = [chat_file(tmp_path, f"{word}.txt", word) for word in ("parcel", "letter")]
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(b"")
    bring(shown, tmp_path / "one.txt", *good, tmp_path / "two.txt")
    assert shown.notice.sentence.endswith("The other 2 files were imported.")
    click(shown.notice._button)
    ((sentence, lines),) = told
    assert "one.txt" in sentence
    files = ("one.txt", "parcel.txt", "letter.txt", "two.txt")
    assert [name in line for name, line in zip(files, lines, strict=True)] == [True] * 4
    assert "4 turns" in lines[1]
    shown.show_page("library")
    assert shown.library_page.count.text() == "2 transcripts"


def test_one_good_file_among_bad_ones_is_told_as_one(window, tmp_path):
    shown = window(reviewer="Reviewer A")
    (tmp_path / "bad.txt").write_bytes(b"")
    bring(shown, chat_file(tmp_path, "good.txt"), tmp_path / "bad.txt")
    assert shown.notice.sentence.endswith("The other file was imported.")
    shown.show_page("library")
    assert shown.library_page.count.text() == "1 transcript"


def test_the_same_text_again_opens_what_is_there(window, tmp_path):
    shown = window(reviewer="Reviewer A")
    bring(shown, chat_file(tmp_path, "first.txt"))
    first = shown.session.full.transcript
    open_other = chat_file(tmp_path, "other.txt", "letter")
    bring(shown, open_other)
    bring(shown, chat_file(tmp_path, "copy of it.txt"))
    assert shown.session.full.transcript.id == first.id
    assert shown.notice.sentence == f"Same text as ‘{first.title}’, which is in the library already."


def test_the_window_stays_usable_while_a_large_file_comes_in(window, large):
    shown = window(reviewer="Reviewer A")
    open_sample(shown, 1)
    shown.desk.import_files([str(large)])
    assert shown.desk.busy
    made = comment(shown, 4, "Written meanwhile")
    assert made.text == "Written meanwhile"
    wait_for_job(shown)
    assert shown.session.full.transcript.turn_count == MANY
    assert not shown.status.bar.isVisible()
    shown.show_page("library")
    assert shown.library_page.count.text() == "2 transcripts"


def test_a_second_import_waits_for_the_first(window, large, tmp_path):
    shown = window(reviewer="Reviewer A")
    shown.desk.import_files([str(large)])
    shown.desk.import_files([str(chat_file(tmp_path, "chat.txt"))])
    assert shown.notice.sentence == "An import is running. Wait until it is done, or stop it."
    wait_for_job(shown)
    assert shown.session.full.transcript.turn_count == MANY


def test_an_import_can_be_stopped_and_leaves_nothing_half_done(window, tmp_path, qtbot):
    shown = window(reviewer="Reviewer A")
    shown.desk.import_files([str(long_chat(tmp_path, VERY_MANY))])
    qtbot.waitUntil(shown.status.stop.isVisible, timeout=10_000)
    assert shown.status.job.text()
    click(shown.status.stop)
    wait_for_job(shown)
    assert shown.notice.sentence == "Import stopped. What was finished is in the library."
    assert not shown.status.stop.isVisible()
    assert shown.library_page.model.ids == []
    bring(shown, chat_file(tmp_path, "chat.txt"))
    assert shown.session.full.transcript.turn_count == 4


def test_closing_the_window_ends_a_running_import(window, large):
    shown = window(reviewer="Reviewer A")
    shown.desk.import_files([str(large)])
    shown.close()
    assert not shown.desk.busy or shown.desk._job.isFinished()
    again = window()
    assert again.isVisible()


def test_an_import_is_taken_back_and_done_again_on_the_library_page(window, tmp_path):
    shown = window(reviewer="Reviewer A")
    bring(shown, chat_file(tmp_path, "one.txt"))
    bring(shown, chat_file(tmp_path, "two.txt", "letter"))
    shown.show_page("library")
    assert shown.library_page.count.text() == "2 transcripts"
    assert named(shown, "undo") == "Undo import"
    press(shown, Qt.Key.Key_Z, modifier=CONTROL)
    assert shown.library_page.count.text() == "1 transcript"
    assert named(shown, "redo") == "Redo import"
    press(shown, Qt.Key.Key_Y, modifier=CONTROL)
    assert shown.library_page.count.text() == "2 transcripts"
    for _ in range(2):
        press(shown, Qt.Key.Key_Z, modifier=CONTROL)
    assert shown.library_page.welcome.isVisible()


def test_undo_on_the_library_page_leaves_the_open_review_alone(window, tmp_path):
    shown = window(reviewer="Reviewer A")
    bring(shown, chat_file(tmp_path, "one.txt"))
    bring(shown, chat_file(tmp_path, "two.txt", "letter"))
    comment(shown, 2, "Asked twice")
    shown.show_page("library")
    shown.library_page.table.selectRow(0)
    QTest.qWait(10)
    assert named(shown, "undo") == "Undo import"
    shown.show_page("review")
    assert named(shown, "undo") in ("Undo add comment 1", "Undo edit comment 1")


def test_an_import_of_several_files_counts_them_and_says_the_time_left(window, tmp_path, monkeypatch):
    from itertools import count

    from reviewer.gui import jobs

    minutes, told = count(0, 60), []
    monkeypatch.setattr(jobs, "monotonic", lambda: next(minutes))
    shown = window(reviewer="Reviewer A")
    shown.desk.moved.connect(lambda done, total, text: told.append((done, total, shown.status.job.text())))
    shown.desk.import_files([str(chat_file(tmp_path, f"chat {name}.txt")) for name in "abcd"])
    wait_for_job(shown)
    assert told == [
        (0, 4, "Importing 1 of 4 files"),
        (1, 4, "Importing 2 of 4 files, about 3 min left"),
        (2, 4, "Importing 3 of 4 files, about 2 min left"),
        (3, 4, "Importing 4 of 4 files, about 1 min left"),
    ]


def test_a_long_chat_counts_its_turns_and_one_of_several_does_not(window, large, tmp_path):
    shown, told = window(reviewer="Reviewer A"), []
    shown.desk.moved.connect(lambda *step: told.append(step))
    shown.desk.import_files([str(large)])
    wait_for_job(shown)
    assert told[:2] == [(0, 1, "Importing a file"), (2000, MANY, f"Importing 2,000 of {MANY:,} turns")]
    told.clear()
    shown.desk.import_files([str(chat_file(tmp_path, "one.txt")), str(long_chat(tmp_path, MANY + 1))])
    wait_for_job(shown)
    assert {(total, text) for _, total, text in told} == {
        (2, "Importing 1 of 2 files"),
        (2, "Importing 2 of 2 files"),
    }
