"""Node, Chromium and the packages of package.json: found, or installed where that is asked for and possible."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
PACKAGES: Final = HERE / "node_modules"
STAMP: Final = PACKAGES / "stamp"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
OLDEST_NODE: Final = (18, 19)
DEBIAN: Final = {
    "node": ("nodejs",),
    "npm": ("npm",),
    "chromium": ("chromium", "fonts-dejavu-core", "fonts-liberation"),
    "java": ("default-jre-headless",),
}
INSTALL_SECONDS: Final = 240
NPM_SECONDS: Final = 120


class LeftOut(Exception):
    """The pages cannot be seen in a browser here; the sentence says why, and what to do."""


@dataclass(frozen=True)
class Tools:
    """The programs that are needed."""

    node: str
    chromium: str

    def run(self, script: str, arguments: Sequence[str | Path], seconds: float) -> int:
        """Run a script of node/ and give its exit status; 124 when it took longer than allowed and was ended."""
        line = [self.node, str(HERE / "node" / script), *map(str, arguments)]
        environment = {**os.environ, "CHROMIUM": self.chromium}
        return _bounded(line, seconds, env=environment)


def prepared(*, install: bool) -> Tools:
    """The tools, ready for use; with `install` missing ones are installed where the system is Debian and we are root.

    Raises:
        LeftOut: something is missing.
    """
    if install:
        _install_from_debian()
    node, npm, chromium = shutil.which("node"), shutil.which("npm"), _browser()
    missing = [name for name, path in (("node", node), ("npm", npm), ("chromium", chromium)) if path is None]
    if node is None or npm is None or chromium is None:
        wanted = " ".join(package for name in missing for package in DEBIAN[name])
        raise LeftOut(
            f"there is no {' and no '.join(missing)}. On Debian this installs it: sudo apt-get install {wanted}"
        )
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if tuple(map(int, re.findall(r"\d+", version)[:2])) < OLDEST_NODE:
        raise LeftOut(f"Node {version} is too old; 18.19 or newer is needed.")
    _install_packages(npm)
    return Tools(node, chromium)


def _browser() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def _install_from_debian() -> None:
    missing = [name for name in DEBIAN if not (_browser() if name == "chromium" else shutil.which(name))]
    if not missing or not shutil.which("apt-get") or getattr(os, "geteuid", lambda: 1)() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = [package for name in missing for package in DEBIAN[name]]
    options = ["--quiet=2", "--option=Dpkg::Use-Pty=0", "--yes", "--no-install-recommends"]
    _bounded(["apt-get", "update", "--quiet=2"], INSTALL_SECONDS, env=quiet)
    _bounded(["apt-get", "install", *options, *packages], INSTALL_SECONDS, env=quiet, stdout=subprocess.DEVNULL)


def _install_packages(npm: str) -> None:
    digest = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == digest:
        return
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if _bounded([npm, "ci", *options], NPM_SECONDS, cwd=HERE) != 0:
        raise LeftOut("the packages in tests/web/package-lock.json could not be installed; npm says why above.")
    STAMP.write_text(digest, encoding="utf-8")


def _bounded(line: Sequence[str], seconds: float, **options: object) -> int:
    """Run a program and all that it starts, and end all of it when the time is over."""
    process = subprocess.Popen(line, start_new_session=True, **options)  # type: ignore[call-overload]
    try:
        return int(process.wait(seconds))
    except subprocess.TimeoutExpired:
        return 124
    finally:
        _end(process.pid)
        process.wait()


def _end(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
