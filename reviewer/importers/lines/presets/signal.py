"""Signal, as signal-export writes it: `[2030-01-02, 10:02] Name: text`."""

import re
from typing import Final

from reviewer.importers.lines.grammar import Grammar, Header
from reviewer.importers.lines.named import any_name
from reviewer.importers.times import STAMP, stamp_of

_SIGNAL: Final = re.compile(rf"^\[(?=\d{{4}}-\d\d-\d\d, \d\d:\d\d\]){STAMP}\] (?P<rest>.*)$", re.DOTALL)


def _signal(line: str) -> Header | None:
    match = _SIGNAL.match(line)
    stamp = stamp_of(match) if match else None
    if match is None or stamp is None:
        return None
    said = any_name(match["rest"])
    return Header(said[0], stamp, said[1], certain=True) if said else Header(None, stamp, match["rest"])


GRAMMAR: Final = Grammar("signal", "Signal chat", _signal, timed=True, strict=True)
