"""The command line answers without loading Qt, which takes longer than the work itself."""

import os
import subprocess
import sys
from pathlib import Path

CHAT = "Agent: Hello, this is Noor. What can be done for you?\nCustomer: My parcel is late.\n"
PROGRAM = """
import runpy, sys
try:
    runpy.run_module("reviewer", run_name="__main__", alter_sys=True)
except SystemExit as ended:
    status = ended.code or 0
print("status", status, file=sys.stderr)
print("loaded", *sorted(sys.modules), file=sys.stderr)
"""


def modules_of(folder: Path, *arguments: str) -> set[str]:
    """The modules that one command loads in a fresh Python without a display; the command must succeed."""
    displays = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in displays}
        | {"REVIEWER_LIBRARY": str(folder / "library.db")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "\nstatus 0\n" in f"\n{ended.stderr}", f"{arguments}: {ended.stderr}"
    return set(ended.stderr.rpartition("loaded ")[2].split())


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """The top-level packages that one command loads."""
    return {name.partition(".")[0] for name in modules_of(folder, *arguments)}


def test_commands_load_no_qt(tmp_path: Path):
    (tmp_path / "chat.txt").write_text(CHAT, encoding="utf-8")
    commands = [
        ["--help"],
        ["--version"],
        ["inspect", "chat.txt"],
        ["import", "chat.txt"],
        ["list"],
        ["export", "--all", "--to", "pages"],
        ["export", "--all", "--to", "pages", "--format", "xlsx"],
        ["check"],
    ]
    for command in commands:
        assert not loaded_by(tmp_path, *command) & {"PySide6", "shiboken6"}, command


def test_pdf_loads_what_paints_it_and_no_window(tmp_path: Path):
    """Without a display: nothing says where Qt could show anything."""
    (tmp_path / "chat.txt").write_text(CHAT, encoding="utf-8")
    loaded_by(tmp_path, "import", "chat.txt")
    command = ["export", "--all", "--to", "pages", "--format", "pdf"]
    assert {"PySide6", "PySide6.QtGui"} <= (loaded := modules_of(tmp_path, *command))
    assert not loaded & {"PySide6.QtWidgets", "PySide6.QtPrintSupport"}
    assert [path.suffix for path in (tmp_path / "pages").iterdir()] == [".pdf"]


def test_help_and_version_load_no_library(tmp_path: Path):
    for command in (["--help"], ["--version"]):
        assert not loaded_by(tmp_path, *command) & {"jinja2", "rapidfuzz"}, command
    assert not (tmp_path / "library.db").exists()
