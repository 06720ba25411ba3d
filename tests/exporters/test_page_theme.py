"""Themes: colours that can be read, names that stay words, files that are what they should be."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import resources
from reviewer.errors import CannotWrite, Unreadable
from reviewer.exporters.accent import DARK_PAPERS, LEAST_CONTRAST, PAPERS, accent_of, contrast, luminance, readable
from reviewer.exporters.logo import logo_of
from reviewer.exporters.page_theme import PLAIN, PageTheme
from reviewer.workspace.exporting.page_themes import KeptLook, read_logo, read_theme
from tests.conftest import CHECKOUT
from tests.exporters.pictures import drawn, saved

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
OUTSIDE = "theme.toml: the logo lies outside the folder of the theme. Copy it beside the theme."
EXAMPLE = CHECKOUT / "exports" / "themed" / "theme.toml"


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == contrast("#ffffff", "#000000") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
    assert luminance("#000000") == 0
    assert round(luminance("#ff0000"), 4) == 0.2126


@given(COLOURS)
def test_words_in_any_colour_can_be_read(colour: str) -> None:
    accent = accent_of(colour)
    assert all(contrast(accent.paper, ground) >= LEAST_CONTRAST for ground in (*PAPERS, accent.paper_tint))
    assert all(contrast(accent.dark, ground) >= LEAST_CONTRAST for ground in (*DARK_PAPERS, accent.dark_tint))


@given(COLOURS)
def test_a_colour_that_can_be_read_stays_what_it_is(colour: str) -> None:
    for grounds, darker in ((PAPERS, True), (DARK_PAPERS, False)):
        once = readable(colour, grounds, darker=darker)
        assert readable(once, grounds, darker=darker) == once
        assert once == colour or contrast(colour, grounds[0]) < LEAST_CONTRAST or contrast(once, grounds[1]) < 4.6


def test_a_colour_keeps_its_hue() -> None:
    accent = accent_of("#ffd400")
    red, green, blue = (int(accent.paper[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue
    assert accent.dark == "#ffd400"
    assert accent_of("#2450A8").paper == "#2450a8"


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    sheet = resources.read_text("templates", "report.css")
    grounds = re.findall(r"--page:(#\w{6}); *--paper:(#\w{6})", sheet)
    assert grounds == [PAPERS, DARK_PAPERS]


@given(st.text())
def test_no_other_words_reach_the_style_sheet(colour: str) -> None:
    try:
        css = PageTheme(colour=colour).css
    except Unreadable:
        return
    assert re.fullmatch(r"(:root\{--accent:#\w{6};--soft:#\w{6}\}\n@media [a-z :()-]+\{:root\{[^{}]+\}\}\n)?", css)


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#12345g", "#123456;}", "url(x)", "#١٢٣٤٥٦", "\x00"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(Unreadable, match=r"is no colour\. Write it like #2450a8\."):
        PageTheme(colour=colour)


def test_names_are_one_line() -> None:
    assert PageTheme("  A\tB\r\nC\u2028D \x00 ").name == "A B C D \ufffd"
    assert PageTheme("\u202eevil").name == "\u202eevil"
    with pytest.raises(Unreadable, match=r"has 300 signs\. Shorten it to 80\."):
        PageTheme("W" * 300)


def test_the_example_is_read() -> None:
    theme = read_theme(EXAMPLE)
    assert (theme.name, theme.colour) == ("Quillbrook", "#0f5f50")
    assert theme.logo is not None
    assert (theme.logo.width, theme.logo.height) == (250, 56)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('name = "A', "theme.toml is no page theme: Unterminated string (at end of document)."),
        ('color = "#123456"', "theme.toml is no page theme: it has “color”; a theme has name, colour, logo."),
        ("name = 7", "theme.toml: name is not text. Put it in quotes."),
        ("[logo]", "theme.toml: logo is not text. Put it in quotes."),
        ('colour = "blue"', "theme.toml: “blue” is no colour. Write it like #2450a8."),
        (f'name = "{"A" * 81}"', "theme.toml: The name of the organisation has 81 signs. Shorten it to 80."),
        ('logo = "../a.png"', OUTSIDE),
        ('logo = "/a.png"', OUTSIDE),
        ("logo = 'x\\..\\..\\a.png'", OUTSIDE),
        ("logo = 'C:\\a.png'", OUTSIDE),
        ('logo = "link.png"', OUTSIDE),
        ('logo = "a\\u0000.png"', OUTSIDE),
        ('logo = "https://example.invalid/a.png"', OUTSIDE),
        ('logo = "theme.toml"', "theme.toml is no PNG, JPEG, WebP or GIF. Save the logo as PNG."),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    folder = tmp_path / "themes"
    folder.mkdir()
    (tmp_path / "a.png").write_bytes(saved(drawn(), "PNG"))
    (folder / "link.png").symlink_to(tmp_path / "a.png")
    (folder / "theme.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        read_theme(folder / "theme.toml")
    assert refused.value.sentence == sentence


def test_what_is_missing_or_no_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        read_theme(tmp_path / "theme.toml")
    with pytest.raises(Unreadable, match="is no file"):
        read_theme(tmp_path)
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Unreadable, match=r"a.toml is no page theme: it is not UTF-8 text\."):
        read_theme(tmp_path / "a.toml")
    (tmp_path / "b.toml").write_text("# " + "a" * 70_000, encoding="utf-8")
    with pytest.raises(Unreadable, match="too large for a page theme"):
        read_theme(tmp_path / "b.toml")
    (tmp_path / "c.toml").write_text("a = " + "[" * 5000, encoding="utf-8")
    with pytest.raises(Unreadable, match="is no page theme"):
        read_theme(tmp_path / "c.toml")
    (tmp_path / "d.toml").write_text('logo = "gone.png"', encoding="utf-8")
    with pytest.raises(Unreadable, match=r"gone.png could not be read: there is no such file\."):
        read_theme(tmp_path / "d.toml")


def test_a_theme_is_kept_and_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = KeptLook(tmp_path / "page-theme")
    assert kept.theme() is PLAIN
    logo = logo_of(saved(drawn(), "PNG"), "logo.png")
    for theme in (
        PageTheme("Quotes \" \\ ' # = and \u202e אב", "#0F5F50", logo),
        PageTheme("", "#0f5f50"),
        PageTheme("A", "", logo),
        PLAIN,
    ):
        kept.keep_theme(theme)
        assert kept.theme() == theme
        assert (kept.folder / "logo.png").exists() == (theme.logo is not None)


def test_a_theme_that_cannot_be_kept_leaves_the_old_one(tmp_path: Path) -> None:
    kept = KeptLook(tmp_path / "page-theme")
    kept.keep_theme(PageTheme("A"))
    (kept.folder / "logo.png").mkdir()
    with pytest.raises(CannotWrite):
        kept.keep_theme(PageTheme("B", logo=read_logo(EXAMPLE.with_name("logo.png"))))
    assert kept.theme() == PageTheme("A")


def test_a_folder_of_templates_is_remembered(tmp_path: Path) -> None:
    kept = KeptLook(tmp_path / "page-theme")
    assert kept.templates() is None
    for folder in (tmp_path / "Vorlagen für ‘alle’ ", None, tmp_path):
        kept.keep_templates(folder)
        assert kept.templates() == folder
