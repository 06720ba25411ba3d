"""The style sheet of the window, written from the tokens of a theme."""

from reviewer.gui import fonts
from reviewer.gui.theme import Theme

_NAMES = (
    "canvas", "side", "paper", "raised", "sunken", "line", "line_strong", "control", "text", "text2", "text3", "accent",
    "accent_hover", "accent_soft", "on_accent", "select", "deleted", "deleted_ground", "warning", "warning_ground",
    "inserted", "inserted_ground", "notice", "notice_ground",
)  # fmt: skip

_SHEET = """
* {{ outline: 0; }}
QMainWindow, QDialog, QStackedWidget, #page {{ background: {side}; }}
QToolTip {{ background: {notice_ground}; color: {notice}; border: 0; padding: 4px 6px; }}
QMenuBar {{ background: {side}; border-bottom: 1px solid {line}; padding: 1px 8px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu {{ background: {raised}; border: 1px solid {line_strong}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 6px; }}
QStatusBar {{ background: {side}; border-top: 1px solid {line}; color: {text2}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {text2}; }}
#rail {{ background: {side}; border-right: 1px solid {line}; }}
#rail QToolButton {{ border: 1px solid transparent; border-radius: 6px; color: {text2}; padding: 4px 0 3px 0; }}
#rail QToolButton:hover {{ background: {sunken}; }}
#rail QToolButton:checked {{ background: {accent_soft}; color: {accent}; font-weight: 600; }}
#rail QToolButton:focus {{ border: 2px solid {accent}; }}
#toolbar, #listHead, #findBar {{ background: {side}; border-bottom: 1px solid {line}; }}
#reviseBar {{ background: {canvas}; }}
#list {{ background: {side}; border-right: 1px solid {line}; }}
#listFoot {{ background: {side}; border-top: 1px solid {line}; }}
#panel {{ background: {side}; border-left: 1px solid {line}; }}
#phraseList {{ background: {raised}; border: 1px solid {line_strong}; border-radius: 6px; }}
#panelFoot {{ border-top: 1px solid {line}; }}
#canvas {{ background: {canvas}; }}
QPushButton, QToolButton[framed="true"] {{
    min-height: {control_height}px; padding: 0 12px; border: 1px solid {control}; border-radius: 5px;
    background: {paper}; color: {text}; font-weight: 500;
}}
QPushButton:hover, QToolButton[framed="true"]:hover {{ border-color: {accent}; }}
QPushButton:pressed {{ background: {accent_soft}; }}
QPushButton:focus, QToolButton[framed="true"]:focus {{ border: 2px solid {accent}; padding: 0 11px; }}
QPushButton:disabled {{ color: {text3}; border-color: {line_strong}; }}
QPushButton[primary="true"] {{ background: {accent}; border-color: {accent}; color: {on_accent}; font-weight: 600; }}
QPushButton[primary="true"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {accent}; }}
QPushButton[primary="true"]:disabled {{ background: {line}; border-color: {line}; color: {text3}; }}
QPushButton[link="true"] {{
    border: 1px solid transparent; background: transparent; color: {accent}; padding: 0 4px; min-height: 22px;
}}
QPushButton[quiet="true"], QPushButton[title="true"] {{
    border: 1px solid transparent; background: transparent; color: {text2}; padding: 0 4px; min-height: 22px;
}}
QPushButton[title="true"] {{ color: {text}; }}
QPushButton[link="true"]:hover, QPushButton[quiet="true"]:hover, QPushButton[title="true"]:hover {{
    text-decoration: underline;
}}
QPushButton[link="true"]:focus, QPushButton[quiet="true"]:focus, QPushButton[title="true"]:focus {{
    border: 2px solid {accent};
}}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; background: transparent; color: {text}; }}
QToolButton[iconOnly="true"] {{ min-width: 28px; min-height: 28px; }}
QToolButton[iconOnly="true"]:hover {{ background: {sunken}; }}
QToolButton[iconOnly="true"]:checked {{ background: {accent_soft}; }}
QToolButton:focus {{ border: 2px solid {accent}; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit {{
    border: 1px solid {control}; border-radius: 5px; background: {paper}; color: {text};
    selection-background-color: {select}; selection-color: {text}; padding: 0 8px;
}}
QLineEdit, QComboBox, QSpinBox, QDateEdit {{ min-height: {control_height}px; }}
QPlainTextEdit {{ padding: 4px 6px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{
    border: 2px solid {accent}; padding: 0 7px;
}}
QPlainTextEdit:focus {{ padding: 3px 5px; }}
QLineEdit[missing="true"] {{ border-color: {deleted}; }}
QLineEdit[bare="true"] {{
    border: 1px solid transparent; background: transparent; padding: 0 4px; min-height: {bare_height}px;
}}
QLineEdit[bare="true"]:hover {{ border-color: {line_strong}; }}
QLineEdit[bare="true"]:focus {{ border: 2px solid {accent}; background: {paper}; padding: 0 3px; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QSpinBox, QSpinBox:focus {{ padding: 0; }}
QSpinBox QLineEdit {{ border: 0; padding: 0 6px; min-height: 0; background: transparent; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 24px; background: transparent; }}
QDateEdit::drop-down {{ border: 0; width: 24px; background: transparent; }}
QDateEdit:disabled {{ color: {text3}; border-color: {line_strong}; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox QAbstractItemView {{
    background: {raised}; border: 1px solid {line_strong}; selection-background-color: {accent_soft};
    selection-color: {text};
}}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; }}
QScrollArea, QScrollArea > QWidget > QWidget#inside {{ background: transparent; border: 0; }}
QListView, QTableView, QTreeView {{ background: {side}; border: 0; }}
#chatChoice {{ background: {raised}; border: 1px solid {control}; border-radius: 5px; padding: 2px; }}
#shelf {{ background: {canvas}; }}
#shelf QTableView {{ border: 1px solid {line}; border-radius: 5px; }}
QTableView {{ background: {paper}; gridline-color: {line}; selection-background-color: {accent_soft};
    selection-color: {text}; }}
QTableView::item {{ padding: 0 10px; border-bottom: 1px solid {line}; }}
QHeaderView::section {{ background: {side}; color: {text3}; border: 0; border-bottom: 1px solid {line};
    padding: 6px 13px; font-weight: 600; }}
QSplitter::handle {{ background: transparent; }}
QTabBar {{ background: {side}; }}
QTabBar::tab {{
    padding: 0 10px; min-height: 40px; color: {text2}; border: 0; border-bottom: 2px solid transparent;
    font-weight: 500; background: transparent;
}}
QTabBar::tab:selected {{ color: {accent}; border-bottom: 2px solid {accent}; font-weight: 600; }}
QTabBar::tab:focus {{ color: {accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line_strong}; border-radius: 3px; min-height: 32px; margin: 2px 3px; }}
QScrollBar::handle:vertical:hover {{ background: {control}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; }}
QScrollBar::handle:horizontal {{ background: {line_strong}; border-radius: 3px; min-width: 32px; margin: 3px 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ border: 0; border-radius: 3px; background: {line}; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QLabel[tone="dim"] {{ color: {text3}; }}
QLabel[tone="soft"] {{ color: {text2}; }}
QLabel[tone="bad"] {{ color: {deleted}; }}
QLabel[chip="accent"] {{ background: {accent_soft}; color: {accent}; border-radius: 10px; padding: 2px 8px; }}
QLabel[chip="ok"] {{ background: {inserted_ground}; color: {inserted}; border-radius: 10px; padding: 2px 8px; }}
QLabel[chip="bad"] {{ background: {deleted_ground}; color: {deleted}; border-radius: 10px; padding: 2px 8px; }}
QLabel[chip="warn"] {{ background: {warning_ground}; color: {warning}; border-radius: 10px; padding: 2px 8px; }}
QLabel[key="true"] {{
    border: 1px solid {line_strong}; border-bottom-width: 2px; border-radius: 4px; background: {side}; color: {text2};
    padding: 0 5px;
}}
#rubricCard {{ background: {paper}; border: 1px solid {line}; border-radius: 6px; }}
#rubricCard QLineEdit[readOnly="true"], #rubricCard QPlainTextEdit[readOnly="true"], #rubricCard QComboBox:disabled,
#rubricCard QSpinBox:disabled {{
    background: {side}; border-color: {line};
}}
QPlainTextEdit[missing="true"] {{ border-color: {deleted}; }}
#notice {{ background: {notice_ground}; border-radius: 6px; }}
#notice QLabel {{ color: {notice}; }}
#notice QPushButton {{ background: transparent; color: {notice}; border-color: {control}; font-weight: 600; }}
#notice QPushButton:focus {{ border: 2px solid {notice}; }}
#notice QToolButton {{ color: {notice}; }}
#stateBar {{ background: {warning_ground}; border-bottom: 1px solid {line}; }}
#startingPoint {{ background: {paper}; border: 1px solid {line}; border-radius: 6px; }}
#startingIcon {{ background: {accent_soft}; border-radius: 5px; }}
#drop {{ background: {side}; border: 1px dashed {control}; border-radius: 6px; }}
#drop[over="true"] {{ border: 2px solid {accent}; background: {accent_soft}; }}
"""


def style_sheet(theme: Theme) -> str:
    """The style sheet in the colours of `theme` and the text size of now."""
    values = {name: theme.color(name).name() for name in _NAMES}
    return _SHEET.format(control_height=fonts.scaled(28), bare_height=fonts.scaled(24), **values)
