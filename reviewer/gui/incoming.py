"""What comes in by the clipboard or is dragged onto the window: files, or the words of a chat."""

from PySide6.QtCore import QMimeData

from reviewer import importers
from reviewer.errors import ReviewerError
from reviewer.importers.base import SNIFFED, Source

PASTED = "Pasted chat"


def dropped_files(data: QMimeData) -> list[str]:
    """Local files and folders among what is dragged."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def has_chat(data: QMimeData) -> bool:
    """Whether there is anything that may be imported."""
    if data.hasUrls():
        return bool(dropped_files(data))
    return data.hasHtml() or bool(data.text().strip())


def pasted(data: QMimeData) -> Source | None:
    """The words of a chat: as a page when a conversation is found in that form, else as plain text."""
    if data.hasHtml():
        page = Source(PASTED, data.html().encode("utf-8", "replace"))
        if _holds_chat(page):
            return page
    text = data.text()
    return Source(PASTED, text.encode("utf-8", "replace")) if text.strip() else None


def _holds_chat(source: Source) -> bool:
    try:
        return bool(importers.read(source, most=SNIFFED).conversations)
    except ReviewerError:
        return False
