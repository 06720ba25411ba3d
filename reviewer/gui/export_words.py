"""What is said after an export."""

from collections.abc import Sequence
from pathlib import Path

from reviewer.gui.words import counted, isolated
from reviewer.workspace.exporting.many import Exported


def exported_words(paths: Sequence[Path]) -> str:
    """“Exported tablet-order-feedback.html.”; of several files the first is named."""
    first = isolated(paths[0].name)
    rest = len(paths) - 1
    return f"Exported {first} and {counted(rest, 'more file')}." if rest else f"Exported {first}."


def many_words(done: Exported, folder: Path) -> str:
    """How an export of many chats ended, and what is there."""
    where = f"‘{isolated(folder.name or str(folder))}’"
    some = f"{done.done:,} of {counted(done.total, 'chat')} {'is' if done.done == 1 else 'are'} in {where}."
    if not done.paths:
        some = "Nothing was written."
    if done.stopped:
        return f"Export stopped. {some}"
    if done.full:
        return f"The disk is full. {some}"
    if done.failures:
        return f"{some} {len(done.failures):,} could not be written."
    return f"Exported {counted(done.done, 'chat')} to {where}."
