"""Names and sentences of the import preview."""

from typing import Final

from PySide6.QtCore import QDate, QLocale

from reviewer.domain.personal import Kind
from reviewer.domain.transcript import Role
from reviewer.gui.dialogs.importing.file import File
from reviewer.gui.words import counted
from reviewer.importers.base import Conversation, FoundTurn, LineKind, Loose, Unit
from reviewer.workspace.preparing import State

ROLES: Final = {
    Role.AGENT: "Agent",
    Role.CUSTOMER: "Customer",
    Role.BOT: "Bot",
    Role.OTHER: "Other",
    Role.SYSTEM: "System",
}
"""What the system wrote has no speaker any more, so it stands last, where nobody passes it by keys."""
ROLE_ICONS: Final = {
    Role.AGENT: "headset",
    Role.CUSTOMER: "user",
    Role.BOT: "monitor",
    Role.SYSTEM: "info",
    Role.OTHER: "circle-help",
}
LOOSE: Final = {
    Loose.JOIN: "Join to the turn above",
    Loose.SYSTEM: "Make them system lines",
    Loose.LEAVE_OUT: "Leave them out",
}
DETAILS: Final = {
    Kind.EMAIL: ("email address", "email addresses"),
    Kind.PHONE: ("phone number", "phone numbers"),
    Kind.CARD: ("card number", "card numbers"),
    Kind.ADDRESS: ("address", "addresses"),
}
LEFT_OUT: Final = (LineKind.PREAMBLE, LineKind.SKIPPED, LineKind.POSTAMBLE)
NOBODY: Final = "—"


def state_icon(file: File) -> tuple[str, str]:
    """The icon of a file in the list, and its colour."""
    if file.entry.state is State.FAILED:
        return "circle-alert", "deleted"
    if file.entry.state is State.WAITING:
        return "circle-dashed", "text3"
    if file.skipped:
        return "minus", "text3"
    return ("triangle-alert", "text") if file.to_check else ("circle-check", "inserted")


def file_words(file: File) -> str:
    """“26 turns · 2 things to check”."""
    entry = file.entry
    if entry.error:
        return error_words(entry.error, entry.name)
    if entry.is_review:
        return "A review with its transcript"
    if entry.is_project:
        return "A project with chats and comments"
    if entry.is_rubric:
        return "A rubric"
    if entry.counts is None:
        return "Not read yet"
    if file.skipped:
        return "In the library already"
    more = "+" if file.partial else ""
    several = f"{entry.counts.conversations:,}{more} chats · " if entry.counts.conversations > 1 else ""
    turns = f"{entry.counts.turns:,}{more} {'turn' if entry.counts.turns == 1 and not more else 'turns'}"
    if file.to_check:
        return f"{several}{turns} · {counted(file.to_check, 'thing')} to check"
    return f"{several}{turns} · {counted(entry.counts.speakers, 'speaker')}"


def error_words(sentence: str, name: str) -> str:
    """Why a file cannot be imported, without its name in front."""
    rest = sentence.removeprefix(name).lstrip(" :")
    return rest[:1].upper() + rest[1:]


def lines_of_nobody(conversation: Conversation) -> int:
    """How many system lines there are, without looking at each of very many turns."""
    return len(conversation.turns) - sum(speaker.turns for speaker in conversation.speakers)


def clock_of(turn: FoundTurn) -> str:
    """Hours and minutes."""
    _, mark, time = (turn.sent_at or "").partition("T")
    return time[:5] if mark else ""


def day_of(turn: FoundTurn) -> str:
    """The ISO date, or nothing."""
    day = (turn.sent_at or "").partition("T")[0]
    return day if len(day) == len("2026-03-02") else ""


def day_words(day: str) -> str:
    """“2 Mar 2026” for an ISO date."""
    return QLocale().toString(QDate.fromString(day, "yyyy-MM-dd"), "d MMM yyyy") if day else ""


def place_words(unit: Unit, where: tuple[int, int]) -> str:
    """“line 14”, “records 2–9”."""
    first, last = where
    return f"{unit.value} {first:,}" if first == last else f"{unit.value}s {first:,}–{last:,}"
