"""The popover offers the three ready comments that are used most."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.domain.annotation import Verdict
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.phrase import Phrase
from tests.gui.opening import open_sample
from tests.gui.steps import click, comment
from tests.shots.staging import select

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made, 1)
    root = made.session.full.rubric.criteria[2].root
    bank = [
        Phrase(str(number) * 32, root, "Tone", verdict, text, suggestion)
        for number, (verdict, text, suggestion) in enumerate((
            (Verdict.CONCERN, "Cold.", None), (Verdict.STRENGTH, "Warm & brief.", None),
            (Verdict.CONCERN, "Say sorry first.", "I am sorry."), (Verdict.CONCERN, "Too long.", None),
        ))
    ]  # fmt: skip
    made.session.library.do(Edit(Op.IMPORT_PHRASES, tuple(Delta(None, one) for one in bank)))
    for _ in range(2):
        comment(made, 4, "Too long.")
    made.review.commenting.activate("")
    made.review.view.go_to_turn(2)
    select(made, 2, "Good afternoon")
    return made


def lines(window):
    return [button.accessibleName() for button in window.review.popover.phrases.buttons]


def test_the_most_used_stands_first_and_three_are_offered(shown):
    assert shown.review.popover.isVisible()
    assert len(lines(shown)) == 3
    assert lines(shown)[0] == "Comment with: Too long."


def test_a_press_makes_the_whole_comment(shown):
    place = lines(shown).index("Comment with: Warm & brief.") if "Comment with: Warm & brief." in lines(shown) else 1
    wanted = lines(shown)[place].removeprefix("Comment with: ")
    click(shown.review.popover.phrases.buttons[place])
    made = next(one for one in shown.session.full.annotations if one.text == wanted)
    assert made.anchor.quote == "Good afternoon"
    assert shown.session.full.rubric.criterion(made.criterion).name == "Tone"
    assert not shown.review.popover.isVisible()
    shown.stepping.undo()
    assert all(one.text != wanted for one in shown.session.full.annotations)


def test_alt_and_a_digit_does_the_same_from_the_conversation(shown):
    shown.review.view.setFocus()
    QTest.keyClick(shown.review.view, Qt.Key.Key_1, ALT)
    assert [one.text for one in shown.session.full.annotations if one.anchor.first_turn == 2] == ["Too long."]
