"""What people set for themselves: their name, keys, motion."""

from typing import TYPE_CHECKING

from reviewer.errors import LibraryError
from reviewer.gui import messages
from reviewer.gui.appearance import Appearance
from reviewer.gui.settings import LESS_MOTION, SINGLE_KEYS, Settings

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow

ASKED = "reviewer/asked"
MOST_LISTED = 8
WHOSE = "Whose review is this?"


class Preferences:
    """Carries settings into the window."""

    def __init__(self, window: "MainWindow", settings: Settings, appearance: Appearance) -> None:
        self._window = window
        self._settings = settings
        self._appearance = appearance

    def use_flags(self) -> None:
        """Keys and motion are as the settings say now."""
        single = self._settings.flag(SINGLE_KEYS, True)
        self._window.actions_table.use_single_keys(single)
        self._window.review.use_keys_and_motion(single, self._settings.flag(LESS_MOTION, False))

    def apply_flags(self) -> None:
        """Keys, motion and colours are as the settings say now."""
        self.use_flags()
        self._appearance.apply()

    def ask_reviewer(self) -> None:
        """Ask in place whose comments these are."""
        window = self._window
        window.review.bar.ask(WHOSE, "Keep")
        if window.session.full is not None:
            window.show_page("review")
            window.review.bar.field.setFocus()
        else:
            window.show_page("settings")
            window.settings_page.reviewer.setFocus()

    def ask_reviewer_once(self) -> None:
        """Ask after the first comment of somebody without a name, and never again."""
        if not self._window.session.library.workspace.reviewer.name and not self._settings.flag(ASKED, False):
            self._settings.set_flag(ASKED, True)
            self._window.review.bar.ask(WHOSE, "Keep")

    def show_notices(self) -> None:
        """What the notices said, for those who missed one."""
        said = self._window.notice.said
        words = "The last notices:" if said else "There was no notice yet."
        messages.details(self._window, "\n".join([words, "", *said[:MOST_LISTED]]).strip(), said)

    def set_reviewer(self, name: str) -> None:
        """Whose work follows."""
        window = self._window
        try:
            window.session.library.workspace.set_reviewer(name)
        except LibraryError as error:
            window.notice.say(error.sentence)
            return
        self._settings.reviewer = name
        window.review.save_place()
        window.session.begin_own()
        window.state.show_settings()
