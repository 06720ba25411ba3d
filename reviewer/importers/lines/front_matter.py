"""What Markdown has above its text between two lines of hyphens."""

from collections.abc import Sequence
from typing import Final

RULE: Final = "---"
MOST_LINES: Final = 100


def front_matter(lines: Sequence[str]) -> int:
    """How many lines it takes, its rules included; 0 without."""
    if not lines or lines[0].rstrip() != RULE:
        return 0
    return next((at + 1 for at in range(1, min(len(lines), MOST_LINES)) if lines[at].rstrip() == RULE), 0)
