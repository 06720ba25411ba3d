"""What a review lacks, shown when it is marked as done: each gap is a link, and finishing goes ahead if asked."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.unfinished import Gap, Lack
from reviewer.gui import fonts
from reviewer.gui.margin.writing_field import ENTER
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.flow import FlowLayout
from reviewer.gui.widgets.notice import announce
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted

WORDS = {
    Lack.RATING: ("criterion", "criteria", "not rated"),
    Lack.TEXT: ("concern", "concerns", "without text"),
    Lack.ANSWER: ("question", "questions", "not answered"),
}
MOST_LINKS = 12
SIDES, LEAST = 14, 44
CONTROL = Qt.KeyboardModifier.ControlModifier


def missing_words(gaps: list[Gap]) -> str:
    """“1 criterion not rated, 2 concerns without text”; empty when nothing is missing."""
    return ", ".join(_counted(lack, gaps) for lack in WORDS if any(gap.lack is lack for gap in gaps))


class MissingList(QFrame):
    """Enter follows a link, Ctrl+Enter finishes anyway, Esc goes on reviewing."""

    chosen = Signal(object)
    """The Gap to go to."""
    finish_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panelFoot")
        self._theme = theme
        self._gaps: list[Gap] = []
        self.links: list[TextButton] = []
        self.groups: list[PlainText] = []
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self.stay = TextButton("Go on reviewing", theme, self, pressed=self.left.emit)
        self.finish = TextButton("Mark as done", theme, self, icon="check-check", pressed=self.finish_wanted.emit)
        self.finish.setAccessibleName("Mark as done all the same")
        buttons, whole = QHBoxLayout(), QVBoxLayout(self)
        buttons.setSpacing(8)
        buttons.addWidget(self.stay, 1)
        buttons.addWidget(self.finish, 1)
        whole.setContentsMargins(SIDES, 10, SIDES, 12)
        whole.setSpacing(8)
        whole.addWidget(self._scroll)
        whole.addLayout(buttons)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        for button in (self.stay, self.finish):
            button.set_theme(theme)
        if self._gaps:
            self._fill()

    def show_gaps(self, gaps: list[Gap]) -> None:
        """List them; what is listed already stays as it is."""
        if gaps != self._gaps:
            self._gaps = gaps
            self._fill()

    def ask(self, gaps: list[Gap]) -> None:
        """List them and take the keyboard."""
        self.show_gaps(gaps)
        self.show()
        (self.links[0] if self.links else self.finish).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{missing_words(gaps)}.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and event.modifiers() & CONTROL:
            self.finish_wanted.emit()
        elif event.key() in ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        while (part := self._column.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.links, self.groups = [], []
        self.setAccessibleName(f"Missing: {missing_words(self._gaps)}")
        for lack in WORDS:
            of_kind = [gap for gap in self._gaps if gap.lack is lack]
            if of_kind:
                self._group(lack, of_kind)
        self._fit()

    def _fit(self) -> None:
        """As tall as the list where there is room; it scrolls where there is not."""
        whole = max(0, self._column.heightForWidth(max(1, self.width() - 2 * SIDES)))
        self._scroll.setMaximumHeight(whole)
        self._scroll.setMinimumHeight(min(whole, fonts.scaled(LEAST)))

    def _group(self, lack: Lack, gaps: list[Gap]) -> None:
        words = PlainText(_counted(lack, gaps), self._inside)
        words.setFont(fonts.font(12, 600))
        self.groups.append(words)
        self._column.addWidget(words)
        holder = QWidget(self._inside)
        flow = FlowLayout(holder, spacing=0)
        for gap in gaps[:MOST_LINKS]:
            link = TextButton(gap.name.replace("&", "&&"), self._theme, holder, tone="link")
            link.setFont(fonts.font(12, 500))
            link.clicked.connect(lambda _=False, gap=gap: self.chosen.emit(gap))
            link.setAccessibleName(f"{gap.name}, {WORDS[lack][2]}")
            link.installEventFilter(self)
            self.links.append(link)
            flow.addWidget(link)
        self._column.addWidget(holder)


def _counted(lack: Lack, gaps: list[Gap]) -> str:
    one, many, what = WORDS[lack]
    return f"{counted(sum(gap.lack is lack for gap in gaps), one, many)} {what}"
