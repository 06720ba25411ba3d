"""The head of the scorecard: total, band, bar, how many are rated, by which rubric."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.full_review import FullReview
from reviewer.domain.scoring import Score
from reviewer.gui import fonts
from reviewer.gui.panels.rating_words import failure_words, of_words
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.chip import Chip
from reviewer.gui.widgets.menu_button import MenuButton
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.score_bar import ScoreBar

GOOD = 75
LOW, HIGH, FAILED = ("triangle-alert", "warn"), ("circle-check", "ok"), ("octagon-alert", "bad")


class ScoreHead(QWidget):
    """Shows a score; the rubric's name is a button."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.total, self.of = PlainText("–", self), PlainText("", self)
        self.band = Chip(theme, self)
        self.bar = ScoreBar(theme, self)
        self.rated = PlainText("", self)
        self.rubric = MenuButton(theme, self)
        self.failure = PlainText("", self)
        self.of.setWordWrap(True)
        self.failure.setWordWrap(True)
        for part, tone in ((self.of, "soft"), (self.rated, "soft"), (self.failure, "bad")):
            part.setProperty("tone", tone)
        figures, facts, head = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        figures.setSpacing(8)
        figures.addWidget(self.total, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addWidget(self.of, 1, Qt.AlignmentFlag.AlignBottom)
        figures.addWidget(self.band, 0, Qt.AlignmentFlag.AlignVCenter)
        facts.addWidget(self.rated)
        facts.addWidget(self.rubric, 1)
        head.setContentsMargins(14, 10, 14, 6)
        head.setSpacing(5)
        head.addLayout(figures)
        head.addWidget(self.bar)
        head.addLayout(facts)
        head.addWidget(self.failure)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._set_fonts()
        for part in (self.bar, self.band, self.rubric):
            part.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet, which comes before the first showing, takes fonts away."""
        super().showEvent(event)
        self._set_fonts()

    def _set_fonts(self) -> None:
        self.total.setFont(fonts.font(34, 700, tabular=True))
        self.of.setFont(fonts.font(13))
        below = QFontMetrics(self.total.font()).descent() - QFontMetrics(self.of.font()).descent()
        self.of.setStyleSheet(f"padding-bottom: {below}px;")
        for words in (self.rated, self.failure):
            words.setFont(fonts.font(12))

    def show_review(self, full: FullReview) -> None:
        """Show the score of a review."""
        score = full.score
        self._show_total(score)
        self.rated.setText(f"{score.rated} of {score.to_rate} rated")
        rubric = full.rubric.rubric
        trade = next((one.name for one in rubric.trades if one.key == rubric.trade), "")
        name = f"{rubric.name}{f', {trade}' if trade else ''}, v{rubric.version}"
        self.rubric.show_words(name, f"Rubric: {name}", f"{name}. Press to choose another rubric")
        failure = failure_words(score, full.rubric)
        self.failure.setText(failure)
        self.failure.setVisible(bool(failure))
        band = self.band.words.text() if self.band.isVisibleTo(self) else ""
        parts = (f"{self.total.text()} {self.of.text()}", band, self.rated.text(), failure)
        self.setAccessibleName("Score")
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in parts if part))

    def _show_total(self, score: Score) -> None:
        good = score.band is not None and score.band.start >= GOOD
        self.total.setText("–" if score.shown is None else str(score.shown))
        self.of.setText(of_words(score))
        color = "deleted" if score.failed else "inserted" if good else "warning"
        self.bar.show_share(float(score.total or 0) / 100, color)
        words = "Critical failure" if score.failed else score.band.name if score.band else ""
        self.band.setVisible(bool(words))
        self.band.show_state(words, *(FAILED if score.failed else HIGH if good else LOW))
