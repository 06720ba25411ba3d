"""Differences between two texts, word by word, as a reader expects to see them marked."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

LEAST_KEPT = 0.35
"""Below this share of kept words the text is shown as replaced whole."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_CJK}]|\d+(?:[.,:]\d+)+|[^\W{_CJK}]+(?:['’\-][^\W{_CJK}]+)*|\s+|[^\w\s]")
_MAY_JOIN = re.compile("[^\x00-\u02ff\u2010-\u2027\u20a0-\u20bf]")
"""Signs that may belong to the one before; Latin letters, punctuation and currencies do not."""
STOPS = frozenset(".!?…。！？؟")
"""Signs that end a sentence."""
_ZERO_WIDTH_JOINER = "\u200d"


class Mark(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under one mark. Kept and deleted pieces join to the old text, kept and inserted to the new."""

    mark: Mark
    text: str


def word_differences(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that turn `old` into `new`, deletions before insertions; graphemes stay whole."""
    runs = _marked_runs(words_and_gaps(old), words_and_gaps(new))
    return _merged(piece for run in runs for piece in run.pieces())


def _marked_runs(before: list[str], after: list[str]) -> "list[_Run]":
    """What is kept and what is not; too little in common counts as nothing."""
    least = LEAST_KEPT * min(_weight(before), _weight(after))
    runs = _runs(before, after)
    if _weight_kept(runs) >= least:
        runs = _without_confetti(runs)
        if _weight_kept(runs) >= least:
            return _with_their_stops(runs)
    return [_Run(False, before, after)]


def differences_across(
    old: Sequence[str], new: Sequence[str]
) -> tuple[list[tuple[Piece, ...]], list[tuple[Piece, ...]]]:
    """Differences between some texts and others that share their words, as when turns are split or joined.

    For each old text its kept and deleted pieces, for each new text its kept and inserted ones. Where one text ends
    and the next begins counts as a blank, which is never marked.
    """
    before, after = _strung(old), _strung(new)
    runs = _marked_runs([token for token, _ in before], [token for token, _ in after])
    left = _dealt([(run.kept, len(run.old)) for run in runs], before, len(old), Mark.DELETED)
    return left, _dealt([(run.kept, len(run.new)) for run in runs], after, len(new), Mark.INSERTED)


def _strung(texts: Sequence[str]) -> list[tuple[str, int]]:
    """All tokens with the text that each is of; −1 for the blanks between texts."""
    found: list[tuple[str, int]] = []
    for number, text in enumerate(texts):
        found += [(" ", -1)] if number else []
        found += [(token, number) for token in words_and_gaps(text)]
    return found


def _dealt(
    runs: Sequence[tuple[bool, int]], tokens: Sequence[tuple[str, int]], count: int, mark: Mark
) -> list[tuple[Piece, ...]]:
    """The tokens of runs, given back to their texts."""
    dealt: list[list[Piece]] = [[] for _ in range(count)]
    at = 0
    for kept, length in runs:
        for token, owner in tokens[at : at + length]:
            if owner >= 0:
                dealt[owner].append(Piece(Mark.KEPT if kept else mark, token))
        at += length
    return [_merged(pieces) for pieces in dealt]


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].mark is piece.mark:
            piece = Piece(piece.mark, merged.pop().text + piece.text)
        merged.append(piece)
    return tuple(merged)


def words_and_gaps(text: str) -> list[str]:
    """The text as words, single punctuation marks and runs of blanks, in order; marks stay with their letter."""
    found: list[str] = _TOKEN.findall(text)
    if not _MAY_JOIN.search(text):
        return found
    tokens: list[str] = []
    for token in found:
        if tokens and _joins(tokens[-1], token):
            tokens[-1] += token
        else:
            tokens.append(token)
    return tokens


def counted_words(text: str) -> int:
    """How many words the text has; numbers count, punctuation does not."""
    return sum(_is_word(token) for token in words_and_gaps(text))


def changed_words(pieces: Iterable[Piece]) -> tuple[int, int]:
    """Words inserted and words deleted."""
    totals = dict.fromkeys(Mark, 0)
    for piece in pieces:
        totals[piece.mark] += counted_words(piece.text)
    return totals[Mark.INSERTED], totals[Mark.DELETED]


