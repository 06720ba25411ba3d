"""From places in the text of a source to places in turns."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reviewer.domain.anchor import Anchor, anchor_at, turn_anchor
from reviewer.domain.transcript import Role
from reviewer.exchange.readings import is_time
from reviewer.exchange.refi_qda.reading import Mark

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_WORDS: Final = re.compile(r"\S")
_HEAD: Final = re.compile(r"(?:\[(?P<stamp>[^\]\n]*)\] )?[^\n]*: \Z")


@dataclass(frozen=True, slots=True)
class PlacedTurn:
    """A turn in the text: from where its line begins to where its words end, in code points.

    Sign `signs[i]` of the turn, from 0, stands at `at[i]` of the text; signs that were not found are not in the lists.
    """

    begin: int
    end: int
    signs: Sequence[int]
    at: Sequence[int]


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A turn as projects of this program hold it; without a speaker it is a line of the chat program."""

    speaker: tuple[str, Role] | None
    sent_at: str | None
    text: str
    place: PlacedTurn


def spoken_turns(
    text: str, spoken: Iterable[Mark], speakers: Mapping[str, tuple[str, Role] | None]
) -> list[SpokenTurn] | None:
    """The turns of a text that this program wrote, from the marks that say who speaks; None when they do not fit."""
    turns: list[SpokenTurn] = []
    begin = 0
    for mark in sorted(spoken, key=lambda one: one.start):
        end = -1 if mark.end is None else mark.end
        words = end if mark.start == begin else mark.start
        head = _HEAD.match(text[begin:words]) if begin <= mark.start < end < len(text) else None
        if head is None or text[end] != "\n" or mark.codes[0] not in speakers:
            return None
        place = PlacedTurn(begin, end, range(end - words), range(words, end))
        turns.append(SpokenTurn(speakers[mark.codes[0]], _moment(head["stamp"]), text[words:end], place))
        begin = end + 1
    return turns if turns and begin == len(text) else None


def placed_turns(text: str, turns: Iterable[tuple[str, tuple[int, int]]]) -> list[PlacedTurn]:
    """Where turns stand that were read from the text; each comes with its first and last line, from 1.

    Blanks may differ, as where an importer joins lines; all other signs have to stand in the lines one after the other.
    """
    ends = [match.span() for match in _LINE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    last = len(starts)
    return [
        _placed(text, words, starts[min(where[0], last) - 1], stops[min(where[1], last) - 1]) for words, where in turns
    ]


class Places:
    """The turns of one conversation in its text, in order."""

    def __init__(self, turns: Sequence[PlacedTurn]) -> None:
        self._turns = turns
        self._begins = [one.begin for one in turns]
        self._ends = [one.end for one in turns]

    def anchor(self, texts: Mapping[int, str], start: int, end: int) -> Anchor | None:
        """The words of the code points from `start` to `end`, or the turns where their names are marked as well.

        `texts` are those of the turns by position, from 1. None: no turn stands there.
        """
        first, last = bisect_right(self._ends, start), bisect_left(self._begins, end)
        if start < 0 or start >= end or first >= last:
            return None
        touched = self._turns[first:last]
        begins = (number for number, one in enumerate(touched) if _from(one, start, end) >= 0)
        begun = next(begins, None)
        if begun is None or _is_whole(touched[0], touched[-1], start, end):
            return turn_anchor(texts, first + 1, last)
        ended = next(number for number in reversed(range(len(touched))) if _to(touched[number], start, end))
        place = first + begun + 1, _from(touched[begun], start, end), first + ended + 1, _to(touched[ended], start, end)
        return anchor_at(texts, *place)


def _placed(text: str, words: str, start: int, stop: int) -> PlacedTurn:
    own = [match.start() for match in _WORDS.finditer(words)]
    there = [match.start() for match in _WORDS.finditer(text, start, stop)]
    at = "".join(text[place] for place in there).rfind("".join(words[place] for place in own))
    if at < 0 or not own:
        return PlacedTurn(start, stop, (), ())
    found = there[at : at + len(own)]
    return PlacedTurn(start, found[-1] + 1, array("q", own), array("q", found))


def _is_whole(first: PlacedTurn, last: PlacedTurn, start: int, end: int) -> bool:
    """Whether all is marked from before the words of the first turn to the end of the last."""
    named = not first.at or first.at[0] > first.begin
    return named and start <= first.begin and (not last.at or last.at[-1] < end)


def _from(turn: PlacedTurn, start: int, end: int) -> int:
    """The first sign of the turn that is marked; -1 for none."""
    place = bisect_left(turn.at, start)
    return turn.signs[place] if place < len(turn.at) and turn.at[place] < end else -1


def _to(turn: PlacedTurn, start: int, end: int) -> int:
    """The end of the last sign of the turn that is marked; 0 for none."""
    place = bisect_left(turn.at, end) - 1
    return turn.signs[place] + 1 if place >= 0 and turn.at[place] >= start else 0


def _moment(stamp: str | None) -> str | None:
    if not stamp:
        return None
    written = stamp.replace(" ", "T", 1) if "-" in stamp[:5] else f"T{stamp}"
    return written if is_time(written) else None
