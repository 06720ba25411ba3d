"""REFI-QDA, in which programs for qualitative analysis exchange projects (`.qdpx`) and codebooks (`.qdc`).

Source: REFI-QDA Standard 1.5, https://www.qdasoftware.org, with its schemas. What matters most: a project is a zip
archive with `project.qde` (XML) and a folder `sources`; texts are UTF-8; positions in them count Unicode code points
from 0, ends exclusive. A byte order mark is no part of a text. Programs disagree about CR LF: see `counting`.

This module holds what the writer and the reader have to agree on.
"""

import re
from hashlib import sha256
from typing import Final

PROJECT: Final = "urn:QDA-XML:project:1.0"
CODEBOOK: Final = "urn:QDA-XML:codebook:1.0"
PROJECT_FILE: Final = "project.qde"
SOURCES: Final = "sources"
ORIGIN: Final = "Transcript Reviewer"

SUGGESTED: Final = "Suggested words"
REPLY: Final = "Reply"
"""Names of the notes that belong to a comment."""
SYSTEM: Final = "System"
"""Who says the lines of the chat program itself, in a text."""

_HEX: Final = re.compile(r"[0-9a-f]{32}\Z")


def identity_of(*names: str) -> str:
    """An identity (32 hex digits) that is the same each time for the same names."""
    return sha256("\n".join(names).encode("utf-8", "replace")).hexdigest()[:32]


def guid(identity: str) -> str:
    """The GUID of a record: its identity with hyphens; one that is no 32 hex digits gets another, always the same."""
    own = identity if _HEX.match(identity) else identity_of("identity", identity)
    return f"{own[:8]}-{own[8:12]}-{own[12:16]}-{own[16:20]}-{own[20:]}"


def identity(written: str | None) -> str | None:
    """The identity in a GUID as programs write it, perhaps in braces and capitals; None for what is no GUID."""
    own = (written or "").strip().strip("{}").replace("-", "").casefold()
    return own if _HEX.match(own) else None


VERDICTS: Final = {
    "concern": identity_of("code", "concern"),
    "strength": identity_of("code", "strength"),
}
VERDICT: Final = identity_of("code", "verdict")
NOTE: Final = identity_of("code", "note")
SPEAKERS: Final = identity_of("code", "speakers")
NO_CRITERIA: Final = frozenset({*VERDICTS.values(), VERDICT, NOTE, SPEAKERS})
"""Codes of every project of this program that stand for no criterion."""


def revised_source(review: str) -> str:
    """The identity of the text with the revised dialogue of a review."""
    return identity_of("revised", review)
