"""The rows of the Comments tab: comments under headings, by turn or by criterion, filtered."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.full_review import FullReview
from reviewer.gui.margin.card_words import Face, face_of, name_of, spoken

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
FACE_ROLE = Qt.ItemDataRole.UserRole
ANNOTATION_ROLE = Qt.ItemDataRole.UserRole + 1


NO_PLACE = "Words not found"


class Grouping(StrEnum):
    """What the headings name."""

    TURN = "turn"
    CRITERION = "criterion"


class Kept(StrEnum):
    """Which comments the list keeps, beside a criterion's."""

    ALL = "all"
    CONCERNS = "concerns"
    STRENGTHS = "strengths"
    WITHOUT_TEXT = "without_text"
    NOT_ADDRESSED = "not_addressed"


KEEPS: dict[Kept, Callable[[Annotation], bool]] = {
    Kept.ALL: lambda one: True,
    Kept.CONCERNS: lambda one: one.verdict is Verdict.CONCERN,
    Kept.STRENGTHS: lambda one: one.verdict is Verdict.STRENGTH,
    Kept.WITHOUT_TEXT: lambda one: not one.text.strip(),
    Kept.NOT_ADDRESSED: lambda one: one.verdict is Verdict.CONCERN,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A turn or a criterion over its comments."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Wish:
    """How the list is wanted; `criterion` keeps one criterion's comments, "" those of all."""

    grouping: Grouping = Grouping.TURN
    kept: Kept = Kept.ALL
    criterion: str | None = ""

    def keeps(self, annotation: Annotation) -> bool:
        """Whether the list shows `annotation`."""
        return KEEPS[self.kept](annotation) and self.criterion in ("", annotation.criterion)


Row = Heading | Annotation


class CommentRows(QAbstractListModel):
    """Headings, which cannot be chosen, and comments."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._full: FullReview | None = None
        self._rows: list[Row] = []
        self._row_of: dict[str, int] = {}
        self.wish = Wish()

    def show_review(self, full: FullReview, wish: Wish) -> None:
        """List the comments of `full`; rows that stay in their places are only repainted."""
        before = [_shape(row) for row in self._rows]
        rows = _rows(full, wish)
        same = before == [_shape(row) for row in rows]
        if not same:
            self.beginResetModel()
        self._full, self._rows, self.wish = full, rows, wish
        self._row_of = {row.id: number for number, row in enumerate(rows) if isinstance(row, Annotation)}
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @property
    def shown(self) -> int:
        """How many comments are listed."""
        return len(self._row_of)

    def index_of(self, annotation_id: str) -> QModelIndex:
        """Where a comment is listed; not valid when it is not."""
        row = self._row_of.get(annotation_id)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Annotation):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._full is None:
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            spoken_heading = f"{row.words}, {counted(row.count)}"
            answers = {int(FACE_ROLE): row, int(Qt.ItemDataRole.AccessibleTextRole): spoken_heading}
            return answers.get(int(role), row.words)
        if role == FACE_ROLE:
            return self.face(row)
        if role == ANNOTATION_ROLE:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return spoken(row, self._full.number_of(row), self._full.rubric)
        return None

    def face(self, annotation: Annotation) -> Face | None:
        """What a row shows of a comment."""
        if self._full is None:
            return None
        face = face_of(annotation, self._full.number_of(annotation), self._full.rubric)
        if self.wish.grouping is Grouping.CRITERION and not face.where and annotation.anchor.found:
            return replace(face, where=f"turn {annotation.anchor.last_turn}")
        return face


def counted(count: int) -> str:
    """ "1 comment", "2 comments"."""
    return "1 comment" if count == 1 else f"{count:,} comments"


def _rows(full: FullReview, wish: Wish) -> list[Row]:
    kept = [one for one in full.annotations if wish.keeps(one)]
    kept.sort(key=lambda one: one.anchor.found)
    if wish.kept is Kept.NOT_ADDRESSED:
        addressed = {link for change in full.revised_turns for link in change.annotations}
        kept = [one for one in kept if one.id not in addressed]
    if wish.grouping is Grouping.CRITERION:
        order = {criterion.id: criterion.position for criterion in full.rubric.criteria}
        kept.sort(key=lambda one: order.get(one.criterion or "", len(order) + 1))
    names = {criterion.id: criterion.name for criterion in full.rubric.criteria}
    headings = [_heading(one, wish.grouping, names) for one in kept]
    counts = Counter(headings)
    rows: list[Row] = []
    last = None
    for one, words in zip(kept, headings, strict=True):
        if words != last:
            rows.append(Heading(words, counts[words]))
            last = words
        rows.append(one)
    return rows


def _heading(annotation: Annotation, grouping: Grouping, names: dict[str, str]) -> str:
    if grouping is Grouping.CRITERION:
        return names.get(annotation.criterion or "", name_of(None))
    return f"Turn {annotation.anchor.last_turn}" if annotation.anchor.found else NO_PLACE


def _shape(row: Row) -> tuple[str, int]:
    return (row.id, len(row.text)) if isinstance(row, Annotation) else (row.words, row.count)
