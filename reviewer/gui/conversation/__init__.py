"""The conversation: painted turns, caret, selection, highlights."""
