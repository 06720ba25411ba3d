"""The tick for the reviews of all reviewers: by mouse, by keys, in one chat and in many, and remembered."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.exporting_by_hand import wait_until_exported, wait_until_looked
from tests.gui.opening import let_live, open_sample, wait_for_job
from tests.gui.steps import CONTROL, click, press, rate

NOBODY = ""
PRESSED_MS = 250
"""While a button that its Alt letter stands for shows itself pressed."""


@pytest.fixture
def shown(window):
    """The chat that Reviewer A has reviewed, begun by a second reviewer; beside it a chat without a review."""
    made = window(reviewer="Priya M.", size=(1440, 900))
    made.desk.import_sample(made.library_page.welcome.sample_buttons[1].sample)
    wait_for_job(made)
    made.show_page("library")
    open_sample(made)
    made.reviews.aboutToShow.emit()
    next(act for act in made.reviews.actions() if act.text() == "Begin my own review").trigger()
    rate(made, [4])
    return made


def scores(dialog):
    """Choose the table of scores."""
    click(next(one for one in dialog.choices.cards if one.card.key == "scores"))


def reviewers(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [row["Reviewer"] for row in csv.DictReader(stream)]


def test_one_chat_by_mouse(shown, exports, tmp_path):
    counts = []
    exports.acts += [scores, lambda dialog: counts.append(dialog.choices.everyone._count)]
    exports.path = tmp_path / "mine"
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert reviewers(tmp_path / "mine-scores.csv") == ["Priya M."]
    exports.acts.append(lambda dialog: click(dialog.choices.everyone))
    exports.path = tmp_path / "all"
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert reviewers(tmp_path / "all-scores.csv") == ["Priya M.", "Reviewer A"]
    assert counts == ["2", "2"]


def test_many_chats_by_keys_and_remembered(shown, exports, tmp_path):
    ticked = []

    def tick(dialog):
        ticked.append(dialog.choices.everyone.isChecked())
        if not ticked[-1]:
            QTest.keyClick(dialog, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
            let_live(PRESSED_MS)
            wait_until_looked(dialog)

    shown.show_page("library")
    shown.library_page.table.selectAll()
    exports.acts += [scores, tick]
    exports.by_keys = True
    for folder in ("first", "second"):
        exports.path = tmp_path / folder
        press(shown.library_page.table, Qt.Key.Key_E, modifier=CONTROL)
        wait_until_exported(shown)
        assert sorted(reviewers(tmp_path / folder / "reviews-scores.csv")) == [NOBODY, "Priya M.", "Reviewer A"]
    assert ticked == [False, True]


def test_it_is_offered_where_there_is_room_for_several_alone(shown, exports):
    offered = []

    def look(dialog):
        for one in dialog.choices.cards:
            click(one)
            wait_until_looked(dialog)
            offered.append((one.card.key, dialog.choices.everyone.isVisibleTo(dialog)))
        dialog.reject()

    exports.acts.append(look)
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert dict(offered) == {"feedback": False, "revised": False, "review": False, "scores": True, "other": False}
    open_sample(shown, 1)
    press(shown, Qt.Key.Key_E, modifier=CONTROL)
    assert not any(seen for _, seen in offered[5:])
