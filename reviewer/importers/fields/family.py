"""JSON and JSON Lines: every preset, and the general mapper, as importers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reviewer.errors import NoConversation
from reviewer.importers.base import (
    DEFAULTS,
    Conversation,
    Found,
    Importer,
    LineKind,
    Options,
    Problem,
    Score,
    Source,
    Unit,
)
from reviewer.importers.drafts import Draft, assembled
from reviewer.importers.fields import documents, mapper, streaming
from reviewer.importers.fields.documents import Document
from reviewer.importers.fields.preset import JsonPreset, Records
from reviewer.importers.pausing import collection_paused

KNOWN: Final = 0.9
GOOD, FAIR, UNCERTAIN, UNNAMED, LEAST = 0.85, 0.7, 0.5, 0.4, 0.15
QUESTIONS: Final = {
    UNNAMED: "Who speaks? No field names the speaker.",
    UNCERTAIN: "Is this a conversation? It may be a list of other texts.",
}


def _fits(value: Any) -> float:
    """How well the first conversation that the mapper finds says who speaks."""
    talk = next(mapper.talks(value), None)
    if talk is None:
        return 0.0
    if talk.keys is None:
        return FAIR
    if not talk.keys.speaker:
        return UNNAMED
    if mapper.is_uncertain(talk):
        return UNCERTAIN
    return GOOD if len(talk.records) > 1 else FAIR


def _read(value: Any, records: Records) -> Iterator[Draft]:
    for talk in mapper.talks(value):
        yield mapper.fill(talk, records)


MAPPER: Final = JsonPreset("json", "JSON", _fits, _read)


Reading = tuple[Document, Records, list[Conversation]]


@dataclass(frozen=True, slots=True)
class JsonImporter:
    """One preset as an importer."""

    preset: JsonPreset

    @property
    def format(self) -> str:
        """The key of the format."""
        return self.preset.key

    @property
    def title(self) -> str:
        """The format as people see it."""
        return self.preset.title

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """Every record understood; with `most`, only those in about so many bytes.

        Raises:
            Unreadable: the JSON is not whole.
            NoConversation: no records say anything.
        """
        with collection_paused():
            large = most is None and source.size > streaming.LARGE and not options.encoding
            read = self._in_pieces(source) if large else None
            document, records, conversations = read or self._at_once(source, options, most)
        if not conversations:
            raise NoConversation(_why_nothing(source, document.value))
        return self._found(source, document, records, conversations, partial=most is not None and source.size > most)

    def _in_pieces(self, source: Source) -> Reading | None:
        head = documents.head_of(source)
        if head is None or not can_stream(self.preset, head):
            return None
        document, records = Document(head.value, head.encoding, head.numbers), Records()
        try:
            return document, records, _assembled(source, self._streamed(source, document, records))
        except streaming.NotInPieces:
            return None

    def _at_once(self, source: Source, options: Options, most: int | None) -> Reading:
        document, records = documents.whole(source, options.encoding, most), Records()
        return document, records, _assembled(source, self._drafts(document, records))

    def _drafts(self, document: Document, records: Records) -> Iterator[Draft]:
        if document.numbers is None or not is_by_line(self.preset, document):
            yield from self.preset.read(document.value, records)
            return
        yield from self._by_line(zip(document.numbers, document.value, strict=True), records)

    def _by_line(self, numbered: Iterable[tuple[int, Any]], records: Records) -> Iterator[Draft]:
        for number, value in numbered:
            records.line = number
            before = len(records.kinds)
            yield from self.preset.read(value, records)
            if len(records.kinds) == before:
                records.skip("This record says nothing that could be read.", "")

    def _streamed(self, source: Source, document: Document, records: Records) -> Iterator[Draft]:
        if document.is_lines:
            yield from self._by_line(streaming.lines(source, document), records)
            return
        for one in streaming.items(source):
            yield from self.preset.read(one if self.preset is MAPPER else [one], records)

    def _found(
        self,
        source: Source,
        document: Document,
        records: Records,
        conversations: list[Conversation],
        *,
        partial: bool,
    ) -> Found:
        kinds, texts = list(records.kinds), list(records.texts)
        if records.line is not None:
            missing = max(0, document.lines - len(kinds))
            kinds += [LineKind.BLANK] * missing
            texts += [""] * missing
            for problem in document.problems:
                kinds[problem.where[0] - 1] = LineKind.SKIPPED
        confidence = min(1.0, self.preset.fits(_shown(self.preset, document)))
        return Found(
            self.format,
            round(confidence, 2),
            document.encoding,
            tuple(conversations),
            tuple(kinds),
            (*document.problems, *_told_once(records.problems)),
            unit=Unit.RECORD,
            texts=texts,
            question=QUESTIONS.get(confidence),
            partial=partial,
        )


@dataclass(frozen=True, slots=True)
class JsonFamily:
    """All presets, and the mapper for everything else."""

    presets: tuple[JsonPreset, ...]

    def sniff(self, source: Source) -> list[tuple[Score, Importer]]:
        """How sure each preset is of the first 256 KiB; nothing when they are no JSON."""
        document = documents.head_of(source)
        if document is None:
            return []
        scores: list[tuple[Score, Importer]] = []
        for preset in (*self.presets, MAPPER):
            sure = preset.fits(_shown(preset, document))
            if sure > 0:
                scores.append((Score(sure, ("its keys are there",)), JsonImporter(preset)))
        return scores or [(Score(LEAST, ("it is JSON",)), JsonImporter(MAPPER))]


def family(presets: Sequence[JsonPreset]) -> JsonFamily:
    """These presets as a family; of equally sure ones the first is taken."""
    return JsonFamily(tuple(presets))


def is_by_line(preset: JsonPreset, document: Document) -> bool:
    """Whether each line of JSON Lines is read by itself: when one alone is a conversation."""
    if document.numbers is None or not document.value:
        return False
    first = document.value[0]
    if preset is MAPPER:
        around = first if isinstance(first, dict) else None
        return mapper.turn_keys(document.value) is None and next(mapper.talks(first, around), None) is not None
    return preset.fits(document.value) < KNOWN


def can_stream(preset: JsonPreset, head: Document) -> bool:
    """Whether each line, or each item of the list, is a conversation by itself."""
    if not head.encoding.startswith("utf-8") or not isinstance(head.value, list) or not head.value:
        return False
    if head.is_lines:
        return is_by_line(preset, head)
    first = head.value[0]
    if not isinstance(first, dict) or mapper.turn_keys(head.value) is not None:
        return False
    return next(mapper.talks(first, first), None) is not None if preset is MAPPER else preset.fits([first]) >= KNOWN


def _shown(preset: JsonPreset, document: Document) -> Any:
    """What a preset is asked about: the document, or for JSON Lines one line where that is a conversation."""
    if document.numbers is not None and document.value and is_by_line(preset, document):
        return document.value[0]
    return document.value


def _assembled(source: Source, drafts: Iterator[Draft]) -> list[Conversation]:
    return [assembled(draft, _title(source, number)) for number, draft in enumerate(drafts, start=1) if draft.said]


def _title(source: Source, number: int) -> str:
    stem = source.name.rsplit("/", 1)[-1].rsplit(".", 1)[0] or source.name
    return stem if number == 1 else f"{stem} ({number})"


def _told_once(problems: list[Problem]) -> list[Problem]:
    """The same remark on many records as one."""
    first: dict[str, Problem] = {}
    counts: dict[str, int] = {}
    for problem in problems:
        first.setdefault(problem.what, problem)
        counts[problem.what] = counts.get(problem.what, 0) + 1
    return [
        one
        if counts[what] == 1
        else Problem(one.where, f"{what} So it is with {counts[what] - 1:,} more.", one.excerpt)
        for what, one in first.items()
    ]


def _why_nothing(source: Source, value: Any) -> str:
    keys = _some_keys(value)
    has = f" Its records hold {', '.join(keys[:5])}, and no words that somebody says." if keys else ""
    return f"{source.name} holds JSON without a conversation: no list of records has a text and a speaker.{has}"


def _some_keys(value: Any) -> list[str]:
    while isinstance(value, list) and value:
        value = value[0]
    return [str(key)[:40] for key in value] if isinstance(value, dict) else []
