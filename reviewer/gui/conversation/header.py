"""The head of the paper: title, date, number of turns, agent, channel."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from reviewer.domain.full_review import FullReview
from reviewer.domain.transcript import Role
from reviewer.gui import fonts, icons
from reviewer.gui.conversation import times
from reviewer.gui.conversation.paper import TEXT_LEADING, Paper
from reviewer.gui.conversation.shown_text import ShownText
from reviewer.gui.conversation.text_block import TextBlock
from reviewer.gui.theme import Theme

ABOVE_PAPER = 16
ABOVE_TITLE, BELOW_META, AFTER = 18, 13, 7
META_LINE, BETWEEN, ICON = 20, 14, 12


@dataclass(frozen=True, slots=True)
class Fact:
    """A few words with an icon, or without one."""

    icon: str
    words: str


def facts(full: FullReview, last_sent_at: str | None) -> tuple[Fact, ...]:
    """What the header says below the title; unknown things are left out."""
    transcript = full.transcript
    first = transcript.started_at
    count = transcript.turn_count
    agents = ", ".join(one.name for one in full.shown_speakers if one.role is Role.AGENT)
    found = (
        Fact("calendar", times.date_and_times(first, last_sent_at, transcript.imported_at)),
        Fact("message-square", f"{count:,} turn{'' if count == 1 else 's'}"),
        Fact("headset", agents),
        Fact("", transcript.channel or ""),
    )
    return tuple(one for one in found if one.words)


class Header:
    """The first row of the paper, laid out for one width; px count from the top of the row."""

    def __init__(self, title: str, shown: tuple[Fact, ...], paper: Paper) -> None:
        width = paper.text_width
        self.title = title
        self.facts = shown
        font = fonts.font(19, 600)
        self._title = TextBlock(ShownText(title), font, width, fonts.scaled(26), mirrored=paper.mirrored)
        self._meta_top = ABOVE_PAPER + ABOVE_TITLE + self._title.height + 4
        self._places, lines = _flow(shown, width)
        self.rule = self._meta_top + lines * fonts.scaled(META_LINE) + BELOW_META
        self.height = self.rule + 1 + AFTER

    def paint(self, painter: QPainter, paper: Paper, top: float, theme: Theme) -> None:
        """Paint it on paper that is there already."""
        painter.setPen(theme.color("text"))
        self._title.paint(painter, paper.text_left, top + ABOVE_PAPER + ABOVE_TITLE)
        font = fonts.font(12)
        painter.setFont(font)
        painter.setPen(theme.color("text3"))
        line, icon = fonts.scaled(META_LINE), fonts.scaled(ICON)
        ratio = painter.device().devicePixelRatioF()
        for fact, (leading, number) in zip(self.facts, self._places, strict=True):
            y = top + self._meta_top + number * line
            x = leading
            if fact.icon:
                pixmap = icons.pixmap(fact.icon, theme.color("text3"), icon, ratio)
                spot = paper.x(TEXT_LEADING + x, icon)
                painter.drawPixmap(QPointF(round(spot), round(y + (line - icon) / 2)), pixmap)
                x += icon + 4
            width = min(QFontMetricsF(font).horizontalAdvance(fact.words) + 1, paper.text_width - x)
            shown = QFontMetricsF(font).elidedText(fact.words, Qt.TextElideMode.ElideRight, width)
            place = paper.rect(TEXT_LEADING + x, y, width, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.fillRect(paper.across(top + round(self.rule), 1).adjusted(1, 0, -1, 0), theme.color("line"))


def _flow(shown: tuple[Fact, ...], width: float) -> tuple[list[tuple[float, int]], int]:
    metrics = QFontMetricsF(fonts.font(12))
    places: list[tuple[float, int]] = []
    x, line = 0.0, 0
    for fact in shown:
        own = metrics.horizontalAdvance(fact.words) + (fonts.scaled(ICON) + 4 if fact.icon else 0)
        if x and x + own > width:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += own + fonts.scaled(BETWEEN)
    return places, line + 1 if shown else 0
