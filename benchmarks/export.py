"""How long a long page takes, beside the least that any program could do.

    python benchmarks/export.py [TURNS...]

For each count of turns (1,000 and 100,000 unless given), one in ten of them with a comment and a rewritten text, the
page with its review inside is written to a file, each time in a fresh process. In the same process every text of that
page, as often as it stands there, is escaped and joined to one string, which is the least. Prints seconds of the
processor, their ratio, megabytes of page and of memory.
"""

import html
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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


def texts_of(reviewed: Reviewed) -> list[str]:
    """Every text of the page: the conversation, both sides of the revised dialogue, comments, and the review inside."""
    full = reviewed.full
    names = {one.id: one.name for one in full.speakers}
    remarks = {one.anchor.last_turn: one for one in full.annotations}
    rewritten = {one.origin: one.text for one in full.revised_turns}
    texts: list[str] = []
    for turn in reviewed.turns:
        name, label = names[turn.speaker or ""], f"turn {turn.position}"
        remark, after = remarks.get(turn.position), rewritten.get(turn.position, turn.text)
        texts += [name, turn.text, label, name, turn.text, label, name, after]
        if remark:
            texts += [
                f"Comment {turn.position}",
                "Criterion",
                "concern",
                remark.text,
                f"Comment {turn.position}",
                "Edited",
            ]
    texts += _strings(review_file.to_plain(full, reviewed.turns))
    return texts


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif value is not None:
        yield str(value)


def seconds(work: Callable[[], object]) -> float:
    """Of the processor, so that other programs do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(turns: int) -> None:
    reviewed = long_review(turns)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        _write(long_review(10), path)
        before = _megabytes()
        took = seconds(lambda: _write(reviewed, path))
        size = path.stat().st_size / 1e6
    more = _megabytes() - before
    texts = texts_of(reviewed)
    bare = min(seconds(lambda: "".join(map(html.escape, texts))) for _ in range(3))
    print(
        f"{turns:>7} turns: page {took:.2f} s, bare join {bare:.4f} s, ratio {took / bare:.1f};"
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
