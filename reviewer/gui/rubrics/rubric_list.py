"""The rubrics of the library: name, version, and how many reviews use them."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_versions import newest_versions, offered
from reviewer.gui import fonts, icons
from reviewer.gui.rubrics.working_copy import WorkingCopy
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.words import counted

Index = QModelIndex | QPersistentModelIndex
ROOT_ROLE, FACTS_ROLE, DEFAULT_ROLE = (Qt.ItemDataRole.UserRole + at for at in range(3))
WIDTH, ROW, HEADING, PAD, RADIUS, ICON = 252, 52, 34, 8, 5, 14


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says."""

    root: str
    name: str
    version: int
    used: str
    default: bool
    retired: bool


class RubricDelegate(QStyledItemDelegate):
    """Two lines: the name, and the facts in grey. A row without a root is a heading."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, fonts.scaled(ROW if index.data(ROOT_ROLE) else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(6, 1, -6, -1)
        if index.data(ROOT_ROLE):
            self._row(painter, rect, index, option.state)
        else:
            painter.setFont(fonts.font(12, 600))
            painter.setPen(self.theme.color("text3"))
            below = rect.adjusted(PAD, fonts.scaled(8), -PAD, 0)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), str(index.data()))
        painter.restore()

    def _row(self, painter: QPainter, rect: QRect, index: Index, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("accent_soft" if chosen else "sunken"))
            painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inner = rect.adjusted(PAD, fonts.scaled(6), -PAD, -fonts.scaled(6))
        size = fonts.scaled(ICON)
        if index.data(DEFAULT_ROLE):
            drawn = icons.pixmap("check", self.theme.color("accent"), size, painter.device().devicePixelRatioF())
            painter.drawPixmap(inner.right() - size, inner.top() + fonts.scaled(2), drawn)
        upper = QRect(inner.left(), inner.top(), inner.width() - size - 6, inner.height() // 2)
        lower = QRect(inner.left(), inner.top() + inner.height() // 2, inner.width(), inner.height() // 2)
        painter.setFont(fonts.font(13, 600 if chosen else 500))
        painter.setPen(self.theme.color("accent" if chosen else "text"))
        self._line(painter, upper, str(index.data()))
        painter.setFont(fonts.font(12))
        painter.setPen(self.theme.color("text2" if chosen else "text3"))
        self._line(painter, lower, str(index.data(FACTS_ROLE)))

    @staticmethod
    def _line(painter: QPainter, rect: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class Rows(QListWidget):
    """Enter goes into the editor, Delete asks for deletion; the menu is for the row under it."""

    entered = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        row = self.currentItem() if by_key else self.itemAt(event.pos())
        if row is not None and row.data(ROOT_ROLE):
            self.setCurrentItem(row)
            place = self.visualItemRect(self.currentItem()).center() if by_key else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class RubricList(QFrame):
    """Filter, rubrics, and buttons to make or bring in another."""

    chosen = Signal(str)

    def __init__(self, copy: WorkingCopy, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self._copy = copy
        self.preferred = ""
        self._listed: tuple[list[Entry], str] = ([], "")
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Filter rubrics")
        self.filter.setAccessibleName("Filter rubrics")
        self.filter.setClearButtonEnabled(True)
        self.rows = Rows(self)
        self.rows.setAccessibleName("Rubrics")
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setMouseTracking(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paints = RubricDelegate(theme, self.rows)
        self.rows.setItemDelegate(self._paints)
        self.new = TextButton("New rubric", theme, self, icon="plus")
        self.bring = IconButton("file-input", "Import rubric", theme, self)
        self._head, self._foot = QFrame(self), QFrame(self)
        self._head.setObjectName("listHead")
        self._foot.setObjectName("listFoot")
        above = QHBoxLayout(self._head)
        above.setContentsMargins(12, 8, 12, 8)
        above.addWidget(self.filter)
        below = QHBoxLayout(self._foot)
        below.setContentsMargins(12, 10, 12, 10)
        below.addWidget(self.new)
        below.addStretch(1)
        below.addWidget(self.bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, share in ((self._head, 0), (self.rows, 1), (self._foot, 0)):
            column.addWidget(part, share)
        self.filter.textChanged.connect(self.refresh)
        self.filter.returnPressed.connect(self.rows.setFocus)
        self.rows.currentItemChanged.connect(self._moved)
        copy.changed.connect(self.refresh)
        self.set_theme(theme)

    def offered(self) -> list[RubricSet]:
        """What new reviews can follow."""
        return offered(self._copy.rubrics)

    def refresh(self) -> None:
        """Show the rubrics that hold the words of the filter; the one that is shown is always there."""
        words = self.filter.text().casefold().split()
        found = [one for one in newest_versions(self._copy.rubrics) if _holds(one, words) or self._is_shown(one)]
        entries = [self._entry(one) for one in sorted(found, key=lambda one: one.rubric.retired)]
        if (entries, self._copy.root) == self._listed:
            return
        self._listed = (entries, self._copy.root)
        blocked = self.rows.blockSignals(True)
        self.rows.clear()
        for at, entry in enumerate(entries):
            if entry.retired and not (at and entries[at - 1].retired):
                heading = QListWidgetItem("No longer offered")
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.rows.addItem(heading)
            self._add(entry)
        self.rows.blockSignals(blocked)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._paints.theme = theme
        self.filter.setFont(fonts.font(13))
        self.new.set_theme(theme)
        self.bring.set_theme(theme)
        self.rows.setMinimumHeight(fonts.scaled(ROW))
        self.rows.scheduleDelayedItemsLayout()
        self.refresh()

    def stand(self, *, beside: bool) -> None:
        """Beside the editor, or above it with few rows."""
        widest = 16_777_215
        self.setMinimumWidth(fonts.scaled(WIDTH) if beside else 0)
        self.setMaximumWidth(fonts.scaled(WIDTH) if beside else widest)
        self.rows.setMaximumHeight(widest if beside else fonts.scaled(ROW))
        self._head.setVisible(beside)
        self._foot.setVisible(beside)

    def _entry(self, one: RubricSet) -> Entry:
        own = (other.rubric.id for other in self._copy.rubrics if other.rubric.root == one.rubric.root)
        reviews = sum(self._copy.uses[key].reviews for key in own if key in self._copy.uses)
        used = f"used in {counted(reviews, 'review')}" if reviews else "not used yet"
        head = one.rubric
        return Entry(head.root, head.name, head.version, used, head.root == self.preferred, head.retired)

    def _add(self, entry: Entry) -> None:
        row = QListWidgetItem(entry.name.replace("\n", " "))
        row.setData(ROOT_ROLE, entry.root)
        row.setData(FACTS_ROLE, f"Version {entry.version} · {entry.used}")
        row.setData(DEFAULT_ROLE, entry.default)
        default = ", for new reviews" if entry.default else ""
        spoken = f"{entry.name}, version {entry.version}, {entry.used}{default}"
        row.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.rows.addItem(row)
        if entry.root == self._copy.root:
            self.rows.setCurrentItem(row)

    def _is_shown(self, one: RubricSet) -> bool:
        return one.rubric.root == self._copy.root

    def _moved(self, row: QListWidgetItem | None) -> None:
        if row is not None and row.data(ROOT_ROLE):
            self.chosen.emit(str(row.data(ROOT_ROLE)))


def _holds(one: RubricSet, words: list[str]) -> bool:
    names = " ".join([one.rubric.name, *(criterion.name for criterion in one.criteria)]).casefold()
    return all(word in names for word in words)
