"""Pages and XML: every kind of them as an importer, over one parsed tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from reviewer.errors import NoConversation
from reviewer.importers import refusal
from reviewer.importers.base import DEFAULTS, SNIFFED, Found, Importer, Options, Problem, Score, Source, Unit
from reviewer.importers.drafts import assembled
from reviewer.importers.lines.family import family as text_family
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.trees.page_text import PageText
from reviewer.importers.trees.parsing import Page, page_of
from reviewer.importers.trees.preset import EXCERPT, VENDOR, Reading, TreePreset

LOST: Final = "\ufffd"


@dataclass(frozen=True, slots=True)
class TreeImporter:
    """One preset as an importer."""

    preset: TreePreset

    @property
    def format(self) -> str:
        """The key of the preset."""
        return self.preset.key

    @property
    def title(self) -> str:
        """The format as people know it."""
        return self.preset.title

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """Every block understood; with `most`, only those in about so many bytes.

        Raises:
            Unreadable: it is damaged, or nested too deep.
            NoConversation: it is no page, or no turns stand in it.
        """
        page = page_of(source, most, options.encoding)
        if page is None:
            raise NoConversation(f"{source.name} is neither a page nor XML, so it cannot be read as {self.title}.")
        reading = self.preset.read(page, options)
        if not reading.drafts:
            raise refusal.page_without_chat(source)
        return self._found(page, reading)

    def _found(self, page: Page, reading: Reading) -> Found:
        title = PurePath(page.name).stem or page.name
        return Found(
            self.format,
            round(self.preset.fits(page) if reading.confidence is None else reading.confidence, 2),
            page.encoding,
            tuple(assembled(draft, title) for draft in reading.drafts),
            tuple(reading.kinds),
            (*_lost(reading), *reading.problems),
            Unit.PARAGRAPH,
            texts=reading.texts,
            date_order=reading.date_order,
            partial=page.partial,
        )


@dataclass(frozen=True, slots=True)
class TreeFamily:
    """All kinds of pages and XML; the words of a page count when nothing of it tells more."""

    importers: tuple[TreeImporter, ...]
    words: PageText

    def sniff(self, source: Source) -> list[tuple[Score, Importer]]:
        """How well the head of the source fits each kind; nothing for what is neither a page nor XML.

        Raises:
            Unreadable: it is damaged XML, declares entities, or is nested too deep.
        """
        page = page_of(source, SNIFFED)
        if page is None:
            return []
        scores: list[tuple[Score, Importer]] = [(_score(page, one.preset), one) for one in self.importers]
        sure = max((score.value for score, _ in scores), default=0.0)
        if not page.xml and sure < VENDOR:
            scores.append((self.words.score(page), self.words))
        return scores


def family(presets: Sequence[TreePreset], styles: Sequence[Grammar]) -> TreeFamily:
    """These presets as a family, with the styles of plain text for pages that are no more; the first of equals wins."""
    return TreeFamily(tuple(TreeImporter(preset) for preset in presets), PageText(text_family(styles)))


def _score(page: Page, preset: TreePreset) -> Score:
    value = preset.fits(page)
    return Score(value, (f"it is built like a page of this kind: {preset.title}",) if value else ())


def _lost(reading: Reading) -> list[Problem]:
    lost = [number for number, text in enumerate(reading.texts, start=1) if LOST in text]
    if not lost:
        return []
    count = sum(reading.texts[number - 1].count(LOST) for number in lost)
    what = f"{count} signs are lost and stand as {LOST}." if count > 1 else f"1 sign is lost and stands as {LOST}."
    return [Problem((lost[0], lost[-1]), what, reading.texts[lost[0] - 1].strip()[:EXCERPT])]
