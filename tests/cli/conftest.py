"""Running the command line in this process, on a library in a folder of the test."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reviewer.cli.main import main
from tests.painting import paint

CHAT = """Late parcel

Thank you for waiting. You are now chatting with “Noor”.

Noor: Hello, what can be done for you?

Customer: My parcel is late. It’s been nine days.

Noor: I’m sorry. I can send a second one today.

Customer: Good, thank you.
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its status and what it printed."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        import json

        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs one command in an empty folder, with a library of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REVIEWER_LIBRARY", str(tmp_path / "library.sqlite"))

    def run_command(*arguments: str) -> Ended:
        status = main(lambda library, files: 0, paint, [str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ended(int(status), out.decode("utf-8"), err.decode("utf-8"))

    return run_command


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    """A small chat file: one system line and four turns."""
    path = tmp_path / "chat.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path
