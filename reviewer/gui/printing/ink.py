"""Colours on paper: those of the light theme, whatever the window wears."""

from functools import cache

from PySide6.QtGui import QColor

from reviewer.gui.theme import Slot, Theme


@cache
def paper_theme() -> Theme:
    """The theme that paper is printed in."""
    return Theme.load("light")


def ink(name: str) -> QColor:
    """A colour by its name in the theme, or as #RRGGBB."""
    return QColor(name) if name.startswith("#") else paper_theme().color(name)


def slot(number: int) -> Slot:
    """How the criterion in a slot looks."""
    return paper_theme().slot(number)
