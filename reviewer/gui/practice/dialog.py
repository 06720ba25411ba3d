"""The customer's turns one by one; the reply is written before the original is seen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.practice import Exchange
from reviewer.domain.transcript import Turn
from reviewer.gui import fonts
from reviewer.gui.conversation.turn_editor import TurnField
from reviewer.gui.practice.state import Practice
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.score_bar import ScoreBar

SIZE = QSize(760, 560)
PAUSE = 2000
"""Milliseconds without typing after which what is written is kept as a draft."""
FIELD = 110
SHOWN = 8
"""So many exchanges before the present one are there to be read."""
BEGIN = "The chat begins. Greet the customer."


class PracticeDialog(QDialog):
    """Ctrl+Enter shows the original, then the next exchange; Esc leaves, and what was written waits."""

    drafted = Signal(str)
    """The practice as text; nothing when nothing is written."""
    kept = Signal(object)
    """Exchange number from 0 to what was written there: make it a revision."""

    def __init__(
        self,
        exchanges: Sequence[Exchange],
        names: Mapping[str | None, str],
        practice: Practice,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Practise")
        self._exchanges = exchanges
        self._names = names
        self._practice = practice
        self.place = PlainText("", self)
        self.progress = ScoreBar(theme, self)
        self.heard = QWidget()
        self.heard.setObjectName("inside")
        self._said = QVBoxLayout(self.heard)
        self._scroll = QScrollArea(self)
        self.asked = PlainText("Your reply", self)
        self.field = TurnField(self)
        self.field.setAccessibleName("Your reply")
        self.field.setTabChangesFocus(True)
        self.original = PlainText("", self)
        self.original.setWordWrap(True)
        self.back = TextButton("Back", theme, self, pressed=self._back)
        self.keep = TextButton("Keep as a revision", theme, self, pressed=self._keep)
        self.forward = TextButton("", theme, self, tone="primary", pressed=self._forward)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._draft)
        self.field.textChanged.connect(self._typed)
        self.field.done.connect(lambda _: self._forward())
        self.field.left.connect(self.close)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.setSpacing(10)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.heard)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, end: bar.setValue(end))
        self.field.setFixedHeight(fonts.scaled(FIELD))
        self.place.setFont(fonts.font(12.5, tabular=True))
        self.asked.setFont(fonts.font(13, 600))
        self.field.setFont(fonts.font(15))
        self.original.setFont(fonts.font(15))
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.back)
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self.forward)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.place)
        column.addWidget(self.progress)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.asked)
        column.addWidget(self.field)
        column.addWidget(self.original)
        column.addLayout(row)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))

    @property
    def practice(self) -> Practice:
        """How far it is."""
        return self._practice

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was written waits for another day."""
        self._draft()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc closes, and loses nothing."""
        self.close()

    def _show(self) -> None:
        practice, exchange = self._practice, self._exchanges[self._practice.at]
        self.place.setText(f"Exchange {practice.at + 1} of {practice.total}")
        self.progress.show_share((practice.at + practice.revealed) / practice.total, "accent")
        self._fill(exchange.heard)
        self.field.setPlainText(practice.written.get(practice.at, ""))
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._show_original(exchange)
        self.back.setEnabled(practice.at > 0)
        self.field.setFocus()

    def _show_original(self, exchange: Exchange) -> None:
        practice = self._practice
        self.original.setVisible(practice.revealed)
        words = "\n".join(one.text for one in exchange.replies)
        self.original.setText(f"{self._names.get(exchange.replies[0].speaker, 'The agent')} said: {words}")
        done = practice.revealed and practice.last
        self.forward.setText("Next  Ctrl ↵" if practice.revealed else "Show the original  Ctrl ↵")
        self.forward.setAccessibleName("Next" if practice.revealed else "Show the original")
        self.forward.setVisible(not done)
        self.keep.setEnabled(bool(practice.written))
        if done:
            self.keep.setFocus()

    def _fill(self, heard: Sequence[Turn]) -> None:
        while self._said.count():
            taken = self._said.takeAt(0)
            part = taken.widget() if taken else None
            if part is not None:
                part.deleteLater()
        for words in self._before():
            self._say(words, dim=True)
        for words in [self._words(one) for one in heard] or [BEGIN]:
            self._say(words)
        self._said.addStretch(1)

    def _say(self, words: str, *, dim: bool = False) -> None:
        said = PlainText(words, self.heard)
        said.setWordWrap(True)
        said.setFont(fonts.font(15))
        said.setProperty("tone", "dim" if dim else "")
        self._said.addWidget(said)

    def _before(self) -> list[str]:
        """What was said in the exchanges before, with one's own replies where there are any."""
        found: list[str] = []
        for number in range(max(0, self._practice.at - SHOWN), self._practice.at):
            exchange, own = self._exchanges[number], self._practice.written.get(number, "")
            found += [self._words(one) for one in exchange.heard]
            found += [f"You: {own}"] if own else [self._words(one) for one in exchange.replies]
        return found

    def _words(self, turn: Turn) -> str:
        name = self._names.get(turn.speaker, "")
        return f"{name}: {turn.text}" if name else turn.text

    def _typed(self) -> None:
        self._practice.write(self.field.text())
        self.keep.setEnabled(bool(self._practice.written))
        self._pause.start()

    def _forward(self) -> None:
        if self._practice.revealed and self._practice.last:
            return
        moved = self._practice.revealed
        self._practice.forward()
        if moved:
            self._show()
        else:
            self._show_original(self._exchanges[self._practice.at])
            self.progress.show_share((self._practice.at + 1) / self._practice.total, "accent")
        self._draft()

    def _back(self) -> None:
        self._practice.back()
        self._show()

    def _draft(self) -> None:
        self._pause.stop()
        self.drafted.emit(self._practice.as_draft())

    def _keep(self) -> None:
        self.kept.emit(dict(self._practice.written))
