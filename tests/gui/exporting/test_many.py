"""Many chats from the Library: one dialog, a job in the background, stopped, and with one that cannot be written."""

import pytest
from PySide6.QtCore import Qt

from reviewer.domain.edits import library as edits
from reviewer.domain.transcript import Collection
from reviewer.gui import messages
from reviewer.gui.exporting import Exporting
from reviewer.store.listing import Shelf
from tests.gui.exporting_by_hand import wait_until_exported, write_path
from tests.gui.opening import wait_for_job
from tests.gui.steps import CONTROL, click, press


@pytest.fixture
def library(window):
    """The Library page with three chats, one of them reviewed."""
    made = window(reviewer="Reviewer A", size=(1440, 900))
    for button in made.library_page.welcome.sample_buttons:
        made.desk.import_sample(button.sample)
        wait_for_job(made)
    made.show_page("library")
    return made


def named(folder):
    return sorted(path.name for path in folder.iterdir())


def choose_all(window):
    window.library_page.table.selectAll()


def test_the_chosen_chats_get_a_page_each_and_one_that_links_them(library, exports, tmp_path, looked_at):
    choose_all(library)
    exports.path = tmp_path / "march"
    click(library.library_page.exporting)
    wait_until_exported(library)
    assert library.notice.sentence == "Exported 3 chats to ‘march’."
    assert len(named(tmp_path / "march")) == 4
    assert "index.html" in named(tmp_path / "march")
    library.notice._button.click()
    assert looked_at == [str(tmp_path / "march")]


def test_a_chat_that_has_gone_meanwhile_is_one_sentence(library, exports):
    library.export_flow.exporting.export_these(["0" * 32])
    assert library.notice.sentence.endswith(".")
    assert exports.offered == []


def test_one_chosen_chat_is_a_file(library, exports, tmp_path):
    library.library_page.table.selectRow(0)
    exports.path = tmp_path / "one.html"
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    assert library.notice.sentence == "Exported one.html."


def test_the_menu_exports_what_is_chosen_and_a_whole_collection(library, exports, tmp_path):
    workspace = library.session.library.workspace
    two = workspace.reading.transcripts()[:2]
    workspace.do(edits.move(two, Collection("c" * 32, "March sample", "sample"), new=True))
    library.library_page.refresh()
    exports.path = tmp_path / "chosen"
    choose_all(library)
    menu = library.shelving.menu(library.library_page.chosen())
    next(act for act in menu.actions() if act.text() == "Export…").trigger()
    wait_until_exported(library)
    exports.path = None
    exports.acts.append(lambda dialog: write_path(dialog, tmp_path / dialog.save.path.name))
    library.export_flow.export_shelf(Shelf(collection="c" * 32))
    wait_until_exported(library)
    assert len(named(tmp_path / "chosen")) == 4
    assert exports.offered[-1] == "march-sample-reviews"
    assert len(named(tmp_path / "march-sample-reviews")) == 3


def test_chats_that_nobody_reviewed_can_be_left_out(library, exports, tmp_path):
    said = []
    exports.path = tmp_path / "out"
    exports.acts.append(lambda dialog: said.append(dialog.choices.caution.sentence.words))
    exports.acts.append(lambda dialog: click(dialog.choices.caution.mend))
    exports.acts.append(lambda dialog: dialog.choices.index.click())
    choose_all(library)
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    wait_until_exported(library)
    assert said == ["2 of 3 chats have no review yet, and would show the conversation alone."]
    assert named(tmp_path / "out") == ["tablet-order-connection-charge-feedback.html"]


def test_a_table_says_that_they_have_no_scores(library, exports):
    said = []
    exports.acts += [
        lambda dialog: click(next(one for one in dialog.choices.cards if one.card.key == "scores")),
        lambda dialog: said.append(dialog.choices.caution.sentence.words),
        lambda dialog: dialog.reject(),
    ]
    choose_all(library)
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    assert said == ["2 of 3 chats have no review yet, and would bring nothing but the chat."]


