"""The rows of the Comments tab: comments under headings, handed to the list a few hundred at a time."""

from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.gui.margin.card_words import Face, face_of, spoken
from reviewer.gui.panels.comment_wish import Grouping, Heading, Row, Wish, rows_of

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
FACE_ROLE = Qt.ItemDataRole.UserRole
ANNOTATION_ROLE = Qt.ItemDataRole.UserRole + 1
CHUNK = 400
"""So many rows more are measured when the list comes to its end."""


class CommentRows(QAbstractListModel):
    """Headings, which cannot be chosen, and comments; rows that nobody has come near are not in the list yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._full: FullReview | None = None
        self._rows: list[Row] = []
        self._known = 0
        self._row_of: dict[str, int] | None = None
        self.shown = 0
        """How many comments are wanted, come near or not."""
        self.wish = Wish()

    def show_review(self, full: FullReview, wish: Wish) -> None:
        """List the comments of `full`; rows that stay in their places are only repainted."""
        rows = rows_of(full, wish)
        known = min(max(CHUNK, self._known if wish == self.wish else 0), len(rows))
        same = known == self._known and _shapes(self._rows[:known]) == _shapes(rows[:known])
        if not same:
            self.beginResetModel()
        self._full, self._rows, self._known, self.wish = full, rows, known, wish
        self._row_of = None
        self.shown = sum(isinstance(row, Annotation) for row in rows)
        if not same:
            self.endResetModel()
        elif known:
            self.dataChanged.emit(self.index(0), self.index(known - 1))

    def index_of(self, annotation_id: str) -> QModelIndex:
        """Where a comment is listed; not valid when it is not."""
        if not annotation_id:
            return QModelIndex()
        if self._row_of is None:
            self._row_of = {row.id: number for number, row in enumerate(self._rows) if isinstance(row, Annotation)}
        row = self._row_of.get(annotation_id)
        if row is None:
            return QModelIndex()
        if row >= self._known:
            self._come_to(row + CHUNK)
        return self.index(row)

    def come_to_the_end(self) -> None:
        """All rows are in the list."""
        self._come_to(len(self._rows))

    def beside(self, index: Index) -> str:
        """The comment below a row, or else above it; empty when there is none."""
        rows = self._rows
        for row in (*range(index.row() + 1, min(index.row() + 3, len(rows))), *range(index.row() - 1, -1, -1)):
            found = rows[row]
            if isinstance(found, Annotation):
                return found.id
        return ""

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._known < len(self._rows)

    def fetchMore(self, parent: Index) -> None:
        self._come_to(self._known + CHUNK)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._known

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

    def row(self, number: int) -> Row:
        """A heading or a comment."""
        return self._rows[number]

    def _come_to(self, row: int) -> None:
        known = min(row, len(self._rows))
        if known > self._known:
            self.beginInsertRows(QModelIndex(), self._known, known - 1)
            self._known = known
            self.endInsertRows()


def counted(count: int) -> str:
    """ "1 comment", "2 comments"."""
    return "1 comment" if count == 1 else f"{count:,} comments"


def _shapes(rows: list[Row]) -> list[tuple[str, int]]:
    """What the heights and places of rows follow from."""
    return [
        (row.id, len(row.text or row.suggestion or "")) if isinstance(row, Annotation) else (row.words, row.count)
        for row in rows
    ]
