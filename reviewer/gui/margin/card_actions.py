"""The last line of the open card: its rewrite into the revision, edit, delete."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.annotation import Annotation
from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.plain import PlainText, set_tip

ICON = 14
HEIGHT = 26


class CardActions(QWidget):
    """Buttons; which of them show depends on the comment."""

    use = Signal()
    attach = Signal()
    show_change = Signal(int)
    """See the revision at this turn, which holds the rewrite."""
    rewrite = Signal()
    edit = Signal()
    delete = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._revised_turn: int | None = None
        self.use_button = self._button("Use in revision", "Put the suggested rewrite into the revision (U)", self.use)
        self.rewrite_button = self._button("Suggest rewrite", "Write better words for this place (S)", self.rewrite)
        self.attach_button = self._button("Attach to selection", "Put the comment on the selected words", self.attach)
        self.used = PlainText("", self)
        self.show_button = TextButton("Show", theme, self, tone="link", pressed=self._show_change)
        set_tip(self.show_button, "Show the change in the revision")
        self.edit_button = self._button("", "Edit comment (Enter)", self.edit, "Edit comment")
        self.delete_button = self._button("", "Delete comment (Delete)", self.delete, "Delete comment")
        whole, told, row = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(told)
        whole.addLayout(row)
        told.addWidget(self.used)
        told.addWidget(self.show_button)
        told.addStretch(1)
        row.setSpacing(2)
        for part in (self.attach_button, self.use_button, self.rewrite_button):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.edit_button)
        row.addWidget(self.delete_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        self.used.setFont(fonts.font(12))
        self.show_button.set_theme(theme)
        ink = theme.color("accent").name()
        self.show_button.setStyleSheet(f"border: 0; background: transparent; padding: 0 2px; color: {ink};")
        self.used.setStyleSheet(f"color: {theme.color('text2').name()};")
        height = max(HEIGHT, fonts.scaled(HEIGHT))
        for button, name, colour in self._pictures():
            button.setFont(fonts.font(12, 500))
            button.setFixedHeight(height)
            self._picture(button, name, colour)
        for button in (self.edit_button, self.delete_button):
            button.setFixedWidth(height)

    def show_revised(self, position: int | None) -> None:
        """The rewrite is in the revision at turn `position`, or nowhere."""
        self._revised_turn = position

    def show_comment(self, annotation: Annotation, can_rewrite: bool, writing: bool) -> None:
        """Show the actions that make sense for `annotation`."""
        has_rewrite = annotation.suggestion is not None
        in_revision = has_rewrite and self._revised_turn is not None
        lost = not annotation.anchor.found
        self.attach_button.setVisible(lost and not writing)
        self.use_button.setVisible(has_rewrite and not in_revision and not writing and not lost)
        for part in (self.used, self.show_button):
            part.setVisible(in_revision and not writing)
        self.used.setText(f"In the revision, turn {self._revised_turn}.")
        self.rewrite_button.setVisible(not has_rewrite and not writing and not lost)
        self.rewrite_button.setEnabled(can_rewrite)
        self.rewrite_button.setText("Suggest rewrite" if can_rewrite else "Rewrite works on one turn")
        name = "Keep the text" if writing else "Edit comment"
        self.edit_button.setAccessibleName(name)
        set_tip(self.edit_button, f"{name} ({'Ctrl+Enter' if writing else 'Enter'})")
        self._picture(self.edit_button, "check" if writing else "pencil", "text2")

    def _show_change(self) -> None:
        if self._revised_turn is not None:
            self.show_change.emit(self._revised_turn)

    def _picture(self, button: QPushButton, name: str, colour: str) -> None:
        size = fonts.scaled(ICON)
        button.setIcon(QIcon(icons.pixmap(name, self._theme.color(colour), size, self.devicePixelRatioF())))
        button.setIconSize(QSize(size, size))

    def _pictures(self) -> list[tuple[QPushButton, str, str]]:
        return [
            (self.use_button, "check", "text"),
            (self.attach_button, "unlink", "text"),
            (self.rewrite_button, "pencil-line", "text"),
            (self.edit_button, "pencil", "text2"),
            (self.delete_button, "trash-2", "text2"),
        ]

    def _button(self, words: str, tip: str, signal: object, name: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(name or words)
        set_tip(button, tip)
        if not words:
            button.setFlat(True)
            button.setStyleSheet("padding: 0;")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: signal.emit())  # type: ignore[attr-defined]
        return button
