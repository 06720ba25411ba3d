"""Draws the screens of the program, and the exported page, as pictures for the documentation.

Run it with `python3 dev.py shots [FOLDER]`; without a folder the pictures go to docs/images.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer import resources
from reviewer.domain.edits import library as edits
from reviewer.domain.edits import reviewing
from reviewer.domain.transcript import Collection, Tag
from reviewer.gui.dialogs.importing.dialog import ImportDialog
from reviewer.gui.main_window import MainWindow
from reviewer.gui.pages.welcome import samples
from reviewer.gui.theme import Theme
from reviewer.importers.base import Source
from reviewer.workspace.exporting import export_to, suggested_name
from reviewer.workspace.importing import import_source
from reviewer.workspace.preparing import gather
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.gui.conversation.places import drag, rect_of
from tests.gui.opening import Opening
from tests.gui.previewing import wait_until_read

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
NOON = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
SAMPLE_REVIEWER = "Reviewer A"
LARGE, SMALL = (1440, 900), (1024, 640)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
REST_MS = 400

PREVIEWED = {
    "renewal-expired.txt": """Renewal page says “expired”

[09:14] You are now connected with Rafi.
[09:15] Lena: Hello. The page of my plan calls it expired, and yet it renews itself. Which of the two is right?
[09:17] Rafi: Hello Lena. Open the page Renewal and press Renew there.
[09:18] Lena: I am on it. Is there anything to pay? I am lena.m@mail.example if you want to check.
[09:20] Rafi: The steps that I gave were not followed.
[09:21] Lena: Which steps? There was one page, and I am on it.
I can send a picture.
[09:24] Raffi: Press the small blue words below the name of the plan.
[09:25] Lena: There it is. So “expired” is a mistake? Ring me on 020 7946 0958 if that is easier.
[09:26] Rafi: Yes, pay no heed to it. The plan is renewed until 4 April.
[09:26] Lena: Good. Thank you.
[09:27] Rafi: You are welcome. Goodbye.
""",
    "cake-order.csv": "time,sender,message\n"
    "2026-03-05 10:02,Agent,Good morning. What can be baked for you?\n"
    "2026-03-05 10:03,Ana,A cake for eight, today if it can be done.\n"
    "2026-03-05 10:04,Agent,It can. Chocolate or lemon?\n"
    "2026-03-05 10:05,Ana,Lemon.\n",
    "drive-failure.html": "<html><body><p><b>Support:</b> Hello, what is wrong?</p><p><b>Bo:</b> My drive clicks.</p>"
    "<p><b>Support:</b> Do not start it again.</p><p><b>Bo:</b> I will not.</p></body></html>",
}

Shot = Callable[[Opening], QWidget]


def welcome(opening: Opening) -> MainWindow:
    """The first start."""
    return opening(reviewer="", size=LARGE, theme="light")


def library(opening: Opening) -> MainWindow:
    """All sample chats in the table, some of them in collections and under a tag."""
    window = _with_samples(opening, LARGE, "light")
    workspace = window.session.library.workspace
    first, second, *_ = everything = workspace.reading.transcripts()
    workspace.do(edits.move([first, second], Collection("c" * 32, "March sample", "sample"), new=True))
    workspace.do(edits.move(everything[2:], Collection("e" * 32, "Exercise 4: live chat", "exercise"), new=True))
    workspace.do(edits.put_tag([first], Tag("a" * 32, "fees"), new=True))
    window.show_page("library")
    window.library_page.table.selectRow(1)
    return window


def importing(opening: Opening, theme: str = "light", size: tuple[int, int] = LARGE) -> QWidget:
    """What an import would bring: a speaker under two names, a line without one, personal details."""
    window = _with_samples(opening, size, theme)
    for name, text in PREVIEWED.items():
        (opening.folder / name).write_text(text, encoding="utf-8")
    entries = gather([opening.folder / name for name in PREVIEWED])
    path = window.session.library.workspace.path
    dialog = ImportDialog(path, entries, Theme.load(theme), window, collections=["Exercise 4: live chat"])
    dialog.show()
    wait_until_read(dialog)
    dialog.side.details.labels.setChecked(True)
    return dialog


def review_light(opening: Opening) -> MainWindow:
    """A comment with its suggested rewrite, a criterion with its level, and selected words with what can be said."""
    window = _with_samples(opening, LARGE, "light")
    review, full = window.review, window.session.full
    relationship = full.rubric.criteria[-1]
    window.session.do(reviewing.rate(full, relationship.id, None))
    review.commenting.activate(full.annotations[5].id)
    next(row for row in review.panel.scorecard.rows if row.criterion.letter == "H").control.setFocus()
    review.view.go_to_turn(13)
    QTest.qWait(REST_MS)
    words = rect_of(review.view, 10, "I see. It is new,")
    middle = round(words.center().y())
    drag(review.view, QPoint(round(words.left()) + 1, middle), QPoint(round(words.right()) - 2, middle))
    return window


def review_dark(opening: Opening) -> MainWindow:
    """The same in the dark theme."""
    return _review(opening, "dark")


def review_small(opening: Opening) -> MainWindow:
    """The smallest window: pins in place of cards, the find bar, a notice."""
    window = _with_samples(opening, SMALL, "light")
    window.actions_table["find"].trigger()
    QTest.keyClicks(window.review.find_bar.field, "charge")
    QTest.qWait(REST_MS)
    comment = window.session.full.annotations[4]
    window.review.commenting.delete(comment.id)
    window.review.find_bar.field.setFocus()
    return window


def revise(opening: Opening) -> MainWindow:
    """The revised dialogue beside the original."""
    window = _with_samples(opening, LARGE, "light")
    window.show_mode("revise")
    window.review.revision.edit_turn(7)
    return window


SHOTS: dict[str, Shot] = {
    "welcome": welcome,
    "library": library,
    "review-light": review_light,
    "import": importing,
    "import-dark": partial(importing, theme="dark"),
    "review-dark": review_dark,
    "review-small": review_small,
    "revise": revise,
}


def main(arguments: list[str]) -> int:
    """Draw everything into a folder; gives the exit status."""
    folder = Path(arguments[0]) if arguments else IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    for name, shot in SHOTS.items():
        with tempfile.TemporaryDirectory() as own:
            opening = Opening(Path(own), lambda: NOON)
            window = shot(opening)
            QTest.qWait(REST_MS)
            window.grab().save(str(folder / f"{name}.png"))
            if isinstance(window, MainWindow) and name == "library":
                _page(window, folder / "page.png")
            elif isinstance(window, ImportDialog):
                window.done(0)
            opening.close()
        print(f"{name}.png")
    return 0


def _with_samples(opening: Opening, size: tuple[int, int], theme: str) -> MainWindow:
    """The window with every sample in the library and the review of the first one open, its reviewer back at work."""
    names = [sample.review or sample.file for sample in samples()]
    with Workspace.open(opening.library, clock=lambda: NOON) as workspace:
        first, *_ = [
            import_source(workspace, Source(name, resources.read_bytes("samples", name)), SILENT) for name in names
        ]
    window = opening(reviewer=SAMPLE_REVIEWER, size=size, theme=theme)
    window.open_transcript(first.transcripts[0].id)
    window.acts.mark_done()
    return window


def _review(opening: Opening, theme: str) -> MainWindow:
    window = _with_samples(opening, LARGE, theme)
    review = window.review
    with_rewrite = [one for one in window.session.full.annotations if one.suggestion]
    review.view.go_to_turn(3)
    if with_rewrite:
        review.commenting.activate(with_rewrite[0].id)
    return window


def _page(window: MainWindow, picture: Path) -> None:
    """The exported page as a browser shows it."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None or window.session.full is None:
        print("page.png was not drawn: there is no Chromium on this computer.")
        return
    with tempfile.TemporaryDirectory() as folder:
        page = export_to(
            window.session.library.workspace,
            window.session.full,
            Path(folder) / suggested_name(window.session.full),
        )
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--window-size=1280,1000",
                f"--user-data-dir={folder}/profile",
                f"--screenshot={picture}",
                page.as_uri(),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=120,
        )
    print(picture.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
