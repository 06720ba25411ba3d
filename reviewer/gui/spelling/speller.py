"""The checker for the open chat: its language is found, its list is read in a thread, own words are kept."""

from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget

from reviewer.domain.edit import Edit
from reviewer.domain.transcript import Speaker
from reviewer.errors import ReviewerError
from reviewer.gui.appearance import Appearance
from reviewer.gui.session import Session
from reviewer.gui.settings import MARK_SPELLING, Settings
from reviewer.gui.theme import Theme
from reviewer.spelling.checker import Checker
from reviewer.spelling.languages import guess, language_of
from reviewer.spelling.word_list import WordList, load

READ: Final = 60
"""Turns that are read to guess the language of a chat."""


class _Reading(QThread):
    """Reads one word list."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self.language = language
        self.found: WordList | None = None

    def run(self) -> None:
        self.found = load(self.language)


class Speller(QObject):
    """Fields ask it for the checker; `changed` says that there is another one, or that words look different."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, session: Session, settings: Settings, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._own = settings.own_words
        self._language: str | None = None
        self._guessed_for = ""
        self._checker: Checker | None = None
        self._reading: _Reading | None = None
        self._lists: dict[str, WordList] = {}
        self._told = ""
        self.mark = QTextCharFormat()
        self._dress(appearance.theme)
        session.opened.connect(self.refresh)
        session.changed.connect(self._hear)
        appearance.follow(self._wear)

    @property
    def on(self) -> bool:
        """Whether spelling is marked at all."""
        return self._settings.flag(MARK_SPELLING, True)

    @property
    def language(self) -> str | None:
        """The language of the open chat; None where it is not known or has no list."""
        full, turns = self._session.full, self._session.turns
        if full is None or turns is None:
            return None
        if self._guessed_for != full.transcript.id:
            self._guessed_for = full.transcript.id
            said = language_of(full.transcript.language)
            texts = (turns.turn(place).text for place in range(1, turns.count + 1))
            self._language = said if full.transcript.language else guess(islice(texts, READ))
        return self._language

    @property
    def checker(self) -> Checker | None:
        """What finds misspelled words in the open chat; None while its list is read, or where there is none."""
        language = self.language if self.on else None
        if language is None:
            return None
        if self._checker is None and language in self._lists:
            names = [one.name for one in self._session.full.shown_speakers] if self._session.full else []
            self._checker = Checker(self._lists[language], self._own, names)
            self._tell_trouble()
        elif self._checker is None and self._reading is None:
            self._reading = _Reading(language, self)
            self._reading.finished.connect(self._read)
            self._reading.start()
        return self._checker

    def add(self, word: str) -> None:
        """Keep a word as right from now on, in all libraries."""
        try:
            self._own.add(word)
        except ReviewerError as error:
            self.said.emit(error.sentence)
        else:
            self.changed.emit()

    def refresh(self) -> None:
        """Another chat is open, or what is right has changed."""
        self._checker = None
        self.changed.emit()

    def end(self) -> None:
        """The window closes: wait for the list that is being read."""
        if self._reading is not None:
            self._reading.wait()

    def _read(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None and reading.found is not None:
            self._lists[reading.language] = reading.found
            reading.deleteLater()
            self.changed.emit()

    def _hear(self, edit: Edit) -> None:
        if edit.touches(Speaker):
            self.refresh()

    def _tell_trouble(self) -> None:
        if len(self._own) >= 0 and self._own.trouble and self._own.trouble != self._told:
            self._told = self._own.trouble
            self.said.emit(self._told)

    def _wear(self, theme: Theme) -> None:
        self._dress(theme)
        self.changed.emit()

    def _dress(self, theme: Theme) -> None:
        self.mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        high_contrast = theme.color("line") == theme.color("text")
        self.mark.setUnderlineColor(theme.color("text" if high_contrast else "deleted"))


def speller_of(widget: QWidget | None) -> Speller | None:
    """The speller of the window that a widget, or the dialog around it, belongs to."""
    while widget is not None:
        found = widget.findChild(Speller, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if found is not None:
            return found
        widget = widget.parentWidget()
    return None
