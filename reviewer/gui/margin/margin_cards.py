"""The margin of the conversation: painted cards or numbered pins, and the one open card."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from reviewer.domain.full_review import FullReview
from reviewer.gui import fonts
from reviewer.gui.conversation.margin_contract import Pin
from reviewer.gui.margin.active_card import ActiveCard
from reviewer.gui.margin.arrangement import ROOMY_LINES, Lift, Places, card_places, pin_places
from reviewer.gui.margin.card_painter import CardPainter
from reviewer.gui.margin.column import Column
from reviewer.gui.margin.faces import Faces
from reviewer.gui.margin.pointer import Pointer
from reviewer.gui.margin.shadow import paint_shadow
from reviewer.gui.margin.slide import Slide
from reviewer.gui.theme import Theme

HALF_LINE = 12


class MarginCards(QObject):
    """What the conversation view shows in its margin; `Margin` is the part of it that the view calls."""

    activated = Signal(str)
    """A comment's id, or nothing when its card was closed."""
    edited = Signal(object, object)
    deleted = Signal(str)
    use_in_revision = Signal(str)
    attached = Signal(str)
    change_wanted = Signal(int)
    """See the revision at this turn."""
    replied = Signal(str, object, str)
    """The comment, the Reply that is changed or None, and the text."""
    reply_deleted = Signal(object)
    drafted = Signal(str, str)
    """The comment, and what was begun as a reply to it."""
    hovered = Signal(str)
    """The comment whose card came under the pointer, or nothing."""

    def __init__(self, viewport: QWidget, theme: Theme) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._theme = theme
        self._faces = Faces()
        self._pins: Sequence[Pin] = ()
        self._column = Column(QRect())
        self._places = Places()
        self._active = ""
        self._hovered = ""
        self.drafts: dict[str, str] = {}
        """What was begun as a reply, by comment; the owner keeps it."""
        self._lift = Lift()
        self._painter = CardPainter(theme)
        self._slide = Slide(self)
        self._pointer = Pointer(viewport, self.annotation_at)
        self.card = ActiveCard(theme, viewport)
        self.card.hide()
        self._connect()

    def _connect(self) -> None:
        self._slide.moved.connect(self._place_card)
        self._slide.moved.connect(self._viewport.update)
        self._pointer.moved_to.connect(self.set_hovered)
        self._pointer.moved_to.connect(self.hovered)
        self.card.edited.connect(self.edited)
        self.card.deleted.connect(self.deleted)
        self.card.use_in_revision.connect(self.use_in_revision)
        self.card.attached.connect(self.attached)
        self.card.change_wanted.connect(self.change_wanted)
        thread = self.card.thread_part
        thread.sent.connect(lambda reply, text: self.replied.emit(self._active, reply, text))
        thread.deleted.connect(self.reply_deleted)
        thread.drafted.connect(lambda text: self.drafted.emit(self._active, text))
        self.card.closed.connect(self._close)
        self.card.kept.connect(self._back_to_text)
        self.card.grown.connect(self._arrange)

    @property
    def width(self) -> int:
        """Pixels that the margin takes beside the paper."""
        return self._column.width

    @property
    def active(self) -> str:
        """The comment whose card is open, or nothing."""
        return self._active

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self._painter.set_theme(theme)
        self.card.set_theme(theme)
        self._arrange()

    def set_motion(self, milliseconds: int) -> None:
        """How long cards take to move; 0 for people who asked for less motion."""
        self._slide.set_duration(milliseconds)

    def set_compact(self, compact: bool) -> None:
        """Numbered pins in a narrow column in place of cards; the view has to ask for `width` again."""
        self._column = replace(self._column, compact=compact)
        self._arrange()

    def set_review(self, full: FullReview, *, own: bool = True) -> None:
        """Show the comments of `full`, another review or a newer one; what is being written stays."""
        self._faces.own = own
        self._faces.set_review(full)
        gone = bool(self._active) and self._active not in self._faces
        if gone:
            self._active = ""
            self._lift.forget()
        self._show_active()
        self._arrange()
        if gone:
            self.activated.emit("")

    def set_active(self, annotation_id: str) -> None:
        """Open the card of a comment, or close it with nothing; what was written in the last one is handed on."""
        if annotation_id == self._active:
            return
        self.card.stop_writing()
        self._active = annotation_id if annotation_id in self._faces else ""
        self._lift.forget()
        self._show_active()
        self._arrange()

    def write(self, annotation_id: str) -> None:
        """Open the card of a comment with the caret in its text."""
        self.set_active(annotation_id)
        if self._active:
            self.card.write()

    def rewrite(self, annotation_id: str) -> None:
        """Open the card of a comment with the caret in its suggested rewrite."""
        self.set_active(annotation_id)
        if self._active:
            self.card.rewrite()

    def commit(self) -> None:
        """Hand on what is being written: before undo, before another transcript, before closing."""
        self.card.commit()

    def set_hovered(self, annotation_id: str) -> None:
        """The pointer is on the words or the card of a comment: its card gets a strong edge."""
        if annotation_id != self._hovered:
            self._hovered = annotation_id
            self._viewport.update()

    def arrange(self, pins: Sequence[Pin], area: QRect) -> None:
        """Place cards for the pins on screen in `area`, the margin in viewport pixels; the view paints next."""
        self._pins = sorted(pins, key=lambda pin: pin.y)
        mirrored = self._viewport.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._column = replace(self._column, area=QRect(area), mirrored=mirrored)
        self._place_all()

    def annotation_at(self, point: QPoint) -> str | None:
        """The comment whose card or pin is at `point` of the viewport."""
        if self._active and self.card.geometry().contains(point):
            return self._active
        return next((one.annotation_id for one in self._pins if self._place(one).contains(point)), None)

    def paint(self, painter: QPainter) -> None:
        """Paint the margin; the open card paints itself over it."""
        painter.save()
        for pin in self._pins:
            own, place = pin.annotation_id, self._place(pin)
            strong = own == self._hovered
            if self._column.compact:
                self._painter.paint_pin(painter, place, self._faces.face(own), strong=strong or own == self._active)
            elif own == self._active:
                painter.setPen(QPen(self._theme.color("accent"), 1))
                painter.drawLine(self._column.leader(place, pin.y + fonts.scaled(HALF_LINE)))
            else:
                lines = self._places.lines.get(own, ROOMY_LINES)
                self._painter.paint(painter, place, self._faces.face(own), lines, hovered=strong)
        if self._active:
            paint_shadow(painter, QRectF(self.card.geometry()), self._theme.color("shadow2"))
        painter.restore()

    def _close(self) -> None:
        self._back_to_text()
        self.set_active("")
        self.activated.emit("")

    def _back_to_text(self) -> None:
        view = self._viewport.parentWidget() or self._viewport
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_active(self) -> None:
        annotation = self._faces.annotation(self._active)
        if annotation is None:
            focused = self.card.focused
            self.card.forget()
            self.card.hide()
            if focused:
                self._back_to_text()
            return
        revised = self._faces.revised_turn(annotation)
        self.card.show_comment(annotation, self._faces.number(annotation.id), self._faces.rubric, revised)
        self.card.thread_part.show_thread(
            self._faces.thread(annotation.id), self.drafts.get(annotation.id, ""), may_reply=self._faces.open
        )
        if not self.card.isVisible():
            self.card.setGeometry(self._column.waiting(self.card.height()))
            self.card.show()

    def _arrange(self) -> None:
        self._place_all()
        self._viewport.update()

    def _place_all(self) -> None:
        self._pins = [pin for pin in self._pins if pin.annotation_id in self._faces]
        if self._column.compact:
            self._places = pin_places(self._pins, self._active)
        else:
            height = self.card.height_at(self._column.card_width) if self._active else 0
            self._lift.decide(self._active_pin(), height, self._column.area)
            self._places = card_places(self._pins, self._measure, self._active, height, self._lift.pixels)
        self._slide.aim(self._places.distances)
        self._place_card()

    def _measure(self, annotation_id: str, lines: int) -> int:
        return self._painter.height(self._faces.face(annotation_id), self._column.card_width, lines)

    def _active_pin(self) -> Pin | None:
        return next((one for one in self._pins if one.annotation_id == self._active), None)

    def _place(self, pin: Pin) -> QRect:
        own = pin.annotation_id
        distance = self._slide.distance(own)
        if self._column.compact:
            return self._column.numbered_pin(pin, distance, self._painter.pin_width(self._faces.number(own)))
        if own == self._active:
            return self._column.card(pin, distance, self.card.height_at(self._column.card_width))
        return self._column.card(pin, distance, self._measure(own, self._places.lines.get(own, ROOMY_LINES)))

    def _place_card(self) -> None:
        if self._active:
            pin, height = self._active_pin(), self.card.height_at(self._column.card_width)
            if pin is None and not self._faces.has_place(self._active):
                self.card.setGeometry(self._column.at_the_top(height, self._viewport.rect()))
            elif pin is None or (self._column.compact and not self._viewport.rect().intersects(self._place(pin))):
                self.card.setGeometry(self._column.waiting(height))
            elif self._column.compact:
                self.card.setGeometry(self._column.popped(self._place(pin), height, self._viewport.rect()))
            else:
                self.card.setGeometry(self._place(pin))
