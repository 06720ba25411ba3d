"""The locks can be trusted, and the Qt that it names is sound on this Python."""

import json
import re

from PySide6.QtCore import QObject

from tests.architecture.sources import CHECKOUT

LOCK = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")


def test_every_locked_package_has_one_version_and_hashes():
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; .+)? \\\n", entry), entry.split("\n")[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry)


def test_the_lock_names_no_address():
    assert not re.search(r"://|--index|--find-links|--extra|@", LOCK)


def test_the_lock_holds_every_package_that_the_project_names():
    project = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = {name.lower() for name in re.findall(r'^    "([A-Za-z0-9-]+)>=', project, re.MULTILINE)}
    locked = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    assert wanted > {"pyside6-essentials", "click", "pytest"}
    assert wanted <= locked


def test_the_lock_of_the_browser_tests_has_hashes_and_names_no_address():
    lock = json.loads((CHECKOUT / "tests" / "web" / "package-lock.json").read_text(encoding="utf-8"))
    packages = [one for name, one in lock["packages"].items() if name]
    assert len(packages) > 20
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for one in packages)


def test_calls_that_return_nothing_do_not_wear_none_out():
    """One Qt release dropped a reference to None in each such call and ended Python after some thousand."""
    thing = QObject()
    for number in range(20_000):
        thing.setObjectName(str(number))
    assert thing.objectName() == "19999"
