"""Finds the words of a text that neither a word list nor the person knows."""

from collections.abc import Iterable

from reviewer.spelling.own_words import OwnWords
from reviewer.spelling.spans import Span, is_code, words
from reviewer.spelling.word_list import WordList


class Checker:
    """One language, the person's own words, and the names that are said in one chat. What it found out is kept."""

    def __init__(self, word_list: WordList, own: OwnWords, names: Iterable[str] = ()) -> None:
        self.language = word_list.language
        self._list = word_list
        self._own = own
        self._names = {name[one.start : one.end].casefold() for name in names for one in words(name)}
        self._known: dict[str, bool] = {}
        self._suggested: dict[str, list[str]] = {}

    def check(self, text: str) -> list[Span]:
        """The words of a text that are not known, in code points."""
        return [span for span in words(text) if not self.knows(text[span.start : span.end])]

    def knows(self, word: str) -> bool:
        """Whether a word is right, or nothing that can be called wrong."""
        found = self._known.get(word)
        if found is None:
            folded = word.casefold()
            named = folded in self._names or folded.removesuffix("'s").removesuffix("’s") in self._names
            found = self._known[word] = is_code(word) or named or self._list.knows(word)
        return found or word in self._own

    def suggestions(self, word: str) -> list[str]:
        """The words that were most likely meant, five at most."""
        if word not in self._suggested:
            self._suggested[word] = self._list.suggestions(word)
        return self._suggested[word]
