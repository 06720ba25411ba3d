"""More than 500 hostile strings through import, review, page, browser and import again."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from reviewer.exporters.signs import shown
from reviewer.workspace.exporting.transcripts import export_transcript
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.importing import import_paths
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.hostile_words import HOSTILE
from tests.web.hostile_chats import Exported, exported
from tests.web.tools import Tools
from tests.workspace.sample import Clock, open_library

SECONDS: Final = 420
SECOND: Final = timedelta(seconds=1)
Fault = tuple[str, str, str]
"""Page, place, and what is wrong."""


def hostile(tools: Tools) -> tuple[int, int]:
    """How many checks passed and failed: what a page did, the words of each place of it, and its way back."""
    with tempfile.TemporaryDirectory() as folder:
        passed = failed = 0
        for faults in _checks(tools, Path(folder)):
            for page, place, fault in faults:
                print(f"FAILED {page} | {place} | {fault}", flush=True)
            passed, failed = passed + (not faults), failed + bool(faults)
    return passed, failed


def _checks(tools: Tools, folder: Path) -> Iterator[list[Fault]]:
    first = open_library(folder / "first", clock=Clock(step=SECOND))
    chats = list(exported(first, folder / "pages"))
    pages = [page for chat in chats for page in (chat.feedback, chat.revised)]
    print(f"{len(HOSTILE)} strings in every place of {len(pages)} pages", flush=True)
    yield _left_the_folder(folder, pages)
    seen = _seen(tools, folder / "seen.json", pages)
    if seen is None:
        yield [("all pages", "the browser", f"it took longer than {SECONDS} s, or failed")]
        return
    for page in pages:
        yield [(page.name[:60], rule, element[:200]) for rule, element in seen[str(page)]["happened"]]
    for chat in chats:
        yield from _words_of(chat, seen)
    yield from _back_again(first, folder, chats)


def _seen(tools: Tools, result: Path, pages: Sequence[Path]) -> dict[str, Any] | None:
    if tools.run("hostile.mjs", [result, *pages], SECONDS) != 0:
        return None
    found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return found


def _left_the_folder(folder: Path, pages: Sequence[Path]) -> list[Fault]:
    kept = {"first", "pages"}
    strays = [path for path in folder.iterdir() if path.name not in kept]
    strays += [path for path in (folder / "pages").rglob("*") if path not in pages]
    return [("all pages", "folder", f"{path} was written too") for path in strays]


def _words_of(chat: Exported, seen: dict[str, Any]) -> Iterator[list[Fault]]:
    feedback, revised = (seen[str(page)]["words"] for page in (chat.feedback, chat.revised))
    rewrites = chat.shifted(7)
    wanted: dict[str, Sequence[str]] = {
        "turns": chat.words,
        "names": chat.names,
        "comments": chat.shifted(1),
        "quotes": chat.words,
        "suggestions": chat.shifted(2),
        "replies": chat.shifted(3),
        "notes": chat.shifted(4)[:7],
        "rewrites": [one if one.strip() else "" for one in rewrites],
        "reasons": [
            why if text.strip() else _deleted(why) for text, why in zip(rewrites, chat.shifted(8), strict=True)
        ],
        "points": [one for part in range(3) for one in chat.shifted(6)[part::3] if one.strip()],
    }
    for place, words in wanted.items():
        yield _compared(chat, place, words, feedback[place])
    asked = [one for one in chat.words if one.strip()]
    answered = [pair for pair in zip(asked, chat.shifted(5), strict=False) if pair[1].strip()]
    yield _compared(chat, "questions", [question for question, _ in answered], feedback["questions"])
    yield _compared(chat, "answers", [answer for _, answer in answered], feedback["answers"])
    yield _compared(chat, "dialogue", [one for one in rewrites if one.strip()], revised["dialogue"])
    titles = [f"Chat review: {chat.title}", f"Revised dialogue: {chat.title}"]
    yield _compared(chat, "title", titles, [feedback["title"], revised["title"]])
    yield _compared(chat, "heading", [chat.title, chat.title], [feedback["heading"], revised["heading"]])


def _deleted(why: str) -> str:
    """What stands beside a turn whose words were blanked."""
    return f"Turn deleted: {why}" if why else "Turn deleted"


def _compared(chat: Exported, place: str, words: Sequence[str], found: Sequence[str | None]) -> list[Fault]:
    page = chat.feedback.name[:60]
    if len(words) != len(found):
        return [(page, place, f"{len(found)} texts in place of {len(words)}")]
    pairs = zip(map(_on_page, words), (_on_page(one or "") for one in found), strict=True)
    return [(page, place, f"{ours[:80]!r} became {theirs[:80]!r}") for ours, theirs in pairs if ours != theirs]


def _on_page(words: str) -> str:
    """Words as a page can hold them: HTML has no control signs and one kind of line end."""
    return str(shown(words)).replace("\r\n", "\n").replace("\r", "\n").strip()


def _back_again(first: Workspace, folder: Path, chats: Sequence[Exported]) -> Iterator[list[Fault]]:
    """Pages brought into an empty library give the same review files, and the same pages."""
    second = open_library(folder / "second", clock=Clock(step=SECOND))
    outcomes = import_paths(second, [chat.feedback for chat in chats], SILENT)
    yield [(one.name[:60], "import", one.error) for one in outcomes if one.error]
    for chat, outcome in zip(chats, outcomes, strict=True):
        review = outcome.review.id if outcome.review else None
        page, place = chat.feedback.name[:60], folder / "again"
        again = export_transcript(second, chat.transcript.id, place, review_id=review)
        yield [] if again.read_bytes() == chat.feedback.read_bytes() else [(page, "again", "the page differs")]
        files = [
            export_transcript(library, chat.transcript.id, folder / name, Wish(file_format="json"), review_id=review)
            for library, name in ((first, "files"), (second, "again"))
        ]
        same = files[0].read_bytes() == files[1].read_bytes()
        yield [] if same else [(page, "again", "the review file differs")]
