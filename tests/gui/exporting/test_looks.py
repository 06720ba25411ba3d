"""Pages in the look that Settings keep, and as PDF."""

from PySide6.QtGui import QImage

from reviewer.exporters.accent import accent_of
from reviewer.exporters.page_theme import PageTheme
from reviewer.gui.dialogs.exporting.sketch import Screen
from reviewer.gui.dialogs.exporting.sketch_marks import Words
from reviewer.workspace.exporting.wish import Wish
from tests.gui.exporting_by_hand import wait_until_looked, write_path

GREEN = "#0a7a3c"


def written(dialog, path):
    write_path(dialog, path)
    dialog.write()
    wait_until_looked(dialog)
    return path


def test_the_page_and_its_sketch_carry_the_name_and_the_colour_of_the_organisation(shown, ask, tmp_path):
    shown._settings.look.keep_theme(PageTheme("Lamp & Daughters", GREEN))
    dialog = ask()
    sketch = dialog.preview.sketch
    words = [one.text for block in sketch.blocks for one in block.shapes if isinstance(one, Words)]
    assert "Lamp & Daughters · Chat review" in words
    image = QImage(sketch.size(), QImage.Format.Format_RGB32)
    sketch.render(image)
    assert image.pixelColor(sketch.width() // 2, 3).name() == accent_of(GREEN).paper.lower()
    page = written(dialog, tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Lamp &amp; Daughters" in page
    assert f"--accent:{accent_of(GREEN).paper}" in page
    assert dialog.preview.look.size == len(page.encode())


def test_a_theme_that_cannot_be_read_is_said_and_stops_nobody(shown, ask, tmp_path):
    kept = shown._settings.look
    kept.keep_theme(PageTheme("Lamp", GREEN))
    (kept.folder / "theme.toml").write_text("colour = [", encoding="utf-8")
    dialog = ask()
    assert dialog.choices.caution.sentence.words.endswith("The page is in the usual colours.")
    assert not dialog.choices.caution.mend.isVisible()
    assert "Lamp" not in written(dialog, tmp_path / "page.html").read_text(encoding="utf-8").partition("<main")[0]


def test_templates_of_ones_own_that_are_wrong_are_one_sentence_in_the_dialog(shown, ask, tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "feedback.html.jinja").write_text("{% for %}", encoding="utf-8")
    shown._settings.look.keep_templates(folder)
    dialog = ask()
    assert dialog.preview.size_words.text() == "A sketch of the usual page; your templates lay it out."
    written(dialog, tmp_path / "page.html")
    assert dialog.isVisible()
    assert "feedback.html.jinja" in dialog.save.told.words
    assert not (tmp_path / "page.html").exists()


def test_a_pdf_is_sketched_on_paper_and_written(ask, tmp_path):
    dialog = ask()
    box = dialog.choices.form.box
    box.setCurrentIndex(box.findText("PDF"))
    box.activated.emit(box.currentIndex())
    wait_until_looked(dialog)
    assert dialog.choices.wish.file_format == "pdf"
    assert dialog.save.path.suffix == ".pdf"
    assert dialog.preview.sketch.shown_on is Screen.PAPER
    assert dialog.preview.sketch.sheets > 1
    pdf = written(dialog, tmp_path / "page.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert dialog.preview.look.size == len(pdf)


def test_the_revised_dialogue_can_be_a_pdf_too(ask, tmp_path):
    dialog = ask()
    dialog.choices.show_wish(Wish("revised", "pdf"))
    wait_until_looked(dialog)
    assert dialog.save.path.name == "tablet-order-connection-charge-revised.pdf"
    assert written(dialog, tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
