"""Transcript Reviewer: read a chat closely, say what would make it better."""

__version__ = "0.1.0"
