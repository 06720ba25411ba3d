"""Writing the page about a whole exercise from the window, by mouse and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from reviewer.gui import messages
from reviewer.gui.dialogs.group_page import GroupPageDialog
from reviewer.gui.main_window import MainWindow
from reviewer.store.listing import Shelf
from tests.exporters.cases import THEME
from tests.gui.opening import LONGEST_JOB_MS, STEP_MS, Opening, let_live, wait_for_job
from tests.gui.steps import CONTROL, click
from tests.journeys.chat import type_words
from tests.journeys.exercise import WEEK, exercise_file, work_of
from tests.journeys.test_by_keyboard import press

Key = Qt.Key


@pytest.fixture
def handed_out(tmp_path: Path) -> Path:
    return exercise_file(tmp_path / "instructor.sqlite", tmp_path)


@pytest.fixture
def shown(window: Opening, handed_out: Path, tmp_path: Path) -> MainWindow:
    made = window(reviewer="Dr Idris", size=(1440, 900))
    files = [work_of(name, handed_out, tmp_path, answers=2, level=3) for name in ("Ada", "Ben")]
    for brought in ([handed_out], files):
        made.desk.import_files([str(one) for one in brought])
        wait_for_job(made)
    made.show_page("library")
    made.library_page.go_to(Shelf(collection=WEEK))
    return made


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "out"
    monkeypatch.setattr(messages, "folder_for_pages", lambda parent: folder)
    return folder


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> list:
    """What a person does in the dialog, one act for each time it is shown."""
    acts = []

    def exec_(dialog: GroupPageDialog) -> int:
        dialog.show()
        dialog.activateWindow()
        let_live(20)
        acts.pop(0)(dialog)
        return dialog.result()

    monkeypatch.setattr(GroupPageDialog, "exec", exec_)
    return acts


def wait_until_written(shown: MainWindow) -> None:
    waited = 0
    while shown.exercising.group.busy:
        assert waited < LONGEST_JOB_MS
        let_live(STEP_MS)
        waited += STEP_MS
    let_live(STEP_MS)


def test_by_mouse_from_what_came_back(shown, out, answering, looked_at):
    shown.library_page.show_came_back(WEEK)
    answering.append(lambda dialog: click(dialog.choose))
    click(shown.library_page.came_back.group)
    wait_until_written(shown)
    assert sorted(one.name for one in out.iterdir()) == [
        "week-4-ada-feedback.html",
        "week-4-ben-feedback.html",
        "week-4-group.html",
    ]
    assert shown.notice.sentence == "Exported week-4-group.html to out, with 2 pages beside it."
    click(shown.notice._button)
    assert looked_at == [str(out / "week-4-group.html")]


def test_by_keyboard_from_the_palette_without_names(shown, out, answering):
    def by_keys(dialog: GroupPageDialog) -> None:
        assert QApplication.focusWidget() is dialog.hide_names
        press(Key.Key_Space)
        press(Key.Key_Tab)
        press(Key.Key_Space)
        press(Key.Key_Tab)
        press(Key.Key_Down)
        assert dialog.language.currentText() == "Deutsch"
        press(Key.Key_Return)

    answering.append(by_keys)
    shown.library_page.table.setFocus()
    press(Key.Key_K, CONTROL)
    type_words("group page")
    press(Key.Key_Return)
    let_live(20)
    wait_until_written(shown)
    (page,) = out.iterdir()
    text = page.read_text(encoding="utf-8")
    assert '<html lang="de"' in text
    assert "<bdi>Person 2</bdi>" in text
    assert "<bdi>Ada" not in text
    assert shown.notice.sentence == "Exported week-4-group.html to out."


def test_from_the_menu_of_the_exercise(shown, out, answering, monkeypatch):
    def choose(menu: QMenu, place: QPoint) -> None:
        next(one for one in menu.actions() if one.text() == "Export group page…").trigger()

    monkeypatch.setattr(QMenu, "popup", choose)
    answering.append(lambda dialog: click(dialog.choose))
    shown.shelving.show_shelf_menu(Shelf(collection=WEEK), QPoint())
    wait_until_written(shown)
    assert (out / "week-4-group.html").is_file()


def test_the_page_wears_the_look_of_settings(shown, out, answering, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    own = '{% extends "group.html.jinja" %}{% block end %}<section><h2>Our words</h2></section>{% endblock %}'
    (folder / "group.html.jinja").write_text(own, encoding="utf-8")
    shown.show_page("settings")
    look = shown.settings_page.page_theme
    look.name.setFocus()
    type_words("Quillbrook")
    press(Key.Key_Return)
    look.take_logo(THEME.with_name("logo.png"))
    shown.settings_page.templates.use(folder)
    shown.show_page("library")
    answering.append(lambda dialog: click(dialog.choose))
    shown.exercising.export_group()
    wait_until_written(shown)
    pages = {one.name: one.read_text(encoding="utf-8") for one in out.iterdir()}
    assert len(pages) == 3
    assert all('alt="Quillbrook"' in page for page in pages.values())
    assert "<h2>Our words</h2>" in pages["week-4-group.html"]


def test_thinking_better_of_it_writes_nothing(shown, out, answering):
    answering.append(lambda dialog: press(Key.Key_Escape))
    shown.exercising.export_group()
    assert not shown.exercising.group.busy
    assert not out.exists()


def test_nothing_came_back_yet(window, handed_out, out, answering):
    made = window(reviewer="Dr Idris", size=(1440, 900))
    made.desk.import_files([str(handed_out)])
    wait_for_job(made)
    made.show_page("library")
    made.library_page.show_came_back(WEEK)
    assert made.library_page.came_back.group.isHidden()
    made.exercising.export_group()
    assert made.notice.sentence.startswith("Nothing came back for ‘Week 4’ yet.")


def test_a_folder_that_cannot_be_written_is_said(shown, out, answering):
    out.write_text("a file in the way")
    answering.append(lambda dialog: click(dialog.choose))
    shown.exercising.export_group()
    wait_until_written(shown)
    assert "could not be written" in shown.notice.sentence


def test_other_pages_of_the_window_say_which_exercise_is_meant(window, out):
    made = window(reviewer="Dr Idris", size=(1440, 900))
    made.exercising.export_group()
    assert made.notice.sentence == "Choose an exercise in the Library first."
