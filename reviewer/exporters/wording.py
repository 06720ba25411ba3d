"""Numbers, dates and counts as the page says them, in English."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from reviewer.domain.scoring import rounded

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day(iso: str | None) -> str:
    """“3 March 2026” of an ISO date or time; empty when there is no date."""
    if not iso or iso.startswith("T"):
        return ""
    moment = datetime.fromisoformat(iso)
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def clock(iso: str | None) -> str:
    """“10:02” of an ISO time; empty when there is none."""
    if not iso or "T" not in iso:
        return ""
    return iso.partition("T")[2][:5]


def period(started: str | None, first: str | None, last: str | None) -> str:
    """“3 March 2026, 10:02–10:14”, as much of it as is known."""
    times = [one for one in (clock(first), clock(last)) if one]
    span = "–".join(dict.fromkeys(times))
    return ", ".join(part for part in (day(started or first), span) if part)


def gap(seconds: int) -> str:
    """“2 min 10 s later”, “1 h 5 min later”."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = [(hours, "h"), (minutes, "min"), (left if not hours else 0, "s")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) + " later"


def points(number: Fraction) -> str:
    """Two decimals, rounded half up."""
    hundredths = rounded(number * 100)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """“1 comment”, “2 comments”."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def joined(parts: Sequence[str]) -> str:
    """Parts with commas between them; empty ones are left out."""
    return ", ".join(part for part in parts if part)


def seconds_between(earlier: str | None, later: str | None) -> int:
    """Seconds from one ISO time to a later one; 0 when either is missing, or of another kind."""
    if not earlier or not later or earlier.startswith("T") != later.startswith("T"):
        return 0
    try:
        moments = [datetime.fromisoformat(f"2000-01-01{one}" if one[0] == "T" else one) for one in (earlier, later)]
        return max(0, int((moments[1] - moments[0]).total_seconds()))
    except (TypeError, ValueError):
        return 0
