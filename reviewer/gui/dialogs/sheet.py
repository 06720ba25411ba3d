"""A dialog as the design draws it: rounded, with a head of its own, over a dimmed window."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton
from reviewer.gui.widgets.plain import PlainText

RADIUS = 10
HEAD, FOOT = 44, 56
SCRIM = {False: QColor(31, 29, 26, 97), True: QColor(0, 0, 0, 140)}


class Scrim(QWidget):
    """Dims the window under a dialog."""

    def __init__(self, window: QWidget, color: QColor) -> None:
        super().__init__(window)
        self._color = color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._color)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


class Head(QFrame):
    """Icon, title and the cross; the dialog is moved by it."""

    def __init__(self, title: str, icon: str, theme: Theme, sheet: QDialog) -> None:
        super().__init__(sheet)
        self.setObjectName("sheetHead")
        self.setFixedHeight(max(HEAD, fonts.scaled(36)))
        picture, words = PlainText("", self), PlainText(title, self)
        picture.setPixmap(icons.pixmap(icon, theme.color("text"), fonts.scaled(16), self.devicePixelRatioF()))
        words.setFont(fonts.font(14, 600))
        self.cross = IconButton("x", "Close", theme, self, key="Esc")
        self.cross.clicked.connect(sheet.reject)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(picture)
        row.addWidget(words, 1)
        row.addWidget(self.cross)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.window().windowHandle()
        if handle is not None and event.button() == Qt.MouseButton.LeftButton:
            handle.startSystemMove()


class Sheet(QDialog):
    """A head, a body, and a row of buttons below; `size` is in px of a usual text size."""

    def __init__(self, title: str, icon: str, size: tuple[int, int], theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("sheet")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setStyleSheet(_sheet(theme))
        self._theme = theme
        self._wanted = size
        self._scrim: Scrim | None = None
        self.head = Head(title, icon, theme, self)
        self.foot = QFrame(self)
        self.foot.setObjectName("sheetFoot")
        self.foot.setFixedHeight(max(FOOT, fonts.scaled(44)))
        self.foot_row = QHBoxLayout(self.foot)
        self.foot_row.setContentsMargins(16, 0, 16, 0)
        self.foot_row.setSpacing(8)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.column.addWidget(self.head)
        self._take_place()

    def set_body(self, body: QWidget) -> None:
        """What stands between head and buttons."""
        self.column.addWidget(body, 1)
        self.column.addWidget(self.foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line_strong"), 1))
        painter.setBrush(self._theme.color("side"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self._window()
        if window is not None and self._scrim is None:
            self._scrim = Scrim(window, SCRIM[self._theme.is_dark])
            self._scrim.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.deleteLater()
            self._scrim = None

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent.window() if isinstance(parent, QWidget) else None

    def _take_place(self) -> None:
        """In the middle of the window, as large as wanted where there is room."""
        width, height = (fonts.scaled(one) for one in self._wanted)
        window = self._window()
        if window is None:
            self.resize(*self._wanted)
            return
        area = window.geometry()
        self.resize(min(width, area.width() - 24), min(height, area.height() - 24))
        place = self.rect()
        place.moveCenter(area.center())
        self.move(place.topLeft())


def _sheet(theme: Theme) -> str:
    line, warning, edge = (theme.color(one).name() for one in ("line", "warning_ground", "warning_line"))
    paper, side, text2, text3 = (theme.color(one).name() for one in ("paper", "side", "text2", "text3"))
    return f"""
    #sheet, #sheetHead, #sheetFoot {{ background: transparent; }}
    #sheetHead {{ border-bottom: 1px solid {line}; }}
    #sheetFoot {{ border-top: 1px solid {line}; }}
    #files {{ background: {side}; border-right: 1px solid {line}; }}
    #side {{ background: {side}; border-left: 1px solid {line}; }}
    #ruled {{ background: transparent; border-bottom: 1px solid {line}; }}
    #bar {{ background: {warning}; border-bottom: 1px solid {edge}; }}
    #merge {{ background: {warning}; border: 1px solid {edge}; border-radius: 5px; }}
    #options, #counts {{ background: {side}; }}
    #options {{ border-bottom: 1px solid {line}; }}
    #counts {{ border-top: 1px solid {line}; }}
    #paper {{ background: {paper}; }}
    #paper QPlainTextEdit, #paper QPlainTextEdit:focus {{ border: 0; border-radius: 0; padding: 2px 10px; }}
    #paper QTableView:focus {{ border: 0; }}
    QHeaderView::section {{ background: {side}; color: {text2}; padding: 0 {fonts.scaled(8)}px; font-weight: 600; }}
    QTableView#turns {{ background: {paper}; selection-background-color: transparent; }}
    QComboBox[small="true"] {{ min-height: {fonts.scaled(24)}px; }}
    QPushButton[small="true"] {{ min-height: {fonts.scaled(24)}px; padding: 0 9px; }}
    QPushButton[small="true"]:focus {{ padding: 0 8px; }}
    QLabel[tone="dim"] {{ color: {text3}; }}
    """
