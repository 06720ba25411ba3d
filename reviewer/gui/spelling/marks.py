"""Marks under the misspelled words of a text field, painted as one types; F4 goes from one to the next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QSyntaxHighlighter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from reviewer.gui import utf16
from reviewer.gui.spelling.menu import add_spelling
from reviewer.gui.spelling.speller import Speller, speller_of


class SpellingMarks(QSyntaxHighlighter):
    """The word under the caret is not marked while it is typed. Without a speller around the field nothing is."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._speller: Speller | None = None
        self._typing = self._painting = False
        self._held: tuple[int, int] | None = None
        field.document().contentsChange.connect(self._note)
        field.cursorPositionChanged.connect(self._settle)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        field.customContextMenuRequested.connect(self._show_menu)
        for keys, step in (("F4", 1), ("Shift+F4", -1)):
            shortcut = QShortcut(QKeySequence(keys), field, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self.go, step))
        self.setDocument(field.document())

    @property
    def speller(self) -> Speller | None:
        """The window's; looked for until the field stands in a window."""
        if self._speller is None:
            self._speller = speller_of(self._field)
            if self._speller is not None:
                self._speller.changed.connect(self.paint_anew)
        return self._speller

    def highlightBlock(self, text: str) -> None:
        speller = self.speller if text and not self._field.isReadOnly() else None
        if speller is None:
            return
        block, caret = self.currentBlock(), self._field.textCursor().position()
        for start, end in self.wrong_in(block):
            if self._typing and start <= caret <= end:
                self._held = (start, end)
            else:
                self.setFormat(start - block.position(), end - start, speller.mark)

    def wrong_in(self, block: QTextBlock) -> list[tuple[int, int]]:
        """The misspelled words of a paragraph, in UTF-16 units of the whole text."""
        checker = self.speller.checker if self.speller else None
        if checker is None:
            return []
        text, first = block.text(), block.position()
        narrow = text.isascii() or max(text) <= utf16.LAST_OF_PLANE_0
        found = [(one.start, one.end) for one in checker.check(text)]
        if not narrow:
            found = [(utf16.units(text, start), utf16.units(text, end)) for start, end in found]
        return [(first + start, first + end) for start, end in found]

    def wrong_at(self, position: int) -> QTextCursor | None:
        """The misspelled word around a place, as a selection; None where there is none."""
        for start, end in self.wrong_in(self._field.document().findBlock(position)):
            if start <= position <= end:
                return self._selection(start, end)
        return None

    def go(self, step: int) -> None:
        """Select the next (1) or the previous (-1) misspelled word; after the last comes the first."""
        cursor, block = self._field.textCursor(), self._field.document().begin()
        found: list[tuple[int, int]] = []
        while block.isValid():
            found += self.wrong_in(block)
            block = block.next()
        if not found:
            if self.speller is not None:
                self.speller.said.emit(_nothing(self.speller))
            return
        here = (cursor.selectionStart(), cursor.selectionEnd())
        if step > 0:
            place = next((one for one in found if one[0] >= here[1]), found[0])
        else:
            place = next((one for one in reversed(found) if one[1] <= here[0]), found[-1])
        self._field.setTextCursor(self._selection(*place))

    def paint_anew(self) -> None:
        """All of it, without a word to those who listen for changes of the text."""
        self._paint(self.rehighlight)

    def _selection(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _note(self, place: int, removed: int, added: int) -> None:
        """Typing leaves the caret behind what it changed; text that is set by the program does not."""
        if not self._painting:
            self._typing = self._field.hasFocus() and self._field.textCursor().position() == place + added
            self._held = None

    def _settle(self) -> None:
        cursor, held = self._field.textCursor(), self._held
        if held is not None and held[0] <= cursor.position() <= held[1] and not cursor.hasSelection():
            return
        self._typing, self._held = False, None
        if held is None:
            return
        self._paint(partial(self.rehighlightBlock, self._field.document().findBlock(held[0])))

    def _paint(self, what: Callable[[], None]) -> None:
        self._painting = True
        with QSignalBlocker(self._field):
            what()
        self._painting = False

    def _show_menu(self, place: QPoint) -> None:
        menu: QMenu = self._field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.speller is not None and self.speller.on and not self._field.isReadOnly():
            wrong = self.wrong_at(self._field.cursorForPosition(place).position())
            add_spelling(menu, self.speller, wrong)
        menu.popup(self._field.viewport().mapToGlobal(place))


def _nothing(speller: Speller) -> str:
    if not speller.on:
        return "Mark spelling is switched off in Settings."
    return "No misspelled words here." if speller.language else "No spelling list for this language."
