"""How well a text fits what was typed: every typed word must stand in it, and the start of a word counts more."""

from dataclasses import dataclass

WHOLE, START, WORD, INSIDE, INITIALS = 5, 4, 3, 1, 2


@dataclass(frozen=True, slots=True)
class Match:
    """`rank` is higher for better fits; `spans` are the code points that fit, in order, ends exclusive."""

    rank: float
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def good(self) -> bool:
        """Whether every typed word begins a word."""
        return self.rank >= WORD


def match(typed: str, text: str) -> Match | None:
    """How `text` fits; None when it does not. Nothing typed fits everything alike."""
    wanted, folded = typed.casefold().split(), _folded(text)
    if not wanted:
        return Match(0)
    found = [_word(one, folded) for one in wanted]
    if all(one is not None for one in found):
        parts = [one for one in found if one is not None]
        rank = min(rank for rank, _ in parts)
        spans = sorted((start, start + len(word)) for (_, start), word in zip(parts, wanted, strict=True))
        if rank == START and len(wanted) == 1 and len(wanted[0]) == len(folded):
            rank = WHOLE
        return Match(rank + _nearness(spans[0][0], len(folded)), tuple(spans))
    return _initials("".join(wanted), folded)


def _word(word: str, text: str) -> tuple[int, int] | None:
    """The best place of one typed word: its rank and where it starts."""
    at, inside = text.find(word), -1
    while at != -1:
        if at == 0:
            return START, 0
        if not text[at - 1].isalnum():
            return WORD, at
        inside = at if inside < 0 else inside
        at = text.find(word, at + 1)
    return (INSIDE, inside) if inside >= 0 else None


def _initials(letters: str, text: str) -> Match | None:
    starts = [at for at, sign in enumerate(text) if sign.isalnum() and (at == 0 or not text[at - 1].isalnum())]
    if len(letters) < 2 or "".join(text[at] for at in starts)[: len(letters)] != letters:
        return None
    return Match(INITIALS, tuple((at, at + 1) for at in starts[: len(letters)]))


def _nearness(start: int, length: int) -> float:
    """Below 1: earlier places and shorter texts first."""
    return 0.5 / (1 + start) + 0.4 / (1 + length)


def _folded(text: str) -> str:
    """Case aside; signs whose folding is longer stay, so that places stay."""
    return "".join(folded if len(folded := sign.casefold()) == 1 else sign for sign in text)
