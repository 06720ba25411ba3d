"""Names of strangers in sentences of the program."""

import json

import pytest
from PySide6.QtCore import Qt

from reviewer.gui.words import isolated
from tests.gui.opening import wait_for_job
from tests.gui.steps import press, select_words
from tests.journeys.chat import type_words


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Dana R.", "Dana R."),
        ("Zoë 🦊", "Zoë 🦊"),
        ("\u202eevil", "\u2068evil\u2069"),
        ("a\x07b\nc", "a b c"),
        ("نورة", "\u2068نورة\u2069"),
        ("a\u2069b", "\u2068ab\u2069"),
    ],
)
def test_names_cannot_turn_the_sentence_around_them(name, shown):
    assert isolated(name) == shown


def test_names_and_titles_that_turn_are_shown_in_place(window, tmp_path):
    chat = tmp_path / "chat.json"
    said = [("No\x07or", "Hello, what now?"), ("\u202eoB", "It is late."), ("No\x07or", "Which one?")]
    turns = [{"speaker": name, "text": text} for name, text in said]
    chat.write_text(json.dumps({"title": "\u202etfihs", "messages": turns}), encoding="utf-8")
    shown = window(reviewer="\u202eKim", size=(1440, 900))
    shown.desk.import_files([str(chat)])
    wait_for_job(shown)
    full = shown.session.full
    assert shown.session.whose == "\u2068Kim\u2069’s review"
    assert shown.windowTitle() == f"{isolated(full.transcript.title)} — Transcript Reviewer"
    select_words(shown, 1)
    press(shown.review.view, Qt.Key.Key_3)
    type_words("Curt \u202e and \u2069 odd")
    shown.review.view.setFocus()
    (made,) = shown.session.full.annotations
    assert made.text == "Curt \u202e and \u2069 odd"
    shown.show_page("library")
    assert not shown.grab().isNull()
    assert shown.session.turn(2).text == "It is late."
