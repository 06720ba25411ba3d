"""Run it with `python3 dev.py shots [FOLDER]`.

Without a folder it draws the pictures of the documentation into docs/images; with one, every state of every screen
in both themes.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from reviewer.gui.main_window import MainWindow
from reviewer.workspace.exporting.transcripts import export_to
from tests.gui.opening import Opening
from tests.shots import exporting, pages, reviewing, revising, scoring
from tests.shots.staging import NOON, REST_MS

CHECKOUT = Path(__file__).resolve().parents[2]
IMAGES = CHECKOUT / "docs" / "images"
GROUP_PAGE = CHECKOUT / "exports" / "group" / "late-delivery.html"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
THEMES = ("light", "dark")

Shot = Callable[[Opening, str], QWidget]
SHOTS: dict[str, Shot] = {
    "welcome": pages.welcome,
    "library": pages.library,
    "import": pages.importing,
    "settings": pages.settings,
    "rubrics": pages.rubrics,
    "rubrics-small": pages.rubrics_small,
    **reviewing.SHOTS,
    **scoring.SHOTS,
    **revising.SHOTS,
    **exporting.SHOTS,
}
DOCUMENTED = {
    "welcome": ("welcome", "light"),
    "library": ("library", "light"),
    "import": ("import", "light"),
    "import-dark": ("import", "dark"),
    "export": ("export", "light"),
    "revise": ("revise", "light"),
    "palette": ("palette", "light"),
    "review-questions": ("review-questions", "light"),
    "rubrics": ("rubrics", "light"),
    "review-light": ("review", "light"),
    "review-dark": ("review-thread", "dark"),
    "review-small": ("review-small", "light"),
}
"""File name to the shot and its theme."""


def main(arguments: list[str]) -> int:
    """Draw into a folder; gives the exit status."""
    folder = Path(arguments[0]) if arguments else IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    every = {f"{name}-{theme}": (name, theme) for name in SHOTS for theme in THEMES}
    wanted = every if arguments else DOCUMENTED
    for file, (name, theme) in wanted.items():
        if len(arguments) > 1 and name not in arguments[1:]:
            continue
        _draw(SHOTS[name], theme, folder / f"{file}.png", page=folder / "page.png" if file == "library" else None)
        print(f"{file}.png", flush=True)
    if not arguments:
        _browse(GROUP_PAGE, folder / "group.png")
    return 0


def _draw(shot: Shot, theme: str, picture: Path, page: Path | None) -> None:
    with tempfile.TemporaryDirectory() as own:
        opening = Opening(Path(own), lambda: NOON)
        shown = shot(opening, theme)
        QTest.qWait(REST_MS)
        shown.grab().save(str(picture))
        if page and isinstance(shown, MainWindow):
            _page(shown, page)
        if isinstance(shown, QDialog):
            shown.done(0)
        opening.close()


def _page(window: MainWindow, picture: Path) -> None:
    """The exported page of the open review."""
    full = window.session.full
    if full is not None:
        with tempfile.TemporaryDirectory() as folder:
            _browse(export_to(window.session.library.workspace, full, Path(folder) / "page.html"), picture)


def _browse(page: Path, picture: Path) -> None:
    """A page as a browser shows it."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        print(f"{picture.name} was not drawn: there is no Chromium on this computer.")
        return
    with tempfile.TemporaryDirectory() as folder:
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1280,1000")
        subprocess.run(
            [browser, *options, f"--user-data-dir={folder}/profile", f"--screenshot={picture}", page.as_uri()],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=120,
        )
    print(picture.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
