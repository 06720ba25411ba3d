"""A page without known marks: nodes that come again and again, each with a name and words, are turns."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reviewer.importers.names import can_be_name, is_label, key_of
from reviewer.importers.trees.moments import is_moment
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.pieces import (
    AUTHOR,
    BODY,
    JUNK,
    LONGEST,
    TIME,
    Piece,
    classes_of,
    pieces_of,
    tokens_of,
    words_of,
)
from reviewer.importers.trees.wording import BOLD, UNSEEN, name_of, plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FEWEST: Final = 3
SAMPLE: Final = 40
MOST_NODES: Final = 30_000
MOST_GROUPS: Final = 300
PLAIN: Final = 0.55
FOR_TIME: Final = 0.2
FOR_FULL_TIME: Final = 0.05
FOR_NAME: Final = 0.2
FOR_STRONG: Final = 0.1
FOR_PARTS: Final = 0.7
FOR_SETTINGS: Final = 0.2
LONG_WORD: Final = 20
LEAST_WORDY: Final = 0.3
_OFTEN: Final = 0.3
_MOSTLY: Final = 0.8
_SPOKEN: Final = 0.7
_LONGEST_JUNK: Final = 30
_OUTER: Final = frozenset(("html", "head", "body", "option", "select", "script", "style", "col", "br"))
FEEDS: Final = frozenset(("rss", "feed", "rdf"))
PARTS: Final = frozenset(
    re.findall(
        r"\w+",
        "user bot agent customer visitor client operator assistant advisor guest me you them self other system ai human"
        " admin sent received incoming outgoing inbound outbound left right",
    )
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Where the parts of a turn stand: keys of pieces; without `author` a class of the row itself tells the part.

    Rows are the nodes `name` under one parent, or with one class anywhere.
    """

    parent: "Element | None"
    name: str
    author: str | None
    time: str | None
    body: str | None
    junk: frozenset[str]
    score: float


def best_run(page: Page) -> Recipe | None:
    """The run of nodes that is most like a chat."""
    best: Recipe | None = None
    if page.xml and name_of(page.root) in FEEDS:
        return None
    for (parent, name), rows in _groups(page):
        recipe = _recipe(parent, name, rows, xml=page.xml)
        if recipe and (best is None or recipe.score > best.score):
            best = recipe
    return best


def all_rows(page: Page, recipe: Recipe) -> list["Element"]:
    """Every row of the page, in its order."""
    name, dot, token = recipe.name.partition(".")
    if recipe.parent is not None:
        return [child for child in recipe.parent if name_of(child) == name]
    return [node for node in page.root.iter() if name_of(node) == name and (not dot or token in classes_of(node))]


def part_of(row: "Element") -> str | None:
    """The part in the chat that the classes of a row, or of what stands right in it, name."""
    for node in (row, *row):
        for token in (node.get("class") or "").split():
            for word in words_of(token).replace("_", "-").split("-"):
                if word in PARTS:
                    return word
    return None


def _groups(page: Page) -> Iterator[tuple[tuple["Element | None", str], list["Element"]]]:
    groups: defaultdict[tuple[Element | None, str], list[Element]] = defaultdict(list)
    for number, node in enumerate(page.root.iter()):
        name = name_of(node)
        if number > MOST_NODES:
            break
        if not name or name in _OUTER or (name in UNSEEN and not page.xml):
            continue
        groups[node.getparent(), name].append(node)
        for token in tokens_of(node):
            groups[None, f"{name}.{token}"].append(node)
    found = sorted((one for one in groups.items() if len(one[1]) >= FEWEST), key=lambda one: -len(one[1]))
    seen: set[tuple[int, int, int]] = set()
    left = MOST_GROUPS
    for key, rows in found:
        sign = (len(rows), id(rows[0]), id(rows[-1]))
        if sign not in seen and left and _can_be_rows(rows):
            seen.add(sign)
            left -= 1
            yield key, rows


def _can_be_rows(rows: list["Element"]) -> bool:
    if not any(len(row) or len(row.attrib) > 1 or part_of(row) for row in rows[:FEWEST]):
        return False
    return any(len(plain(row)) < LONGEST for row in rows[:FEWEST])


def _recipe(parent: "Element | None", name: str, rows: list["Element"], *, xml: bool) -> Recipe | None:
    columns = _Columns(rows, xml=xml)
    time = columns.time()
    author = columns.author(time)
    if author is None:
        score = _by_parts(rows)
        return Recipe(parent, name, None, time, None, columns.junk(None, time), score) if score else None
    body = columns.body(author, time, xml=xml)
    if not columns.has_words_beside(author, time, body):
        return None
    names = [key_of(text) for text in columns.texts(author).values()]
    counts = Counter(names)
    recurrence = sum(count for count in counts.values() if count > 1) / len(names)
    value = _marks(columns, author, time) * (FOR_SETTINGS if xml and body and not columns.is_wordy(body) else 1)
    value *= (
        (0.9 + 0.1 * len(names) / min(len(rows), SAMPLE))
        * recurrence
        * (1 if len(counts) > 1 else 0.5)
        * min(1, len(rows) / 4)
    )
    return Recipe(parent, name, author, time, body, columns.junk(author, time), value)


def _marks(columns: "_Columns", author: str, time: str | None) -> float:
    value = PLAIN + (FOR_TIME if time else 0) + (FOR_FULL_TIME if time and "@" in time else 0)
    if columns.is_named(author, AUTHOR):
        return value + FOR_NAME
    return value + (FOR_STRONG if author.rpartition(">")[2].partition("#")[0] in BOLD else 0)


