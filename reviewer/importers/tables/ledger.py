"""What became of every row, and the remarks that many rows share."""

from dataclasses import dataclass, field
from typing import Final

from reviewer.importers.base import LineKind, Problem

EXCERPT: Final = 80
JOINT: Final = " | "


@dataclass(slots=True)
class Ledger:
    """Every row of all tables of a source, numbered from 1."""

    kinds: list[LineKind] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _remarks: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def take(self, kind: LineKind, text: str) -> int:
        """The next row is of this kind; gives its number."""
        self.kinds.append(kind)
        self.texts.append(text)
        return len(self.kinds)

    def blank(self) -> None:
        """The next row is empty."""
        self.take(LineKind.BLANK, "")

    def skip(self, row: list[str], one: str, many: str) -> None:
        """The next row is left out. The sentences are for one row and for many; `{}` is its number, or their count."""
        self.remark(self.take(LineKind.SKIPPED, joined(row)), one, many)

    def remark(self, row: int, one: str, many: str) -> None:
        """Something odd about a row; rows with the same remark are counted in one problem."""
        self._remarks.setdefault((one, many), []).append(row)

    def settle(self) -> None:
        """Turns the remarks into problems."""
        for (one, many), rows in self._remarks.items():
            what = one.format(f"{rows[0]:,}") if len(rows) == 1 else many.format(f"{len(rows):,}")
            self.problems.append(Problem((rows[0], rows[-1]), what, self.texts[rows[0] - 1].strip()[:EXCERPT]))
        self._remarks.clear()


def joined(row: list[str]) -> str:
    """A row in one line."""
    return JOINT.join(cell.strip() for cell in row if cell.strip())


def is_blank(row: list[str]) -> bool:
    """Whether no cell of a row holds anything."""
    return not any(row) or not any(map(str.strip, row))
