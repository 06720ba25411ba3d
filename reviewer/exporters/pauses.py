"""How much time passed between turns."""

from datetime import datetime
from typing import Final

LONG_GAP_SECONDS: Final = 120
"""A pause of so long is said."""


def seconds_between(earlier: str | None, later: str | None) -> int:
    """Seconds from one ISO time to a later one; 0 when either is missing, or of another kind."""
    if not earlier or not later or earlier.startswith("T") != later.startswith("T"):
        return 0
    try:
        moments = [datetime.fromisoformat(f"2000-01-01{one}" if one[0] == "T" else one) for one in (earlier, later)]
        return max(0, int((moments[1] - moments[0]).total_seconds()))
    except (TypeError, ValueError):
        return 0
