"""Every command as one row of a table: where it stands in the menus, its key, what it does, when it can."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reviewer.gui.command_icons import ICONS, MENU_ICONS

PALETTE = "palette"


class Where(StrEnum):
    """When a command can run."""

    ALWAYS = "always"
    TRANSCRIPT = "transcript"
    """A transcript is open and the Review page is shown."""
    CONVERSATION = "conversation"
    """The key acts only while the conversation of Review has the keyboard."""
    REVISION = "revision"
    """The key acts only while the conversation of Revise has the keyboard."""
    RUBRICS = "rubrics"
    """The Rubrics page is shown."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `keys` are as Qt writes them, separated by blanks."""

    name: str
    menu: str
    text: str
    run: Callable[[], object]
    keys: str = ""
    where: Where = Where.ALWAYS
    break_before: bool = False


REASONS = {
    Where.TRANSCRIPT: "open a chat first",
    Where.CONVERSATION: "only in Review",
    Where.REVISION: "only in Revise",
    Where.RUBRICS: "only on the Rubrics page",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A command as the palette shows it; `reason` says why it cannot run now."""

    name: str
    text: str
    icon: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    reason: str = ""


class Actions:
    """The table as QActions: in the menu bar, and with their keys where they belong."""

    def __init__(self, window: QWidget, conversation: QWidget, revision: QWidget) -> None:
        self._homes = {Where.CONVERSATION: conversation, Where.REVISION: revision}
        self._window = window
        self._commands: list[Command] = []
        self._actions: dict[str, QAction] = {}
        self._submenus: dict[str, QMenu] = {}
        self._reasons: dict[str, str] = {}

    def add(self, commands: list[Command]) -> None:
        """Take over the table."""
        for command in commands:
            action = QAction(command.text, self._window)
            action.setShortcuts([QKeySequence(key) for key in command.keys.split(" ") if key])
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, run=command.run: run())
            home = self._homes.get(command.where)
            if home is not None:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                home.addAction(action)
            else:
                self._window.addAction(action)
            self._commands.append(command)
            self._actions[command.name] = action

    def use_single_keys(self, wanted: bool) -> None:
        """Whether letters, digits and signs alone are keys of commands."""
        for command in self._commands:
            keys = [key for key in command.keys.split(" ") if key and (wanted or not _is_single(key))]
            self._actions[command.name].setShortcuts([QKeySequence(key) for key in keys])

    def unfold(self, name: str, menu: QMenu) -> None:
        """Show a menu in the place of a command; its own action opens it too."""
        self._submenus[name] = menu

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar, titles: dict[str, str]) -> None:
        """Put every command into its menu; `titles` gives the menus in order."""
        for menu, title in titles.items():
            self._fill_menu(bar.addMenu(title), [one for one in self._commands if one.menu == menu])

    def context_menu(self, menu: str, parent: QWidget) -> QMenu:
        """The commands of one menu, for a place in the page."""
        made = QMenu(parent)
        self._fill_menu(made, [one for one in self._commands if one.menu == menu])
        return made

    def allow(self, *, transcript: bool, revising: bool, rubrics: bool = False) -> None:
        """Enable what can run now."""
        for command in self._commands:
            possible = {
                Where.ALWAYS: True,
                Where.TRANSCRIPT: transcript,
                Where.CONVERSATION: transcript and not revising,
                Where.REVISION: transcript and revising,
                Where.RUBRICS: rubrics,
            }
            self._actions[command.name].setEnabled(possible[command.where])

    def rows(self) -> list[tuple[str, str, str]]:
        """Menu, command and key of every command, for the shortcut sheet."""
        found = []
        for command in self._commands:
            keys = ", ".join(
                sequence.toString(QKeySequence.SequenceFormat.NativeText)
                for sequence in self._actions[command.name].shortcuts()
            )
            found.append((command.menu, command.text.replace("&", "").rstrip("…"), keys))
        return found

    def refuse(self, name: str, reason: str) -> None:
        """Say in the palette why a command cannot run now though its menu item can be pressed; nothing allows it."""
        self._reasons[name] = reason

    def offers(self) -> list[Offer]:
        """Every command by the words that its menu shows now, for the palette."""
        return [self._offer(one) for one in self._commands if one.name != PALETTE]

    def _offer(self, command: Command) -> Offer:
        action = self._actions[command.name]
        text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
        first = next((one for one in action.shortcuts() if not one.isEmpty()), None)
        keys = (
            tuple(first.toString(QKeySequence.SequenceFormat.NativeText).replace("++", "+Plus").split("+"))
            if first
            else ()
        )
        here = self._reasons.get(command.name, "")
        reason = here if action.isEnabled() else REASONS.get(command.where, "not possible now")
        return Offer(
            command.name,
            text,
            ICONS.get(command.name, MENU_ICONS.get(command.menu, "keyboard")),
            keys,
            action.trigger,
            reason,
        )

    def _fill_menu(self, menu: QMenu, commands: list[Command]) -> None:
        for command in commands:
            if command.break_before:
                menu.addSeparator()
            if command.name in self._submenus:
                menu.addMenu(self._submenus[command.name])
            else:
                menu.addAction(self._actions[command.name])


def _is_single(key: str) -> bool:
    return len(key.removeprefix("Shift+")) == 1
