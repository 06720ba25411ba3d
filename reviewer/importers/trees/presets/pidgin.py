"""Logs of Pidgin and Gaim: `<font>(time) <b>Name:</b></font> text<br/>` under a heading."""

import re
from typing import Final

from reviewer.importers.base import Options
from reviewer.importers.times import read_date
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import VENDOR, Reading, TreePreset
from reviewer.importers.trees.rows import Setting, setting_of
from reviewer.importers.trees.streams import Head, Stream
from reviewer.importers.trees.wording import Line, plain, text_of

LONGEST: Final = 200

_FITS: Final = re.compile(
    r"<font\b[^<>]{0,60}>\s{0,3}\([^<>()]{5,40}\)\s{0,3}</font>\s{0,3}(?:</font>\s{0,3})?<b>", re.IGNORECASE
)
_TIME: Final = re.compile(r"\s{0,9}\((?P<time>[^()]{5,60})\)\s{0,9}")
_HEADING: Final = re.compile(
    r"(?P<title>(?:Conversation|Unterhaltung|Conversación|Discussion) .{1,120}?)"
    r"(?: (?:at|um|am|on) (?P<at>.{6,60}?))?(?: on (?P<on>.{1,100}?))?(?: \((?P<protocol>[\w-]{1,20})\))?$"
)


def _fits(page: Page) -> float:
    return VENDOR if not page.xml and _FITS.search(page.text) else 0.0


def _head(line: Line) -> Head | None:
    found = _TIME.match(line.text)
    if not found or line.bold is None or line.bold[0] > found.end():
        return None
    bold, rest = line.text[found.end() : line.bold[1]], line.text[line.bold[1] :]
    strong, name = bold.strip(), bold.strip().removesuffix(":").strip()
    if strong.endswith(":") and name:
        return Head(name.removesuffix("<AUTO-REPLY>").strip() or name, found["time"], rest.strip(" "))
    if rest.startswith(":") and strong:
        return Head(strong, found["time"], rest[1:].strip(" "))
    if strong.startswith("***") and rest.strip():
        return Head(strong.lstrip("* ") or strong, found["time"], rest.strip(" "))
    return Head(None, found["time"], line.text[found.end() :].strip())


def _read(page: Page, options: Options) -> Reading:
    return Stream(page, _head, _setting(page)).read(options)


def _setting(page: Page) -> Setting:
    for name in ("h3", "h1", "h2", "title"):
        for node in page.root.iter(name):
            words = " ".join((plain(node) if name == "title" else text_of(node)).split())[:LONGEST]
            heading = _HEADING.match(words)
            if heading:
                return Setting(words[:100], read_date(words)[0], heading["protocol"])
    return setting_of(page)


PRESET: Final = TreePreset("pidgin", "Pidgin log", _fits, _read)
