"""Identities of records."""

from uuid import uuid4


def new_id() -> str:
    """A fresh identity: 32 hex digits, made by us so that an undone delete comes back as itself."""
    return uuid4().hex
