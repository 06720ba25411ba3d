"""The other pages and dialogs in their states."""

from PySide6.QtWidgets import QWidget

from reviewer.domain.edits import library as edits
from reviewer.domain.transcript import Collection, Tag
from reviewer.gui.dialogs.importing.dialog import ImportDialog
from reviewer.gui.main_window import MainWindow
from reviewer.gui.theme import Theme
from reviewer.workspace.preparing import gather
from tests.gui.opening import Opening
from tests.gui.previewing import wait_until_read
from tests.shots.staging import LARGE, SMALL, with_samples

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


def welcome(opening: Opening, theme: str) -> MainWindow:
    """The first start."""
    return opening(reviewer="", size=LARGE, theme=theme)


def library(opening: Opening, theme: str) -> MainWindow:
    """All sample chats in the table, some of them in collections and under a tag."""
    window = with_samples(opening, theme)
    workspace = window.session.library.workspace
    first, second, *_ = everything = workspace.reading.transcripts()
    workspace.do(edits.move([first, second], Collection("c" * 32, "March sample", "sample"), new=True))
    workspace.do(edits.move(everything[2:], Collection("e" * 32, "Exercise 4: live chat", "exercise"), new=True))
    workspace.do(edits.put_tag([first], Tag("a" * 32, "fees"), new=True))
    window.show_page("library")
    window.library_page.table.selectRow(1)
    return window


def importing(opening: Opening, theme: str) -> QWidget:
    """What an import would bring: a speaker under two names, a line without one, personal details."""
    window = with_samples(opening, theme)
    for name, text in PREVIEWED.items():
        (opening.folder / name).write_text(text, encoding="utf-8")
    entries = gather([opening.folder / name for name in PREVIEWED])
    path = window.session.library.workspace.path
    dialog = ImportDialog(path, entries, Theme.load(theme), window, collections=["Exercise 4: live chat"])
    dialog.show()
    wait_until_read(dialog)
    dialog.side.details.labels.setChecked(True)
    return dialog


def settings(opening: Opening, theme: str) -> MainWindow:
    """Who reviews, how the window looks, which keys there are."""
    window = with_samples(opening, theme)
    window.show_page("settings")
    return window


def rubrics(opening: Opening, theme: str) -> MainWindow:
    """The rubrics, and one of them in the editor."""
    window = with_samples(opening, theme)
    window.show_page("rubrics")
    return window


def rubrics_small(opening: Opening, theme: str) -> MainWindow:
    """The same in the smallest window."""
    window = with_samples(opening, theme, SMALL)
    window.show_page("rubrics")
    return window
