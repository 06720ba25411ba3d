"""What the import contracts in pyproject.toml cannot say about the layers."""

import subprocess
import sys

import pytest

from tests.architecture.sources import imported, named, python_files

OUTSIDE_LIBRARIES_OF_THE_DOMAIN = {"reviewer/domain/worddiff.py": {"rapidfuzz"}}


def test_the_domain_needs_python_alone():
    for path in python_files("domain"):
        allowed = sys.stdlib_module_names | OUTSIDE_LIBRARIES_OF_THE_DOMAIN.get(named(path), set())
        for module in imported(path):
            own = module in ("reviewer.domain", "reviewer.errors") or module.startswith("reviewer.domain.")
            assert own or module.split(".")[0] in allowed, f"{named(path)} imports {module}"


def test_presets_do_not_know_each_other():
    """What formats share stands in the engines; a preset leans on no other preset, and no engine on a preset."""
    for path in python_files("importers"):
        others = {module for module in imported(path) if ".presets." in f"{module}." and module != "reviewer.importers"}
        assert path.stem == "registry" or not others, f"{named(path)} imports {others}"


@pytest.mark.parametrize(
    "module",
    ["domain", "store", "importers", "exporters", "exchange", "workspace", "cli"],
)
def test_modules_below_the_window_load_no_qt(module: str):
    loaded = modules_after(
        "import importlib, pkgutil\n"
        f"package = importlib.import_module('reviewer.{module}')\n"
        "for found in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "    importlib.import_module(found.name)\n"
    )
    assert not {name for name in loaded if name.split(".")[0] in ("PySide6", "shiboken6")}


def modules_after(program: str) -> set[str]:
    """The names of all modules that a fresh Python holds after running a program."""
    ended = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return set(ended.stdout.split("\n"))
