"""Starting the program, as a person without a display meets it."""

import subprocess
import sys

import pytest

from reviewer.__main__ import DISPLAYS, main, open_window
from reviewer.errors import UsageError


@pytest.fixture
def _no_display(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_no_display")
def test_without_a_display_the_window_says_so():
    with pytest.raises(UsageError, match="there is no display, so no window can open"):
        open_window(None, [])


@pytest.mark.usefixtures("_no_display")
def test_the_command_without_arguments_wants_the_window(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["reviewer"])
    assert main() == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("reviewer: there is no display")


def test_python_starts_it_as_a_module():
    ended = subprocess.run([sys.executable, "-m", "reviewer", "--version"], capture_output=True, text=True, check=True)
    assert ended.stdout.startswith("reviewer")
