"""The command palette: one field for every command, transcript and turn."""
