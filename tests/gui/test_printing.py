"""Printing from the window, and looking at a review as PDF: by keys, by menu, and where there is no printer."""

from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from reviewer.exporters.options import PageOptions
from reviewer.exporters.paper import Paper
from reviewer.gui import messages, paper_copies
from reviewer.gui.printing import printer as printing
from reviewer.workspace.exporting.wish import Wish
from tests.gui.opening import let_live, open_sample
from tests.gui.printing.reading import bare, opened, words_of
from tests.gui.steps import CONTROL, SHIFT, comment, press

LONGEST_MS, STEP_MS = 20_000, 10


class Printers:
    """Stands at the printer's dialog in a person's place: prints into a file, or thinks better of it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.agrees = True
        self.asked: list[str] = []
        self.pages: tuple[int, int] | None = None

    def __call__(self, _: object, printer: QPrinter) -> bool:
        self.asked.append(printer.docName())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        if self.pages:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*self.pages)
        return self.agrees


@pytest.fixture
def printers(tmp_path, monkeypatch):
    made = Printers(tmp_path / "printed.pdf")
    monkeypatch.setattr(messages, "has_printer", lambda: True)
    monkeypatch.setattr(messages, "printer_to_use", made)
    return made


@pytest.fixture
def shown(window):
    made = window(reviewer="Reviewer A", size=(1400, 860))
    open_sample(made, 0)
    return made


def wait(window):
    """Until what is printed or painted is done."""
    waited = 0
    while window.export_flow.paper.busy:
        assert waited < LONGEST_MS, "it does not end"
        let_live(STEP_MS)
        waited += STEP_MS
    let_live(STEP_MS)


def test_ctrl_p_prints_what_was_written_a_moment_ago(window, printers):
    shown = window(reviewer="Reviewer A", size=(1400, 860))
    open_sample(shown, 1)
    comment(shown, 3, "Say it at once")
    shown.review.commenting.edit_active()
    shown.focusWidget().insertPlainText("Still being written. ")
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    wait(shown)
    content = printers.file.read_bytes()
    assert printers.asked == [f"Chat review: {shown.session.full.transcript.title}"]
    assert "Stillbeingwritten." in words_of(content)
    assert shown.notice.sentence == f"Printed {len(opened(content).pages)} pages."


def test_revise_prints_the_revised_dialogue(shown, printers):
    shown.show_mode("revise")
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    wait(shown)
    words = words_of(printers.file.read_bytes())
    assert printers.asked == ["Revised dialogue: Tablet order, connection charge"]
    assert "Reviseddialogue:" in words
    assert "Scorecard" not in words


def test_chosen_pages_keep_their_numbers(shown, printers):
    printers.pages = (2, 3)
    shown.actions_table["print"].trigger()
    wait(shown)
    pages = opened(printers.file.read_bytes()).pages
    assert [bare(page.extract_text()).endswith(f"{number}/5") for number, page in enumerate(pages, 2)] == [True, True]
    assert shown.notice.sentence == "Printed 2 pages."


def test_thinking_better_of_it_prints_nothing(shown, printers):
    printers.agrees = False
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    assert printers.asked
    assert not printers.file.exists()
    assert "Printed" not in shown.notice.sentence


def test_without_a_printer_a_pdf_is_offered(shown, monkeypatch, looked_at):
    monkeypatch.setattr(messages, "has_printer", lambda: False)
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    assert shown.notice.sentence == "No printer is set up on this computer. A PDF can be printed elsewhere."
    QTest.mouseClick(shown.notice._button, Qt.MouseButton.LeftButton)
    wait(shown)
    assert [Path(one).name for one in looked_at] == ["tablet-order-connection-charge-feedback.pdf"]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_start_is_one_sentence(shown, printers, tmp_path):
    printers.file = tmp_path / "no such folder" / "printed.pdf"
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    wait(shown)
    assert shown.notice.sentence.startswith("The printer could not be started.")
    assert not shown.export_flow.paper.busy


def test_the_window_lives_on_while_it_prints_and_stops_it(shown, printers, monkeypatch):
    monkeypatch.setattr(printing, "SLICE_SECONDS", 0.0)
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    let_live(STEP_MS)
    assert shown.export_flow.paper.busy
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    assert shown.notice.sentence == "The printer is still busy. Wait until it is done, or stop it."
    shown.status.stop_wanted.emit()
    assert not shown.export_flow.paper.busy
    assert shown.notice.sentence == "Printing stopped."


def test_long_printing_says_how_long_it_still_takes(shown, printers, monkeypatch):
    minutes, told = count(0, 60), []
    monkeypatch.setattr(printing, "monotonic", lambda: next(minutes))
    shown.export_flow.paper.moved.connect(lambda *_: told.append(shown.status.job.text()))
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    wait(shown)
    assert told[-1] == "Printing: page 5 of 5"
    assert told[-2].startswith("Printing: page 4 of 5, about ")
    assert told[-2].endswith(" min left")


def test_closing_the_window_ends_what_is_printed(window, printers, monkeypatch):
    monkeypatch.setattr(printing, "SLICE_SECONDS", 0.0)
    made = window(reviewer="Reviewer A")
    open_sample(made, 0)
    press(made, Qt.Key.Key_P, modifier=CONTROL)
    assert made.export_flow.paper.busy
    made.close()
    assert not made.export_flow.paper.busy


def test_a_pdf_to_look_at_opens_in_its_own_program_and_is_gone_with_the_window(window, looked_at):
    made = window(reviewer="Reviewer A")
    open_sample(made, 0)
    press(made, Qt.Key.Key_P, modifier=CONTROL | SHIFT)
    wait(made)
    (path,) = looked_at
    assert bare("A polite chat that loses the sale.") in words_of(Path(path).read_bytes())
    window.close()
    assert not Path(path).exists()


def test_the_paper_is_the_one_of_this_country(shown, printers, monkeypatch):
    monkeypatch.setattr(paper_copies, "usual_paper", lambda: Paper.LETTER)
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    wait(shown)
    page = opened(printers.file.read_bytes()).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)


def test_the_paper_of_the_last_export_counts_for_printing_too(shown, printers, monkeypatch):
    monkeypatch.setattr(paper_copies, "usual_paper", lambda: Paper.A4)
    wish = Wish(page=PageOptions(paper=Paper.LETTER))
    shown.export_flow.exporting.places.settings.keep("feedback", wish)
    press(shown, Qt.Key.Key_P, modifier=CONTROL)
    wait(shown)
    page = opened(printers.file.read_bytes()).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)


def test_the_shortcut_sheet_and_the_palette_know_it(shown):
    rows = {text: (menu, keys) for menu, text, keys in shown.actions_table.rows()}
    assert rows["Print"] == ("File", "Ctrl+P")
    assert rows["Open as PDF"] == ("File", "Ctrl+Shift+P")
    assert {"print", "open_pdf"} <= {offer.name for offer in shown.actions_table.offers()}
