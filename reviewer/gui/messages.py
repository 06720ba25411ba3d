"""Every message box and file dialog of the program, so that tests can answer in a person's place."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QColorDialog, QFileDialog, QMessageBox, QWidget

from reviewer.gui.words import APP_NAME

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

CHATS = (
    "Chats, reviews, rubrics and projects (*.txt *.md *.log *.chat *.transcript *.json *.jsonl *.csv *.tsv *.xlsx *.ods"
    " *.html *.htm *.xml *.chatlog *.docx *.odt *.rtf *.pdf *.eml *.vtt *.srt *.sbv *.zip *.toml *.qdpx *.qdc)"
    ";;All files (*)"
)
ANY = "All files (*)"
EXERCISES = "Exercises (*.json);;All files (*)"
BANKS = "Ready comments (*.toml);;All files (*)"
RUBRICS = "Rubrics (*.toml *.qdc);;All files (*)"
RUBRIC_FORMS = "Rubric (*.toml);;REFI-QDA codebook (*.qdc)"
LOGOS = "Pictures (*.png *.jpg *.jpeg *.webp *.gif);;All files (*)"


def _box(parent: QWidget | None, sentence: str, icon: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(APP_NAME)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(icon)
    box.setText(sentence)
    return box


def error(parent: QWidget | None, sentence: str) -> None:
    """What went wrong, in one sentence."""
    _box(parent, sentence, QMessageBox.Icon.Warning).exec()


def question(parent: QWidget | None, sentence: str, yes: str, no: str) -> bool:
    """A choice between two things; the first is the answer True."""
    box = _box(parent, sentence, QMessageBox.Icon.Question)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is accept


def details(parent: QWidget | None, sentence: str, lines: Sequence[str]) -> None:
    """A sentence, and a longer text that can be copied."""
    box = _box(parent, sentence, QMessageBox.Icon.Information)
    box.setDetailedText("\n".join(lines))
    box.exec()


def fault(parent: QWidget | None, report: str, log: Path) -> None:
    """A fault of the program: work is kept, details can be copied."""
    sentence = f"Something went wrong in the program. Your work is saved. What happened is in {log}."
    box = _box(parent, sentence, QMessageBox.Icon.Warning)
    copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
    box.addButton("Go on", QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(report)


def files_to_open(parent: QWidget | None) -> list[str]:
    """Files to import; none when the person thinks better of it."""
    return QFileDialog.getOpenFileNames(parent, "Open chats", "", CHATS)[0]


def folder_to_open(parent: QWidget | None) -> str:
    """A folder of chats to import; empty when the person thinks better of it."""
    return QFileDialog.getExistingDirectory(parent, "Open a folder of chats")


def folder_for_work(parent: QWidget | None) -> Path | None:
    """Where to write what is handed in; None when the person thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, "Hand in: choose a folder", str(Path.home()))
    return Path(chosen) if chosen else None


def folder_for_pages(parent: QWidget | None) -> Path | None:
    """Where the pages about an exercise go; None when the person thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, "Export group page")
    return Path(chosen) if chosen else None


def exercise_to_open(parent: QWidget | None) -> str:
    """An exercise file; empty when the person thinks better of it."""
    return QFileDialog.getOpenFileName(parent, "Open an exercise", "", EXERCISES)[0]


def exercise_to_save(parent: QWidget | None, suggested: Path) -> Path | None:
    """Where to write an exercise file; None when the person thinks better of it."""
    chosen = QFileDialog.getSaveFileName(parent, "Save the exercise file", str(suggested), EXERCISES)[0]
    return Path(chosen) if chosen else None


def bank_to_open(parent: QWidget | None) -> Path | None:
    """A file of ready comments; None when the person thinks better of it."""
    chosen = QFileDialog.getOpenFileName(parent, "Import ready comments", "", BANKS)[0]
    return Path(chosen) if chosen else None


def bank_to_save(parent: QWidget | None, suggested: Path) -> Path | None:
    """Where to write the comment bank; None when the person thinks better of it."""
    chosen = QFileDialog.getSaveFileName(parent, "Export the comment bank", str(suggested), BANKS)[0]
    return Path(chosen) if chosen else None


def rubrics_to_open(parent: QWidget | None) -> list[str]:
    """Rubric files to import; none when the person thinks better of it."""
    return QFileDialog.getOpenFileNames(parent, "Import rubrics", "", RUBRICS)[0]


def rubric_to_save(parent: QWidget | None, suggested: Path) -> Path | None:
    """Where to write a rubric; None when the person thinks better of it."""
    chosen = QFileDialog.getSaveFileName(parent, "Export the rubric", str(suggested), RUBRIC_FORMS)[0]
    return Path(chosen) if chosen else None


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def printer_to_use(parent: QWidget | None, printer: "QPrinter") -> bool:
    """Let the person choose a printer, pages and copies; False when they think better of it."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    return dialog.exec() == QPrintDialog.DialogCode.Accepted


def file_for_export(parent: QWidget | None, suggested: Path) -> Path | None:
    """Where to export to, without asking about a file that is there; None when the person thinks better of it."""
    option = QFileDialog.Option.DontConfirmOverwrite
    chosen = QFileDialog.getSaveFileName(parent, "Export to", str(suggested), ANY, options=option)[0]
    return Path(chosen) if chosen else None


def folder_for_export(parent: QWidget | None, suggested: Path) -> Path | None:
    """The folder to export many chats to; None when the person thinks better of it."""
    start = suggested if suggested.is_dir() else suggested.parent
    chosen = QFileDialog.getExistingDirectory(parent, "Export to a folder", str(start))
    return Path(chosen) if chosen else None


def logo_to_open(parent: QWidget | None) -> Path | None:
    """A picture for a logo; None when the person thinks better of it."""
    chosen = QFileDialog.getOpenFileName(parent, "Choose a logo", "", LOGOS)[0]
    return Path(chosen) if chosen else None


def templates_to_use(parent: QWidget | None, now: Path | None) -> Path | None:
    """A folder of templates for pages; None when the person thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, "Choose a folder of templates", str(now or Path.home()))
    return Path(chosen) if chosen else None


def colour_to_use(parent: QWidget | None, now: str) -> str | None:
    """A colour as `#rrggbb`, chosen by eye; None when the person thinks better of it."""
    chosen = QColorDialog.getColor(QColor(now), parent, "Choose a colour")
    return chosen.name() if chosen.isValid() else None
