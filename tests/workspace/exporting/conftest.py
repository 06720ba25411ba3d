"""A library to export from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import open_library


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty one."""
    with open_library(tmp_path / "library") as library:
        yield library
