"""A review file that comes in on top of the same review: what is said of it, and a review that may only be read."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reviewer.domain.edits import reviewing
from reviewer.exchange import review_file
from reviewer.gui.dialogs.differences import Differences
from reviewer.workspace.known_part import NEWER
from tests.gui.opening import let_live, wait_for_job
from tests.gui.steps import click, comment, press

CHAT = "Ann: Good morning to you.\nBo: My parcel is late.\nAnn: It will come today.\nBo: Thank you.\n"
SAID_TWICE = "A kind start, said twice, and at such length that it needs several lines of the list. " * 2


def bring(shown, path):
    shown.desk.import_files([str(path)])
    wait_for_job(shown)
    let_live(20)


def written(shown, path, change=lambda document: None):
    full = shown.session.full
    turns = shown.session.library.workspace.reading.each_turn(full.transcript.id)
    document = json.loads(review_file.dumps(full, turns))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.fixture
def shown(window, tmp_path):
    """Two comments of Ben on a chat."""
    (tmp_path / "chat.txt").write_text(CHAT)
    made = window(reviewer="Ben", size=(1440, 900))
    bring(made, tmp_path / "chat.txt")
    comment(made, 1, "Kind start")
    comment(made, 2, "Not answered")
    return made


def from_the_other_computer(document):
    first, second = document["annotations"]
    first |= {"text": SAID_TWICE, "rev": 9}
    second |= {"text": "<b>Older</b> words", "rev": 0}
    document["annotations"].append(first | {"id": "a" * 32, "text": "One more"})


def dialogs(shown):
    return [one for one in shown.findChildren(Differences) if one.isVisible()]


def test_what_differs_is_listed_with_both_sides(shown, tmp_path):
    bring(shown, written(shown, tmp_path / "ben.json", from_the_other_computer))
    assert shown.notice.sentence == "Merged with the review that was here: 1 replaced, 1 came in, 1 kept."
    assert {one.text for one in shown.session.full.annotations} == {SAID_TWICE, "Not answered", "One more"}
    shown.notice.focus_choice()
    press(shown.notice._button, Qt.Key.Key_Space)
    (dialog,) = dialogs(shown)
    assert dialog.focusWidget() is dialog.list
    groups = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    assert [one.text(0) for one in groups] == [
        "Replaced by what is newer there (1)", "Came in (1)", "Kept as it is here, because that is newer (1)",
    ]  # fmt: skip
    replaced, kept = groups[0].child(0), groups[2].child(0)
    assert replaced.text(0).startswith("Comment, turn 1: “")
    assert (replaced.text(1), replaced.text(2)) == ("Kind start", SAID_TWICE)
    line = dialog.list.fontMetrics().lineSpacing()
    assert dialog.list.visualItemRect(replaced).height() > 4 * line
    assert dialog.list.visualItemRect(kept).height() < 2 * line
    assert (kept.text(1), kept.text(2)) == ("Not answered", "<b>Older</b> words")
    assert dialog.list.currentItem() is replaced
    press(dialog.list, Qt.Key.Key_Down)
    assert dialog.list.currentItem() is groups[1]
    click(dialog.copy)
    copied = QGuiApplication.clipboard().text()
    assert f"    Here: Kind start\n    There: {SAID_TWICE}" in copied
    press(dialog, Qt.Key.Key_Escape)
    assert dialogs(shown) == []


def test_the_same_file_again_differs_in_nothing(shown, tmp_path):
    bring(shown, written(shown, tmp_path / "ben.json"))
    assert shown.notice.sentence.endswith("is in the library already.")
    assert shown.notice.sentence.startswith("This review of ‘")
    assert not shown.notice._button.isVisible()


def test_what_is_older_there_changes_nothing_and_is_told(shown, tmp_path):
    def older(document):
        document["annotations"][0] |= {"text": "Before", "rev": 0}

    bring(shown, written(shown, tmp_path / "ben.json", older))
    assert shown.notice.sentence == "Nothing changed here: 1 kept."
    assert shown.notice._button.isVisible()


def newer(document):
    document |= {"version": 2, "mood": {"of": ["the", "day"]}}
    document["review"] |= {"rev": 9, "headline": "From tomorrow", "mood": "good"}
    document["annotations"][0]["anchor"]["shape"] = "round"


def test_a_newer_review_is_read_and_not_changed_also_when_opened_again(shown, window, tmp_path):
    bring(shown, written(shown, tmp_path / "ben.json", newer))
    for made in (window() if again else shown for again in (False, True)):
        bar, full = made.review.bar, made.session.full
        assert full.review.headline == "From tomorrow"
        assert bar.isVisible()
        assert bar.words.text() == NEWER
        assert not bar.button.isVisible()
        assert not bar.later.isVisible()
        said = []
        made.session.failed.connect(said.append)
        one = full.annotations[0]
        assert not made.session.do(reviewing.edit_comment(full, one, replace(one, text="Changed")))
        assert made.stepping.undo() is None
        assert NEWER in said
        assert [found.text for found in made.session.full.annotations] == ["Kind start", "Not answered"]
        made.review.commenting.delete(one.id)
        assert len(made.session.full.annotations) == 2
        assert not made.review.panel.scorecard.done.isEnabled()


def test_somebody_elses_newer_review_can_be_left_for_ones_own(shown, tmp_path):
    def others(document):
        newer(document)
        text = json.dumps(document)
        for part, sign in (("review", "f"), ("reviewer", "e")):
            text = text.replace(document[part]["id"], sign * 32)
        for number, one in enumerate(document["annotations"]):
            text = text.replace(one["id"], str(number) * 32)
        document.clear()
        document.update(json.loads(text))
        document["reviewer"]["name"] = "Cleo"

    bring(shown, written(shown, tmp_path / "cleo.json", others))
    shown.session.open_review("f" * 32)
    assert shown.review.bar.words.text() == f"{shown.session.whose}. {NEWER}"
    assert shown.session.whose.replace("\u2068", "").replace("\u2069", "") == "Cleo’s review"
    click(shown.review.bar.second)
    assert shown.session.own
    assert not shown.review.bar.isVisible()


def test_ones_own_newer_review_can_be_deleted(shown, tmp_path):
    bring(shown, written(shown, tmp_path / "ben.json", newer))
    shown.actions_table["delete_review"].trigger()
    assert not shown.session.full.saved
    assert not shown.review.bar.isVisible()
