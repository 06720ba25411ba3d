"""What can be said of the selected words: a criterion, a verdict, a comment, a rewrite.

It lies over the conversation, below or above the selection, and leaves the caret where it is; its keys work there too.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reviewer.domain.annotation import Verdict
from reviewer.domain.phrase import Phrase
from reviewer.domain.rubric import Criterion, RubricSet
from reviewer.gui import fonts
from reviewer.gui.margin.card_head import badge_icon
from reviewer.gui.margin.card_words import VERDICT_NAMES, name_of
from reviewer.gui.margin.shadow import paint_shadow
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.criterion_button import CriterionButton, KeyedButton, MoreButton
from reviewer.gui.widgets.phrase_row import PhraseRow
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.popover_place import ARROW, EDGE, SHADOW, PopoverPlace, popover_place
from reviewer.gui.widgets.verdict_switch import VerdictSwitch

MOST_KEYS = 8
RADIUS = 8
LEAST_WIDTH = 404
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
ONE_TURN = "Rewrite works on one turn"


def choices(rubric: RubricSet) -> tuple[Criterion | None, ...]:
    """What the keys 1 to 8 choose, in order: the criteria, then a note (None)."""
    return (*rubric.criteria, None)


class SelectionPopover(QWidget):
    """Opened by `show_for`; closes itself once something is chosen."""

    chosen = Signal(object, Verdict)
    """Make a comment: a criterion's id, or None for a note, and the verdict."""
    suggest = Signal(object, Verdict)
    """Make a comment with a suggested rewrite."""
    revise = Signal()
    """Revise the selected turns, as a rewrite works on one alone."""
    highlighted = Signal(object)
    """Mark the words only, under a criterion's id or None."""
    closed = Signal()

    def __init__(self, owner: QWidget, theme: Theme) -> None:
        super().__init__(owner)
        self._owner = self._holder = owner
        self._theme = theme
        self._rubric: RubricSet | None = None
        self._criterion: Criterion | None = None
        self._buttons: list[CriterionButton] = []
        self._place = PopoverPlace(QRect(), 0, False)
        self.setAccessibleName("Comment on the selected words")
        self._verdict = VerdictSwitch(theme, self)
        self._verdict.chosen.connect(lambda _: self._say())
        self._more = MoreButton(theme, self)
        self._more.clicked.connect(self._list_all)
        self._comment = KeyedButton("message-square-plus", "Comment", "C", theme, self)
        self._comment.clicked.connect(lambda: self._choose(self._criterion))
        self._rewrite = KeyedButton("pencil-line", "Suggest rewrite", "S", theme, self)
        self._rewrite.clicked.connect(self._suggest)
        self._revise = TextButton("Revise these turns", theme, self, tone="link", pressed=self._leave_for_revise)
        self._says = PlainText("", self)
        self.phrases = PhraseRow(theme, self)
        self.phrases.chosen.connect(lambda _: self.close_now())
        self.offered: Callable[[Criterion | None], Sequence[Phrase]] = lambda _: ()
        """The ready comments under a criterion, the most used first."""
        self._column, self._top, self._bottom = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._assemble()
        self.set_theme(theme)
        self.hide()
        owner.installEventFilter(self)

    def _assemble(self) -> None:
        column = self._column
        column.setSpacing(0)
        column.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        self._top.setContentsMargins(9, 7, 9, 4)
        self._bottom.setContentsMargins(7, 5, 13, 6)
        for row in (self._top, self._bottom):
            row.setSpacing(2)
            column.addLayout(row)
        column.addWidget(self.phrases)
        self._top.addWidget(self._more)
        self._top.addSpacing(19)
        self._top.addWidget(self._verdict)
        self._top.addStretch(1)
        self._bottom.addWidget(self._comment)
        self._bottom.addWidget(self._rewrite)
        self._bottom.addWidget(self._revise)
        self._bottom.addStretch(1)
        self._bottom.addWidget(self._says)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._verdict.set_theme(theme)
        for part in (self._more, self._comment, self._rewrite, *self._buttons):
            part.set_theme(theme)
        self._revise.set_theme(theme)
        self.phrases.set_theme(theme)
        self._says.setFont(fonts.font(12))
        self._says.setStyleSheet(f"color: {theme.color('text3').name()};")
        self.update()

    def show_for(
        self, words: QRect, rubric: RubricSet, criterion: str | None, verdict: Verdict, *, one_turn: bool = True
    ) -> None:
        """Open for the selected words at `words` (screen pixels); Enter would make `criterion` with `verdict`."""
        self._fill(rubric)
        self._stand_in(self._owner.window())
        self._criterion = rubric.criterion(criterion)
        self._verdict.set_verdict(Verdict.CONCERN if verdict is Verdict.NONE else verdict)
        self._rewrite.setEnabled(one_turn)
        self._rewrite.set_words("Suggest rewrite" if one_turn else ONE_TURN)
        self._revise.setVisible(not one_turn)
        self._says.show()
        self.phrases.show_phrases(self.offered(self._criterion))
        self._say()
        inside = QRect(self._holder.mapFromGlobal(words.topLeft()), words.size())
        size, room = self._measured()
        self._place = popover_place(inside, size.width(), size.height(), room)
        self.setGeometry(self._place.frame.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        self.show()
        self.raise_()

    def _stand_in(self, window: QWidget) -> None:
        """Only a part of the whole window can reach beyond the view."""
        if self._holder is not window:
            self._holder = window
            self.setParent(window)
            self.set_theme(self._theme)

    def _measured(self) -> tuple[QSize, QRect]:
        """The size of the frame and where it may stand: on the view, across the window where the view is too narrow."""
        view = QRect(self._owner.mapTo(self._holder, QPoint()), self._owner.size())
        widest = self._holder.width() - 2 * EDGE
        hint = self._column.totalSizeHint()
        if hint.width() - 2 * SHADOW > widest:
            self._says.hide()
            hint = self._column.totalSizeHint()
        size = QSize(max(hint.width() - 2 * SHADOW, LEAST_WIDTH), hint.height() - 2 * SHADOW)
        if size.width() > view.width() - 2 * EDGE:
            view.setLeft(0)
            view.setRight(self._holder.width() - 1)
        return size, view

    def close_now(self) -> None:
        """Close without choosing; focus returns to the conversation."""
        if not self.isVisible():
            return
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if inside:
            self._owner.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The popover's keys, pressed in the conversation."""
        if not self.isVisible():
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._knows(event):
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide):
            self.close_now()
        return False

    def event(self, event: QEvent) -> bool:
        """The window's shortcuts do not take the popover's keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._knows(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter = QPainter(self)
        paint_shadow(painter, frame, self._theme.color("shadow2"), down=4, blur=2 * SHADOW - 12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line_strong"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawPath(self._shape(frame.adjusted(0.5, 0.5, -0.5, -0.5)))
        level = SHADOW + self._top.geometry().height()
        painter.fillRect(QRectF(frame.left() + 1, level, frame.width() - 2, 1), self._theme.color("line"))
        painter.fillRect(QRectF(self._verdict.x() - 10, frame.top() + 11, 1, 28), self._theme.color("line_strong"))
        painter.end()

    def _shape(self, frame: QRectF) -> QPainterPath:
        shape, arrow = QPainterPath(), QPainterPath()
        shape.addRoundedRect(frame, RADIUS, RADIUS)
        x = SHADOW + self._place.arrow
        outward = 1 if self._place.above else -1
        edge = frame.bottom() if self._place.above else frame.top()
        base, tip = edge - outward, edge + outward * ARROW
        arrow.moveTo(QPointF(x - ARROW - 1, base))
        arrow.lineTo(QPointF(x, tip))
        arrow.lineTo(QPointF(x + ARROW + 1, base))
        return shape.united(arrow)

    def _fill(self, rubric: RubricSet) -> None:
        if self._rubric == rubric:
            return
        self._rubric = rubric
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        every = choices(rubric)
        self._buttons = [CriterionButton(one, key, self._theme, self) for key, one in enumerate(every[:MOST_KEYS], 1)]
        for index, button in enumerate(self._buttons):
            self._top.insertWidget(index, button)
            button.clicked.connect(lambda _=False, one=button: self._choose(one.criterion))
            button.show()
        self._more.setVisible(len(every) > MOST_KEYS)
        for before, after in zip(self._stops()[:-1], self._stops()[1:], strict=True):
            QWidget.setTabOrder(before, after)

    def _stops(self) -> list[QWidget]:
        halves = [self._verdict.button(verdict) for verdict in (Verdict.CONCERN, Verdict.STRENGTH)]
        every: list[QWidget] = [
            *self._buttons,
            self._more,
            *halves,
            self._comment,
            self._rewrite,
            self._revise,
            *self.phrases.buttons,
        ]
        return [stop for stop in every if not stop.isHidden()]

    def _say(self) -> None:
        for button in self._buttons:
            button.set_chosen(button.criterion == self._criterion)
        self._says.setText(f"{name_of(self._criterion)}, {VERDICT_NAMES[self._verdict.verdict].lower()}")

    def _choose(self, criterion: Criterion | None) -> None:
        self.close_now()
        self.chosen.emit(criterion.id if criterion else None, self._verdict.verdict)

    def _suggest(self) -> None:
        self.close_now()
        self.suggest.emit(self._criterion.id if self._criterion else None, self._verdict.verdict)

    def _leave_for_revise(self) -> None:
        self.close_now()
        self.revise.emit()

    def _highlight(self) -> None:
        self.close_now()
        self.highlighted.emit(self._criterion.id if self._criterion else None)

    def _list_all(self) -> None:
        menu = QMenu(self)
        for one in choices(self._rubric) if self._rubric else ():
            action = QAction(badge_icon(one, self._theme), name_of(one).replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, own=one: self._choose(own))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _knows(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if modifiers:
            return self.phrases.button_of(event) is not None
        if event.key() in (*FORWARD, *BACK):
            return not shift
        return event.key() in (*ENTER, Qt.Key.Key_Escape) or self._action_of(event) is not None

    def _take(self, event: QKeyEvent) -> bool:
        if not self._knows(event):
            return False
        action = self._action_of(event)
        if action is not None:
            action()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_now()
        elif event.key() in ENTER:
            self._press()
        else:
            self._step(1 if event.key() in FORWARD else -1)
        return True

    def _action_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        ready = self.phrases.button_of(event)
        if ready is not None:
            return ready.click
        words = event.text().lower()
        if words.isdecimal() and 1 <= int(words) <= len(self._buttons):
            return self._buttons[int(words) - 1].click
        actions: dict[str, Callable[[], None]] = {
            "c": self._comment.click,
            "s": self._rewrite.click,
            "h": self._highlight,
            "-": self._verdict.button(Verdict.CONCERN).click,
            "+": self._verdict.button(Verdict.STRENGTH).click,
        }
        return actions.get(words)

    def _press(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
        else:
            self._choose(self._criterion)

    def _step(self, by: int) -> None:
        stops, focused = self._stops(), QApplication.focusWidget()
        if focused in stops:
            stop = stops[(stops.index(focused) + by) % len(stops)]
        else:
            stop = next((one for one in self._buttons if one.chosen), stops[0])
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(stop, CriterionButton):
            self._criterion = stop.criterion
            self._say()
