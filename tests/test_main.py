"""Starting the program, as a person without a display meets it."""

import subprocess
import sys

import pytest

from reviewer.__main__ import DISPLAYS, main


def test_without_a_display_the_command_alone_says_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "argv", ["reviewer"])
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("reviewer: there is no display, so no window can open.")


def test_python_starts_it_as_a_module():
    ended = subprocess.run([sys.executable, "-m", "reviewer", "--version"], capture_output=True, text=True, check=True)
    assert ended.stdout.startswith("reviewer")
