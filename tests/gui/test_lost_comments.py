"""Comments whose words are gone: imported when a person wants them, shown, attached again, exported."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewer.exchange import review_file
from reviewer.gui import messages
from reviewer.workspace.exporting.transcripts import export_to
from tests.gui.opening import let_live, wait_for_job
from tests.gui.steps import CONTROL, SHIFT, click, comment, press

CHAT = "Ann: Good morning to you.\nBo: My parcel is late.\nAnn: It will come today.\nBo: Thank you.\n"


@pytest.fixture
def file(window, tmp_path):
    """A review of an older version of a chat that the library holds."""
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT)
    shown = window(reviewer="Ben", size=(1440, 900))
    shown.desk.import_files([str(chat)])
    wait_for_job(shown)
    comment(shown, 1, "Kind start")
    comment(shown, 2, "Not answered")
    full = shown.session.full
    document = json.loads(
        review_file.dumps(full, shown.session.library.workspace.reading.each_turn(full.transcript.id))
    )
    older = "Bo: Where is it?".removeprefix("Bo: ")
    document["turns"][1]["text"] = older
    anchor = document["annotations"][1]["anchor"]
    anchor |= {"start": 0, "end": 5, "quote": older[:5], "prefix": "", "suffix": older[5:]}
    for part in ("review", "annotations", "reviewer"):
        text = json.dumps(document[part]).replace(full.review.id, "f" * 32).replace(full.reviewer.id, "e" * 32)
        document[part] = json.loads(text)
    for number, one in enumerate(document["annotations"]):
        one["id"] = str(number) * 32
    document["reviewer"]["name"] = "Cleo"
    path = tmp_path / "older.json"
    path.write_text(json.dumps(document))
    return shown, path


def bring(shown, path, monkeypatch, answer):
    asked = []
    monkeypatch.setattr(messages, "question", lambda parent, words, yes, no: asked.append((words, yes, no)) or answer)
    shown.desk.import_files([str(path)])
    wait_for_job(shown)
    let_live(20)
    wait_for_job(shown)
    return asked


def test_nothing_is_imported_without_a_word(file, monkeypatch):
    shown, path = file
    asked = bring(shown, path, monkeypatch, False)
    assert asked == [(
        "older.json is for another version of the transcript: 1 of 2 comments could not be placed.",
        "Import and show them", "Cancel",
    )]  # fmt: skip
    assert len(shown.session.library.workspace.reading.reviews(shown.session.full.transcript.id)) == 1


def test_lost_comments_are_shown_and_attached_again(file, monkeypatch, tmp_path):
    shown, path = file
    bring(shown, path, monkeypatch, True)
    shown.session.open_review("f" * 32)
    assert [(one.text, one.anchor.found) for one in shown.session.full.annotations] == [
        ("Kind start", True), ("Not answered", False),
    ]  # fmt: skip
    shown.session.copy_to_own()
    shown.review.panel.show_part("comments")
    rows = shown.review.panel.comments.list.model()
    assert rows.index(0, 0).data() == "Words not found"
    page = export_to(shown.session.library.workspace, shown.session.full, tmp_path / "page.html").read_text("utf-8")
    assert page.index("Comments without a place") < page.index("“Where”") < page.rindex("Not answered</p>")

    lost = next(one for one in shown.session.full.annotations if not one.anchor.found)
    shown.review.commenting.activate(lost.id)
    card = shown.review.margin.card
    assert card.isVisible()
    assert shown.review.view.viewport().rect().contains(card.geometry().topLeft())
    assert card.lost.text().startswith("These words are no longer in the transcript.")
    shown.review.view.setFocus()
    shown.review.view.go_to_turn(2)
    for _ in range(2):
        press(shown.review.view, Qt.Key.Key_Right, modifier=SHIFT | CONTROL)
    click(card.actions_row.attach_button)
    attached = next(one for one in shown.session.full.annotations if one.id == lost.id)
    assert (attached.anchor.quote, attached.anchor.found) == ("My parcel", True)
    assert not card.lost.isVisible()
    shown.stepping.undo()
    assert not next(one for one in shown.session.full.annotations if one.id == lost.id).anchor.found
    said = []
    shown.review.commenting.deleted.connect(said.append)
    shown.review.commenting.delete(lost.id)
    assert said == ["Comment 4 deleted."]
    assert shown.session.library.workspace.check() == []
    assert QApplication.focusWidget() is not None
