"""Words as XML 1.0 can hold them."""

import re
from typing import Final

_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT: Final = "\ufffd"


def in_xml(text: str) -> str:
    """The text with U+FFFD in place of each sign that XML 1.0 forbids, so its length stays.

    Source: https://www.w3.org/TR/xml/#charsets
    """
    return _NOT_IN_XML.sub(REPLACEMENT, text)
