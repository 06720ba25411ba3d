"""Word differences: time and marked runs beside difflib and diff-match-patch, and how a long revision opens.

Run: python -m benchmarks.diff [words ...]
"""

import difflib
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from diff_match_patch import diff_match_patch
from PySide6.QtWidgets import QApplication

from benchmarks.open_transcript import RUBRIC, MadeUp, ms, seconds
from reviewer import resources
from reviewer.domain.full_review import FullReview
from reviewer.domain.order_keys import order_key
from reviewer.domain.review import Review, Reviewer
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.rubric_file import read_rubric
from reviewer.domain.transcript import Role, Speaker, Transcript
from reviewer.domain.worddiff import Mark, word_differences, words_and_gaps
from reviewer.gui.conversation.revision_view import RevisionView
from reviewer.gui.conversation.turn_source import PagedTurns
from reviewer.gui.theme import Theme

SIZES = (20, 50, 200, 500, 2_000)
CHANGED = {"one word in ten": 0.1, "every second word": 0.5}
ROUNDS = 9
TURNS, CHANGES = 10_000, 1_000
WORDS = [
    "charge",
    "bill",
    "offer",
    "page",
    "order",
    "price",
    "number",
    "line",
    "tablet",
    "account",
    "Monday",
    "remedy",
    "answer",
    "question",
    "refund",
    "parcel",
]


def main(sizes: Sequence[int]) -> None:
    """Print a line for each size and share of changed words, then the opening of a long revision."""
    ways = {"ours": ours, "difflib": by_difflib, "dmp": by_diff_match_patch}
    print(f"{'words':>6} {'changed':>18} " + " ".join(f"{name + ' ms':>11} {'runs':>5}" for name in ways) + "  ours is")
    for size in sizes:
        for words, share in CHANGED.items():
            old, new = texts(size, share)
            found = {name: (timed(way, old, new), way(old, new)) for name, way in ways.items()}
            line = " ".join(f"{1000 * took:>11.2f} {runs:>5}" for took, runs in found.values())
            ratios = [found[name][0] / found["ours"][0] for name in ("difflib", "dmp")]
            print(f"{size:>6} {words:>18} {line}  {ratios[0]:.0f} and {ratios[1]:.0f} times as fast")
    application = QApplication([])
    opening()
    application.quit()


def texts(size: int, share: float) -> tuple[str, str]:
    """An original of `size` words with a full stop after each twelfth, and the same with words replaced."""
    chance = random.Random(size)
    old = [chance.choice(WORDS) + "." * (number % 12 == 11) for number in range(size)]
    new = [chance.choice(WORDS) if chance.random() < share else word for word in old]
    return " ".join(old), " ".join(new)


def timed(way: Callable[[str, str], int], old: str, new: str) -> float:
    """The median of some rounds, in seconds."""
    return statistics.median(took(way, old, new) for _ in range(ROUNDS))


def took(way: Callable[[str, str], int], old: str, new: str) -> float:
    """One round, in seconds."""
    started = time.perf_counter()
    way(old, new)
    return time.perf_counter() - started


def ours(old: str, new: str) -> int:
    """The marked runs of our differences."""
    return sum(piece.mark is not Mark.KEPT for piece in word_differences(old, new))


def by_difflib(old: str, new: str) -> int:
    """The marked runs of the standard library over the same words."""
    steps = difflib.SequenceMatcher(None, words_and_gaps(old), words_and_gaps(new), autojunk=False).get_opcodes()
    return sum((tag != "insert") + (tag != "delete") for tag, *_ in steps if tag != "equal")


def by_diff_match_patch(old: str, new: str) -> int:
    """The marked runs of diff-match-patch, which compares letters and cleans up by meaning."""
    engine = diff_match_patch()
    found = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(found)
    return sum(kind != 0 for kind, _ in found)


def opening() -> None:
    """A revision with many changes beside its original without any, in the real view."""
    plain = review()
    changed = replace(plain, revisions=(Revision("revision", "review"),), revised_turns=changes())
    for full in (plain, changed):
        shown(full)
    times = {name: min(seconds(lambda one=full: shown(one)) for _ in range(5)) for name, full in
             (("without", plain), ("with", changed))}  # fmt: skip
    extra = times["with"] - times["without"]
    print(f"{TURNS:,} turns open in {ms(times['without']).strip()} without changes, and with {CHANGES:,} changes in "
          f"{ms(times['with']).strip()}: {1000 * extra:.1f} ms more")  # fmt: skip


def shown(full: FullReview) -> None:
    """Open the view and paint it once."""
    view = RevisionView(Theme.load("light"))
    view.resize(1_000, 760)
    view.open(full, PagedTurns(MadeUp(), full.transcript))
    view.grab()
    view.deleteLater()


def changes() -> tuple[RevisedTurn, ...]:
    """Every tenth turn reworded."""
    turns = MadeUp().turns("chat", 1, TURNS)
    reworded = (one for one in turns if one.position % (TURNS // CHANGES) == 0)
    return tuple(
        RevisedTurn(f"{one.position}", "revision", one.position, order_key(one.position), one.speaker,
                    one.text.replace("until Friday", "from Monday on"), ChangeKind.REWORDED)
        for one in reworded
    )  # fmt: skip


def review() -> FullReview:
    """A review of a long chat without any change."""
    rules = read_rubric(resources.read_text("rubrics", RUBRIC), RUBRIC)
    transcript = Transcript("chat", "Long", "long.txt", "", "text", "2026-03-01T10:00:00+00:00", TURNS)
    speakers = (Speaker("agent", "chat", "Ann", Role.AGENT), Speaker("customer", "chat", "Bob", Role.CUSTOMER))
    own = Review("review", "chat", "me", rules.rubric.id)
    return FullReview(transcript, speakers, rules, Reviewer("me", "Me"), own, saved=True)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or SIZES)
