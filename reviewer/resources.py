"""The files that come with the program: templates, rubrics, samples, icons, fonts, themes, hints.

An installed package holds them in `reviewer/_resources`; a checkout has them in its `resources` folder.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(*parts: str) -> Path:
    """The resources' folder, or the file or folder that `parts` name below it; it need not exist."""
    packaged = PACKAGE / "_resources"
    root = packaged if packaged.is_dir() else PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def read_text(*parts: str) -> str:
    """The text of one file, always UTF-8, line ends as they are stored."""
    return read_bytes(*parts).decode("utf-8")


def read_bytes(*parts: str) -> bytes:
    """The bytes of one file; a missing one is a fault of the package and raises FileNotFoundError."""
    return folder(*parts).read_bytes()


def names(*parts: str, suffix: str = "") -> list[str]:
    """File names in one folder that end in `suffix`, sorted, without hidden ones; none when it is missing."""
    place = folder(*parts)
    if not place.is_dir():
        return []
    return sorted(
        path.name
        for path in place.iterdir()
        if path.is_file() and path.name.endswith(suffix) and not path.name.startswith(".")
    )
