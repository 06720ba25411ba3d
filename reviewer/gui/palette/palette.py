"""The command palette: a field over the window, and what fits what is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.palette.entries import Entries, Entry
from reviewer.gui.palette.entry_list import EntryDelegate, EntryRows, height_of, paint_keys
from reviewer.gui.settings import COMMANDS, Settings
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.notice import announce
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow

WIDTH, EDGE, TOP_SHARE, TALLEST_SHARE = 640, 16, 0.12, 0.66
FIELD, HEAD_PAD, FOOT, RADIUS, LENS = 28, 12, 38, 10, 18
PAUSE_MS = 60
MOST_COMMANDS = 10
NOTHING = "Nothing fits. Try fewer letters."
HINTS = ((("↑", "↓"), "choose"), (("Enter",), "run"), (("Esc",), "close"))
PREFIXES = ((("#",), "turn"), (("@",), "transcript"), ((">",), "command"))


def make_palette(window: "MainWindow", settings: Settings, theme: Theme) -> "CommandPalette":
    """The palette of the main window."""
    entries = Entries(window.actions_table, window.session, window.open_transcript, window.acts.show_turn)
    return CommandPalette(window, entries, settings, theme)


class Foot(QWidget):
    """Which keys do what."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        font = fonts.font(12)
        right = float(self.width() - EDGE)
        for keys, words in (*reversed(PREFIXES), *reversed(HINTS)):
            painter.setFont(font)
            painter.setPen(self.theme.color("text2"))
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRectF(right - width, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            right = paint_keys(painter, self.theme, right - width - 6, self.height() / 2, keys) - 12
        painter.end()


class CommandPalette(QWidget):
    """Covers the window while it is open; the keyboard goes back to where it was."""

    def __init__(self, window: QWidget, entries: Entries, settings: Settings, theme: Theme) -> None:
        super().__init__(window)
        self._entries = entries
        self._settings = settings
        self._theme = theme
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setObjectName("palette")
        self.field = QLineEdit(self.card)
        self.field.setFrame(False)
        self.field.setAccessibleName("Command palette")
        self.field.setPlaceholderText("Find a command, a chat or words in this chat")
        self.count = PlainText("", self.card)
        self.rows = EntryRows(self)
        self.list = QListView(self.card)
        self.list.setModel(self.rows)
        self.list.setAccessibleName("What fits")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self._delegate = EntryDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.nothing = PlainText(NOTHING, self.card)
        self.nothing.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.foot = Foot(theme, self.card)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._look)
        self.field.textEdited.connect(lambda _: self._pause.start())
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        window.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self.card)
        head.setContentsMargins(EDGE + LENS + 2, HEAD_PAD, EDGE, HEAD_PAD)
        head.addWidget(self.field, 1)
        head.addWidget(self.count)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.foot)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = self._delegate.theme = self.foot.theme = theme
        self.field.setFont(fonts.font(15))
        self.field.setFixedHeight(fonts.scaled(FIELD))
        self.count.setFont(fonts.font(12))
        self.nothing.setFont(fonts.font(13))
        self.foot.setFixedHeight(fonts.scaled(FOOT))
        self.field.setStyleSheet("border: 0; background: transparent;")
        self.count.setStyleSheet(f"color: {theme.color('text3').name()};")

    def open(self, typed: str = "") -> None:
        """Show it, with something typed already."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.field.setText(typed)
        self.setGeometry(self._window().rect())
        self._look()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_now(self) -> None:
        """Hide it; the keyboard goes back."""
        self._pause.stop()
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window().rect())
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("scrim"))
        card = QRectF(self.card.geometry())
        painter.setPen(QPen(self._theme.color("line_strong"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(card.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)
        size = fonts.scaled(LENS)
        image = icons.pixmap("search", self._theme.color("text2"), size, self.devicePixelRatioF())
        field = self.field.geometry().translated(self.card.pos())
        painter.drawPixmap(round(card.left()) + EDGE, field.center().y() - size // 2, image)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawLine(round(card.left()), field.bottom() + HEAD_PAD, round(card.right()), field.bottom() + HEAD_PAD)
        painter.end()

    def _pressed(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._choose(self.rows.step(self.list.currentIndex().row(), steps[Qt.Key(event.key())]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._look()
            self._run(self.list.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.close_now()
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _look(self) -> None:
        self._pause.stop()
        typed = self.field.text()
        groups = self._entries.groups(typed, self._settings.latest(COMMANDS))
        self.rows.show(groups)
        found = sum(len(entries) for _, entries in groups)
        self.count.setText(counted(found, "result") if typed else "")
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self._choose(self.rows.step(-1, 1) if found else -1)
        self._place()
        if typed:
            announce(self.field, counted(found, "result"))

    def _choose(self, row: int) -> None:
        index = self.rows.index(row, 0) if row >= 0 else self.rows.index(-1, 0)
        self.list.setCurrentIndex(index)
        if row == 1:
            self.list.scrollToTop()

    def _run(self, row: int) -> None:
        entry: Entry | None = self.rows.entry(row)
        if entry is None or entry.reason:
            return
        if entry.name:
            self._settings.remember(COMMANDS, entry.name, MOST_COMMANDS)
        self.close_now()
        QTimer.singleShot(0, self, lambda: entry.run())

    def _place(self) -> None:
        width = min(fonts.scaled(WIDTH), self.width() - 2 * EDGE)
        rows = sum(map(height_of, self.rows.lines))
        inside = rows + 8 if rows else self.nothing.sizeHint().height()
        height = fonts.scaled(FIELD) + 2 * HEAD_PAD + inside + self.foot.height() + 2
        tallest = round(self.height() * TALLEST_SHARE)
        self.card.setGeometry(
            QRect((self.width() - width) // 2, round(self.height() * TOP_SHARE), width, min(height, tallest))
        )
        self.update()

    def _window(self) -> QWidget:
        parent = self.parentWidget()
        return parent if parent is not None else self
