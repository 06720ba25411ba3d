"""How far a practice is: which exchange, what was written, whether the original is shown."""

import json
from dataclasses import dataclass, field


@dataclass
class Practice:
    """`at` counts exchanges from 0; `written` has a text for each that was answered."""

    total: int
    at: int = 0
    written: dict[int, str] = field(default_factory=dict)
    revealed: bool = False

    @property
    def last(self) -> bool:
        """Whether this is the last exchange."""
        return self.at >= self.total - 1

    def write(self, text: str) -> None:
        """What is answered here; blank text is no answer."""
        if text.strip():
            self.written[self.at] = text
        else:
            self.written.pop(self.at, None)

    def forward(self) -> None:
        """Show the original, then the next exchange."""
        if not self.revealed:
            self.revealed = True
        elif not self.last:
            self.at, self.revealed = self.at + 1, self.at + 1 in self.written

    def back(self) -> None:
        """The exchange before, with what was written there and the original."""
        if self.at:
            self.at, self.revealed = self.at - 1, True

    def as_draft(self) -> str:
        """The practice as text, to go on with it another day; nothing where nothing was written."""
        return json.dumps({"at": self.at, "written": self.written}, ensure_ascii=False) if self.written else ""

    @classmethod
    def from_draft(cls, text: str, total: int) -> "Practice":
        """The practice that `as_draft` wrote; a fresh one where it cannot be read."""
        try:
            kept = json.loads(text)
            written = {int(number): str(words) for number, words in kept["written"].items() if int(number) < total}
            at = min(max(int(kept["at"]), 0), total - 1)
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls(total)
        return cls(total, at, written, at in written)
