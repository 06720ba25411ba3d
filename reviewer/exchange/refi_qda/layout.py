"""A chat as the plain text of a REFI-QDA source: “[2026-03-03 10:02:00] Dana R.: Hello.”, a turn a line.

The program's own importers read it back as the same turns, but for words that look like another turn. Lines end with a
line feed alone and no sign has a meaning for XML, so that all programs count alike. Other signs are replaced, one by
one (CR LF by a blank and LF, what XML forbids by U+FFFD, a first U+FEFF by U+2060), and every position stays.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reviewer.domain.anchor import Anchor
from reviewer.domain.transcript import Speaker, Turn
from reviewer.domain.xml_words import in_xml
from reviewer.exchange.refi_qda.names import SYSTEM

WhoSpeaks = Callable[[Turn], Speaker | None]

_BYTE_ORDER_MARK: Final = "\ufeff"
_WORD_JOINER: Final = "\u2060"


def even(text: str) -> str:
    """The text in signs that every program counts alike; as long as before."""
    return in_xml(text).replace("\r\n", " \n").replace("\r", "\n")


def heading(turn: Turn, speaker: Speaker | None) -> str:
    """What stands before the words of a turn."""
    name = SYSTEM if speaker is None else even(speaker.name).replace("\n", " ")
    stamp = (turn.sent_at or "").removeprefix("T").replace("T", " ")
    head = even(f"[{stamp}] {name}: " if stamp else f"{name}: ")
    first = turn.position == 1 and head.startswith(_BYTE_ORDER_MARK)
    return _WORD_JOINER + head[1:] if first else head


def lines(turns: Iterable[Turn], speaker_of: WhoSpeaks) -> Iterator[str]:
    """The text, turn by turn."""
    for turn in turns:
        yield f"{heading(turn, speaker_of(turn))}{even(turn.text)}\n"


@dataclass(slots=True)
class Layout:
    """Where in the text each turn's line begins, where its words begin, and where they end, in code points."""

    begins: "array[int]" = field(default_factory=lambda: array("q"))
    words: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))

    def place(self, anchor: Anchor) -> tuple[int, int]:
        """The code points of an anchor; whole turns are marked with what stands before their words."""
        first, last = anchor.first_turn - 1, anchor.last_turn - 1
        if anchor.whole_turns:
            return self.begins[first], self.ends[last]
        return self.words[first] + anchor.start, self.words[last] + anchor.end

    def turn(self, position: int) -> tuple[int, int]:
        """The words of a turn; of one without words, what stands before them."""
        at = position - 1
        return self.words[at] if self.words[at] < self.ends[at] else self.begins[at], self.ends[at]


def laid_out(turns: Iterable[Turn], speaker_of: WhoSpeaks) -> Layout:
    """Where everything will stand in the text."""
    layout, at = Layout(), 0
    for turn in turns:
        layout.begins.append(at)
        layout.words.append(at + len(heading(turn, speaker_of(turn))))
        layout.ends.append(layout.words[-1] + len(turn.text))
        at = layout.ends[-1] + 1
    return layout
