"""A quality manager scores a whole chat without the mouse, in few keys, and every key is counted."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.review import Status
from reviewer.workspace.workspace import Workspace
from tests.gui.opening import Opening, wait_for_job
from tests.gui.previewing import Previews
from tests.journeys.chat import CHAT

Key = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LEVELS = (Key.Key_3, Key.Key_4, Key.Key_2, Key.Key_3, Key.Key_1, Key.Key_2, Key.Key_0)
TO_THE_SCORECARD = 1


class Keys:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self) -> None:
        self.pressed = 0

    def __call__(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key, modifiers)
            QTest.qWait(2)
            self.pressed += 1


def test_a_whole_chat_is_scored_with_a_key_a_criterion(window: Opening, tmp_path: Path, previews: Previews):
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    shown = window(reviewer="Kim", size=(1440, 900))
    shown.desk.import_files([str(chat)])
    wait_for_job(shown)
    assert shown.review.view.hasFocus()

    keys = Keys()
    keys(Key.Key_F6)
    keys(*LEVELS)
    assert keys.pressed == TO_THE_SCORECARD + len(shown.session.full.rubric.criteria)
    full = shown.session.full
    assert [full.rating_of(one.id).value for one in full.rubric.criteria] == [3, 4, 2, 3, 1, 2, None]
    assert full.rating_of(full.rubric.criteria[-1].id).not_applicable
    assert full.score.complete
    assert shown.review.panel.scorecard.total.text() == str(full.score.shown)

    shown.actions_table["done"].trigger()
    assert shown.session.full.review.status is Status.DONE
    window.close()
    with Workspace.open(window.library, reviewer="Kim") as workspace:
        (summary,) = workspace.reading.summaries(workspace.reviewer.id)
        assert (summary.status, summary.rated) == ("done", 6)


def test_a_rating_is_corrected_where_it_stands(window: Opening, tmp_path: Path, previews: Previews):
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    shown = window(reviewer="Kim", size=(1440, 900))
    shown.desk.import_files([str(chat)])
    wait_for_job(shown)
    keys = Keys()
    keys(Key.Key_F6, Key.Key_3, Key.Key_4, Key.Key_Up, Key.Key_2)
    full = shown.session.full
    values = [rating.value if (rating := full.rating_of(one.id)) else None for one in full.rubric.criteria[:3]]
    assert values == [3, 2, None]
    keys(Key.Key_Z, modifiers=CONTROL)
    assert shown.session.full.rating_of(full.rubric.criteria[1].id) is None, "both within a second are one step"
