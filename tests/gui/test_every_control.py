"""What holds for every control of the window: a name for screen readers, room to press, keys that do not clash."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from reviewer.gui.actions import Where
from tests.gui.opening import open_sample

LEAST_TARGET = 24
NAMED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox)


@pytest.fixture(params=["review", "revise", "comments", "library", "settings", "find"])
def shown(request, window):
    made = window(reviewer="Reviewer A", size=(1440, 900))
    open_sample(made)
    if request.param in ("library", "settings"):
        made.show_page(request.param)
    elif request.param == "comments":
        made.review.panel.tabs.setCurrentIndex(1)
    elif request.param == "find":
        made.actions_table["find"].trigger()
    else:
        made.show_mode(request.param)
    QTest.qWait(20)
    return made


def visible(window, kinds):
    return [one for one in window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]


def said(control):
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


def test_every_control_has_a_name(shown):
    nameless = [one for one in visible(shown, NAMED) if not said(one) and not _inside_another(one)]
    assert nameless == []


def test_every_button_is_large_enough_to_press(shown):
    small = [
        (said(one), one.width(), one.height())
        for one in visible(shown, QAbstractButton)
        if min(one.width(), one.height()) < LEAST_TARGET and not _inside_another(one)
    ]
    assert small == []


def test_the_window_fits_its_smallest_size_at_every_text_size(window):
    shown = window(reviewer="Reviewer A", size=(1024, 640))
    open_sample(shown)
    for percent in (100, 150, 200):
        shown.appearance.set_text_size(percent)
        QTest.qWait(20)
        for mode in ("review", "revise"):
            shown.show_mode(mode)
            QTest.qWait(20)
            assert (shown.width(), shown.height()) == (1024, 640), (percent, mode)
        for page in ("library", "settings"):
            shown.show_page(page)
            QTest.qWait(20)
            assert (shown.width(), shown.height()) == (1024, 640), (percent, page)


def test_no_key_means_two_things_in_one_place(window):
    shown = window()
    table = shown.actions_table
    places = Counter(
        (action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut, action.associatedObjects()[0], key.toString())
        for command in table._commands
        for action in [table[command.name]]
        for key in action.shortcuts()
        if not key.isEmpty()
    )
    assert [place for place, count in places.items() if count > 1] == []
    rubrics = [table[one.name] for one in table._commands if one.where is Where.RUBRICS]
    on_rubrics = {key.toString() for action in rubrics for key in action.shortcuts()}
    everywhere = {key for (local, _, key) in places if not local} - on_rubrics
    local = {key for (is_local, _, key) in places if is_local}
    assert everywhere & local == set()


def test_every_command_stands_in_a_menu_with_its_key(window):
    shown = window()
    menus = {action.text().replace("&", ""): action.menu() for action in shown.menuBar().actions()}
    assert list(menus) == ["File", "Edit", "View", "Transcript", "Annotate", "Revise", "Tools", "Help"]
    in_menus = {action.text() for menu in menus.values() for action in menu.actions()}
    for command in shown.actions_table._commands:
        assert shown.actions_table[command.name].text() in in_menus
    for _, words, keys in shown.actions_table.rows():
        assert words
        assert "&" not in words
        assert all(not QKeySequence(key).isEmpty() for key in keys.split(", ") if key)


def _inside_another(control):
    """Parts of a control that has the name and the size itself."""
    parent = control.parentWidget()
    return isinstance(parent, (*NAMED, QSpinBox)) or control.objectName().startswith("qt_")
