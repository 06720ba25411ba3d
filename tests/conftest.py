"""What every test gets: an offscreen Qt, empty user folders, the flag that writes golden exports anew."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parents[1]

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("here", deadline=None, max_examples=50)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate-goldens", action="store_true", help="write the golden exports in exports/ anew")


@pytest.fixture(scope="session")
def regenerate_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden exports are to be written in place of being compared."""
    return bool(request.config.getoption("--regenerate-goldens"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared documents beside the checkout, or where TRANSCRIPT_SHARED says; skips without."""
    place = Path(os.environ.get("TRANSCRIPT_SHARED") or CHECKOUT.parent / "shared")
    if not place.is_dir():
        pytest.skip("there is no shared folder beside the checkout")
    return place


@pytest.fixture(scope="session", autouse=True)
def _own_user_folders(tmp_path_factory: pytest.TempPathFactory):
    """No test reads or writes what belongs to the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name.lower()))
        patch.delenv("REVIEWER_LIBRARY", raising=False)
        yield
