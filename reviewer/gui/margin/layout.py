"""Where margin cards stand: beside their pins, never on one another. Pure; all numbers are whole pixels.

With `z = wanted - room of the cards before` the wish "in order, without overlap, each as near as possible" is an
isotonic regression of z, solved by pooling neighbours that would collide. The active card bounds it on both sides.
"""

from collections.abc import Sequence
from itertools import accumulate

GAP = 8


def card_tops(wanted: Sequence[int], heights: Sequence[int], active: int | None = None, gap: int = GAP) -> list[int]:
    """The top of each card, in the order given.

    `wanted` are the heights of the pins; `active` is the index of the card that stands exactly at its pin and pushes
    the others up or down. The others are together as near to their pins as they can be (least squares, whole pixels).
    Moving all pins by n pixels moves all cards by n pixels.
    """
    room = [0, *accumulate(height + gap for height in heights)][: len(wanted)]
    places = [want - before for want, before in zip(wanted, room, strict=True)]
    if active is None:
        places = _rising(places)
    else:
        own, above, below = places[active], _rising(places[:active]), _rising(places[active + 1 :])
        places = [*(min(place, own) for place in above), own, *(max(place, own) for place in below)]
    return [place + before for place, before in zip(places, room, strict=True)]


def _rising(numbers: Sequence[int]) -> list[int]:
    """The rising sequence nearest to `numbers`, in whole numbers."""
    pools: list[tuple[int, int]] = []
    for number in numbers:
        total, count = number, 1
        while pools and pools[-1][0] * count > total * pools[-1][1]:
            before, many = pools.pop()
            total, count = total + before, count + many
        pools.append((total, count))
    return [total // count for total, count in pools for _ in range(count)]
