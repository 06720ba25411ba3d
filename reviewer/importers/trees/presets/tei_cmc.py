"""Chats of research collections: TEI with `<post who="#id" when>` or `<u who="#id">`."""

from typing import TYPE_CHECKING, Final

from reviewer.importers.base import Options
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import VENDOR, Reading, TreePreset
from reviewer.importers.trees.rows import LONGEST_TITLE, Row, Setting, laid_out, setting_of
from reviewer.importers.trees.wording import name_of, plain, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_ROOTS: Final = frozenset(("tei", "teicorpus", "text", "body"))
_PERSONS: Final = frozenset(("person", "persongrp"))
_NAMES: Final = ("persname", "name", "addname", "forename", "usg")


def _fits(page: Page) -> float:
    if not page.xml:
        return 0.0
    said = next((one for one in page.root.iter() if name_of(one) in ("post", "u") and one.get("who")), None)
    return VENDOR if said is not None and (name_of(page.root) in _ROOTS or name_of(said) == "post") else 0.0


def _read(page: Page, options: Options) -> Reading:
    every = list(page.root.iter())
    tag = "post" if any(name_of(one) == "post" for one in every) else "u"
    names = {_id(one): name for one in every if name_of(one) in _PERSONS and (name := _name(one))}
    times = {_id(one): one.get("absolute") or "" for one in every if name_of(one) == "when"}
    rows = [_row(one, names, times) for one in every if name_of(one) == tag]
    return laid_out(page, rows, options, Setting(_title(every) or setting_of(page).title))


def _row(node: "Element", names: dict[str, str], times: dict[str, str]) -> Row:
    who = ((node.get("who") or "").split() or [""])[0].removeprefix("#")
    time = node.get("when") or node.get("when-iso") or times.get((node.get("synch") or "").removeprefix("#"), "")
    system = node.get("generatedBy") == "system" or node.get("type") in ("event", "system")
    return Row([node], text_of(node), names.get(who, who) or None, time, who or None, system=system)


def _id(node: "Element") -> str:
    return node.get(_ID) or node.get("id") or node.get("n") or ""


def _name(person: "Element") -> str:
    for wanted in _NAMES:
        for one in person.iter():
            if name_of(one) == wanted and (words := " ".join(plain(one).split())):
                return words
    return ""


def _title(every: list["Element"]) -> str:
    title = next((one for one in every if name_of(one) == "title"), None)
    words = " ".join(plain(title).split()) if title is not None else ""
    return words if len(words) <= LONGEST_TITLE else ""


PRESET: Final = TreePreset("tei_cmc", "Research chat (TEI)", _fits, _read)
