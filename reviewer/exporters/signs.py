"""Signs that no HTML page may hold: control signs, halves of signs, and code points that are no signs."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from markupsafe import Markup

_FORBIDDEN: Final = re.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff]")
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_LAST_OF_PLANES: Final = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_FORBIDDEN_BEYOND: Final = re.compile(f"[{_LAST_OF_PLANES}]")
_IN_SCRIPT: Final = {sign: f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029"}
_REPLACEMENT: Final = "\ufffd"
_BETWEEN: Final = "`"


def shown(value: object) -> object:
    """A value as the page shows it: forbidden signs become U+FFFD; markup and other values stay as they are."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return value if value.isprintable() else _replaced(value, lambda _: _REPLACEMENT)
    return value


def written(words: str) -> str:
    """Words as HTML: what `shown` and markupsafe's `escape` make of them, as a plain string."""
    if not words.isprintable():
        words = _replaced(words, lambda _: _REPLACEMENT)
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words.replace("'", "&#39;").replace('"', "&#34;")


def all_written(texts: Sequence[str]) -> list[str]:
    """Each text as `written` has it, by one call for all where none holds the sign between them."""
    found = written(_BETWEEN.join(texts)).split(_BETWEEN)
    return found if len(found) == len(texts) else [written(one) for one in texts]


def in_script(piece: str) -> Markup:
    """A piece of JSON as it may stand in a script element; what is escaped comes back when it is read."""
    for sign, escape in _IN_SCRIPT.items():
        piece = piece.replace(sign, escape)
    return Markup(piece if piece.isprintable() else _replaced(piece, _escaped))  # noqa: S704


def _replaced(text: str, by: Callable[[re.Match[str]], str]) -> str:
    """Without forbidden signs; those beyond the first plane take long to find, and few texts hold any."""
    text = _FORBIDDEN.sub(by, text)
    return _FORBIDDEN_BEYOND.sub(by, text) if _BEYOND.search(text) else text


def in_css(text: str) -> str:
    """`text` inside the quotes of a style sheet: every sign that could mean something there as its number."""
    return re.sub(r"[^\w ,.–]|[\r\n]", lambda sign: f"\\{ord(sign[0]):x} ", text)


def _escaped(sign: re.Match[str]) -> str:
    units = sign[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
