"""The open comment: read in full, written in place, with its suggested rewrite and its actions."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.rubric import RubricSet
from reviewer.gui import fonts
from reviewer.gui.margin.card_actions import CardActions
from reviewer.gui.margin.card_head import CardHead
from reviewer.gui.margin.card_style import card_sheet
from reviewer.gui.margin.card_words import spoken
from reviewer.gui.margin.draft import Draft
from reviewer.gui.margin.reading_text import ReadingText
from reviewer.gui.margin.rewrite_block import RewriteBlock
from reviewer.gui.margin.thread import Thread
from reviewer.gui.margin.writing_field import ENTER, WritingField
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText

RADIUS = 6
LOST = "These words are no longer in the transcript. Select words and attach it to them."


class ActiveCard(QWidget):
    """One comment at a time; `show_comment` first, then `read`, `write` or `rewrite`."""

    edited = Signal(object, object)
    deleted = Signal(str)
    use_in_revision = Signal(str)
    change_wanted = Signal(int)
    """See the revision at this turn."""
    attached = Signal(str)
    """This comment, which has lost its words, is to stand on the selected ones."""
    closed = Signal()
    """Esc on the card: nothing is being written any more."""
    kept = Signal()
    """Ctrl+Enter: the text is handed on and writing is over."""
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft: Draft | None = None
        self._number = 0
        self._rubric: RubricSet | None = None
        self.writing = False
        self._rewriting = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.head = CardHead(theme, self)
        self.text = ReadingText(theme, self)
        self.more = TextButton("Show all", theme, self, tone="link", pressed=self.text.show_all)
        self.lost = PlainText(LOST, self)
        self.lost.setWordWrap(True)
        self.editor = WritingField(self)
        self.editor.setPlaceholderText("Say why")
        self.editor.setAccessibleName("Comment text")
        self.block = RewriteBlock(theme, self)
        self.rewrite_title = PlainText("Suggested rewrite", self)
        self.rewriter = WritingField(self)
        self.rewriter.setAccessibleName("Suggested rewrite")
        self.actions_row = CardActions(theme, self)
        self.thread_part = Thread(theme, self)
        self._column, self._body = QVBoxLayout(self), QVBoxLayout()
        self._assemble()
        self._connect()
        self.set_theme(theme)

    def _assemble(self) -> None:
        column = self._column
        column.setContentsMargins(13, 8, 8, 11)
        column.setSpacing(0)
        column.addWidget(self.head)
        body = self._body
        body.setContentsMargins(0, 0, 5, 0)
        body.setSpacing(7)
        for part in (
            self.lost,
            self.text,
            self.more,
            self.editor,
            self.block,
            self.rewrite_title,
            self.rewriter,
            self.actions_row,
            self.thread_part,
        ):
            body.addWidget(part)
        column.addLayout(body)

    def _connect(self) -> None:
        self.head.criterion_chosen.connect(lambda own: self._change(criterion=own))
        self.head.verdict_chosen.connect(lambda verdict: self._change(verdict=verdict))
        self.more.clicked.connect(self._show)
        self.editor.written.connect(lambda text: self._write(text=text))
        self.rewriter.written.connect(self._write_rewrite)
        for field in (self.editor, self.rewriter):
            field.kept.connect(self.stop_writing)
            field.kept.connect(self.kept)
            field.left.connect(self._leave)
            field.unfocused.connect(self.commit)
            field.grown.connect(self._grow)
        self.thread_part.left.connect(self._leave)
        self.thread_part.grown.connect(self._grow)
        self.actions_row.use.connect(lambda: self._emit_id(self.use_in_revision))
        self.actions_row.attach.connect(lambda: self._emit_id(self.attached))
        self.actions_row.show_change.connect(self.change_wanted)
        self.actions_row.rewrite.connect(self.rewrite)
        self.actions_row.edit.connect(lambda: self._leave() if self.writing else self.write())
        self.actions_row.delete.connect(lambda: self._emit_id(self.deleted))

    @property
    def annotation(self) -> Annotation | None:
        """The comment as it is wanted, with what is written so far."""
        return self._draft.annotation if self._draft else None

    @property
    def focused(self) -> bool:
        """Whether the card, or something on it, has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.setStyleSheet(card_sheet(theme))
        self.lost.setFont(fonts.font(12))
        self.lost.setStyleSheet(f"color: {theme.color('warning').name()};")
        self.rewrite_title.setFont(fonts.font(11.5))
        self.rewrite_title.setStyleSheet(f"color: {theme.color('text2').name()};")
        for field in (self.editor, self.rewriter):
            field.set_text_size()
        for part in (self.head, self.text, self.more, self.block, self.actions_row, self.thread_part):
            part.set_theme(theme)
        self._show()

    def show_comment(self, annotation: Annotation, number: int, rubric: RubricSet, revised_turn: int | None) -> None:
        """Show `annotation`, or its newer version; `revised_turn` is where its rewrite is in the revision."""
        self._number, self._rubric = number, rubric
        if self._draft is None or self._draft.annotation.id != annotation.id:
            self.commit()
            self.writing = self._rewriting = False
            self.thread_part.forget()
            self._draft = Draft(annotation, self)
            self._draft.edited.connect(self.edited)
        else:
            self._draft.refresh(annotation)
        self.actions_row.show_revised(revised_turn)
        self._show()

    def write(self) -> None:
        """Put the caret in the text."""
        self.writing = True
        self._rewriting = self._rewriting or bool(self.annotation and self.annotation.suggestion is not None)
        self._show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def rewrite(self) -> None:
        """Put the caret in the suggested rewrite; a new one starts from the words as they are."""
        annotation = self.annotation
        if annotation is None or not can_rewrite(annotation):
            return
        self.writing = self._rewriting = True
        self._show()
        if annotation.suggestion is None:
            self.rewriter.set_text(annotation.anchor.quote)
            self.rewriter.selectAll()
        self.rewriter.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_at(self, width: int) -> int:
        """Pixels that the card needs at `width`."""
        column = self._column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()

    def commit(self) -> None:
        """Hand on what was written, if anything."""
        self.thread_part.keep()
        if self._draft:
            self._draft.commit()

    def forget(self) -> None:
        """The comment is gone; nothing is handed on."""
        draft, self._draft = self._draft, None
        self.writing = False
        if draft:
            draft.deleteLater()

    def _leave(self) -> None:
        self.stop_writing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_writing(self) -> None:
        """Hand on what was written and show it to be read."""
        self.writing = self._rewriting = False
        self.commit()
        self._show()

    def _write(self, **changes: object) -> None:
        if self._draft:
            self._draft.write(**changes)

    def _write_rewrite(self, text: str) -> None:
        annotation = self.annotation
        if annotation is None:
            return
        untouched = annotation.suggestion is None and text == annotation.anchor.quote
        self._write(suggestion=None if untouched or not text.strip() else text)

    def _change(self, **changes: object) -> None:
        self._write(**changes)
        self.commit()
        self._show()

    def _emit_id(self, signal: object) -> None:
        self.commit()
        if self._draft:
            signal.emit(self._draft.annotation.id)  # type: ignore[attr-defined]

    def _show(self) -> None:
        annotation = self.annotation
        if annotation is None or self._rubric is None:
            return
        self.head.show_comment(annotation, self._number, self._rubric)
        self.lost.setVisible(not annotation.anchor.found)
        self.text.set_text(annotation.text)
        self.text.setVisible(bool(annotation.text) and not self.writing)
        self.more.setVisible(self.text.cut and not self.writing)
        self.editor.setVisible(self.writing)
        self.editor.set_text(annotation.text)
        has_rewrite = annotation.suggestion is not None
        self.block.setVisible(has_rewrite and not self.writing)
        if annotation.suggestion is not None:
            self.block.show_rewrite(annotation.anchor.quote, annotation.suggestion)
            self.rewriter.set_text(annotation.suggestion)
        for part in (self.rewrite_title, self.rewriter):
            part.setVisible(self.writing and (has_rewrite or self._rewriting))
        self.actions_row.show_comment(annotation, can_rewrite(annotation), self.writing)
        self.setAccessibleName(spoken(annotation, self._number, self._rubric))
        self._grow()

    def _grow(self) -> None:
        self._body.invalidate()
        self._column.invalidate()
        self.grown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the open card while nothing is written; the rest goes to the conversation."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and event.key() in (*ENTER, Qt.Key.Key_F2):
            self.write()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self._emit_id(self.deleted)
        elif plain and event.text() in ("-", "+"):
            self._change(verdict=Verdict.CONCERN if event.text() == "-" else Verdict.STRENGTH)
        elif plain and event.text() == "r":
            self.thread_part.write()
        elif plain and event.text() == "s":
            self.rewrite()
        elif plain and event.text() == "u" and self.actions_row.use_button.isVisible():
            self._emit_id(self.use_in_revision)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keys that the card uses itself are not taken by the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() in (*ENTER, Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_Delete)
            if own or event.text() in ("-", "+", "s", "u", "r"):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.write()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()


def can_rewrite(annotation: Annotation) -> bool:
    """Whether a rewrite can be suggested: for words of one turn."""
    return annotation.anchor.first_turn == annotation.anchor.last_turn
