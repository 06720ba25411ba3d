"""Weights that make 100."""

from collections.abc import Sequence

WHOLE = 100


def spread(weights: Sequence[int]) -> tuple[int, ...]:
    """Whole weights in the proportion of these that make exactly 100; equal ones where all are 0.

    What is left after rounding down goes to those that lost most by it, the first of equals first.
    """
    if not weights:
        return ()
    parts = list(weights) if sum(weights) else [1] * len(weights)
    total = sum(parts)
    whole = [part * WHOLE // total for part in parts]
    lost = sorted(range(len(parts)), key=lambda place: (-(parts[place] * WHOLE % total), -parts[place], place))
    for place in lost[: WHOLE - sum(whole)]:
        whole[place] += 1
    return tuple(whole)
