"""Keys that belong to a place in the window and to no menu, for the shortcut sheet: place, what they do, keys."""

from typing import Final

FIXED_KEYS: Final = (
    ("Writing", "Next, previous misspelled word", "F4, Shift+F4"),
    ("Writing", "Suggestions for the word", "Shift+F10"),
    ("Scorecard", "Previous, next criterion", "Up, Down"),
    ("Scorecard", "Rate, and go on to the next without a rating", "1 to 9"),
    ("Scorecard", "Not applicable", "0"),
    ("Scorecard", "Clear the rating", "Backspace"),
    ("Scorecard", "Read the levels without choosing one", "Left, Right"),
    ("Scorecard", "Reason", "Enter"),
    ("Scorecard", "Comments under the criterion", "Space"),
    ("Scorecard", "Mark as done", "Ctrl+Enter"),
    ("Comments tab", "Edit the comment", "Enter"),
    ("Comments tab", "Delete it", "Delete"),
    ("Comments tab", "Use its suggestion in the revision", "U"),
    ("Comments tab", "Reply, suggest a rewrite", "R, S"),
    ("Comments tab", "Concern, strength", "-, +"),
    ("Comments tab", "Filter", "/"),
    ("Transcript list", "Open, rename, delete", "Enter, F2, Delete"),
    ("Transcript list", "Filter", "/"),
    ("Summary", "Another line", "Enter"),
    ("Summary", "Move the line", "Alt+Up, Alt+Down"),
    ("Summary", "Remove the line", "Ctrl+Shift+Backspace"),
    ("Summary", "Back to the scorecard", "Esc"),
    ("Revise", "Rewrite the turn", "Enter, F2"),
    ("Revise", "Keep what is written, leave it", "Ctrl+Enter, Esc"),
    ("Revise", "Split the turn at the caret", "Ctrl+Shift+Enter"),
    ("Practice", "Show the original, then the next exchange", "Ctrl+Enter"),
)
