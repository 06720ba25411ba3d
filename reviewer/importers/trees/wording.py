"""The words of a tree as a browser shows them: blanks run together, breaks and blocks begin lines."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WORD: Final = re.compile(r"\w+")
APART: Final = frozenset(_WORD.findall("blockquote dl figure h1 h2 h3 h4 h5 h6 ol p pre table ul"))
BLOCKS: Final = APART | frozenset(
    _WORD.findall(
        "address article aside body caption center dd details dialog dir div dt fieldset figcaption footer form header"
        " hr html li main menu nav section summary tbody tfoot thead tr"
    )
)
BREAKS: Final = frozenset(("br", "lb"))
BOLD: Final = frozenset(("b", "strong"))
CELLS: Final = frozenset(("td", "th"))
UNSEEN: Final = frozenset(
    _WORD.findall(
        "applet audio button canvas datalist embed head iframe input map math noscript object option script select"
        " style svg template textarea title video"
    )
)
_KEPT_BLANKS: Final = re.compile(r"white-?space\s{0,3}:\s{0,3}(?:pre|break-spaces)|preserve", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_EMOJI: Final = re.compile(r"emoji|emote|emoticon|smiley|sticker", re.IGNORECASE)
_SHORT_CODE: Final = re.compile(r":[\w+-]{1,40}:")
_LONGEST_SIGN: Final = 16


@dataclass(slots=True)
class Line:
    """One line of a page. `bold` is where its first strong words begin and end; `node` is one read on its own."""

    text: str
    bold: tuple[int, int] | None = None
    node: "Element | None" = None


class Writer:
    """Takes text and breaks in document order and gives lines. `gaps`: paragraphs have a blank line between them."""

    def __init__(self, *, gaps: bool = False) -> None:
        self.lines: list[Line] = []
        self._gaps = gaps
        self._parts: list[str] = []
        self._length = 0
        self._blank = False
        self._bold_from: int | None = None
        self._bold: tuple[int, int] | None = None
        self._gap = False

    def text(self, words: str, *, kept: bool = False) -> None:
        """Words as they stand in the source; blanks and line ends count when `kept`."""
        if kept:
            for number, part in enumerate(_LINE_END.split(words)):
                if number:
                    self.end_line()
                self._add(part)
            return
        folded = _folded(words)
        if folded.startswith(" "):
            self._blank = self._length > 0
            folded = folded[1:]
        if folded:
            tail = folded.endswith(" ")
            self._add(folded[:-1] if tail else folded)
            self._blank = tail

    def end_line(self) -> None:
        """A break: the line ends, even an empty one."""
        self.lines.append(Line("".join(self._parts), self._closed_bold()))
        self._parts, self._length, self._blank = [], 0, False
        self._bold, self._bold_from = None, 0 if self._bold_from is not None else None

    def block(self, *, apart: bool = False) -> None:
        """A block begins or ends here; `apart` has a blank line around it."""
        if self._length:
            self.end_line()
        self._gap = self._gap or (apart and self._gaps)

    def cell(self) -> None:
        """The next cell of a row begins."""
        if self._length:
            self._blank = False
            self._add("\t")

    def begin_bold(self) -> None:
        """Strong words follow."""
        if self._bold is None and self._bold_from is None:
            self._bold_from = self._length + (1 if self._blank else 0)

    def end_bold(self) -> None:
        """No more strong words."""
        self._bold, self._bold_from = self._closed_bold(), None

    def stand_in(self, node: "Element") -> None:
        """A node that is read on its own stands here."""
        self.block()
        self.lines.append(Line("", None, node))

    def finished(self) -> list[Line]:
        """All lines."""
        self.block()
        return self.lines

    def _closed_bold(self) -> tuple[int, int] | None:
        if self._bold is None and self._bold_from is not None and self._length > self._bold_from:
            return self._bold_from, self._length
        return self._bold

    def _add(self, words: str) -> None:
        if not words:
            return
        if self._gap and self.lines and self.lines[-1].text:
            self.lines.append(Line(""))
        self._gap = False
        if self._blank:
            words = " " + words
            self._blank = False
        self._parts.append(words)
        self._length += len(words)


def text_of(node: "Element", without: Collection["Element"] = ()) -> str:
    """The words of a node as shown, but for the nodes `without`; trailing blanks and outer empty lines are gone."""
    name = name_of(node)
    if not len(node) and name != "img" and not _keeps_blanks(node, name):
        return _folded(node.text).strip(" ") if node.text and node not in without else ""
    writer = Writer()
    write(node, writer, frozenset(without))
    return trimmed([line.text for line in writer.finished()])


def trimmed(lines: list[str]) -> str:
    """Lines as one text, without the empty ones around it and blanks at their ends."""
    shown = [line.rstrip() for line in lines]
    first = next((at for at, line in enumerate(shown) if line), len(shown))
    while len(shown) > first and not shown[-1]:
        shown.pop()
    return "\n".join(shown[first:])


def lines_of(node: "Element", alone: Collection["Element"] = (), *, as_written: bool = False) -> list[Line]:
    """The lines of a page, with a blank one between paragraphs; nodes in `alone` are one line each, without words.

    `as_written`: the line ends of the source count.
    """
    writer = Writer(gaps=not as_written)
    write(node, writer, alone=frozenset(alone), as_written=as_written)
    return writer.finished()


def write(
    node: "Element",
    writer: Writer,
    without: Collection["Element"] = frozenset(),
    alone: Collection["Element"] = frozenset(),
    *,
    as_written: bool = False,
) -> None:
    """Hands a node in document order to a writer; what follows it is not part of it."""
    from lxml.etree import iterwalk

    kept: list[Element] = [node] if as_written else []
    skipped: Element | None = None
    unseen = _unseen(node)
    walk = iterwalk(node, events=("start", "end"))
    for event, one in walk:
        name = name_of(one)
        if event == "start":
            stands_in = bool(alone) and one in alone
            if stands_in or (name in unseen and one is not node) or not name or (without and one in without):
                if stands_in:
                    writer.stand_in(one)
                walk.skip_subtree()
                skipped = one
                continue
            _open(one, name, writer)
            if _keeps_blanks(one, name):
                kept.append(one)
            if one.text:
                first = name == "pre" and one.text.startswith("\n")
                writer.text(one.text[1:] if first else one.text, kept=bool(kept))
            continue
        if one is skipped:
            skipped = None
        else:
            _close(name, writer)
        if kept and kept[-1] is one:
            kept.pop()
        if one.tail and one is not node:
            writer.text(one.tail, kept=bool(kept))


def _unseen(node: "Element") -> Collection[str]:
    """Names of nodes without words to show; in XML those names mean something else."""
    return UNSEEN if node.getroottree().getroot().tag == "html" else ()


def _open(node: "Element", name: str, writer: Writer) -> None:
    if name in BREAKS:
        writer.end_line()
    elif name in BLOCKS:
        writer.block(apart=name in APART)
    elif name in CELLS:
        writer.cell()
    elif name in BOLD:
        writer.begin_bold()
    elif name == "img" and (sign := emoji(node)):
        writer.text(sign)


def _close(name: str, writer: Writer) -> None:
    if name in BLOCKS:
        writer.block(apart=name in APART)
    elif name in BOLD:
        writer.end_bold()


def _keeps_blanks(node: "Element", name: str) -> bool:
    style, classes = node.get("style"), node.get("class")
    return (
        name == "pre"
        or (style is not None and _KEPT_BLANKS.search(style) is not None)
        or (classes is not None and _KEPT_BLANKS.search(classes) is not None)
    )


def emoji(node: "Element") -> str:
    """The sign that a picture stands for, or nothing when it is another picture."""
    alt = node.get("alt") or ""
    if not alt or len(alt) > _LONGEST_SIGN * 4:
        return ""
    known = _EMOJI.search(f"{node.get('class') or ''} {node.get('src') or ''} {node.get('data-type') or ''}")
    sign = len(alt) <= _LONGEST_SIGN and not any(one.isalnum() and one.isascii() for one in alt) and not alt.isspace()
    return alt if known or sign or _SHORT_CODE.fullmatch(alt) else ""


def name_of(node: "Element") -> str:
    """The name of a node without namespace, in small letters."""
    return _name(node.tag)


@lru_cache(maxsize=2048)
def _name(tag: object) -> str:
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def plain(node: "Element") -> str:
    """All words in there, as they stand in the source."""
    return "".join(map(str, node.itertext())) if len(node) else node.text or ""


def _folded(words: str) -> str:
    """Runs of blanks as one; most words have none."""
    if "  " in words or "\n" in words or "\t" in words or "\r" in words or "\f" in words:
        return _BLANKS.sub(" ", words)
    return words
