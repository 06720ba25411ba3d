"""dev.py, the first file that a newcomer runs: what it says and does when something is missing or fails."""

import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture
def dev():
    """A fresh dev.py, so that a test may point it at other places."""
    spec = importlib.util.spec_from_file_location("dev_under_test", CHECKOUT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_python_alone():
    ended = subprocess.run(
        [sys.executable, "-S", "-I", str(CHECKOUT / "dev.py"), "--help"], capture_output=True, text=True, check=True
    )
    for command in ("run", "test", "lint", "shots", "export-goldens"):
        assert f"dev.py {command}" in ended.stdout


def test_an_unknown_command_is_wrong_usage(dev, capsys):
    assert dev.main(["biuld"]) == 2
    assert "there is no command 'biuld'" in capsys.readouterr().err


def test_an_old_python_is_told_what_is_needed(dev, capsys, monkeypatch):
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (4, 0))
    assert dev.main(["lint"]) == 1
    assert "3.11 or newer is needed" in capsys.readouterr().err


def test_a_python_without_venv_is_told_the_package(dev, monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "VENV", tmp_path / "venv")
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(dev.Stopped, match=r"no ensurepip[^\n]*\n +sudo apt-get install python3-venv"):
        dev.make_venv()


def test_without_a_network_it_says_so(dev, monkeypatch, tmp_path):
    """A lock that cannot be fetched stops it with a sentence, not with a traceback."""
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"no-such-package-here==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", lock)
    for name, value in (("PIP_NO_INDEX", "1"), ("PIP_CONFIG_FILE", os.devnull), ("PIP_FIND_LINKS", "")):
        monkeypatch.setenv(name, value)
    with pytest.raises(dev.Stopped, match="needs a network connection"):
        dev.install_packages()


def test_a_qt_that_does_not_start_names_every_library(dev, monkeypatch):
    monkeypatch.setattr(dev, "QT_PROBE", "raise SystemExit('libEGL.so.1: cannot open shared object file')")
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    with pytest.raises(dev.Stopped) as stopped:
        dev.see_that_qt_starts("offscreen")
    sentence = str(stopped.value)
    assert "Qt does not start: libEGL.so.1" in sentence
    assert "sudo apt-get install libgl1 libegl1" in sentence
    assert "libxcb-cursor0" in sentence


def test_a_stamp_holds_only_what_it_was_made_for(dev, tmp_path):
    stamp = tmp_path / "stamp"
    assert not dev.holds(stamp, "one")
    stamp.write_text("one", encoding="utf-8")
    assert dev.holds(stamp, "one")
    assert not dev.holds(stamp, "two")


def test_the_packages_are_renewed_when_lock_or_project_change(dev, monkeypatch, tmp_path):
    before = dev.packages_digest()
    changed = tmp_path / "requirements.lock"
    changed.write_bytes(dev.LOCK.read_bytes() + b"\n")
    monkeypatch.setattr(dev, "LOCK", changed)
    assert dev.packages_digest() != before


def test_every_step_is_taken_and_the_failed_ones_are_named(dev, capsys):
    taken = []
    steps = {name: lambda name=name: taken.append(name) or int(name == "types") for name in ("style", "types", "tests")}
    assert dev.report(steps) == 1
    assert taken == ["style", "types", "tests"]
    out = capsys.readouterr().out
    assert "FAILED  types" in out
    assert out.endswith("Failed: types\n")


def test_the_exit_status_of_a_program_is_handed_on(dev):
    assert dev.call([sys.executable, "-c", "raise SystemExit(5)"]) == 5
    if sys.platform != "win32":
        ended_by_signal = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
        assert dev.call([sys.executable, "-c", ended_by_signal]) == 128 + signal.SIGTERM


@pytest.mark.parametrize(
    ("variables", "display"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_display_is_seen_from_the_variables(dev, monkeypatch, variables, display):
    monkeypatch.setattr(dev.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert dev.has_display() is display


def test_run_opens_the_window_or_makes_a_page(dev, monkeypatch, capsys):
    started = []
    monkeypatch.setattr(dev, "call", lambda command, environment=None: started.append(command[1:]) or 0)
    monkeypatch.setattr(dev, "has_display", lambda: True)
    dev.run([])
    dev.run(["import", "chat.txt"])
    monkeypatch.setattr(dev, "has_display", lambda: False)
    dev.run([])
    dev.run(["list"])
    assert started == [
        ["-m", "reviewer"],
        ["-m", "reviewer", "import", "chat.txt"],
        ["-m", "reviewer.demo"],
        ["-m", "reviewer", "list"],
    ]
    assert "exports/" in capsys.readouterr().err
