"""How long a conversation takes to open, to jump and to page, beside an empty window of the same size.

Run: python -m benchmarks.open_transcript [turns ...]
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from reviewer import resources
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.transcript import Role, Speaker, Transcript, Turn, TurnKind
from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.turn_source import PagedTurns
from reviewer.gui.theme import Theme

SIZES = (1_000, 100_000, 1_000_000)
WINDOW = 824, 760
PAGES = 40
RUBRIC = "live-chat-evaluation.toml"
WORDS = "The courier left a card this morning and the parcel is at the depot until Friday, so bring the card along. "


class MadeUp:
    """Turns of any position, made when a page is asked for, as a library would read them."""

    def turns(self, transcript_id: str, first: int, last: int) -> Sequence[Turn]:
        """The turns of one page."""
        return [self._turn(transcript_id, position) for position in range(first, last + 1)]

    def _turn(self, transcript_id: str, position: int) -> Turn:
        speaker = "agent" if position % 2 else "customer"
        text = WORDS * (1 + position % 3)
        return Turn(transcript_id, position, speaker, "2026-03-01T10:00:00", TurnKind.MESSAGE, text)


def main(sizes: Sequence[int]) -> None:
    """Print one line for the empty window and one for each number of turns."""
    app = QApplication([])
    warm_up = open_view(1_000)
    warm_up.close()
    print(f"{'turns':>10} {'open, paint':>12} {'to the end':>12} {'to the middle':>14} {'a page':>10} {'memory':>10}")
    for number in sizes:
        print(f"{'empty':>10} {ms(seconds(open_empty)):>12}")
        measure(number)
    app.quit()


def measure(number: int) -> None:
    """Print one line for a conversation of so many turns."""
    start = time.perf_counter()
    view = open_view(number)
    opened = time.perf_counter() - start
    end = seconds(lambda: press(view, Qt.Key.Key_End))
    middle = seconds(lambda: jump(view, number // 2))
    pages = seconds(lambda: [press(view, Qt.Key.Key_PageDown) for _ in range(PAGES)]) / PAGES
    print(f"{number:>10,} {ms(opened):>12} {ms(end):>12} {ms(middle):>14} {ms(pages):>10} {memory():>7.0f} MB")
    view.close()


def open_view(number: int) -> ConversationView:
    """A painted conversation of so many turns."""
    transcript = Transcript("t", "Late parcel", "parcel.txt", "0", "text", "2026-03-01T10:00:00Z", number)
    rubric = read_rubric(resources.read_text("rubrics", RUBRIC), RUBRIC)
    speakers = (Speaker("agent", "t", "Mira K.", Role.AGENT), Speaker("customer", "t", "Customer", Role.CUSTOMER))
    review = Review("r", "t", "me", rubric.rubric.id)
    full = FullReview(transcript, speakers, rubric, Reviewer("me", "Reviewer A"), review)
    view = ConversationView(Theme.load("light"))
    view.resize(*WINDOW)
    view.open(full, PagedTurns(MadeUp(), transcript))
    view.show()
    view.grab()
    return view


def open_empty() -> None:
    """The same window with nothing in it."""
    window = QAbstractScrollArea()
    window.resize(*WINDOW)
    window.show()
    window.grab()
    window.close()


def jump(view: ConversationView, position: int) -> None:
    """Go to a turn and paint it."""
    view.go_to_turn(position)
    view.grab()


def press(view: ConversationView, key: Qt.Key) -> None:
    """Press a key and paint what it shows."""
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    view.grab()


def seconds(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ms(time_taken: float) -> str:
    """Seconds as milliseconds, to be read."""
    return f"{time_taken * 1000:.1f} ms"


def memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or SIZES)
