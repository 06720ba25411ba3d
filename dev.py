#!/usr/bin/env python3
"""Set up, run and test Transcript Reviewer.

The first start installs what is needed into .venv; later ones go straight on.

python3 dev.py run               open the window; without a display, make a sample page in exports/
python3 dev.py run ARGUMENTS     the command line: run import chat.txt, run list, run --help
python3 dev.py test              style, types, layers, then all tests
python3 dev.py test ARGUMENTS    pytest alone, with these arguments
python3 dev.py lint              style, types and layers alone
python3 dev.py shots             draw the screens and save them as pictures
python3 dev.py web               see the pages of exports/ in Chromium: needs Node and Chromium
python3 dev.py export-goldens    write the golden exports in exports/ anew
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"

# Each stamp holds the digest of what its step was done for; while that is the same, the step is left out.
PYTHON_STAMP = VENV / "python-stamp"
PACKAGES_STAMP = VENV / "packages-stamp"
QT_STAMP = VENV / "qt-stamp"

# Starts Qt without a window; then, where there is a display, loads what draws windows, which needs no connection to it.
QT_PROBE = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets
QtGui.QGuiApplication(["probe"])
plugins = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.PluginsPath)
windows = QtCore.QPluginLoader(f"{plugins}/platforms/libqxcb.so")
if sys.argv[1:] == ["window"] and not windows.load():
    sys.exit(windows.errorString())
"""
QT_LIBRARIES = (
    # to draw without a window
    *("libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"),
    # for a window under X
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
)

ALL_AT_ONCE = ("--numprocesses=auto", "--dist=worksteal")
"""The whole suite takes every core."""


class Stopped(Exception):
    """The work cannot go on; the sentence says why and what to do."""


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    command, rest = arguments[0], arguments[1:]
    if command not in COMMANDS:
        print(f"dev.py: there is no command {command!r}.\n\n{__doc__}", file=sys.stderr)
        return 2
    try:
        prepare()
        return COMMANDS[command](rest)
    except Stopped as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# Setting up


def prepare() -> None:
    """Bring .venv up to date with requirements.lock and see that Qt starts; leave out what is done already."""
    if sys.version_info < OLDEST_PYTHON:
        raise Stopped(f"this is Python {python_version()}, and 3.11 or newer is needed. Start it as: python3.11 dev.py")
    python, packages = python_digest(), packages_digest()
    if not holds(PYTHON_STAMP, python):
        make_venv()
        PYTHON_STAMP.write_text(python, encoding="utf-8")
    if not holds(PACKAGES_STAMP, packages):
        install_packages()
        PACKAGES_STAMP.write_text(packages, encoding="utf-8")
    place = "window" if sys.platform == "linux" and has_display() else "offscreen"
    if not any(holds(QT_STAMP, f"{packages} {done}") for done in ("window", place)):
        see_that_qt_starts(place)
        QT_STAMP.write_text(f"{packages} {place}", encoding="utf-8")


def python_digest() -> str:
    return hashlib.sha256(f"{sys.version}\n{sys.base_prefix}\n{ROOT}".encode()).hexdigest()


def packages_digest() -> str:
    return hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def holds(stamp: Path, digest: str) -> bool:
    return venv_program("python").exists() and stamp.is_file() and stamp.read_text(encoding="utf-8") == digest


def make_venv() -> None:
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        raise Stopped(
            f"this Python has no {' and no '.join(missing)}. "
            "On Debian and Ubuntu this installs it:\n    sudo apt-get install python3-venv"
        )
    print(f"Setting up .venv with Python {python_version()}. This is done once.", file=sys.stderr)
    if call([sys.executable, "-m", "venv", "--clear", VENV]) != 0:
        raise Stopped(f"{VENV} could not be made; the message above says why.")


