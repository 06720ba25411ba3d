"""Where an export goes, from the words in a field: what is wrong with them, and what would be replaced."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

from reviewer.gui.words import counted, isolated
from reviewer.workspace.exporting.to_file import targets

NAMED = 2
"""So many files are named one by one."""


def shown_path(path: Path) -> str:
    """The path with the home folder as `~`."""
    home = Path.home()
    return str(Path("~", path.relative_to(home))) if path.is_relative_to(home) and path != home else str(path)


def read_path(words: str, folder: Path) -> Path:
    """The path that words stand for; a name alone lies in `folder`."""
    path = Path(words.strip())
    try:
        path = path.expanduser()
    except RuntimeError:  # there is no such person as in ~somebody
        return folder / path
    return path if path.is_absolute() else folder / path


def with_ending(name: str, before: str, after: str) -> str:
    """A name of somebody's own, whose ending follows the form: `before` and `after` are the names that are offered."""
    old, new = _suffix(before), _suffix(after)
    stem = name.removesuffix(old) if old else name
    return f"{stem}{new}" if name.endswith(old) else name


def file_trouble(words: str, folder: Path) -> str:
    """Why these words cannot be the name of a file, in one sentence; empty where nothing speaks against it."""
    if not words.strip():
        return "Write a name for the file."
    try:
        path = read_path(words, folder)
        if path.is_dir():
            return f"‘{isolated(path.name or str(path))}’ is a folder. Add the name of a file."
        return _file_above(path)
    except (OSError, ValueError) as trouble:
        return _unusable(trouble)


def folder_trouble(words: str, folder: Path) -> str:
    """Why these words cannot be the name of a folder, in one sentence; empty where nothing speaks against it."""
    if not words.strip():
        return "Write the name of a folder."
    try:
        path = read_path(words, folder)
        if path.exists() and not path.is_dir():
            return f"‘{isolated(path.name)}’ is a file. Choose a folder."
        return _file_above(path)
    except (OSError, ValueError) as trouble:
        return _unusable(trouble)


def there_already(paths: Sequence[Path], ours: Collection[Path]) -> list[Path]:
    """Those that would be replaced and that were not written a moment ago."""
    return [path for path in paths if path not in ours and _exists(path)]


def target_words(path: Path, ends: Sequence[str], ours: Collection[Path]) -> str:
    """What an export to `path` would do there: several files, a folder that is made, files that are replaced."""
    paths = targets(path, tuple(ends))
    said = []
    if len(paths) > 1:
        said.append(f"Writes {_named([str(one.relative_to(path.parent)) for one in paths])}.")
    if not _exists(path.parent):
        said.append(f"Makes the folder ‘{isolated(path.parent.name)}’.")
    old = there_already(paths, ours)
    if old:
        said.append(replaces_words(old))
    return " ".join(said)


def folder_words(folder: Path, names: Collection[str], ours: Collection[Path]) -> str:
    """What an export of these files into a folder would do there: make it, or replace files of the same names."""
    try:
        there = {path.name for path in folder.iterdir()} if folder.exists() else None
    except (OSError, ValueError):
        return ""
    if there is None:
        return f"Makes the folder ‘{isolated(folder.name)}’."
    old = [folder / name for name in names if name in there and folder / name not in ours]
    return replaces_words(old) if old else ""


def replaces_words(old: Sequence[Path]) -> str:
    """Which files would be replaced; of one also when it was written."""
    if len(old) > 1:
        return f"Replaces {counted(len(old), 'file')} that are there already."
    written = datetime.fromtimestamp(old[0].stat().st_mtime)  # noqa: DTZ006, in the time of this place
    return f"Replaces {isolated(old[0].name)} of {written:%d %B %Y, %H:%M}.".replace(" 0", " ")


def _file_above(path: Path) -> str:
    """Says so where a part of the path that should be a folder is a file."""
    above = next((one for one in path.parents if one.exists()), None)
    if above is None or above.is_dir():
        return ""
    return f"‘{isolated(above.name)}’ is a file, and nothing can be written into it. Choose a folder."


def _unusable(trouble: OSError | ValueError) -> str:
    why = (trouble.strerror if isinstance(trouble, OSError) else "") or str(trouble)
    return f"This name cannot be used: {why.lower()}. Choose another."


def _named(names: Sequence[str]) -> str:
    if len(names) <= NAMED + 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{', '.join(names[:NAMED])} and {counted(len(names) - NAMED, 'more file')}"


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _suffix(name: str) -> str:
    return "".join(Path(name).suffixes)
