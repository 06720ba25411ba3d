"""Where things are kept on this computer when nobody says otherwise."""

from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

FOLDER = "transcript-reviewer"


def default_library() -> Path:
    """The library that opens by itself."""
    return user_data_path(FOLDER, appauthor=False) / "library.sqlite"


def log_file() -> Path:
    """Where faults of the program are written down."""
    return user_log_path(FOLDER, appauthor=False) / "faults.log"


def settings_file() -> Path:
    """What the window remembers."""
    return user_config_path(FOLDER, appauthor=False) / "window.ini"
