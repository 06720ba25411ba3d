"""The comment bank as a list with an editor beside it; everything is saved as it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewer.domain.annotation import Verdict
from reviewer.domain.edit import Edit
from reviewer.domain.edits import phrases as edits
from reviewer.domain.ids import new_id
from reviewer.domain.phrase import Phrase
from reviewer.domain.rubric import NOTE_NAME
from reviewer.gui import fonts
from reviewer.gui.margin.card_words import VERDICT_NAMES
from reviewer.gui.margin.writing_field import WritingField
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.filter_field import FilterField
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.words import counted

SIZE = (820, 560)
PAUSE_MS = 500
ID = Qt.ItemDataRole.UserRole
NEW_TEXT = "New comment"
EMPTY = "The bank is empty. Save comments in it, add one here, or import a file."


class Bank(Protocol):
    """What the dialog asks of the library."""

    def phrases(self) -> list[Phrase]:
        """All of it."""

    def uses(self) -> Mapping[tuple[str | None, str], int]:
        """How often each text stands under a criterion (root)."""

    def criteria(self) -> Mapping[str, str]:
        """Roots and names of criteria."""

    def do(self, edit: Edit) -> bool:
        """Save an edit."""

    def undo(self) -> None:
        """Take back the newest step of the library."""

    def export(self) -> None:
        """Ask where to write the bank, and write it."""

    def take_file(self) -> None:
        """Ask for a file and take it in."""


class BankDialog(QDialog):
    """Delete deletes, Ctrl+N adds, Ctrl+Z takes back."""

    def __init__(self, bank: Bank, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank = bank
        self._shown: Phrase | None = None
        self.setWindowTitle("Comment bank")
        self.filter = FilterField("Filter comments", "Ctrl F", theme, self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Comments in the bank")
        self.count = PlainText("", self)
        self.criterion = ChoiceBox(self)
        self.verdict = ChoiceBox(self)
        self.text = WritingField(self)
        self.suggestion = WritingField(self)
        self.add = TextButton("Add", theme, self, icon="plus", pressed=self._add)
        self.delete = TextButton("Delete", theme, self, icon="trash-2", pressed=self._delete)
        self.bring = TextButton("Import…", theme, self, icon="file-input", pressed=self._take_file)
        self.export = TextButton("Export…", theme, self, icon="file-output", pressed=bank.export)
        self.close_button = TextButton("Close", theme, self, tone="primary", pressed=self.accept)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out(theme)
        self._connect()
        self.refresh()
        self.list.setFocus()

    @classmethod
    def show_bank(cls, bank: Bank, theme: Theme, parent: QWidget | None = None) -> None:
        """Open it until it is closed."""
        dialog = cls(bank, theme, parent)
        dialog.exec()
        dialog.keep()

    def _lay_out(self, theme: Theme) -> None:
        self.resize(*(fonts.scaled(side) for side in SIZE))
        for root, name in {"": NOTE_NAME, **self._bank.criteria()}.items():
            self.criterion.addItem(name, root)
        for verdict in (Verdict.CONCERN, Verdict.STRENGTH, Verdict.NONE):
            self.verdict.addItem(VERDICT_NAMES[verdict], verdict.value)
        form, left, foot, whole = QFormLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for words, field in (("Criterion", self.criterion), ("Verdict", self.verdict), ("Text", self.text),
                             ("Rewrite", self.suggestion)):  # fmt: skip
            named = PlainText(words, self)
            named.setFont(fonts.font(13))
            named.setBuddy(field)
            field.setAccessibleName(words)
            field.setFont(fonts.font(13))
            form.addRow(named, field)
        self.list.setFont(fonts.font(13))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        form.setVerticalSpacing(10)
        whole.setSpacing(20)
        self.count.setFont(fonts.font(12))
        self.count.setStyleSheet(f"color: {theme.color('text3').name()};")
        for part in (self.filter, self.list, self.count):
            left.addWidget(part)
        for button in (self.add, self.delete, self.bring, self.export):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole.addLayout(left, 1)
        whole.addLayout(form, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(whole, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self.refresh())
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.criterion.activated.connect(lambda _: self.keep())
        self.verdict.activated.connect(lambda _: self.keep())
        self._pause.timeout.connect(self.keep)
        for field in (self.text, self.suggestion):
            field.written.connect(lambda _: self._pause.start())
            field.unfocused.connect(self.keep)
            field.kept.connect(self.list.setFocus)
            field.left.connect(self.list.setFocus)
        keys = (
            ("Ctrl+N", self._add, self),
            ("Del", self._delete, self.list),
            ("Ctrl+F", self.filter.setFocus, self),
            ("Ctrl+Z", self._undo, self.list),
        )
        for key, act, owner in keys:
            QShortcut(QKeySequence(key), owner, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self, chosen: str = "") -> None:
        """Read the bank anew; the chosen comment stays chosen."""
        chosen = chosen or (self._shown.id if self._shown else "")
        words, uses = self.filter.text().casefold().split(), self._bank.uses()
        bank = self._bank.phrases()
        shown = [one for one in bank if all(word in f"{one.criterion_name} {one.text}".casefold() for word in words)]
        self.list.blockSignals(True)
        self.list.clear()
        for one in shown:
            often = uses.get((one.criterion, one.text), 0)
            times = f" · used {often:,} times" if often > 1 else " · used once" if often else ""
            item = QListWidgetItem(f"{one.criterion_name or NOTE_NAME}: {' '.join(one.text.split())}{times}", self.list)
            item.setData(ID, one.id)
        places = [row for row in range(self.list.count()) if self.list.item(row).data(ID) == chosen]
        self.list.setCurrentRow(places[0] if places else 0)
        self.list.blockSignals(False)
        self.count.setText(counted(len(shown), "comment") if bank else EMPTY)
        self._show()

    def keep(self) -> None:
        """Save what the fields say."""
        self._pause.stop()
        before, text = self._shown, self.text.text().strip()
        if before is None or not text:
            return
        root = self.criterion.currentData() or None
        name = self.criterion.currentText() if root else ""
        suggestion = self.suggestion.text() if self.suggestion.text().strip() else None
        after = replace(before, text=text, criterion=root, criterion_name=name, suggestion=suggestion,
                        verdict=Verdict(self.verdict.currentData()))  # fmt: skip
        edit = edits.edit(before, after)
        if edit is not None and self._bank.do(edit):
            self._shown = after
            self.refresh(after.id)

    def _show(self) -> None:
        item = self.list.currentItem()
        own = item.data(ID) if item else None
        if self._shown is not None and self._shown.id != own:
            self.keep()
        self._shown = next((one for one in self._bank.phrases() if one.id == own), None)
        fields: Sequence[QWidget] = (self.criterion, self.verdict, self.text, self.suggestion, self.delete)
        for field in fields:
            field.setEnabled(self._shown is not None)
        if self._shown is not None:
            self.criterion.setCurrentIndex(max(self.criterion.findData(self._shown.criterion or ""), 0))
            self.verdict.setCurrentIndex(self.verdict.findData(self._shown.verdict.value))
            if not self.text.hasFocus():
                self.text.set_text(self._shown.text)
            if not self.suggestion.hasFocus():
                self.suggestion.set_text(self._shown.suggestion or "")

    def _add(self) -> None:
        self.keep()
        root = self._shown.criterion if self._shown else None
        name = self._shown.criterion_name if self._shown else ""
        made = Phrase(new_id(), root, name, Verdict.CONCERN, NEW_TEXT)
        edit = edits.add(self._bank.phrases(), made)
        if edit is not None and self._bank.do(edit):
            self.filter.clear()
            self.refresh(made.id)
        self.text.setFocus()
        self.text.selectAll()

    def _delete(self) -> None:
        gone, row = self._shown, self.list.currentRow()
        if gone is not None:
            self._shown = None
            self._bank.do(edits.delete(gone))
            self.refresh()
            self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _undo(self) -> None:
        self._bank.undo()
        self.refresh()

    def _take_file(self) -> None:
        self._bank.take_file()
        self.refresh()
