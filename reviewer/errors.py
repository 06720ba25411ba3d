"""Errors that a person can act on.

Each carries one sentence: what happened, what it means, what to do. They are raised low and shown once, at the
boundary (window or command line). Any other exception is a fault of the program.
"""

from enum import IntEnum


class ExitStatus(IntEnum):
    """Exit status of the command line, as fixed in its documentation."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    UNREADABLE = 3
    LIBRARY = 4
    PARTLY = 5


class ReviewerError(Exception):
    """A known error with one sentence for the user."""

    exit_status: ExitStatus = ExitStatus.FAULT

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class UsageError(ReviewerError):
    """The request itself makes no sense: an unknown transcript, an ambiguous name, a value out of range."""

    exit_status = ExitStatus.USAGE


class Unreadable(ReviewerError):
    """An input could not be read, or holds no conversation."""

    exit_status = ExitStatus.UNREADABLE


class Unplaced(Unreadable):
    """A review is for another version of its transcript, and some of its comments have no place in this one."""


class NoConversation(Unreadable):
    """The input was read and holds no conversation; the sentence says why."""


class CannotWrite(ReviewerError):
    """An output file could not be written; whatever stood there before is untouched."""

    exit_status = ExitStatus.FAULT


class LibraryError(ReviewerError):
    """The library cannot be used: locked, damaged, newer, not a library, disk full, read only."""

    exit_status = ExitStatus.LIBRARY


class LibraryBusy(LibraryError):
    """Another program holds the library; trying again later may work."""


class LibraryReadOnly(LibraryError):
    """The library or its folder does not allow writing."""


class DiskFull(LibraryError):
    """The disk is full; nothing of the last change was written."""


class Conflict(LibraryError):
    """What is saved differs from what the change was based on; nothing was written."""


class KnownPartOnly(LibraryError):
    """The review was written by a newer version of the program, so that only a part of it is known; nothing changed."""


class Cancelled(ReviewerError):
    """The person stopped a job; what was finished stays."""
