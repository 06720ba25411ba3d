"""How an organisation makes pages its own: a name, a colour and a logo.

A theme is a file in TOML with the keys `name`, `colour` (`"#rrggbb"`) and `logo`, a picture in the folder of the file
or below it. All three may be left out.
"""

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from reviewer.errors import Unreadable
from reviewer.exporters.accent import accent_of
from reviewer.exporters.logo import Logo
from reviewer.exporters.signs import shown
from reviewer.exporters.view_model import BrandView

LONGEST_NAME: Final = 80
KEYS: Final = ("name", "colour", "logo")
_COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class PageTheme:
    """Empty parts leave the page as it is; `colour` is `#rrggbb`.

    Raises:
        Unreadable: the name is too long, or the colour is none.
    """

    name: str = ""
    colour: str = ""
    logo: Logo | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", one_line(self.name))
        object.__setattr__(self, "colour", colour_in(self.colour) if self.colour else "")

    @property
    def css(self) -> str:
        """What the page's style sheet says otherwise; the colours of criteria stay. Holds nothing but colours."""
        if not self.colour:
            return ""
        accent = accent_of(self.colour)
        return (
            f":root{{--accent:{accent.paper};--soft:{accent.paper_tint}}}\n"
            "@media screen and (prefers-color-scheme:dark){"
            f":root{{--accent:{accent.dark};--soft:{accent.dark_tint}}}}}\n"
        )


def one_line(name: str) -> str:
    """The name of an organisation in one line.

    Raises:
        Unreadable: it is too long for a page.
    """
    line = " ".join(str(shown(name)).split())
    if len(line) > LONGEST_NAME:
        raise Unreadable(f"The name of the organisation has {len(line)} signs. Shorten it to {LONGEST_NAME}.")
    return line


def colour_in(text: str) -> str:
    """The colour that a person wrote, in small letters.

    Raises:
        Unreadable: it is none.
    """
    if not _COLOUR.fullmatch(text.strip()):
        raise Unreadable(f"“{text.strip()[:LONGEST_NAME]}” is no colour. Write it like #2450a8.")
    return text.strip().lower()


def theme_in(text: str, name: str, logo: Callable[[str], Logo]) -> PageTheme:
    """The theme in the text of a file; `name` is the file's, for messages, `logo` reads the picture that it names.

    Raises:
        Unreadable: it is no theme, or its logo cannot be used.
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        raise Unreadable(f"{name} is no page theme: {wrong}.") from wrong
    for key, value in table.items():
        if key not in KEYS:
            raise Unreadable(f"{name} is no page theme: it has “{key[:LONGEST_NAME]}”; a theme has {', '.join(KEYS)}.")
        if not isinstance(value, str):
            raise Unreadable(f"{name}: {key} is not text. Put it in quotes.")
    try:
        theme = PageTheme(table.get("name", ""), table.get("colour", ""))
    except Unreadable as wrong:
        raise Unreadable(f"{name}: {wrong.sentence}") from wrong
    picture = table.get("logo", "")
    return PageTheme(theme.name, theme.colour, logo(_inside(picture, name))) if picture else theme


def theme_text(theme: PageTheme, logo: str) -> str:
    """The file that says the same; `logo` is what its picture is called."""
    given = {"name": theme.name, "colour": theme.colour, "logo": logo if theme.logo else ""}
    quoted = {key: json.dumps(value, ensure_ascii=False) for key, value in given.items() if value}
    return "".join(f"{key} = {value}\n" for key, value in quoted.items())


def _inside(picture: str, name: str) -> str:
    path = PurePosixPath(picture.replace("\\", "/"))
    if path.is_absolute() or ":" in picture or ".." in path.parts or "\x00" in picture:
        raise Unreadable(f"{name}: the logo lies outside the folder of the theme. Copy it beside the theme.")
    return str(path)


def brand_view(theme: PageTheme) -> BrandView | None:
    """The theme as templates see it; None of an empty one."""
    if theme == PLAIN:
        return None
    logo = theme.logo
    if logo is None:
        return BrandView(theme.name, "", 0, 0, theme.css)
    return BrandView(theme.name, logo.address, logo.width, logo.height, theme.css)


PLAIN: Final = PageTheme()
