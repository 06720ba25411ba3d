"""The files in exports/ are what the program writes, byte for byte."""

import pytest

from reviewer.exporters.writing import write_whole
from tests.exporters.cases import EXPORTS, PAINTED, SOURCES, Golden, goldens
from tests.exporters.groups import gathered_goldens

ALL = [*goldens(), *gathered_goldens()]


@pytest.mark.parametrize("golden", ALL, ids=str)
def test_golden(golden: Golden, regenerate_goldens: bool) -> None:
    made = golden.make()
    if regenerate_goldens:
        write_whole(golden.path, [made])
    content = made.encode("utf-8", "replace") if isinstance(made, str) else made
    assert golden.path.read_bytes() == content, (
        "the file differs from its golden; look at it, then run: python3 dev.py export-goldens"
    )


def test_every_file_in_exports_is_a_golden() -> None:
    kept = {path for path in EXPORTS.rglob("*") if path.is_file() and EXPORTS / "demo" not in path.parents}
    assert kept == {golden.path for golden in ALL} | set(PAINTED) | {EXPORTS / "README.md", *SOURCES}