def install_packages() -> None:
    pip: list[str | Path] = [venv_program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if call([*pip, "--require-hashes", "--requirement", LOCK]) != 0:
        raise Stopped(
            "the packages could not be installed; the message above says why. The first start needs a "
            "network connection (about 150 MB), later ones need none. Try again when there is one."
        )
    if call([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT]) != 0:
        raise Stopped("the project could not be installed into .venv; the message above says why.")


def see_that_qt_starts(place: str) -> None:
    trouble = qt_trouble(place)
    if trouble and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        print("Installing the system libraries that Qt needs.", file=sys.stderr)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        call(["apt-get", "update", "--quiet=2"], quiet)
        options = ["--quiet=2", "--option=Dpkg::Use-Pty=0", "--yes", "--no-upgrade", "--no-install-recommends"]
        call(["apt-get", "install", *options, *QT_LIBRARIES], quiet)
        trouble = qt_trouble(place)
    if trouble:
        raise Stopped(
            f"Qt does not start: {trouble}\nOn Debian and Ubuntu this installs what it needs:\n"
            f"    sudo apt-get install {' '.join(QT_LIBRARIES)}"
        )


def qt_trouble(place: str) -> str:
    """Why Qt does not start in this place ("window" or "offscreen"), in its own words; empty when it does."""
    probe = subprocess.run(
        [str(venv_program("python")), "-c", QT_PROBE, place],
        env=offscreen(),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if probe.returncode == 0:
        return ""
    lines = probe.stderr.split("\n")
    return next((line for line in reversed(lines) if line.strip()), f"it ended with status {probe.returncode}")


# Commands


def run(arguments: list[str]) -> int:
    if arguments or has_display():
        return call([venv_program("python"), "-m", "reviewer", *arguments])
    print("There is no display for a window. Making a sample page in exports/ instead.", file=sys.stderr)
    return call([venv_program("python"), "-m", "reviewer.demo"], offscreen())


def test(arguments: list[str]) -> int:
    return pytest(arguments) if arguments else report({**linters(), "pytest": partial(pytest, ALL_AT_ONCE)})


def lint(arguments: list[str]) -> int:
    if arguments:
        raise Stopped("lint takes no arguments.")
    return report(linters())


def shots(arguments: list[str]) -> int:
    return call([venv_program("python"), "-m", "tests.shots", *arguments], offscreen())


def web(arguments: list[str]) -> int:
    return call([venv_program("python"), "-m", "tests.web", *arguments], offscreen())


def export_goldens(arguments: list[str]) -> int:
    files = ["tests/exporters/test_painted_goldens.py", "tests/exporters/test_goldens.py"]
    return pytest([*files, "--regenerate-goldens", *arguments])


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "lint": lint,
    "shots": shots,
    "web": web,
    "export-goldens": export_goldens,
}


# Steps


def linters() -> dict[str, Callable[[], int]]:
    """Name of each linter, and what runs it and gives its exit status."""
    return {
        "ruff check": partial(call, [venv_program("ruff"), "check", "."]),
        "ruff format": partial(call, [venv_program("ruff"), "format", "--check", "."]),
        "mypy": partial(call, [venv_program("mypy"), "--strict", "reviewer", "dev.py"]),
        "layers": partial(call, [venv_program("lint-imports")]),
    }


def pytest(arguments: Sequence[str]) -> int:
    return call([venv_program("python"), "-m", "pytest", *arguments], offscreen())


def report(steps: Mapping[str, Callable[[], int]]) -> int:
    """Take every step, also after one has failed, and say at the end how each went."""
    lines, failed = [], []
    for name, step in steps.items():
        print(f"--- {name}", flush=True)
        started = time.monotonic()
        if step() != 0:
            failed.append(name)
        lines.append(f"{'FAILED' if name in failed else 'ok':8}{name:12}{time.monotonic() - started:7.1f} s")
    print("", *lines, f"Failed: {', '.join(failed)}" if failed else "All is well.", sep="\n", flush=True)
    return 1 if failed else 0


def call(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run a program in the checkout and give its exit status: 128 and the number when a signal ended it."""
    line = [str(part) for part in command]
    status = subprocess.run(line, cwd=ROOT, env=environment, check=False).returncode
    return status if status >= 0 else 128 - status


def venv_program(name: str) -> Path:
    return VENV / "Scripts" / f"{name}.exe" if sys.platform == "win32" else VENV / "bin" / name


def has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def python_version() -> str:
    return sys.version.split()[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
