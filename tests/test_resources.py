"""The packaged files are found, and the themes, icons and fonts among them are whole."""

import re
import tomllib
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from reviewer import resources

THEMES = ("light", "dark")
STYLES = ("Bold", "Italic", "Medium", "Regular", "SemiBold")


def theme(name: str) -> dict:
    return tomllib.loads(resources.read_text("themes", f"{name}.toml"))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #RRGGBB colours, as the Web Content Accessibility Guidelines define it."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_names_are_sorted_and_end_as_asked():
    assert resources.names("themes", suffix=".toml") == ["dark.toml", "light.toml"]
    assert resources.names("nowhere") == []


def test_a_missing_file_is_a_fault_of_the_package():
    with pytest.raises(FileNotFoundError):
        resources.read_text("themes", "sepia.toml")


def test_both_themes_name_the_same_tokens():
    light, dark = (theme(name) for name in THEMES)
    assert light.keys() == dark.keys()
    assert light["blue_orange"].keys() == dark["blue_orange"].keys()
    assert list(light["slots"]) == list(dark["slots"]) == [str(number) for number in range(1, 9)]
    for slot in light["slots"]:
        assert light["slots"][slot].keys() == dark["slots"][slot].keys()


@pytest.mark.parametrize("name", THEMES)
def test_every_token_is_a_colour(name: str):
    tokens = theme(name)
    colours = [value for value in tokens.values() if isinstance(value, str)]
    for slot in tokens["slots"].values():
        colours += [slot["strong"], slot["fill"], slot["active"]]
    assert len(colours) > 40
    assert all(re.fullmatch(r"#([0-9A-F]{2}){3,4}", colour) for colour in colours)


def test_slots_differ_in_underline_and_not_in_colour_alone():
    for name in THEMES:
        cues = [(slot["underline"], slot["width"]) for slot in theme(name)["slots"].values()]
        assert len(set(cues)) == 8
        assert cues[:4] == [("dotted", 2.5), ("wavy", 1.5), ("dashed", 2.0), ("double", 1.5)]


# front, ground, contrast in the light theme, contrast in the dark theme, both as the design measured them
@pytest.mark.parametrize(
    ("front", "ground", "light", "dark"),
    [
        ("text", "paper", 16.8, 13.1),
        ("text", "canvas", 14.9, 15.1),
        ("text2", "paper", 7.8, 7.8),
        ("text2", "canvas", 6.9, 8.9),
        ("text3", "paper", 5.8, 5.6),
        ("text3", "canvas", 5.1, 6.5),
        ("text3", "accent_soft", 4.9, 4.7),
        ("accent", "paper", 7.5, 7.5),
        ("accent", "accent_soft", 6.4, 6.2),
        ("on_accent", "accent", 7.5, 8.8),
        ("text", "accent_soft", 14.2, 10.9),
        ("text", "select", 11.8, 6.6),
        ("control", "paper", 3.7, 3.7),
        ("control", "canvas", 3.3, 4.3),
        ("control", "raised", 3.7, 3.3),
        ("inserted", "inserted_ground", 5.6, 8.0),
        ("deleted", "deleted_ground", 6.2, 7.7),
        ("warning", "warning_ground", 5.5, 8.0),
        ("notice", "notice_ground", 16.8, 13.1),
    ],
)
def test_contrast_is_what_the_design_measured(front: str, ground: str, light: float, dark: float):
    for name, measured in (("light", light), ("dark", dark)):
        tokens = theme(name)
        assert contrast(tokens[front], tokens[ground]) == pytest.approx(measured, abs=0.06)


@pytest.mark.parametrize("name", THEMES)
def test_criteria_can_be_read_in_their_colour(name: str):
    tokens = theme(name)
    for slot in tokens["slots"].values():
        assert contrast(slot["strong"], tokens["paper"]) >= 4.5
        assert contrast(tokens["text"], slot["fill"]) >= 7
        assert contrast(tokens["badge_text"], slot["strong"]) >= 4.5
        assert contrast(tokens["text"], slot["active"]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_changes_in_blue_and_orange_can_be_read(name: str):
    other = theme(name)["blue_orange"]
    assert contrast(other["inserted"], other["inserted_ground"]) >= 4.5
    assert contrast(other["deleted"], other["deleted_ground"]) >= 4.5


@pytest.mark.parametrize("name", resources.names("icons", suffix=".svg"))
def test_icons_take_the_colour_of_their_place(name: str):
    drawing = ElementTree.fromstring(resources.read_text("icons", name))
    assert drawing.get("viewBox") == "0 0 24 24"
    if name != "app.svg":
        assert (drawing.get("stroke"), drawing.get("stroke-width")) == ("currentColor", "1.75")


def test_icons_that_are_mirrored_exist():
    mirrored = resources.read_text("icons", "mirrored.txt").split()
    assert len(mirrored) == 7
    assert all(f"{name}.svg" in resources.names("icons") for name in mirrored)


def test_inter_comes_in_five_styles_with_figures_of_one_width(qapp):
    for style in STYLES:
        number = QFontDatabase.addApplicationFont(str(resources.folder("fonts", f"Inter-{style}.ttf")))
        assert "Inter" in QFontDatabase.applicationFontFamilies(number)
    assert sorted(QFontDatabase.styles("Inter")) == sorted(STYLES)
    font = QFont("Inter", 26)
    assert QFontInfo(font).family() == "Inter"
    assert QFontMetricsF(font).horizontalAdvance("1111") < QFontMetricsF(font).horizontalAdvance("8888")
    font.setFeature(QFont.Tag("tnum"), 1)
    assert QFontMetricsF(font).horizontalAdvance("1111") == QFontMetricsF(font).horizontalAdvance("8888")
