"""The page written from the window, again, and where it cannot be written."""

import os

import pytest
from PySide6.QtCore import Qt

from reviewer.gui import messages
from tests.gui.opening import open_sample
from tests.gui.steps import CONTROL, SHIFT, comment, press


@pytest.fixture
def page(tmp_path, monkeypatch):
    path = tmp_path / "out" / "page.html"
    path.parent.mkdir()
    monkeypatch.setattr(messages, "page_to_save", lambda *_: path)
    return path


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1400, 860))
    open_sample(made, 1)
    return made


def test_the_page_holds_what_was_written_a_moment_ago(shown, page):
    comment(shown, 4, "Curt, and late")
    shown.review.commenting.edit_active()
    shown.focusWidget().insertPlainText("Still being written. ")
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert shown.notice.sentence == "Exported page.html."
    assert "Still being written." in page.read_text(encoding="utf-8")


def test_exporting_again_replaces_the_page_with_the_newest_state(shown, page):
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    comment(shown, 4, "Curt, and late")
    press(shown, Qt.Key.Key_E, modifier=CONTROL | SHIFT)
    newest = max(page.parent.iterdir(), key=lambda one: one.stat().st_mtime_ns)
    assert "Curt, and late" in newest.read_text(encoding="utf-8")


def test_thinking_better_of_it_writes_nothing(shown, tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "page_to_save", lambda *_: None)
    before = sorted(tmp_path.rglob("*.html"))
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert sorted(tmp_path.rglob("*.html")) == before
    assert "Exported" not in shown.notice.sentence


def test_a_place_that_takes_no_file_is_one_sentence_and_the_old_page_stays(shown, page, monkeypatch):
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    old = page.read_bytes()
    comment(shown, 4, "Curt, and late")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert shown.notice.sentence.endswith(".")
    assert "page.html" in shown.notice.sentence
    assert "Exported" not in shown.notice.sentence
    assert page.read_bytes() == old
    assert [one.name for one in page.parent.iterdir()] == ["page.html"]
    assert [one.text for one in shown.session.full.annotations] == ["Curt, and late"]
