"""The commands of the Rubrics page."""

from functools import partial
from typing import TYPE_CHECKING

from reviewer.gui.actions import Command, Where

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow

MENU = "Tools"
RUBRICS = Where.RUBRICS


def rubric_commands(window: "MainWindow") -> list[Command]:
    """What is done with whole rubrics, and with the criterion that has the keyboard."""
    act = window.rubric_work.act
    return [
        Command("new_rubric", MENU, "&New rubric", partial(act, "new"), "", RUBRICS),
        Command("duplicate_rubric", MENU, "&Duplicate rubric", partial(act, "duplicate"), "", RUBRICS),
        Command("delete_rubric", MENU, "D&elete rubric", partial(act, "delete"), "", RUBRICS),
        Command("prefer_rubric", MENU, "&Use for new reviews", partial(act, "prefer"), "", RUBRICS),
        Command("import_rubric", MENU, "&Import rubric…", partial(act, "import"), "", RUBRICS, break_before=True),
        Command("export_rubric", MENU, "E&xport rubric…", partial(act, "export"), "", RUBRICS),
        *_on_criteria(window),
    ]


def _on_criteria(window: "MainWindow") -> list[Command]:
    page = window.rubrics_page
    do, criteria = page.act_on_criterion, page.editor.criteria
    return [
        Command("add_criterion", MENU, "&Add criterion", criteria.add_criterion, "Ins", RUBRICS, break_before=True),
        Command("fold_criterion", MENU, "&Show or hide levels", partial(do, "fold"), "Alt+Return", RUBRICS),
        Command("duplicate_criterion", MENU, "Dupli&cate criterion", partial(do, "duplicate"), "Ctrl+D", RUBRICS),
        Command("criterion_up", MENU, "Move criterion u&p", partial(do, "up"), "Alt+Up", RUBRICS),
        Command("criterion_down", MENU, "Move criterion d&own", partial(do, "down"), "Alt+Down", RUBRICS),
        Command("remove_criterion", MENU, "&Remove criterion", partial(do, "remove"), "Alt+Del", RUBRICS),
        Command("spread_weights", MENU, "&Spread weights to 100", criteria.spread_weights, "", RUBRICS),
    ]
