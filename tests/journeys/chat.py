"""The chat of the journeys, and what is left of a journey: the saved review and the exported page."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reviewer.domain.full_review import FullReview
from reviewer.exchange import review_file
from reviewer.workspace.importing import import_paths
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace

CHAT = """Lost parcel

Noor has joined the chat.

Noor: Hello, what can be done for you?

Customer: My parcel is nine days late 📦 and nobody answers.

Noor: As per our policy parcels may be late.

Customer: So what happens now?

Noor: Did you look under the doormat?
"""

POLICY, DOORMAT = "As per our policy", "Did you look under the doormat?"
REMARK = "Nobody asked for the policy."
BETTER = "I’m sorry. I’ll send a second parcel today."


@dataclass(frozen=True)
class Left:
    """What a journey must leave behind, whichever way it was made."""

    comments: tuple[tuple[str, str | None, str, str], ...]
    ratings: tuple[tuple[str, int | None, bool], ...]
    rewritten: tuple[tuple[int | None, str], ...]
    score: int | None


WANTED = Left(
    comments=(
        (POLICY, "T", "concern", REMARK),
        (DOORMAT, "H", "concern", "Blame."),
    ),
    ratings=(("G", None, True), ("T", 4, False), ("W", 2, False)),
    rewritten=((6, BETTER),),
    score=50,
)


def type_words(words: str) -> None:
    """Write, wherever the keyboard is; any character, which QTest's own way cannot."""
    for character in words:
        focused = QApplication.focusWidget()
        assert focused is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


def left(full: FullReview) -> Left:
    """What a review says, without ids and stamps."""
    letters = {one.id: one.letter for one in full.rubric.criteria}
    return Left(
        tuple((one.anchor.quote, letters.get(one.criterion or ""), one.verdict, one.text) for one in full.annotations),
        tuple(sorted((letters[one.criterion], one.value, one.not_applicable) for one in full.ratings)),
        tuple((one.origin, one.text) for one in full.revised_turns),
        full.score.shown,
    )


def saved(library: Path, reviewer: str) -> FullReview:
    """The one review of a library, read anew."""
    with Workspace.open(library, reviewer=reviewer) as workspace:
        (summary,) = workspace.reading.summaries()
        return workspace.review_of(summary.transcript.id)


def brought_back(page: Path, folder: Path) -> tuple[FullReview, str]:
    """The review that an exported page brings into an empty library, and its review file there."""
    with Workspace.open(folder / "empty.sqlite") as workspace:
        (outcome,) = import_paths(workspace, [page], SILENT)
        assert outcome.error is None
        assert outcome.review is not None
        full = workspace.reading.full_review(outcome.review.id)
        assert full is not None
        return full, review_file.dumps(full, workspace.reading.each_turn(full.transcript.id))


def check_what_is_left(library: Path, reviewer: str, page: Path, folder: Path) -> None:
    """The library reopened, and the page imported into an empty one, both say what the journey did."""
    full = saved(library, reviewer)
    assert left(full) == WANTED
    back, text = brought_back(page, folder)
    assert left(back) == WANTED
    with Workspace.open(library, reviewer=reviewer) as workspace:
        assert text == review_file.dumps(full, workspace.reading.each_turn(full.transcript.id))
    html = page.read_text(encoding="utf-8")
    for words in (REMARK, "Lost parcel", "second parcel today", "50"):
        assert words in html
