"""The menu of a row of the scorecard: everything that its keys do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from reviewer.gui.words import counted

if TYPE_CHECKING:
    from reviewer.gui.panels.criterion_row import CriterionRow


def criterion_menu(row: CriterionRow, comments: int) -> QMenu:
    """Levels, not applicable, clear, reason, and the `comments` under the criterion."""
    menu = QMenu(row.criterion.name, row)
    group = QActionGroup(menu)
    choices = [(value, level.name, str(value)) for value, level in enumerate(row.criterion.levels, start=1)]
    for (value, name, key), button in zip([*choices, (None, "Not applicable", "0")], row.control.buttons, strict=True):
        act = menu.addAction(f"{name.replace('&', '&&')}\t{key}", partial(row.rated.emit, value, value is None))
        act.setCheckable(True)
        act.setChecked(button.isChecked())
        act.setEnabled(not row.control.locked)
        group.addAction(act)
    clear = menu.addAction("&Clear the rating\tBackspace", partial(row.rated.emit, None, False))
    clear.setEnabled(row.is_rated and not row.control.locked)
    menu.addSeparator()
    menu.addAction("&Reason\tReturn", partial(_write, row))
    listing = menu.addAction(f"{counted(comments, 'comment')}\tSpace", row.ask_for_comments)
    listing.setEnabled(comments > 0)
    return menu


def _write(row: CriterionRow) -> None:
    row.control.setFocus()
    row.note.setFocus()
