"""The exported pages in a real browser: `python3 dev.py web`.

web                     every page of exports/: axe-core, two HTML checkers, 1440, 400 and 320 px, light, dark, paper;
                        then more than 500 hostile strings through import, review, page, browser and import again
web --where-possible    the same; what is missing is installed on Debian as root, else the checks are left out
web shots FOLDER        pictures of the pages in light, dark, narrow, on paper and in grey
web shots FOLDER PAGE…  the same of these pages
"""

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from tests.conftest import CHECKOUT
from tests.web.hostile import hostile
from tests.web.tools import LeftOut, Tools, prepared

EXPORTS: Final = CHECKOUT / "exports"
PAGES_SECONDS: Final = 420
SHOTS_SECONDS: Final = 600
Counts = tuple[int, int]


def main(arguments: list[str]) -> int:
    """Take the checks, or pictures; gives the exit status."""
    where_possible = arguments == ["--where-possible"]
    if arguments and not where_possible and (arguments[0] != "shots" or len(arguments) < 2):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        tools = prepared(install=where_possible)
    except LeftOut as reason:
        print(f"Pages in a browser: left out, {reason}", file=sys.stderr)
        return 0 if where_possible else 1
    if arguments and arguments[0] == "shots":
        return shots(tools, Path(arguments[1]), [Path(name) for name in arguments[2:]])
    return check(tools)


def check(tools: Tools) -> int:
    """Every check, counted in the last line."""
    passed = failed = 0
    for name, part in PARTS.items():
        print(f"--- {name}", flush=True)
        counts = part(tools)
        passed, failed = passed + counts[0], failed + counts[1]
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def shots(tools: Tools, folder: Path, pages: Sequence[Path]) -> int:
    """Pictures of pages, named after their places."""
    named = {page: "-".join(page.with_suffix("").parts[-2:]) for page in pages or golden_pages()}
    return tools.run("shots.mjs", [folder, *(f"{page}={name}" for page, name in named.items())], SHOTS_SECONDS)


def golden_pages() -> list[Path]:
    """The pages that are kept."""
    return [page for page in sorted(EXPORTS.rglob("*.html")) if EXPORTS / "demo" not in page.parents]


def watched(tools: Tools) -> Counts:
    """The checks themselves: a page with every fault, each of which has to be found."""
    return counted(tools, "faulty.mjs", [])


def pages(tools: Tools) -> Counts:
    """The golden pages."""
    return counted(tools, "check.mjs", [EXPORTS, *golden_pages()])


def counted(tools: Tools, script: str, arguments: Sequence[str | Path]) -> Counts:
    """Run a script that leaves its counts in the file that it is given first; one that ends early is a failure."""
    with tempfile.TemporaryDirectory() as folder:
        counts = Path(folder) / "counts.json"
        status = tools.run(script, [counts, *arguments], PAGES_SECONDS)
        if status == 0 and counts.is_file():
            found = json.loads(counts.read_text(encoding="utf-8"))
            return found["passed"], found["failed"]
    reason = f"took longer than {PAGES_SECONDS} s" if status == 124 else f"ended with status {status}"
    print(f"FAILED {script} {reason}")
    return 0, 1


PARTS: Final[dict[str, Callable[[Tools], Counts]]] = {
    "the checks themselves": watched,
    "golden pages": pages,
    "hostile words": hostile,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
