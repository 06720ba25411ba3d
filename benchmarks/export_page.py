"""How long a long page takes, beside the least that any program could do.

    python benchmarks/export_page.py [TURNS...]

For each count of turns (1,000 and 100,000 unless given), one in ten of them with a comment and a rewritten text, the
page with its review inside is written to a file, each time in a fresh process. In the same process the same turns are
escaped and joined into one string, which is the least. Prints seconds, their ratio, megabytes of page and of memory.
"""

import html
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from reviewer.domain.anchor import anchor_at
from reviewer.domain.annotation import Verdict
from reviewer.exchange import review_file
from reviewer.exporters.html import write_page
from tests.exporters.reviews import Reviewed, comment, review_of

COUNTS = (1_000, 100_000)
SENTENCE = "This is what was said in turn {}, and the <lamp> & its box have not come yet."


def long_review(turns: int) -> Reviewed:
    """A chat of so many turns; every tenth has a comment and is rewritten."""
    chat = review_of("Long chat", [(("Mira", "Customer")[at % 2], SENTENCE.format(at)) for at in range(turns)])
    tenth, texts = range(1, turns, 10), chat.texts
    chat = chat.commented(
        *(
            comment(anchor_at(texts, at, 0, at, 12), 1 + at % 7, Verdict.CONCERN, f"Say {at} in other words.")
            for at in tenth
        )
    )
    first = chat.reworded(1, "Said in other words.").full
    (change,) = first.revised_turns
    changes = tuple(
        replace(change, id=f"{at:032x}", origin=at, order_key=f"{at:08}", annotations=(one.id,))
        for at, one in zip(tenth, chat.full.annotations, strict=True)
    )
    return replace(chat, full=replace(first, revised_turns=changes))


def joined(reviewed: Reviewed) -> str:
    """The same words escaped and joined, with nothing around them."""
    remarks = {one.anchor.last_turn: one.text for one in reviewed.full.annotations}
    return "".join(
        f"<li id=t{turn.position}><p>{html.escape(turn.text)}</p>{html.escape(remarks.get(turn.position, ''))}</li>"
        for turn in reviewed.turns
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(turns: int) -> None:
    reviewed = long_review(turns)
    before = _megabytes()
    bare = min(seconds(lambda: joined(reviewed)) for _ in range(3))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        took = seconds(lambda: _write(reviewed, path))
        size = path.stat().st_size / 1e6
    more = _megabytes() - before
    print(
        f"{turns:>7} turns: page {took:.2f} s, bare join {bare:.4f} s, ratio {took / bare:.0f};"
        f" page {size:.1f} MB, memory {more:.0f} MB above the {before:.0f} MB of the review itself"
    )


def _write(reviewed: Reviewed, path: Path) -> None:
    document = review_file.compact(reviewed.full, reviewed.turns)
    write_page(
        path, reviewed.full, lambda: reviewed.turns, kind="feedback", when=date(2026, 3, 1), version="1",
        document=document,
    )  # fmt: skip


def _megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--here"]:
        measure(int(arguments[1]))
        return
    for count in [int(one) for one in arguments] or COUNTS:
        subprocess.run([sys.executable, __file__, "--here", str(count)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
