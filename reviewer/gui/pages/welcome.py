"""The first page: open or paste a chat, or try a sample."""

import tomllib
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer import resources
from reviewer.gui import fonts, icons
from reviewer.gui.incoming import dropped_files
from reviewer.gui.pages.starting_points import StartingPoints
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted

WIDTH = 920
WRAPS = 1.4
DROP_WORDS = "Drop transcripts here: text, Word, HTML, CSV, JSON, PDF, mail or zip"


@dataclass(frozen=True, slots=True)
class Sample:
    """A chat that comes with the program; `review` is its finished review, when it has one."""

    file: str
    title: str
    caption: str
    review: str | None = None


def samples() -> list[Sample]:
    """The chats that come with the program."""
    table = tomllib.loads(resources.read_text("samples", "samples.toml"))
    return [Sample(**one) for one in table["samples"]]


class DropArea(QFrame):
    """Takes files, and holds the two ways to start by hand."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self.words = PlainText(DROP_WORDS, self)
        self.icon = PlainText("", self)
        self.open = TextButton("Open files…", theme, self, tone="primary")
        self.paste = TextButton("Paste text…", theme, self, icon="clipboard")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(12)
        row.addStretch(1)
        for part in (self.icon, self.words, self.open, self.paste):
            row.addWidget(part)
        row.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.words.setFont(fonts.font(14))
        self.words.setWordWrap(fonts.scale() > WRAPS)
        self.icon.setPixmap(
            icons.pixmap("file-input", theme.color("text2"), fonts.scaled(18), self.devicePixelRatioF())
        )
        self.open.set_theme(theme)
        self.paste.set_theme(theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.words.setText(f"Drop {counted(len(files), 'file')} to import")
            self._mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.words.setText(DROP_WORDS)
        self._mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.words.setText(DROP_WORDS)
        self._mark(over=False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event.mimeData()))

    def _mark(self, *, over: bool) -> None:
        self.setProperty("over", "true" if over else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class SampleButton(QAbstractButton):
    """One sample chat: icon, title, and what to expect of it."""

    def __init__(self, sample: Sample, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = sample
        self.theme = theme
        self.setAccessibleName(f"{sample.title}, {sample.caption}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(420, fonts.scaled(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("accent_soft"))
            painter.drawRoundedRect(area, 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 5, 5)
        size = fonts.scaled(16)
        image = icons.pixmap("message-square-text", self.theme.color("text2"), size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(10, (self.height() - size) / 2), image)
        inside = QRectF(size + 20, 0, self.width() - size - 30, self.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(fonts.font(13))
        painter.setPen(self.theme.color("text"))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, self.sample.title)
        painter.setFont(fonts.font(12, tabular=True))
        painter.setPen(self.theme.color("text3"))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, self.sample.caption)
        painter.end()


class Welcome(QWidget):
    """Shown while the library is empty."""

    open_wanted = Signal()
    paste_wanted = Signal()
    dropped = Signal(list)
    sample_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.icon = PlainText("", self)
        self.title = PlainText("Read a chat closely. Say what would make it better.", self)
        self.subtitle = PlainText(
            "Open a saved customer-service chat, mark the words, score it, and rewrite it turn by turn.", self
        )
        self.subtitle.setProperty("tone", "soft")
        self.drop = DropArea(theme, self)
        self.points = StartingPoints(theme, self)
        self.sample_buttons = [SampleButton(sample, theme, self) for sample in samples()]
        self._facts: list[tuple[PlainText, str, PlainText]] = []
        self._headings: list[PlainText] = []
        self._lay_out()
        self.drop.open.clicked.connect(self.open_wanted)
        self.drop.paste.clicked.connect(self.paste_wanted)
        self.drop.dropped.connect(self.dropped)
        for button in self.sample_buttons:
            button.clicked.connect(lambda _=False, button=button: self.sample_wanted.emit(button.sample))
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head.setSpacing(20)
        head.addWidget(self.icon)
        head.addLayout(words, 1)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(36)
        below.addLayout(self._samples(), 1)
        below.addLayout(self._good_to_know(), 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        whole, inside = QWidget(), QWidget()
        whole.setObjectName("canvas")
        inside.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.drop)
        column.addWidget(self.points)
        column.addLayout(below)
        row, page, outer = QHBoxLayout(), QVBoxLayout(whole), QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._scroll.setWidget(whole)
        row.addStretch(1)
        row.addWidget(inside, 20)
        row.addStretch(1)
        page.setContentsMargins(24, 24, 24, 24)
        page.addStretch(2)
        page.addLayout(row)
        page.addStretch(3)

    def _samples(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._heading("Try a sample chat"))
        for button in self.sample_buttons:
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _good_to_know(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._heading("Good to know", indent=0))
        for icon, sentence in (
            ("hard-drive", "Everything stays on this computer. The program never connects to the internet."),
            ("keyboard", "Press F1 for every command and its key."),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            image, words = PlainText("", self), PlainText(sentence, self)
            words.setWordWrap(True)
            words.setProperty("tone", "soft")
            row.addWidget(image, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
            self._facts.append((image, icon, words))
        column.addStretch(1)
        return column

    def _heading(self, words: str, indent: int = 10) -> PlainText:
        heading = PlainText(words, self)
        heading.setProperty("tone", "soft")
        heading.setContentsMargins(indent, 0, 0, 6)
        self._headings.append(heading)
        return heading

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self.icon.setPixmap(icons.app_icon().pixmap(QSize(fonts.scaled(56), fonts.scaled(56))))
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for part in (self._below.setDirection, self.points.set_direction):
            part(below if fonts.scale() > WRAPS else beside)
        self.title.setFont(fonts.font(28, 700))
        self.title.setWordWrap(True)
        self.subtitle.setFont(fonts.font(15))
        self.subtitle.setWordWrap(True)
        self.drop.set_theme(theme)
        self.points.set_theme(theme)
        for heading in self._headings:
            heading.setFont(fonts.font(12, 600))
        for image, icon, words in self._facts:
            image.setPixmap(icons.pixmap(icon, theme.color("text2"), fonts.scaled(16), self.devicePixelRatioF()))
            words.setFont(fonts.font(13))
        for button in self.sample_buttons:
            button.theme = theme
            button.updateGeometry()
