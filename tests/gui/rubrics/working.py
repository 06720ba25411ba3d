"""The Rubrics page as a person uses it, for its tests."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_versions import versions_of
from reviewer.gui.main_window import MainWindow
from reviewer.gui.pages.rubrics_page import RubricsPage
from reviewer.gui.rubrics.criterion_row import CriterionRow
from reviewer.gui.rubrics.fields import Field

CHAT = "Ann: Good morning.\nBo: Where is my parcel?\nAnn: On its way.\nBo: Thank you.\n"


def open_page(window: MainWindow) -> RubricsPage:
    """Press Rubrics in the rail."""
    QTest.mouseClick(window.rail.buttons["rubrics"], Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.rubrics_page
    return window.rubrics_page


def make_own(window: MainWindow, name: str = "Returns desk") -> RubricsPage:
    """A new rubric of this name, made with the mouse and typed."""
    page = open_page(window)
    QTest.mouseClick(page.list.new, Qt.MouseButton.LeftButton)
    QTest.keyClicks(QApplication.focusWidget(), name)
    return page


def type_over(field: Field, words: str) -> None:
    """Click into a field and type other words in place of what is there."""
    QTest.mouseClick(field.entry, Qt.MouseButton.LeftButton)
    QTest.keyClick(field.entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.entry, words)


def rows(page: RubricsPage) -> list[CriterionRow]:
    return page.editor.criteria.lines


def letters(page: RubricsPage) -> str:
    """The letters from the top, as they stand in the fields."""
    return "".join(row.letter.entry.text() for row in rows(page))


def saved(window: MainWindow, name: str) -> RubricSet:
    """The newest version of the rubric of this name, as the file holds it."""
    everything = window.session.library.workspace.reading.rubrics()
    found = [one for one in everything if one.rubric.name == name]
    return versions_of(everything, found[-1].rubric.root)[0]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
