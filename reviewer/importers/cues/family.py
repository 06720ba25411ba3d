"""Subtitles as importers."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from reviewer.errors import NoConversation
from reviewer.importers.base import DEFAULTS, SNIFFED, Found, Importer, Options, Score, Source
from reviewer.importers.cues.reading import Cues, Kind, Said, kind_of, read_cues
from reviewer.importers.decoding import decode, split_lines
from reviewer.importers.drafts import Draft, assembled
from reviewer.importers.instants import seconds_after
from reviewer.importers.lines.named import name_colon
from reviewer.importers.names import is_label, is_proper, key_of

SURE: Final = 0.95
OFTEN: Final = 2
QUESTION: Final = "Who speaks? The file does not say it."
TITLES: Final = {Kind.VTT: "WebVTT subtitles", Kind.SRT: "SubRip subtitles", Kind.SBV: "SubViewer subtitles"}


@dataclass(frozen=True, slots=True)
class CueImporter:
    """One form of subtitles."""

    kind: Kind

    @property
    def format(self) -> str:
        """The key of the form."""
        return self.kind.value

    @property
    def title(self) -> str:
        """The form as people see it."""
        return TITLES[self.kind]

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """Every cue, a turn; with `most`, those in about so many bytes.

        Raises:
            NoConversation: no cue holds words.
        """
        decoded = decode(source.content if most else source.whole(), most, options.encoding)
        lines = split_lines(decoded.text)
        cues = read_cues(lines, self.kind)
        if not cues.said:
            raise NoConversation(f"{source.name} holds subtitles without words.")
        draft = _draft(cues, options)
        return Found(
            self.format,
            SURE,
            decoded.encoding,
            (assembled(draft, PurePath(source.name).stem or source.name),),
            tuple(cues.kinds),
            tuple(cues.problems),
            texts=lines,
            question=None if draft.people else QUESTION,
            partial=most is not None and source.size > most,
        )


@dataclass(frozen=True, slots=True)
class CueFamily:
    """All forms of subtitles."""

    def sniff(self, source: Source) -> list[tuple[Score, Importer]]:
        """The form whose times stand in the first 256 KiB."""
        head = source.content[:4096]
        if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return []
        kind = kind_of(split_lines(decode(source.content, SNIFFED).text))
        return [(Score(SURE, ("times of subtitles are there",)), CueImporter(kind))] if kind else []


def _draft(cues: Cues, options: Options) -> Draft:
    """Names are voices, or stand before a colon or in brackets and come again."""
    draft = Draft()
    names = _names(cues.said) | {key_of(name) for name in options.names}
    last: str | None = None
    for one in cues.said:
        name, text = one.name, one.text
        if name is None and (found := _prefix(text)) and key_of(found[0]) in names:
            name, text = found
        last = name or (last if names and not one.name and not text.startswith("-") else None)
        where = one.first, one.last
        sent_at = seconds_after(None, one.seconds)
        if last:
            draft.say(draft.person(last), text, sent_at, where)
        else:
            draft.say_unnamed(text, sent_at, where)
    return draft


def _names(said: list[Said]) -> set[str]:
    counts: dict[str, int] = {}
    proper: set[str] = set()
    for one in said:
        found = _prefix(one.text) if one.name is None else None
        if found:
            proper |= {key_of(found[0])} if is_proper(found[0]) else set()
            counts[key_of(found[0])] = counts.get(key_of(found[0]), 0) + 1
    often = {name for name, count in counts.items() if count >= OFTEN}
    if often:
        return often | proper
    return set(counts) if len(counts) >= OFTEN and len(counts) == len(said) else set()


def _prefix(text: str) -> tuple[str, str] | None:
    first, _, rest = text.partition("\n")
    first = first.removeprefix(">>").lstrip() if first.startswith(">>") else first
    if first.startswith("[") and "]" in first[:60]:
        name, _, words = first[1:].partition("]")
        words = words.lstrip(": ")
        return (name.strip(), "\n".join(part for part in (words, rest) if part)) if name.strip() and words else None
    header = name_colon(first)
    if header is None or header.name is None or is_label(header.name):
        return None
    return header.name, "\n".join(part for part in (header.body.strip(), rest) if part)
