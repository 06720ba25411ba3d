"""JSON and JSON Lines: one mapper, and a preset for each program that writes them."""
