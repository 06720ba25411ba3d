"""Colours by their names in the design, for painters, the palette and the style sheet alike."""

import tomllib
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QColor, QPalette

from reviewer import resources
from reviewer.domain.rubric import NOTE_SLOT


@dataclass(frozen=True)
class Slot:
    """How one criterion looks: colours, and an underline style (second cue) with its width in px."""

    strong: QColor
    fill: QColor
    active: QColor
    underline: str
    width: float


GROUNDS = ("canvas", "side", "paper", "raised", "sunken")
WORDS = ("text", "text2", "text3", "line", "line_strong", "control")


class Theme:
    """A set of colours. Without `fills` highlights are underlines alone."""

    def __init__(self, name: str, table: dict[str, Any], *, fills: bool = True) -> None:
        self.name = name
        self.fills = fills
        self._colors = {key: QColor(value) for key, value in table.items() if isinstance(value, str)}
        self._slots = {int(number): _slot(slot) for number, slot in table["slots"].items()}

    @classmethod
    def load(cls, name: str, *, fills: bool = True, blue_orange: bool = False, accent: str = "") -> "Theme":
        """The theme `light` or `dark`; with `blue_orange` changes are in these colours, not in green and red.

        An `accent` of somebody's own (`#rrggbb`) takes the place of ours.
        """
        table = tomllib.loads(resources.read_text("themes", f"{name}.toml"))
        table |= {"accent": accent} if accent else {}
        return cls(name, {**table, **table["blue_orange"]} if blue_orange else table, fills=fills)

    @classmethod
    def high_contrast(cls, palette: QPalette, *, blue_orange: bool = False) -> "Theme":
        """The grounds and words of the system's palette, no fills; marks keep the colours of the nearer theme."""
        ground, words = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        name = "dark" if ground.lightness() < words.lightness() else "light"
        theme = cls.load(name, fills=False, blue_orange=blue_orange)
        theme._colors |= dict.fromkeys(GROUNDS, ground) | dict.fromkeys(WORDS, words)
        return theme

    @property
    def is_dark(self) -> bool:
        """Whether words are lighter than the ground."""
        return self.name == "dark"

    def color(self, name: str) -> QColor:
        """The colour of one token; an unknown name is a KeyError."""
        return QColor(self._colors[name])

    def hex(self, name: str) -> str:
        """The colour of one token as a style sheet writes it."""
        return self._colors[name].name(QColor.NameFormat.HexArgb)

    def mixed(self, name: str, share: float) -> QColor:
        """The colour of one token, laid on thinly: `share` from 0 (nothing) to 1 (all of it)."""
        color = self.color(name)
        color.setAlphaF(share)
        return color

    def slot(self, number: int | None) -> Slot:
        """How the criterion in slot 1 to 8 looks; None is the note."""
        return self._slots[number or NOTE_SLOT]

    def palette(self) -> QPalette:
        """What Fusion paints with where nothing else is said."""
        palette = QPalette()
        role = QPalette.ColorRole
        for one, name in (
            (role.Window, "side"),
            (role.WindowText, "text"),
            (role.Base, "paper"),
            (role.AlternateBase, "sunken"),
            (role.Text, "text"),
            (role.PlaceholderText, "text3"),
            (role.Button, "raised"),
            (role.ButtonText, "text"),
            (role.ToolTipBase, "notice_ground"),
            (role.ToolTipText, "notice"),
            (role.Highlight, "select"),
            (role.HighlightedText, "text"),
            (role.Link, "accent"),
            (role.Accent, "accent"),
            (role.Mid, "line_strong"),
            (role.Dark, "control"),
        ):
            palette.setColor(one, self.color(name))
        faded = self.mixed("text3", 0.6)
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, faded)
        return palette


def _slot(table: dict[str, Any]) -> Slot:
    return Slot(
        QColor(table["strong"]), QColor(table["fill"]), QColor(table["active"]), table["underline"], table["width"]
    )
