"""Text messages that a phone backs up as XML: `<sms address date type body contact_name>`."""

from typing import TYPE_CHECKING, Final

from reviewer.importers.base import Options
from reviewer.importers.drafts import Draft
from reviewer.importers.trees.parsing import Page
from reviewer.importers.trees.preset import VENDOR, Reading, TreePreset
from reviewer.importers.trees.rows import Row, laid_out
from reviewer.importers.trees.wording import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OWN: Final = "Me"
_UNKNOWN: Final = frozenset(("", "(unknown)", "null"))
_RECEIVED: Final = "1"
_KINDS: Final = frozenset(("sms", "mms"))


def _fits(page: Page) -> float:
    first = next((one for one in page.root if name_of(one) in _KINDS), None) if page.xml else None
    return VENDOR if first is not None and first.get("address") and first.get("date") else 0.0


def _read(page: Page, options: Options) -> Reading:
    """One conversation for each number, in the order of their first turns."""
    nodes = [one for one in page.root if name_of(one) in _KINDS]
    reading = laid_out(page, [_row(one) for one in nodes], options)
    threads: dict[str, Draft] = {}
    for whole in reading.drafts:
        for said, node in zip(whole.said, nodes, strict=True):
            address = node.get("address") or ""
            name = f"{whole.title}: {_name(node)}" if _name(node) else whole.title
            threads.setdefault(address, Draft(name, channel="SMS", people=whole.people)).said.append(said)
    reading.drafts = list(threads.values())
    return reading


def _row(node: "Element") -> Row:
    own = (node.get("type") or node.get("msg_box")) != _RECEIVED
    text = node.get("body") or "\n".join(
        part.get("text") or f"[{part.get('cl') or part.get('name') or part.get('ct')}]"
        for part in node.iter()
        if name_of(part) == "part" and part.get("ct") != "application/smil"
    )
    author = _OWN if own else _name(node)
    return Row([node], text, author or None, node.get("date") or "", _OWN if own else node.get("address"))


def _name(node: "Element") -> str:
    name = node.get("contact_name") or ""
    return (node.get("address") or "") if name.lower() in _UNKNOWN else name


PRESET: Final = TreePreset("sms_backup", "Text messages (XML)", _fits, _read)
