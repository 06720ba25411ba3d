"""The commands of exercises."""

from typing import TYPE_CHECKING

from reviewer.gui.actions import Command, Where

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow


def exercise_commands(window: "MainWindow") -> list[Command]:
    """Make, change, hand out, answer, hand in."""
    acts, open_ = window.exercising, Where.TRANSCRIPT
    return [
        Command("new_exercise", "Tools", "New &exercise…", acts.new_from_library, "Ctrl+Shift+N", break_before=True),
        Command("edit_exercise", "Tools", "E&dit exercise…", acts.edit_shown),
        Command("save_exercise", "Tools", "Save exercise &file…", acts.save_shown),
        Command("came_back", "Tools", "What came &back", acts.show_came_back),
        Command("export_group", "Tools", "Export gro&up page…", acts.export_group),
        Command("questions", "Transcript", "&Questions", acts.show_questions, "Ctrl+4", open_, break_before=True),
        Command("quote", "Transcript", "Qu&ote the selection", acts.quote, "Ctrl+'", open_),
        Command("hand_in", "Transcript", "&Hand in…", acts.hand_in, "", open_),
    ]
