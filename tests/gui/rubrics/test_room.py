"""The Rubrics page where room is short and words are large: nothing is cut off, nothing is out of reach."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from tests.gui.opening import let_live
from tests.gui.rubrics.working import open_page, rows
from tests.gui.steps import click


@pytest.mark.parametrize(
    ("size", "percent", "beside"),
    [((1440, 900), 100, True), ((1024, 640), 100, True), ((1440, 900), 200, False), ((1024, 640), 200, False)],
)
def test_everything_stands_inside_the_window(window, size, percent, beside):
    shown = window(reviewer="Reviewer A", size=size)
    shown.appearance.set_text_size(percent)
    page = open_page(shown)
    click(rows(page)[0].unfold)
    let_live(50)
    room = page.editor.scroller.viewport()
    parts = [one for one in page.editor.scroller.widget().findChildren(QWidget) if one.isVisible()]
    assert len(parts) > 100
    for part in parts:
        left = part.mapTo(room, QPoint()).x()
        assert left >= 0, part
        assert left + part.width() <= room.width(), (part, part.accessibleName())
    for row in rows(page):
        for field in (row.letter, row.name, row.weight):
            words = field.entry.fontMetrics().horizontalAdvance(field.entry.text())
            assert field.entry.width() > words, field.entry.text()
        for part in (row.grip, row.critical, row.unfold, row.more):
            assert part.width() >= 24 <= part.height()
    assert (page.list.y() == page.editor.parentWidget().y()) == beside
    assert page.list.new.isVisible() == beside
    words = [act.text() for act in page.menu().actions()]
    assert {"New rubric", "Import…", "Export…", "Duplicate", "Delete", "Use for new reviews"} <= set(words)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_theme_can_change_while_a_rubric_is_open(window, theme):
    shown = window(reviewer="Reviewer A", size=(1440, 900), theme="light")
    page = open_page(shown)
    click(rows(page)[0].unfold)
    shown.appearance.choose(theme)
    let_live(20)
    strong = shown.appearance.theme.slot(1).strong.name()
    assert strong in rows(page)[0].letter.entry.styleSheet()