def _by_parts(rows: list["Element"]) -> float:
    parts = [part_of(row) for row in rows[:SAMPLE]]
    return FOR_PARTS * min(1, len(rows) / 4) if all(parts) and len(set(parts)) > 1 else 0.0


class _Columns:
    """The pieces of a sample of rows, by key."""

    def __init__(self, rows: list["Element"], *, xml: bool) -> None:
        sample = [pieces_of(row, xml=xml) for row in rows[:SAMPLE]]
        self._lengths = [_length(plain(row)) for row in rows[:SAMPLE]]
        self._count = len(sample)
        self._by_key: defaultdict[str, dict[int, Piece]] = defaultdict(dict)
        self._several: Counter[str] = Counter()
        for number, pieces in enumerate(sample):
            for piece in pieces:
                for key in piece.keys:
                    if number in self._by_key[key]:
                        self._several[key] += piece.text != self._by_key[key][number].text
                    elif piece.text:
                        self._by_key[key][number] = piece

    def texts(self, key: str) -> dict[int, str]:
        """Row to words."""
        return {number: piece.text.removesuffix(":").strip() for number, piece in self._by_key[key].items()}

    def is_named(self, key: str, names: re.Pattern[str]) -> bool:
        """Whether the key is a word for such a piece."""
        last = words_of(key.rpartition(">")[2].rpartition("@")[2].rpartition(".")[2].strip("[]"))
        return names.search(last.removeprefix("data-")) is not None

    def is_wordy(self, key: str) -> bool:
        """Whether a good part of the pieces are more than a single word."""
        texts = self.texts(key).values()
        return sum(" " in text or len(text) >= LONG_WORD for text in texts) >= LEAST_WORDY * len(texts)

    def time(self) -> str | None:
        """The key whose words are times."""
        best: tuple[float, str] | None = None
        for key, pieces in self._by_key.items():
            if len(pieces) < _OFTEN * self._count or len(pieces) < 2:
                continue
            share = sum(is_moment(piece.text) for piece in pieces.values()) / len(pieces)
            rank = len(pieces) / self._count + (0.5 if self.is_named(key, TIME) else 0) + (0.2 if "@" in key else 0)
            if share >= _MOSTLY and (best is None or rank > best[0]):
                best = rank, key
        return best[1] if best else None

    def author(self, time: str | None) -> str | None:
        """The key whose words are a few names that come again."""
        best: tuple[float, str] | None = None
        for key in self._by_key:
            if key != time and (rank := self._author_rank(key)) and (best is None or rank > best[0]):
                best = rank, key
        return best[1] if best else None

    def _author_rank(self, key: str) -> float:
        texts = self.texts(key)
        if len(texts) < max(2, _OFTEN * self._count) or self._several[key] > 0.1 * self._count:
            return 0
        good = [key_of(text) for text in texts.values() if can_be_name(text) and not is_label(text)]
        if len(good) < 0.9 * len(texts) or any(is_moment(name) for name in good[:FEWEST]):
            return 0
        counts = Counter(good)
        again = sum(count for count in counts.values() if count > 1) / len(good)
        if again < 0.5 or len(counts) > max(2, 0.6 * len(good)):
            return 0
        named = self.is_named(key, AUTHOR)
        if ("@" in key or len(counts) == 1) and not named:
            return 0
        return again + len(texts) / self._count + (1 if named else 0) + (0.5 if len(counts) > 1 else 0)

    def body(self, author: str, time: str | None, *, xml: bool) -> str | None:
        """The key of the words said; None when they are all that is left of a row."""
        best: tuple[float, str] | None = None
        cells = any(">td#" in key for key in self._by_key)
        for key, pieces in self._by_key.items():
            named = self.is_named(key, BODY)
            if key in (author, time) or len(pieces) < _OFTEN * self._count or not (named or xml or cells):
                continue
            if ("@" in key and not named) or (cells and ">td#" not in key) or self._holds(pieces, author):
                continue
            signs = sum(len(piece.text) for piece in pieces.values())
            rank = signs * (3 if named else 1) - self._several[key]
            if best is None or rank > best[0]:
                best = rank, key
        return best[1] if best else None

    def _holds(self, pieces: dict[int, Piece], author: str) -> bool:
        """Whether a piece has the author in it."""
        for number, piece in list(pieces.items())[:FEWEST]:
            one = self._by_key[author].get(number)
            if one and not one.attribute and (piece.node is one.node or piece.node in one.node.iterancestors()):
                return True
        return False

    def has_words_beside(self, author: str, time: str | None, body: str | None) -> bool:
        """Whether most rows say something, rather than only name somebody."""
        if body:
            return len(self._by_key[body]) >= _SPOKEN * self._count
        spoken = 0
        for number, length in enumerate(self._lengths):
            named = [self._by_key[key][number] for key in (author, time) if key and number in self._by_key[key]]
            spoken += length > sum(_length(piece.text) for piece in named if not piece.attribute)
        return spoken >= _SPOKEN * self._count

    def junk(self, author: str | None, time: str | None) -> frozenset[str]:
        """Keys of what says nothing: the same short words in most rows, pictures of people, buttons."""
        found: set[str] = set()
        for key, pieces in self._by_key.items():
            if key in (author, time) or "@" in key:
                continue
            texts = {piece.text for piece in pieces.values()}
            often = len(pieces) >= max(FEWEST, 0.6 * self._count)
            if (len(texts) == 1 and often and len(texts.pop()) <= _LONGEST_JUNK) or self.is_named(key, JUNK):
                found.add(key)
        return frozenset(found)


def _length(words: str) -> int:
    return len("".join(words.split()))