def test_progress_is_told_and_stopping_keeps_what_is_finished(library, exports, tmp_path):
    exporting: Exporting = library.export_flow.exporting
    told = []

    def look(done, total, text):
        told.append((done, total, text))
        if done == 1:
            library.status.stop.click()

    exporting.moved.connect(look)
    exports.path = tmp_path / "march"
    choose_all(library)
    held = hold_after_first(library)
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    wait_until_exported(library)
    held()
    assert told[0] == (0, 3, "Exporting 1 of 3 chats")
    assert library.notice.sentence == "Export stopped. 1 of 3 chats is in ‘march’."
    assert len(named(tmp_path / "march")) == 1
    assert library.status.job.isHidden()


def hold_after_first(window):
    """The job waits at its second chat until the window has heard of it; gives what lets it go as usual again."""
    from threading import Event

    from reviewer.gui import jobs

    heard, step = Event(), jobs.Job.step

    def waiting(job, done, total, text):
        step(job, done, total, text)
        if done == 1:
            heard.wait(10)
            step(job, done, total, text)

    def let_go():
        heard.set()
        jobs.Job.step = step

    jobs.Job.step = waiting
    window.status.stop_wanted.connect(heard.set)
    return let_go


def test_what_cannot_be_written_is_listed(library, exports, tmp_path, monkeypatch):
    listed = []
    monkeypatch.setattr(messages, "details", lambda parent, sentence, lines: listed.extend(lines))
    (tmp_path / "march" / "birthday-cake-same-day-feedback.html").mkdir(parents=True)
    exports.path = tmp_path / "march"
    choose_all(library)
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    wait_until_exported(library)
    assert library.notice.sentence == "2 of 3 chats are in ‘march’. 1 could not be written."
    library.notice._button.click()
    assert len(listed) == 1
    assert "birthday-cake-same-day-feedback.html" in listed[0]


def test_a_folder_that_is_a_file_is_one_sentence_in_the_dialog(library, exports, tmp_path):
    exports.path = tmp_path / "march"
    exports.path.write_text("a file")
    choose_all(library)
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    assert exports.told == ["‘march’ is a file. Choose a folder."]
    assert exports.path.read_text() == "a file"


def test_scores_of_many_chats_stand_in_one_table(library, exports, tmp_path):
    exports.path = tmp_path / "grades"
    exports.acts.append(lambda dialog: dialog.choices.cards[3].click())
    choose_all(library)
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    wait_until_exported(library)
    assert named(exports.path) == ["reviews-changes.csv", "reviews-comments.csv", "reviews-scores.csv"]


def test_what_a_folder_holds_already_is_said(library, exports, tmp_path):
    folder, said = tmp_path / "march", []
    folder.mkdir()
    for name in ("birthday-cake-same-day-feedback.html", "other.html", "reviews-scores.csv"):
        (folder / name).write_text("old")
    exports.acts.append(lambda dialog: write_path(dialog, folder))
    exports.acts.append(lambda dialog: said.append(dialog.save.told.words))
    exports.acts.append(lambda dialog: dialog.choices.cards[3].click())
    exports.acts.append(lambda dialog: said.append(dialog.save.told.words))
    exports.acts.append(lambda dialog: write_path(dialog, tmp_path / "april"))
    exports.acts.append(lambda dialog: said.append(dialog.save.told.words))
    exports.acts.append(lambda dialog: dialog.reject())
    choose_all(library)
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    assert said[0].startswith("Replaces birthday-cake-same-day-feedback.html of ")
    assert said[1].startswith("Replaces reviews-scores.csv of ")
    assert said[2] == "Makes the folder ‘april’."


def test_an_empty_library_has_nothing_to_export(window, exports):
    shown = window(reviewer="Reviewer A")
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert shown.notice.sentence == "There are no chats to export here."
    assert exports.offered == []


def test_a_job_of_more_than_ten_seconds_says_how_long_it_still_takes(library, exports, tmp_path, monkeypatch):
    from itertools import count

    from reviewer.gui import jobs

    minutes, told = count(0, 60), []
    monkeypatch.setattr(jobs, "monotonic", lambda: next(minutes))
    library.export_flow.exporting.moved.connect(lambda *_: told.append(library.status.job.text()))
    exports.path = tmp_path / "march"
    exports.acts.append(lambda dialog: dialog.choices.index.click())
    choose_all(library)
    press(library.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
    wait_until_exported(library)
    assert told == [
        "Exporting 1 of 3 chats",
        "Exporting 2 of 3 chats, about 2 min left",
        "Exporting 3 of 3 chats, about 1 min left",
    ]
