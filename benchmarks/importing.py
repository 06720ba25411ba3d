"""How fast each engine reads, beside a reader that does no more than it must.

    python benchmarks/importing.py [MEGABYTES] [ROUNDS]

Writes one chat in each form, about MEGABYTES large (20 unless given), and reads it ROUNDS times with the program and
with a naive reader in the same run: a split and an expression a line, `csv.reader`, `json.load`, `lxml`. Prints
medians, ratios, and how long a first look takes, which reads the head alone. Files beside the checkout are read too.
"""

import csv
import json
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import lxml.html

from reviewer import importers
from reviewer.errors import ReviewerError
from reviewer.importers.base import SNIFFED, Source

WORDS = ("the", "parcel", "lamp", "order", "fee", "refund", "page", "card", "today", "door", "café", "😀", "no")
NAMES = ("Ola", "Mira", "Kim", "Bo")
SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
LINE = re.compile(r"\[(\d\d:\d\d:\d\d)\] (\w+): (.*)")
CHAT = 40


def turns(size: int) -> Iterator[tuple[int, str, str, str]]:
    """Number of the chat, name, time and words, until the words are `size` bytes."""
    chance = random.Random(7)
    written = number = 0
    while written < size:
        words = " ".join(chance.choices(WORDS, k=chance.randint(3, 30))).capitalize() + "."
        second = number % 86_400
        yield number // CHAT, NAMES[number % 2], f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}", words
        written += len(words) + 20
        number += 1


def as_text(size: int) -> bytes:
    return "\n".join(f"[{clock}] {name}: {words}" for _, name, clock, words in turns(size)).encode()


def as_irc(size: int) -> bytes:
    return "\n".join(f"[{clock[:5]}] <{name}> {words}" for _, name, clock, words in turns(size)).encode()


def as_csv(size: int) -> bytes:
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(["conversation_id", "timestamp", "sender", "message"])
    rows.writerows([chat, f"2026-03-03 {clock}", name, words] for chat, name, clock, words in turns(size))
    return written.getvalue().encode()


def chats(size: int) -> Iterator[dict[str, object]]:
    known: dict[str, object] = {}
    said: list[dict[str, str]] = []
    for chat, name, clock, words in turns(size):
        if known.get("id") != chat:
            if said:
                yield known
            said = []
            known = {"id": chat, "messages": said}
        said.append({"sender": name, "time": f"2026-03-03T{clock}", "text": words})
    yield known


def as_json(size: int) -> bytes:
    return json.dumps(list(chats(size)), ensure_ascii=False).encode()


def as_json_lines(size: int) -> bytes:
    return "\n".join(json.dumps(chat, ensure_ascii=False) for chat in chats(size)).encode()


def as_page(size: int) -> bytes:
    rows = "".join(
        f'<div class="m"><span class="who">{name}</span> <time datetime="2026-03-03T{clock}">{clock}</time>'
        f'<p class="words">{words}</p></div>'
        for _, name, clock, words in turns(size)
    )
    return f"<!doctype html><html><body><main>{rows}</main></body></html>".encode()


def split_and_match(content: bytes) -> object:
    return [match.groups() for line in content.decode().split("\n") if (match := LINE.match(line))]


def split_and_cut(content: bytes) -> object:
    return [line.split("> ", 1) for line in content.decode().split("\n")]


def rows_of(content: bytes) -> object:
    return list(csv.reader(StringIO(content.decode(), newline="")))


def lines_of(content: bytes) -> object:
    return [json.loads(line) for line in content.splitlines()]


def text_of_page(content: bytes) -> object:
    return [node.text_content() for node in lxml.html.fromstring(content).iter("div")]


FORMS: tuple[tuple[str, str, Callable[[int], bytes], Callable[[bytes], object], float], ...] = (
    ("text", "chat.txt", as_text, split_and_match, 1),
    ("irc", "chat.log", as_irc, split_and_cut, 1),
    ("csv", "chat.csv", as_csv, rows_of, 1),
    ("json", "chat.json", as_json, json.loads, 1),
    ("json lines", "chat.jsonl", as_json_lines, lines_of, 1),
    ("page", "chat.html", as_page, text_of_page, 0.25),
)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(name: str, content: bytes, naive: Callable[[bytes], object], rounds: int) -> None:
    source = Source(name, content)
    try:
        found = importers.read(source)
    except ReviewerError as error:
        print(f"{name:34} {error.sentence}")
        return
    count = sum(len(one.turns) for one in found.conversations)
    pairs = [(seconds(lambda: importers.read(source)), seconds(lambda: naive(content))) for _ in range(rounds)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    look = statistics.median(seconds(lambda: importers.read(source, most=SNIFFED)) for _ in range(rounds))
    print(
        f"{name[:34]:34} {found.format:14} {len(content) / 1e6 / ours:7.1f} MB/s {count / ours:10,.0f} turns/s "
        f"{ours / theirs:6.2f} x naive   first look {look * 1000:6.1f} ms"
    )


def main(megabytes: int = 20, rounds: int = 3) -> None:
    for _, name, make, naive, share in FORMS:
        measured(name, make(int(megabytes * 1e6 * share)), naive, rounds)
    for path in sorted(SHARED.rglob("*.*")) if SHARED.is_dir() else ():
        if path.suffix in (".json", ".jsonl") and path.name != "expected.json" and path.stat().st_size > 100_000:
            measured(path.name, path.read_bytes(), lines_of if path.suffix == ".jsonl" else json.loads, rounds)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
