"""Page themes in files: one that a person names, and the one that Settings keep."""

from pathlib import Path
from typing import Final

from reviewer.errors import Unreadable
from reviewer.exporters.logo import MOST_FILE_BYTES, Logo, logo_of
from reviewer.exporters.page_theme import PLAIN, PageTheme, theme_in, theme_text
from reviewer.exporters.writing import Piece, write_together, write_whole

MOST_THEME_BYTES: Final = 64_000
FILE, LOGO, TEMPLATES = "theme.toml", "logo.png", "templates-folder.txt"


def read_theme(path: Path) -> PageTheme:
    """The theme in a file, with its logo.

    Raises:
        Unreadable: the file or its logo is missing, or cannot be used.
    """
    content = _read(path, MOST_THEME_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Unreadable(f"{path.name} is no page theme: it is not UTF-8 text.") from wrong

    def logo(name: str) -> Logo:
        picture = path.parent / name
        if not picture.resolve().is_relative_to(path.parent.resolve()):
            raise Unreadable(f"{path.name}: the logo lies outside the folder of the theme. Copy it beside the theme.")
        return read_logo(picture)

    return theme_in(text, path.name, logo)


def read_logo(path: Path) -> Logo:
    """The picture in a file as a logo.

    Raises:
        Unreadable: it is missing, or no picture that can be a logo.
    """
    return logo_of(_read(path, MOST_FILE_BYTES), path.name)


class KeptLook:
    """How pages look that the window writes: a theme, and a folder of templates, kept in a folder of settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def theme(self) -> PageTheme:
        """The theme; an empty one where nothing is kept.

        Raises:
            Unreadable: what is kept cannot be used.
        """
        path = self.folder / FILE
        return read_theme(path) if path.exists() else PLAIN

    def keep_theme(self, theme: PageTheme) -> None:
        """Write it whole in place of the last one.

        Raises:
            CannotWrite: the folder cannot be written; the last one stays.
            DiskFull: the disk is full; the last one stays.
        """
        files: list[tuple[Path, list[Piece]]] = [(self.folder / FILE, [theme_text(theme, LOGO)])]
        if theme.logo:
            files.insert(0, (self.folder / LOGO, [theme.logo.png]))
        write_together(files)
        if not theme.logo:
            (self.folder / LOGO).unlink(missing_ok=True)

    def templates(self) -> Path | None:
        """The folder of templates; None where pages follow ours."""
        try:
            kept = (self.folder / TEMPLATES).read_text("utf-8").strip("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return Path(kept) if kept else None

    def keep_templates(self, folder: Path | None) -> None:
        """Remember the folder of templates, or that there is none.

        Raises:
            CannotWrite: the folder of settings cannot be written; the last one stays.
            DiskFull: the disk is full; the last one stays.
        """
        write_whole(self.folder / TEMPLATES, [str(folder) if folder else ""])


def _read(path: Path, most: int) -> bytes:
    """The bytes of a file, and one more than `most` of a larger one."""
    try:
        if path.exists() and not path.is_file():
            raise Unreadable(f"{path} is no file. Name a file.")
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except FileNotFoundError:
        raise Unreadable(f"{path} could not be read: there is no such file.") from None
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or str(trouble)
        raise Unreadable(f"{path} could not be read: {reason[:1].lower()}{reason[1:]}.") from trouble
    if len(content) > most == MOST_THEME_BYTES:
        raise Unreadable(f"{path.name} is too large for a page theme, which has {most // 1000} KB at most.")
    return content
