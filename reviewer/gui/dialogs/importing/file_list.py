"""The files of an import on the left, each with its state; any number of them."""

from collections import Counter
from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui import fonts, icons
from reviewer.gui.dialogs.importing.file import File
from reviewer.gui.dialogs.importing.preview import Preview
from reviewer.gui.dialogs.importing.words import file_words, state_icon
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted
from reviewer.workspace.preparing import State

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
FILE_ROLE = Qt.ItemDataRole.UserRole
ROW = 57
FEW = 12
TELL_MS = 250


class FileModel(QAbstractListModel):
    """One row for each file. The view paints a row anew by itself: told by a signal it would lay out all of them."""

    def __init__(self, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._count = len(preview.files)
        preview.added.connect(self._grow)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        file = self._preview.files[index.row()]
        if role == FILE_ROLE:
            return file
        if role == Qt.ItemDataRole.DisplayRole:
            return file.entry.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(file.entry.error or file.entry.name)}</qt>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{file.entry.name}, {file_words(file)}"
        return None

    def _grow(self) -> None:
        self.beginInsertRows(NOWHERE, self._count, len(self._preview.files) - 1)
        self._count = len(self._preview.files)
        self.endInsertRows()


class FileDelegate(QStyledItemDelegate):
    """Icon and name, and what is known of the file below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(fonts.scaled(120), fonts.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        file = index.data(FILE_ROLE)
        if not isinstance(file, File):
            return
        painter.save()
        if chosen:
            painter.fillRect(rect, self._theme.color("accent_soft"))
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), self._theme.color("accent"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        inner = rect.adjusted(fonts.scaled(13), fonts.scaled(9), -fonts.scaled(10), -fonts.scaled(8))
        self._name(painter, inner, file, chosen)
        font = fonts.font(12)
        painter.setFont(font)
        color = "deleted" if file.entry.state is State.FAILED else "text2" if chosen else "text3"
        painter.setPen(self._theme.color(color))
        words = QFontMetrics(font).elidedText(file_words(file), Qt.TextElideMode.ElideRight, inner.width())
        below = QRect(inner.x(), inner.y() + fonts.scaled(21), inner.width(), fonts.scaled(17))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _name(self, painter: QPainter, rect: QRect, file: File, chosen: bool) -> None:
        name, color = state_icon(file)
        size, height = fonts.scaled(14), fonts.scaled(20)
        drawn = icons.pixmap(name, self._theme.color(color), size, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.x(), rect.y() + (height - size) // 2, drawn)
        font = fonts.font(13, 600 if chosen else 500)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        line = QRect(rect.x() + fonts.scaled(20), rect.y(), rect.width() - fonts.scaled(20), height)
        words = QFontMetrics(font).elidedText(file.entry.name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)


class FilePane(QFrame):
    """The list with its number and totals, and a button for more files."""

    add_wanted = Signal()

    def __init__(self, preview: Preview, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files")
        self._preview = preview
        heading, self.number = PlainText("Files", self), PlainText("", self)
        for words in (heading, self.number):
            words.setProperty("tone", "dim")
            words.setFont(fonts.font(11.5, 600))
        self.totals = PlainText("", self)
        self.totals.setProperty("tone", "dim")
        self.totals.setFont(fonts.font(12))
        self.totals.setWordWrap(True)
        self.totals.setContentsMargins(12, 0, 12, 6)
        self.view = self._made_view(theme)
        self.add = TextButton("Add files…", theme, self, icon="plus", pressed=self.add_wanted.emit)
        self.add.setProperty("small", "true")
        self.add.setFont(fonts.font(12, 500))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 5)
        head.addWidget(heading, 1)
        head.addWidget(self.number)
        foot.setContentsMargins(12, 10, 12, 10)
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.totals)
        self._column.addWidget(self.view)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self._column.setStretch(2, 1000)
        self._soon = QTimer(self, singleShot=True, interval=TELL_MS)
        self._soon.timeout.connect(self._tell)
        preview.listed.connect(self._tell_soon)
        preview.listed.connect(lambda first, _: self.view.update(self.view.model().index(first, 0)))
        preview.added.connect(self._tell)
        preview.shown.connect(self._choose)
        self._tell()

    @property
    def settled(self) -> bool:
        """Whether the totals are those of now."""
        return not self._soon.isActive()

    def _made_view(self, theme: Theme) -> QListView:
        view = QListView(self)
        view.setModel(FileModel(self._preview, view))
        view.setItemDelegate(FileDelegate(theme, view))
        view.setUniformItemSizes(True)
        view.setAccessibleName("Files")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.selectionModel().currentChanged.connect(lambda now, _: self._preview.show_file(now.row()))
        return view

    def _choose(self) -> None:
        if self.view.currentIndex().row() != self._preview.at:
            self.view.setCurrentIndex(self.view.model().index(self._preview.at, 0))

    def _tell_soon(self) -> None:
        """Of many files, not after each."""
        if len(self._preview.files) <= FEW:
            self._tell()
        elif not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        files = self._preview.files
        self.number.setText(f"{len(files):,}")
        few = len(files) <= FEW
        self.view.setMaximumHeight(len(files) * fonts.scaled(ROW) if few else 16_777_215)
        self.totals.setVisible(not few)
        if not few:
            self.totals.setText(_totals(files))


def _totals(files: list[File]) -> str:
    states = Counter(file.entry.state for file in files)
    parts = [f"{states[State.READ]:,} read"]
    waiting, failed = states[State.WAITING], states[State.FAILED]
    check = sum(bool(file.to_check) for file in files)
    turns = sum(file.entry.counts.turns for file in files if file.entry.counts)
    if waiting:
        parts.append(f"{waiting:,} to go")
    if check:
        parts.append(f"{check:,} to check")
    if failed:
        parts.append(f"{failed:,} failed")
    return f"{counted(turns, 'turn')} · {' · '.join(parts)}"
