"""REFI-QDA projects and codebooks as plain records, as tolerant as programs differ: NVivo, ATLAS.ti, MAXQDA, QualCoder.

Elements are told apart by their local names, GUIDs by their digits. What a chat review has no place for is counted in
`left_out`, by what people call it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any, Final

from lxml import etree

from reviewer.errors import Unreadable
from reviewer.exchange.refi_qda.archive import MOST_XML, Archive, opened, parsed
from reviewer.exchange.refi_qda.cases import REVIEWER
from reviewer.exchange.refi_qda.codes import Code
from reviewer.exchange.refi_qda.comments import suggestion_words
from reviewer.exchange.refi_qda.names import REPLY, SPEAKERS, SUGGESTED, identity, identity_of, revised_source

MOST_CODES: Final = 5_000
NOWHERE: Final = -1
_NAMESPACE: Final = "urn:QDA-XML:"
_KINDS: Final = {
    "PictureSource": "picture", "PDFSource": "PDF file", "AudioSource": "recording", "VideoSource": "recording",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """A memo, and who wrote it when."""

    id: str
    name: str
    text: str
    user: str
    when: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that somebody marked in a text: code points as the program counts them; the whole text without an `end`."""

    id: str
    start: int
    end: int | None
    codes: tuple[str, ...]
    user: str
    when: str
    text: str = ""
    suggestion: str | None = None
    replies: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text with the marks in it. `content` is the plain text, `rich` a document in its place; None: not there."""

    id: str
    name: str
    content: bytes | None
    rich: bytes | None
    rich_name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A case with its sources, and its values as written by the identities of their variables."""

    id: str
    sources: frozenset[str]
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Project:
    """What a project holds; `users` are names by identity."""

    name: str
    users: dict[str, str]
    codes: tuple[Code, ...]
    texts: tuple[TextSource, ...]
    cases: tuple[Case, ...] = ()
    left_out: Counter[str] = field(default_factory=Counter)


def read_project(stream: IO[bytes], name: str) -> Project:
    """The project in an archive; `name` is the file's, for messages.

    Raises:
        Unreadable: it is damaged, unsafe, or no project.
    """
    with opened(stream, name) as archive:
        root = archive.project()
        if local(root) != "Project" or not _namespace(root).startswith(_NAMESPACE):
            raise Unreadable(f"{name} is not a project for qualitative analysis.")
        return _Reader(root, archive, name).project()


def read_codebook(content: bytes, name: str) -> tuple[Code, ...]:
    """The codes of a `.qdc` file.

    Raises:
        Unreadable: it is no sound XML, or no codebook.
    """
    root = parsed(content, name)
    if local(root) != "CodeBook" or not _namespace(root).startswith(_NAMESPACE):
        raise Unreadable(f"{name} is not a codebook.")
    return _codes(root, name)


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def within(element: Any, *names: str) -> Iterator[Any]:
    """The children of these names."""
    return (child for child in element if local(child) in names)


