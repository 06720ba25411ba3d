"""The style sheet of the open card and the selection popover: flat and small controls in the theme's colours."""

from reviewer.gui.theme import Theme

_SHEET = """
QPushButton, QToolButton {{
    min-height: 24px; padding: 0 9px; border: 1px solid {control}; border-radius: 5px;
    background: {paper}; color: {text};
}}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; }}
QPushButton:pressed {{ background: {accent_soft}; }}
QPushButton:disabled {{ color: {text3}; border-color: {line_strong}; background: transparent; }}
QPushButton[flat="true"], QToolButton {{ border-color: transparent; background: transparent; }}
QToolButton {{ padding: 0 4px; font-weight: 600; }}
QPushButton[flat="true"]:hover, QToolButton:hover {{ background: {sunken}; border-color: transparent; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; }}
QPushButton:checked {{ background: {accent_soft}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QPlainTextEdit {{
    border: 1px solid {control}; border-radius: 5px; background: {paper}; color: {text};
    selection-background-color: {select}; selection-color: {text};
}}
QPlainTextEdit:focus {{ border: 2px solid {accent}; }}
"""


def card_sheet(theme: Theme) -> str:
    """The style sheet in the colours of `theme`."""
    names = ("control", "paper", "text", "text3", "accent", "accent_soft", "line_strong", "sunken", "select")
    return _SHEET.format(**{name: theme.color(name).name() for name in names})
