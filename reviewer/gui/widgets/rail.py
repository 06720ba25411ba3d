"""The navigation rail: the pages of the window."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from reviewer.gui import fonts, icons
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.plain import set_tip

PAGES = {
    "library": ("Library", "library"),
    "review": ("Review", "message-square-text"),
    "rubrics": ("Rubrics", "list-checks"),
    "settings": ("Settings", "settings"),
}
WIDE, NARROW, ICON = 68, 48, 20


class Rail(QFrame):
    """One button a page; Settings stands at the bottom."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme = theme
        self._narrow = False
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 5, 8)
        column.setSpacing(4)
        for page, (name, _) in PAGES.items():
            button = QToolButton(self)
            button.setText(name)
            button.setAccessibleName(name)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, page=page: self.chosen.emit(page))
            self._group.addButton(button)
            self.buttons[page] = button
            if page == "settings":
                column.addStretch(1)
            column.addWidget(button)
        self.set_theme(theme)

    def show_page(self, page: str) -> None:
        """Mark the page that is shown."""
        self.buttons[page].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only."""
        self._narrow = narrow
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        self._theme = theme
        size = fonts.scaled(ICON)
        self.setFixedWidth(fonts.scaled(NARROW if self._narrow else WIDE))
        for page, button in self.buttons.items():
            name, icon = PAGES[page]
            button.setIcon(icons.icon(icon, theme, size))
            button.setIconSize(QSize(size, size))
            button.setFont(fonts.font(11))
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(style.ToolButtonIconOnly if self._narrow else style.ToolButtonTextUnderIcon)
            button.setFixedSize(fonts.scaled(40 if self._narrow else 58), fonts.scaled(40 if self._narrow else 50))
            set_tip(button, name if self._narrow else "")