class _Reader:
    """One project while it is read."""

    def __init__(self, root: Any, archive: Archive, name: str) -> None:
        self._root = root
        self._archive = archive
        self._name = name
        self._left_out: Counter[str] = Counter()
        self._notes = {one.id: one for one in map(self._note, _deep(root, "Notes", "Note"))}
        self._used: set[str] = set()
        self._places = {
            _identity(note): mark
            for note in _deep(root, "Notes", "Note")
            for mark in within(note, "PlainTextSelection")
        }
        self._linked: dict[str, list[str]] = {}
        for link in _deep(root, "Links", "Link"):
            origin, target = identity(link.get("originGUID")), identity(link.get("targetGUID"))
            if origin and target:
                self._linked.setdefault(target, []).append(origin)

    def project(self) -> Project:
        """Everything."""
        root = self._root
        codes = _codes(next(within(root, "CodeBook"), None), self._name)
        texts = tuple(text for source in _children(root, "Sources") for text in self._sources(source))
        cases = tuple(map(_case, _deep(root, "Cases", "Case")))
        own = {revised_source(case.id) for case in cases}
        self._left_out["revised dialogue"] += sum(one.id in own for one in texts)
        self._left_out["set"] += sum(1 for _ in _deep(root, "Sets", "Set"))
        self._left_out["value of a variable"] += sum(len(case.values) for case in cases if REVIEWER not in case.values)
        self._left_out["memo"] += len(self._notes.keys() - self._used)
        users = {_identity(one): one.get("name") or one.get("id") or "" for one in _deep(root, "Users", "User")}
        kept = tuple(one for one in texts if one.id not in own)
        return Project((root.get("name") or "").strip(), users, codes, kept, cases, +self._left_out)

    def _sources(self, source: Any) -> Iterator[TextSource]:
        kind = local(source)
        if kind == "TextSource":
            yield self._text(source, source)
            return
        inside = list(within(source, "Representation", "Transcript"))
        for one in inside:
            yield self._text(one, source)
        if not inside and kind in _KINDS:
            self._left_out[_KINDS[kind]] += 1

    def _text(self, element: Any, source: Any) -> TextSource:
        source_id = _identity(element)
        content, rich = self._content(element), self._archive.text(element.get("richTextPath"))
        if content is None and rich is None:
            self._left_out["text outside the project file"] += 1
        self._left_out["value of a variable"] += sum(1 for _ in within(element, "VariableValue"))
        name = (element.get("name") or source.get("name") or "").strip()
        marks = [*self._marks(element, source_id), *self._noted(element, source_id)]
        return TextSource(source_id, name, content, rich, element.get("richTextPath") or "", tuple(marks))

    def _content(self, element: Any) -> bytes | None:
        written = next(within(element, "PlainTextContent"), None)
        if written is not None:
            return (written.text or "").encode()
        return self._archive.text(element.get("plainTextPath"))

    def _marks(self, element: Any, source: str) -> Iterator[Mark]:
        points = {_identity(one): one.get("position") for one in within(element, "SyncPoint")}
        for one in within(element, "PlainTextSelection", "TranscriptSelection"):
            start, end = one.get("startPosition"), one.get("endPosition")
            if local(one) == "TranscriptSelection":
                start = points.get(identity(one.get("fromSyncPoint")) or "")
                end = points.get(identity(one.get("toSyncPoint")) or "")
            place = _number(start), _number(end)
            yield self._mark(
                one, place[0] if place[0] is not None else -1, place[1] if place[1] is not None else -1, source
            )
        for one in within(element, "Coding"):
            codes = tuple(_references(one, "CodeRef"))
            yield Mark(_identity(one, source, *codes), 0, None, codes, *self._author(one))

    def _noted(self, element: Any, source: str) -> Iterator[Mark]:
        """Notes of the source that stand at words of it, as MAXQDA and others write them."""
        for note in _references(element, "NoteRef"):
            place = self._places.get(note)
            if place is not None and note in self._notes:
                self._used.add(note)
                known = self._notes[note]
                found = _number(place.get("startPosition")), _number(place.get("endPosition"))
                yield Mark(_identity(place, source, note), *found, (), known.user, known.when, known.text)

    def _mark(self, element: Any, start: int, end: int, source: str) -> Mark:
        codings = list(within(element, "Coding"))
        codes = tuple(dict.fromkeys(code for one in codings for code in _references(one, "CodeRef")))
        mark_id = _identity(element, source, str(start), str(end), *codes)
        user, when = next((found for one in (*codings, element) if (found := self._author(one))[0]), ("", ""))
        notes = [note for one in (element, *codings) for note in _references(one, "NoteRef")]
        known = [self._notes[note] for note in (*notes, *self._linked.get(mark_id, ())) if note in self._notes]
        self._used.update(one.id for one in known)
        described = next(within(element, "Description"), None)
        text = "" if described is None else described.text or ""
        suggestion = next((one.text for one in known if one.name == SUGGESTED), None)
        if suggestion is not None:
            text = text.removesuffix(suggestion_words(suggestion).lstrip("\n")).removesuffix("\n\n")
        more = [one.text for one in known if one.name not in (SUGGESTED, REPLY) and one.text]
        replies = tuple(one for one in known if one.name == REPLY)
        text = "\n\n".join([text, *more]).strip("\n") if more else text
        return Mark(mark_id, start, end, codes, user, when, text, suggestion, replies)

    def _author(self, element: Any) -> tuple[str, str]:
        user = identity(element.get("creatingUser")) or identity(element.get("modifyingUser")) or ""
        return user, element.get("modifiedDateTime") or element.get("creationDateTime") or ""

    def _note(self, element: Any) -> Note:
        written = next(within(element, "PlainTextContent"), None)
        file = None if written is not None else self._archive.text(element.get("plainTextPath"))
        text = (written.text if written is not None else (file or b"").decode("utf-8-sig", "replace")) or ""
        described = next(within(element, "Description"), None)
        if not text and described is not None:
            text = described.text or ""
        return Note(_identity(element), element.get("name") or "", text, *self._author(element))


def _case(element: Any) -> Case:
    values: dict[str, str] = {}
    for one in within(element, "VariableValue"):
        variable = next(_references(one, "VariableRef"), None)
        words = [part.text or "" for part in one if local(part).endswith("Value")]
        if variable and words:
            values[variable] = words[0].strip()
    return Case(_identity(element), frozenset(_references(element, "SourceRef")), values)


def _codes(element: Any, name: str) -> tuple[Code, ...]:
    count = 0

    def read(code: Any) -> Code:
        nonlocal count
        count += 1
        if count > MOST_CODES:
            raise Unreadable(f"{name} has more than {MOST_CODES:,} codes. Export fewer from the other program.")
        described = next(within(code, "Description"), None)
        return Code(
            _identity(code),
            code.get("name") or "",
            "" if described is None else described.text or "",
            code.get("color") or "",
            (code.get("isCodable") or "true").strip().casefold() not in ("false", "0"),
            tuple(read(one) for one in within(code, "Code")),
        )

    return () if element is None else tuple(read(one) for one in _deep(element, "Codes", "Code"))


def _deep(element: Any, outer: str, inner: str) -> Iterator[Any]:
    return (one for group in within(element, outer) for one in within(group, inner))


def _children(element: Any, outer: str) -> Iterator[Any]:
    return (one for group in within(element, outer) for one in group)


def _references(element: Any, name: str) -> Iterator[str]:
    found = (identity(one.get("targetGUID")) for one in within(element, name))
    return (one for one in found if one)


def _identity(element: Any, *else_from: str) -> str:
    """The identity that the element says, or one that follows from what it is."""
    written = element.get("guid")
    return identity(written) or identity_of(local(element), written or "", *else_from)


def _number(written: str | None) -> int:
    """A position; NOWHERE for what is none."""
    try:
        number = int(written or "")
    except ValueError:
        return NOWHERE
    return number if 0 <= number <= MOST_XML else NOWHERE


def _namespace(root: Any) -> str:
    return etree.QName(root).namespace or ""


def is_spoken(mark: Mark, speakers: frozenset[str]) -> bool:
    """Whether the mark says who speaks, as projects of this program have it."""
    return bool(mark.codes) and set(mark.codes) <= speakers


def speaker_ids(codes: tuple[Code, ...]) -> frozenset[str]:
    """The codes below the folder of speakers that this program writes."""
    return frozenset(one.id for folder in codes if folder.id == SPEAKERS for one in folder.below)
