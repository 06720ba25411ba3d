"""The turns of the conversation that is shown, as rows; what a row says is made when it comes into sight."""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.domain.transcript import Role, TurnKind
from reviewer.gui.dialogs.importing.shown_turn import ShownTurn, joined_lines, pieces_of
from reviewer.gui.dialogs.importing.words import NOBODY, ROLES, clock_of, day_of, day_words
from reviewer.importers import amending
from reviewer.importers.base import Conversation, Found, FoundSpeaker, Problem
from reviewer.importers.personal import Detail
from reviewer.workspace.finishing import Words, words_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
NUMBER, TIME, SPEAKER, ROLE, TEXT = range(5)
COLUMNS: Final = ("#", "Time", "Speaker", "Role", "Text")
SPOKEN: Final = ("Number", *COLUMNS[1:])
MOST_KEPT: Final = 600


class TurnModel(QAbstractTableModel):
    """Rows are turns and system lines in order."""

    spoken_by = Signal(int, str)
    """Somebody was chosen, or newly named, as the speaker of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.conversation: Conversation | None = None
        self._found: Found | None = None
        self._names: dict[str, FoundSpeaker] = {}
        self._details: dict[int, list[Detail]] = {}
        self._replaces = False
        self._kept: frozenset[Words] = frozenset()
        self._odd: list[int] = []
        self._several_days = self._timeless = False
        self._rows: OrderedDict[int, ShownTurn] = OrderedDict()

    def show(
        self, found: Found | None, conversation: Conversation | None, *, roles: bool = False, timeless: bool = False
    ) -> None:
        """Show these turns; without any, nothing. `roles` stand for names; `timeless` leaves times out."""
        before = len(self.conversation.turns) if self.conversation else 0
        count = len(conversation.turns) if conversation else 0
        same = found is self._found and before == count
        if not same:
            self.beginResetModel()
        self._found, self.conversation = found, conversation
        shown = amending.with_names_as_roles(conversation) if conversation and roles else conversation
        self._names = {one.key: one for one in shown.speakers} if shown else {}
        self._timeless = timeless
        self._odd = _odd_units(found.problems) if found else []
        days = (
            {day_of(turn) for turn in (conversation.turns[0], conversation.turns[-1])}
            if conversation and count
            else set()
        )
        self._several_days = len(days - {""}) > 1
        self._rows.clear()
        if same:
            self._refresh()
        else:
            self.endResetModel()

    def show_details(self, details: Sequence[Detail], kept: frozenset[Words], *, replaced: bool) -> None:
        """Personal details, and which of them become labels."""
        self._details = {}
        for one in details:
            self._details.setdefault(one.turn, []).append(one)
        self._kept, self._replaces = kept, replaced
        self._rows.clear()
        self._refresh()

    def row(self, at: int) -> ShownTurn:
        """What one row shows."""
        if at not in self._rows:
            self._rows[at] = self._made(at)
            while len(self._rows) > MOST_KEPT:
                self._rows.popitem(last=False)
        self._rows.move_to_end(at)
        return self._rows[at]

    def row_at_unit(self, unit: int) -> int | None:
        """The row of the turn that a line of the file went into, or the first one after it."""
        turns = self.conversation.turns if self.conversation else ()
        return next((at for at, turn in enumerate(turns) if turn.where[1] >= unit), None)

    def role_of(self, at: int) -> Role | None:
        """The part of whoever speaks in a row; None for a turn by nobody."""
        turn = self.row(at).turn
        if turn.kind is TurnKind.SYSTEM:
            return Role.SYSTEM
        return self._names[turn.speaker].role if turn.speaker in self._names else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.conversation is None else len(self.conversation.turns)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return SPOKEN[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == NUMBER else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        words = self._cell(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NUMBER and self.row(index.row()).odd:
            return f"{words}, to check"
        return words

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if index.column() != SPEAKER or not str(value).strip():
            return False
        self.spoken_by.emit(index.row(), str(value).strip())
        return True

    def day(self, at: int) -> str:
        """The day in words, where it is another one than in the row above and the chat has several."""
        if self._timeless or not self._several_days or self.conversation is None:
            return ""
        turns = self.conversation.turns
        day = day_of(turns[at])
        return day_words(day) if at == 0 or day_of(turns[at - 1]) != day else ""

    def _cell(self, at: int, column: int) -> str:
        shown = self.row(at)
        role = self.role_of(at)
        clock = "" if self._timeless else clock_of(shown.turn)
        cells = (str(at + 1), clock, shown.name, ROLES[role] if role else "", shown.words)
        return cells[column]

    def _made(self, at: int) -> ShownTurn:
        turn = self.conversation.turns[at] if self.conversation else None
        if turn is None or self._found is None:
            raise IndexError(at)
        speaker = self._names.get(turn.speaker) if turn.speaker else None
        details = [(one, self._replaces and words_of(one) not in self._kept) for one in self._details.get(at, ())]
        first, last = turn.where
        odd = self._odd[bisect_left(self._odd, first) : bisect_right(self._odd, last)]
        joined = joined_lines(self._found, turn, odd) if odd else []
        pieces = pieces_of(turn, details, joined, self._found.unit)
        return ShownTurn(turn, speaker.name if speaker else NOBODY, pieces, bool(odd))

    def _refresh(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1))


def _odd_units(problems: Sequence[Problem]) -> list[int]:
    """Numbers of single lines that something is odd about, in order; what concerns the whole file marks no row."""
    return sorted({one.where[0] for one in problems if one.where[0] == one.where[1]})
