"""Frozen records and pure functions; standard library only."""
