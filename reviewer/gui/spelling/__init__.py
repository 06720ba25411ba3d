"""Marks under misspelled words while writing, suggestions for them, and the list of own words."""
