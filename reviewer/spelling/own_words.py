"""The words that a person added: a plain text file with one word on a line, shared by all libraries."""

from pathlib import Path
from typing import Final

from reviewer.errors import CannotWrite, UsageError
from reviewer.spelling.spans import LONGEST, words

LARGEST: Final = 4_000_000
"""Bytes; a larger file is none of ours."""


class OwnWords:
    """Read when first asked for. Lines that are no words are left alone, and stay in the file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble = ""
        """One sentence when the file, or a part of it, could not be used."""
        self._words: dict[str, str] | None = None

    def __contains__(self, word: str) -> bool:
        return _key(word) in self._read()

    def __len__(self) -> int:
        return len(self._read())

    def all(self) -> list[str]:
        """The words in the order of the alphabet."""
        return sorted(self._read().values(), key=lambda word: (word.casefold(), word))

    def add(self, word: str) -> None:
        """Keep one more word; one that is there already is no fault.

        Raises:
            UsageError: it is not one word.
            CannotWrite: the file cannot be written.
        """
        word = word.strip()
        if not _is_word(word):
            raise UsageError("One word of letters can be added at a time, of 60 letters at most.")
        if word in self:
            return
        held = self._bytes() or b""
        start = "\n" if held and not held.endswith((b"\n", b"\r")) else ""
        self._write(held + f"{start}{word}\n".encode())
        self._read()[_key(word)] = word

    def remove(self, word: str) -> None:
        """Forget a word; one that is not there is no fault.

        Raises:
            CannotWrite: the file cannot be written.
        """
        if word not in self:
            return
        lines = (self._bytes() or b"").splitlines(keepends=True)
        self._write(b"".join(line for line in lines if _key(line.decode("utf-8-sig", "replace").strip()) != _key(word)))
        del self._read()[_key(word)]

    def _read(self) -> dict[str, str]:
        if self._words is None:
            self._words = {}
            lines = (self._bytes() or b"").removeprefix(b"\xef\xbb\xbf").splitlines()
            for line in filter(None, map(bytes.strip, lines)):
                word = line.decode("utf-8", "replace")
                if _is_word(word):
                    self._words[_key(word)] = word
                else:
                    self.trouble = f"Some lines of {self.path} are not words and are left out; the rest is used."
        return self._words

    def _bytes(self) -> bytes | None:
        try:
            if self.path.stat().st_size > LARGEST:
                self.trouble = f"{self.path} is too large for a list of your own words, so it is left out."
                return None
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            self.trouble = f"{self.path} cannot be read, so your own words are left out until it can be."
            return None

    def _write(self, held: bytes) -> None:
        beside = self.path.with_name(f"{self.path.name}.new")
        try:
            if self.path.exists() and self._bytes() is None:
                raise CannotWrite(f"Your own words were not changed, because {self.path} cannot be read.")
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(held)
            beside.replace(self.path)
        except OSError as error:
            raise CannotWrite(f"Your own words were not changed, because {self.path} cannot be written.") from error


def _is_word(word: str) -> bool:
    return (
        "\ufffd" not in word
        and len(word) <= LONGEST
        and [(one.start, one.end) for one in words(word)] == [(0, len(word))]
    )


def _key(word: str) -> str:
    return word.casefold().replace("’", "'")
