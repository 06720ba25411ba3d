"""The window with sample chats in it, as pictures are taken of it."""

import os
from datetime import UTC, datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from reviewer import resources
from reviewer.domain.annotation import Annotation
from reviewer.domain.edits import reviewing
from reviewer.domain.rubric import Criterion
from reviewer.gui.main_window import MainWindow
from reviewer.gui.pages.welcome import samples
from reviewer.importers.base import Source
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.gui.conversation.places import drag, rect_of
from tests.gui.opening import Opening

NOON = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
SAMPLE_REVIEWER = "Reviewer A"
LARGE, SMALL = (1440, 900), (1024, 640)
REST_MS = 400


def bring_samples(opening: Opening) -> str:
    """Every sample and its review in the library; gives the id of the reviewed chat."""
    names = [sample.review or sample.file for sample in samples()]
    with Workspace.open(opening.library, clock=lambda: NOON) as workspace:
        first, *_ = [
            import_source(workspace, Source(name, resources.read_bytes("samples", name)), SILENT) for name in names
        ]
    return first.transcripts[0].id


def with_samples(opening: Opening, theme: str, size: tuple[int, int] = LARGE) -> MainWindow:
    """The review of the first sample open, its reviewer back at work."""
    reviewed = bring_samples(opening)
    window = opening(reviewer=SAMPLE_REVIEWER, size=size, theme=theme)
    window.open_transcript(reviewed)
    full = window.session.full
    assert full is not None
    window.session.do(reviewing.reopen(full))
    return window


def unrated(opening: Opening, theme: str, size: tuple[int, int] = LARGE) -> MainWindow:
    """A chat that nobody has reviewed."""
    window = with_samples(opening, theme, size)
    everything = window.session.library.workspace.reading.transcripts()
    window.open_transcript(next(one.id for one in everything if "Renewal" in one.title))
    return window


def select(window: MainWindow, turn: int, words: str) -> None:
    """Drag over words of a turn."""
    view = window.review.view
    rect = rect_of(view, turn, words)
    middle = round(rect.center().y())
    drag(view, QPoint(round(rect.left()) + 1, middle), QPoint(round(rect.right()) - 2, middle))
    QTest.qWait(REST_MS)


def criterion(window: MainWindow, letter: str) -> Criterion:
    """A criterion of the open review."""
    full = window.session.full
    assert full is not None
    return next(one for one in full.rubric.criteria if one.letter == letter)


def annotation(window: MainWindow, number: int) -> Annotation:
    """A comment of the open review by its number."""
    full = window.session.full
    assert full is not None
    return full.annotations[number - 1]


def rate(window: MainWindow, letter: str, level: int | None) -> None:
    """Rate one criterion of the open review; None clears it."""
    full = window.session.full
    assert full is not None
    window.session.do(reviewing.rate(full, criterion(window, letter).id, level))
