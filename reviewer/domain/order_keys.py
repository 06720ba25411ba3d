"""Keys that sort as text: new ones fit between any two, so nothing is ever numbered anew."""

from typing import Final

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def order_key(position: int) -> str:
    """The key of an original turn; `position` counts from 1, and 0 is the place before the first."""
    return f"{position:010d}"


def is_order_key(key: str) -> bool:
    """Whether a key from elsewhere can be sorted and leaves room beside it."""
    digits = bool(key) and all(one in DIGITS for one in key)
    return digits and (not key.endswith("0") or (len(key) == len(order_key(0)) and key.isdecimal()))


def key_between(low: str, high: str) -> str:
    """A short key that sorts after `low` and before `high`; it never ends in the lowest digit.

    Raises:
        ValueError: there is no room, because `low` does not sort before `high`.
    """
    if not low < high:
        raise ValueError(f"no key fits between {low!r} and {high!r}")
    for place, above in enumerate(high):
        below = _digit(low, place)
        room = DIGITS.index(above) - below
        if room > 1:
            return low[:place].ljust(place, DIGITS[0]) + DIGITS[below + room // 2]
        if room == 1:
            return _after(low, place + 1)
    raise ValueError(f"no key fits between {low!r} and {high!r}")


def _digit(key: str, place: int) -> int:
    return DIGITS.index(key[place]) if place < len(key) else 0


def _after(low: str, start: int) -> str:
    """A key after `low` that shares its first `start` digits."""
    for place in range(start, len(low)):
        below = _digit(low, place)
        if below < len(DIGITS) - 1:
            return low[:place] + DIGITS[(below + len(DIGITS)) // 2]
    return low.ljust(start, DIGITS[0]) + DIGITS[len(DIGITS) // 2]
