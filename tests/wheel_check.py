"""Check the built packages: what they hold, and that the installed program does its main work outside the checkout.

    python tests/wheel_check.py FOLDER

FOLDER holds `dist` with the source package and the wheel that was built from it, and `direct` with the wheel built
from the checkout. Standard library only. Ends with a sentence and status 1 when something is wrong.
"""

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from html import unescape
from pathlib import Path, PurePosixPath

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE = "tablet-order.txt"
Contents = dict[str, bytes]


def main(folder: Path) -> None:
    wheel = only(folder / "dist", "*.whl")
    check_source_package(only(folder / "dist", "*.tar.gz"))
    check_wheels(wheel, only(folder / "direct", "*.whl"))
    programs = install(wheel, folder / "installed")
    check_installed(programs, folder / "elsewhere")
    print("The packages hold what they should, and the installed program works.")


def only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    expect(len(found) == 1, f"{folder} holds {len(found)} files {pattern}, not one")
    return found[0]


def expect(truth: object, complaint: str) -> None:
    if not truth:
        sys.exit(f"wheel_check: {complaint}")


# What the packages hold


def check_source_package(path: Path) -> None:
    with tarfile.open(path) as archive:
        files = {
            str(PurePosixPath(*PurePosixPath(member.name).parts[1:])): archive.extractfile(member).read()
            for member in archive.getmembers()
            if member.isfile()
        }
    for folder in ("reviewer", "resources", "exports", "tests", "docs"):
        kept = committed(folder)
        expect(kept, f"the checkout has no files in {folder}")
        expect(kept.items() <= files.items(), f"{path.name} lacks files of {folder}, or holds others than the checkout")
    for name in ("dev.py", "pyproject.toml", "requirements.lock", "LICENSE"):
        expect(name in files, f"{path.name} lacks {name}")


def check_wheels(from_source_package: Path, from_checkout: Path) -> None:
    files = wheel_files(from_source_package)
    expect(
        files == wheel_files(from_checkout),
        "the wheel built from the source package differs from the one of the checkout",
    )
    resources = {
        name.replace("resources/", "reviewer/_resources/", 1): held for name, held in committed("resources").items()
    }
    expect(resources.items() <= files.items(), f"{from_source_package.name} lacks resources")
    expect(committed("reviewer").items() <= files.items(), f"{from_source_package.name} lacks modules")
    strange = [name for name in files if not name.startswith("reviewer/")]
    expect(not strange, f"{from_source_package.name} installs more than the program: {strange[:3]}")


def wheel_files(path: Path) -> Contents:
    """The files of a wheel without its own description."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}


def committed(folder: str) -> Contents:
    """The files that the checkout keeps in one folder, as they are now."""
    listed = subprocess.run(["git", "ls-files", "-z", folder], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return {name: (CHECKOUT / name).read_bytes() for name in listed.stdout.split("\0") if name}


# What the installed program does


def install(wheel: Path, place: Path) -> Path:
    """Make an environment with the locked packages and the wheel; gives the folder of its programs."""
    venv.create(place, with_pip=True)
    programs = place / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock = CHECKOUT / "requirements.lock"
    output_of([*pip, "--require-hashes", "--requirement", lock], place)
    output_of([*pip, "--no-deps", wheel], place)
    return programs


def check_installed(programs: Path, place: Path) -> None:
    place.mkdir()
    where = output_of(
        [programs / "python", "-c", "from reviewer import resources; print(resources.folder())"], place
    ).strip()
    expect(Path(where).is_relative_to(programs.parent), f"the resources are read from {where}, not from the package")
    spelling = "from reviewer.spelling.word_list import load; print(*load('en').suggestions('custmoer'))"
    suggested = output_of([programs / "python", "-c", spelling], place).split()
    expect("customer" in suggested, "the lists of words for spelling did not come along")
    reviewer = programs / "reviewer"
    expect(version() in output_of([reviewer, "--version"], place), "--version does not give the version")

    chat = Path(where, "samples", SAMPLE)
    output_of([reviewer, "import", chat], place)
    listed = json.loads(output_of([reviewer, "list", "--json"], place))
    expect(len(listed) == 1, f"{len(listed)} transcripts are listed after one was imported")
    expect(listed[0]["title"] in output_of([reviewer, "list"], place), "the list does not name the transcript")
    shown = output_of([reviewer, "show", listed[0]["id"], "--json"], place)
    words = last_line(chat)
    expect(words in json.dumps(json.loads(shown), ensure_ascii=False), "the transcript is shown without its last words")

    output_of([reviewer, "export", "--all", "--to", "pages"], place)
    pages = [path.read_text(encoding="utf-8") for path in sorted((place / "pages").rglob("*.html"))]
    expect(pages, "the export wrote no page")
    expect(
        any("</html>" in page and words in unescape(page) for page in pages),
        "the page lacks the chat",
    )


def last_line(chat: Path) -> str:
    """The words of the last line of a sample, without the name before them."""
    return chat.read_text(encoding="utf-8").rstrip().rpartition("\n")[2].rpartition(": ")[2]


def version() -> str:
    text = (CHECKOUT / "reviewer" / "__init__.py").read_text(encoding="utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def output_of(command: list[str | Path], place: Path) -> str:
    """What a program writes to standard output; it runs in `place`, with its own user folders and without a display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "VIRTUAL_ENV", "REVIEWER_LIBRARY")
    variables = {
        name: value for name, value in os.environ.items() if name not in hidden and not name.startswith("XDG_")
    }
    if command[0].stem == "reviewer":
        variables["HOME"] = variables["USERPROFILE"] = variables["LOCALAPPDATA"] = str(place / "home")
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=place,
        env={**variables, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    line = " ".join(str(part) for part in command)
    expect(ended.returncode == 0, f"status {ended.returncode} from: {line}\n{ended.stdout}{ended.stderr}")
    return ended.stdout


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
