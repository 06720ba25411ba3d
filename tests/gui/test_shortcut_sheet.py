"""The shortcut sheet: every key once, by place, with a filter."""

import pytest

from reviewer.gui.dialogs.shortcuts import KEYS, ShortcutSheet
from reviewer.gui.fixed_keys import FIXED_KEYS


@pytest.fixture
def sheet(window, qtbot):
    shown = window()
    made = ShortcutSheet([*shown.actions_table.rows(), *FIXED_KEYS], shown.appearance.theme, shown)
    qtbot.addWidget(made)
    made.show()
    made.rows = shown.actions_table.rows()
    return made


def entries(sheet: ShortcutSheet) -> list[tuple[str, str, str]]:
    groups = [sheet.list.topLevelItem(at) for at in range(sheet.list.topLevelItemCount())]
    return [
        (group.text(0), group.child(at).text(0), group.child(at).data(0, KEYS))
        for group in groups
        for at in range(group.childCount())
    ]


def test_every_command_with_a_key_is_there_exactly_once(sheet):
    shown = [(words, keys) for _, words, keys in entries(sheet)]
    wanted = [(words, keys) for _, words, keys in sheet.rows if keys]
    assert len(entries(sheet)) == len(set(entries(sheet)))
    assert set(wanted) <= set(shown)
    assert {(words, keys) for _, words, keys in FIXED_KEYS} <= set(shown)
    assert all(keys for _, _, keys in entries(sheet))


def test_the_filter_looks_in_words_keys_and_places(sheet):
    sheet.filter.setText("undo")
    assert sheet.shown() == ["Undo"]
    sheet.filter.setText("ctrl+k")
    assert sheet.shown() == ["Command palette"]
    sheet.filter.setText("conversation strength")
    assert sheet.shown() == ["Strength"]
    sheet.filter.setText("nothing like it")
    assert sheet.shown() == []
    assert sheet.empty.isVisible()
    sheet.filter.setText("")
    assert not sheet.empty.isVisible()


def test_keys_are_drawn(sheet):
    assert not sheet.grab().isNull()
    assert sheet.filter.hasFocus()
