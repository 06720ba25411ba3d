"""The organisation at the top of printed pages."""

from reviewer.exporters.options import PageOptions
from reviewer.exporters.page_theme import PageTheme
from reviewer.workspace.exporting.page_themes import read_theme
from tests.exporters.cases import THEME, tablet_order
from tests.gui.printing.reading import opened, pdf_of, words_of


def test_the_logo_stands_on_the_first_page_alone_and_its_name_is_found():
    plain, themed = (
        pdf_of(tablet_order(), options=one) for one in (PageOptions(), PageOptions(theme=read_theme(THEME)))
    )
    pictures = [[(one.image.width, one.image.height) for one in page.images] for page in opened(themed).pages]
    assert (250, 56) in pictures[0]
    assert all((250, 56) not in one for one in pictures[1:])
    assert "Quillbrook" in opened(themed).pages[0].extract_text()
    assert "Quillbrook" not in words_of(plain)


def test_a_name_alone_is_set_in_words():
    theme = PageTheme("Lamp & Daughters")
    for kind in ("feedback", "revised"):
        first = opened(pdf_of(tablet_order(), kind, PageOptions(theme=theme))).pages[0]
        assert "Lamp & Daughters" in first.extract_text()
