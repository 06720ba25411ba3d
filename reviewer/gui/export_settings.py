"""What the export dialog remembers: the kind, what was chosen for each kind, the folder."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from reviewer.domain.privacy import Privacy
from reviewer.exporters.options import PageOptions, Part
from reviewer.exporters.paper import Paper
from reviewer.workspace.exporting.wish import Wish

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class ExportSettings:
    """Words in the window's file of settings; what is unknown or spoiled counts as never set."""

    def __init__(self, file: QSettings) -> None:
        self._file = file

    @property
    def card(self) -> str:
        """The kind that was chosen last; empty when there is none."""
        return self._text("kind")

    @property
    def folder(self) -> Path:
        """The folder that was written to last, while it is there; else that of the person's documents."""
        last = Path(self._text("folder"))
        return last if last.is_absolute() and last.is_dir() else documents()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._file.setValue("export/folder", str(folder))

    def wish(self, card: str, usual: Wish) -> Wish:
        """What was chosen for a kind the last time; `usual` for what never was."""
        kind, file_format = (self._text(f"{card}/{name}") for name in ("part", "form"))
        wish = replace(usual, kind=kind, file_format=file_format) if kind and file_format else usual
        page, privacy = usual.page, usual.privacy
        names = self._text(f"{card}/parts", " ".join(page.parts)).split()
        return replace(
            wish,
            page=PageOptions(
                frozenset(Part(one) for one in names if one in frozenset(Part)),
                self._text(f"{card}/language") or page.language,
                self._flag(f"{card}/alternatives", page.alternatives),
                self._flag(f"{card}/marks", page.marks),
                paper=self._paper(f"{card}/paper"),
            ),
            privacy=Privacy(
                self._flag(f"{card}/hide_names", privacy.hide_names),
                self._flag(f"{card}/hide_details", privacy.hide_details),
                self._flag(f"{card}/hide_reviewer", privacy.hide_reviewer),
            ),
            every_review=self._flag(f"{card}/every_review", usual.every_review),
        )

    def keep(self, card: str, wish: Wish) -> None:
        """Remember what was chosen for a kind, and that this was the kind."""
        page, privacy = wish.page, wish.privacy
        values = {
            "part": wish.kind,
            "form": wish.file_format,
            "parts": " ".join(sorted(page.parts)) or "none",
            "language": page.language,
            "alternatives": page.alternatives,
            "marks": page.marks,
            "paper": page.paper or "",
            "hide_names": privacy.hide_names,
            "hide_details": privacy.hide_details,
            "hide_reviewer": privacy.hide_reviewer,
            "every_review": wish.every_review,
        }
        self._file.setValue("export/kind", card)
        for name, value in values.items():
            self._file.setValue(f"export/{card}/{name}", value)

    def _text(self, name: str, default: str = "") -> str:
        return str(self._file.value(f"export/{name}", default))

    def _paper(self, name: str) -> Paper | None:
        found = self._text(name)
        return Paper(found) if found in frozenset(Paper) else None

    def _flag(self, name: str, default: bool) -> bool:
        return self._text(name, str(default)).lower() == "true"


def documents() -> Path:
    """Where a person keeps documents; their home where there is no such folder."""
    found = Path(QStandardPaths.writableLocation(DOCUMENTS))
    return found if found.is_dir() else Path.home()
