"""How long the import of a long chat takes, beside the least that any program could do.

    python benchmarks/import_turns.py [TURNS] [ROUNDS]

Each round reads and stores one chat of TURNS turns (100,000 unless given), and in the same run writes the same turns
with the bare sqlite3 module in one transaction. Prints medians, ratios, and what an edit takes meanwhile.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from reviewer import importers
from reviewer.domain.edits import transcripts
from reviewer.importers.base import Source
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace

WORDS = ("the", "parcel", "lamp", "order", "fee", "refund", "page", "card", "today", "door", "café", "😀", "no")


def long_chat(turns: int) -> Source:
    """A chat between two people with sentences of 3 to 40 words."""
    chance = random.Random(7)
    names = ("Customer", "Mira")
    lines = [f"{names[turn % 2]}: {' '.join(chance.choices(WORDS, k=chance.randint(3, 40)))}." for turn in range(turns)]
    return Source("long.txt", ("Long chat\n\n" + "\n\n".join(lines)).encode())


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare(path: Path, rows: list[tuple[str, int, str, None, str, str]]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma synchronous = extra")
    connection.execute(
        "create table turn (transcript text, position integer, speaker text, sent_at text, kind text, text text,"
        " primary key (transcript, position)) without rowid"
    )
    connection.execute("begin immediate")
    connection.executemany("insert into turn values (?, ?, ?, ?, ?, ?)", rows)
    connection.execute("commit")
    connection.close()


def edits_meanwhile(library: Path, stop: threading.Event, waits: list[float]) -> None:
    """Somebody renames another transcript again and again while the import goes on."""
    with Workspace.open(library) as workspace:
        while not stop.is_set():
            (transcript, *_) = workspace.reading.transcripts()
            edit = transcripts.rename(transcript, f"Title {len(waits)}")
            waits.append(seconds(lambda edit=edit: workspace.do(edit)))
            time.sleep(0.02)


def one_round(folder: Path, source: Source) -> dict[str, float]:
    found = importers.read(source)
    turns = found.conversations[0].turns
    rows = [("t", at, turn.speaker or "", None, turn.kind.value, turn.text) for at, turn in enumerate(turns, start=1)]
    library = folder / "library.sqlite"
    waits: list[float] = []
    with Workspace.open(library) as workspace:
        import_source(workspace, long_chat(20), SILENT)
        times = {
            "read only": seconds(lambda: importers.read(source)),
            "bare sqlite3": seconds(lambda: bare(folder / "bare.sqlite", rows)),
            "import": seconds(lambda: import_source(workspace, source, SILENT)),
        }
        stop = threading.Event()
        other = threading.Thread(target=edits_meanwhile, args=(library, stop, waits))
        other.start()
        times["import beside edits"] = seconds(lambda: import_source(workspace, source, SILENT, copy=True))
        stop.set()
        other.join()
    times["median edit beside it"] = statistics.median(waits)
    times["slowest edit beside it"] = max(waits)
    times["open the library"] = seconds(lambda: Workspace.open(library).close())
    return times


def main(turns: int = 100_000, rounds: int = 3) -> None:
    source = long_chat(turns)
    print(f"{turns:,} turns, {len(source.content) / 1e6:.1f} MB, {rounds} rounds, medians")
    results = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            results.append(one_round(Path(folder), source))
    middle = {name: statistics.median(one[name] for one in results) for name in results[0]}
    for name, value in middle.items():
        print(f"{name:24} {value * 1000:10.1f} ms")
    stored = middle["import"] - middle["read only"]
    print(f"{'turns a second':24} {turns / middle['import']:10,.0f}")
    print(f"{'storing / bare':24} {stored / middle['bare sqlite3']:10.2f}")
    print(f"{'import / (read + bare)':24} {middle['import'] / (middle['read only'] + middle['bare sqlite3']):10.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
