"""Text in which a line starts a turn: one engine, and a preset for each style."""
