"""What the menu of a text field says about the word under it."""

from functools import partial

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from reviewer.gui.spelling.speller import Speller
from reviewer.gui.words import isolated


def add_spelling(menu: QMenu, speller: Speller, wrong: QTextCursor | None) -> None:
    """Put suggestions and *Add to dictionary* at the top of a menu, or say that there is no list."""
    rows: list[QAction] = []
    if wrong is not None and speller.checker is not None:
        word = wrong.selectedText()
        for found in speller.checker.suggestions(word):
            rows.append(_row(menu, found))
            rows[-1].triggered.connect(partial(_replace, wrong, found))
        if not rows:
            rows.append(_row(menu, "No suggestions", possible=False))
        adding = _row(menu, f"&Add “{isolated(word)}” to dictionary")
        adding.triggered.connect(partial(_add, speller, word))
        rows.append(adding)
    elif speller.language is None:
        rows.append(_row(menu, "No spelling list for this language", possible=False))
    if rows:
        first = menu.actions()[0] if menu.actions() else None
        line = QAction(menu)
        line.setSeparator(True)
        for row in (*rows, line):
            if first is None:
                menu.addAction(row)
            else:
                menu.insertAction(first, row)


def _row(menu: QMenu, words: str, *, possible: bool = True) -> QAction:
    row = QAction(words, menu)
    row.setEnabled(possible)
    return row


def _replace(wrong: QTextCursor, found: str, _: bool = False) -> None:
    wrong.insertText(found)


def _add(speller: Speller, word: str, _: bool = False) -> None:
    speller.add(word)