@dataclass(slots=True)
class _Run:
    kept: bool
    old: Sequence[str]
    new: Sequence[str]

    def pieces(self) -> list[Piece]:
        if self.kept:
            return [Piece(Mark.KEPT, "".join(self.old))]
        gap = self.old[-1] if self.old and self.new and self.old[-1] == self.new[-1] and self.old[-1].isspace() else ""
        old, new = "".join(self.old).removesuffix(gap), "".join(self.new).removesuffix(gap)
        marked = [Piece(Mark.DELETED, old), Piece(Mark.INSERTED, new), Piece(Mark.KEPT, gap)]
        return [piece for piece in marked if piece.text]

    @property
    def replaces(self) -> bool:
        """Whether words stand on both sides."""
        return any(map(_is_word, self.old)) and any(map(_is_word, self.new))

    def words(self) -> int:
        old = sum(map(_is_word, self.old))
        return old if self.kept else max(old, sum(map(_is_word, self.new)))


def _runs(before: list[str], after: list[str]) -> list[_Run]:
    runs: list[_Run] = []
    for step in Indel.opcodes(before, after):
        old, new = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        run = _Run(step.tag == "equal", old, new)
        if runs and runs[-1].kept == run.kept:
            runs[-1] = _Run(run.kept, [*runs[-1].old, *run.old], [*runs[-1].new, *run.new])
        else:
            runs.append(run)
    return runs


def _without_confetti(runs: list[_Run]) -> list[_Run]:
    """Changes with no word between them become one; then kept runs with fewer words than both neighbours go too."""
    close = _joined(runs, lambda kept, before, after: not any(map(_is_word, kept.old)))
    return _joined(close, lambda kept, before, after: kept.words() < min(before.words(), after.words()))


def _joined(runs: list[_Run], drops: Callable[[_Run, _Run, _Run], bool]) -> list[_Run]:
    joined: list[_Run] = []
    for index, run in enumerate(runs):
        after_change = bool(joined) and not joined[-1].kept
        between = run.kept and after_change and index + 1 < len(runs)
        if after_change and (not run.kept or (between and drops(run, joined[-1], runs[index + 1]))):
            last = joined.pop()
            joined.append(_Run(False, [*last.old, *run.old], [*last.new, *run.new]))
        else:
            joined.append(run)
    return joined


def _with_their_stops(runs: list[_Run]) -> list[_Run]:
    """A sentence that is another one altogether takes its full stop along; one that goes on keeps it."""
    done: list[_Run] = []
    for run in runs:
        last = done[-1] if done else None
        stops = next((at for at, token in enumerate(run.old) if token not in STOPS), len(run.old)) if run.kept else 0
        if stops and last and not last.kept and last.replaces and _ends_sentence(done[-2].old if done[1:] else []):
            done[-1] = _Run(False, [*last.old, *run.old[:stops]], [*last.new, *run.new[:stops]])
            run = _Run(True, run.old[stops:], run.new[stops:])
        if run.old or run.new:
            done.append(run)
    return done


def _ends_sentence(tokens: Sequence[str]) -> bool:
    """Whether a new sentence begins after these; at the very start it does."""
    words = [token for token in tokens if not token.isspace()]
    return not tokens or (bool(words) and words[-1] in STOPS and tokens[-1].isspace())


def _joins(previous: str, token: str) -> bool:
    first = token[0]
    return (
        unicodedata.category(first) in ("Mn", "Mc", "Me")
        or first == _ZERO_WIDTH_JOINER
        or previous.endswith(_ZERO_WIDTH_JOINER)
        or "\U0001f3fb" <= first <= "\U0001f3ff"
        or (_is_regional(first) and len(previous) == 1 and _is_regional(previous))
        or (first == "\n" and previous.endswith("\r"))
    )


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_word(token: str) -> bool:
    return token[0].isalnum() or token[0] == "_"


def _weight_kept(runs: Iterable[_Run]) -> int:
    return sum(_weight(run.old) for run in runs if run.kept)


def _weight(tokens: Sequence[str]) -> int:
    return len(tokens) - sum(map(str.isspace, tokens))
