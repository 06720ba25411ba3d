"""Draws the screens of the program, and the exported page, as pictures."""
