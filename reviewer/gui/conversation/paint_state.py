"""What changes between two paintings of the same row: focus, caret, selection, what is active or found."""

from dataclasses import dataclass

from reviewer.domain.find import Hit


@dataclass(frozen=True, slots=True)
class PaintState:
    """How to paint one row. Places are code points; `tint` is 0 to 1."""

    focused: bool = False
    tint: float = 0.0
    selected: tuple[int, int] | None = None
    selected_turn: bool = False
    caret: int | None = None
    active: str = ""
    hovered: str = ""
    hits: tuple[Hit, ...] = ()
    current_hit: Hit | None = None
    fills: bool = True
    action: str = ""
