"""Real files that others wrote, beside the checkout: each gives what it should, or is refused."""

from pathlib import Path

from tests.importers.corpus import differences, expectations


def test_every_file_gives_what_is_expected(shared: Path):
    found = {key: differences(shared, one) for key, one in expectations(shared).items()}
    assert len(found) > 30
    assert {key: wrong for key, wrong in found.items() if wrong} == {}
