"""Times that count minutes and seconds from the start, as recorders have them, in place of hours and minutes."""

import re
from collections.abc import Sequence
from typing import Final

from reviewer.importers.lines.grammar import Header
from reviewer.importers.times import Stamp

HOURS: Final = 24

_RUN: Final = re.compile(r"(?<![\d:/.-])(\d{1,3}):(\d\d)(?::(\d\d))?(?![\d:])(?!\s?[AaPp]\.?\s?[Mm]\b)")


def with_times_since_start(lines: Sequence[str], headers: list[Header | None]) -> list[Header | None]:
    """The headers, with stamps that count from the start where the first is 0:00 or a little later."""
    runs = [_RUN.search(line) if header else None for line, header in zip(lines, headers, strict=True)]
    found = [run for run in runs if run]
    if not found or found[0][3] or int(found[0][1]) or not _count_on(found):
        return headers
    if found[0][1] != "0" and not any(run[3] or int(run[1]) >= HOURS for run in found):
        return headers
    return [
        header._replace(stamp=Stamp("", None, after=_seconds(run))) if header and run else header
        for header, run in zip(headers, runs, strict=True)
    ]


def _seconds(run: re.Match[str]) -> int:
    first, second, third = int(run[1]), int(run[2]), run[3]
    return first * 60 + second if third is None else first * 3600 + second * 60 + int(third)


def _count_on(runs: Sequence[re.Match[str]]) -> bool:
    seconds = [_seconds(run) for run in runs]
    return seconds == sorted(seconds)
