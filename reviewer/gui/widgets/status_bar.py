"""The status bar: what is saved, where the caret is, what is selected, what runs, who reviews."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QStatusBar, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import IconButton, TextButton
from reviewer.gui.widgets.notice import announce
from reviewer.gui.widgets.plain import Elided, PlainText

JOB_WIDTH = 110


class StatusBar(QStatusBar):
    """Left: saved, turn, comments, selection. Right: a job, the reviewer, the text size."""

    reviewer_wanted = Signal()
    size_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 8, 0)
        self.saved = PlainText("Ready", self)
        self.tick = PlainText("", self)
        self.tick.hide()
        self.turn = PlainText("", self)
        self.comments = PlainText("", self)
        self.selection = Elided("", self)
        self.line = QFrame(self)
        self.line.setFixedSize(1, 14)
        self.job = PlainText("", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(JOB_WIDTH)
        self.stop = IconButton("x", "Stop", theme, self)
        self.reviewer = TextButton("", theme, self, icon="user", tone="quiet", pressed=self.reviewer_wanted.emit)
        self.size_button = TextButton("100 %", theme, self, tone="quiet", pressed=self.size_wanted.emit)
        self.stop.clicked.connect(self.stop_wanted)
        leading: tuple[QWidget, ...] = (self.tick, self.saved, self.line, self.turn, self.comments)
        trailing: tuple[QWidget, ...] = (self.job, self.bar, self.stop, self.reviewer, self.size_button)
        for place, widget in enumerate((*leading, self.selection)):
            self.addWidget(widget, int(place == len(leading)))
        for widget in trailing:
            self.addPermanentWidget(widget)
        self.show_job(0, 0, "")
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for part in (self.saved, self.turn, self.comments, self.selection, self.job):
            part.setFont(fonts.font(12, tabular=True))
            part.setContentsMargins(4, 0, 6, 0)
        self.line.setStyleSheet(f"background: {theme.color('line_strong').name()};")
        size, ratio = fonts.scaled(14), self.devicePixelRatioF()
        self.tick.setPixmap(icons.pixmap("check", theme.color("text2"), size, ratio))
        self.stop.set_theme(theme)
        for button in (self.reviewer, self.size_button):
            button.set_theme(theme)
            button.setFont(fonts.font(12))
        self.setFixedHeight(max(fonts.scaled(28), 28))

    def say(self, sentence: str) -> None:
        """What a key did or why it did nothing, for the eyes and for a screen reader."""
        self.selection.set_whole(sentence)
        announce(self, sentence)

    def show_saved(self, clock: str) -> None:
        """When the last change was saved."""
        self.tick.show()
        self.saved.setText(f"Saved {clock}")

    def show_place(self, turn: str, comments: str, selection: str) -> None:
        """Where the caret is; empty words show nothing."""
        self.turn.setText(turn)
        self.comments.setText(comments)
        self.selection.set_whole(selection)
        self.line.setVisible(bool(turn))

    def show_job(self, done: int, total: int, text: str) -> None:
        """How far a job is; no text hides it."""
        for part in (self.job, self.bar, self.stop):
            part.setVisible(bool(text))
        self.job.setText(text)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
