"""Signs that no HTML page may hold: control signs, halves of signs, and code points that are no signs."""

import re
from typing import Final

from markupsafe import Markup

_LAST_OF_PLANES: Final = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_FORBIDDEN: Final = re.compile(
    f"[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef{_LAST_OF_PLANES}]"
)
_UNSAFE_IN_SCRIPT: Final = re.compile(f"[<>&'\u2028\u2029]|{_FORBIDDEN.pattern}")
_REPLACEMENT: Final = "\ufffd"


def shown(value: object) -> object:
    """A value as the page shows it: forbidden signs become U+FFFD; markup and other values stay as they are."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _FORBIDDEN.sub(_REPLACEMENT, value)
    return value


def in_script(piece: str) -> Markup:
    """A piece of JSON as it may stand in a script element; what is escaped comes back when it is read."""
    return Markup(_UNSAFE_IN_SCRIPT.sub(_escaped, piece))  # noqa: S704


def in_css(text: str) -> str:
    """`text` inside the quotes of a style sheet: every sign that could mean something there as its number."""
    return re.sub(r"[^\w ,.–]|[\r\n]", lambda sign: f"\\{ord(sign[0]):x} ", text)


def _escaped(sign: re.Match[str]) -> str:
    units = sign[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
