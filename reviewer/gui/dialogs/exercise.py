"""Asks what an exercise asks: title, instructions, due date, chats, rubric, questions, switches."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.edits.exercises import Asked
from reviewer.domain.exercise import Exercise
from reviewer.domain.rubric import RubricSet
from reviewer.domain.rubric_versions import offered
from reviewer.domain.transcript import Collection
from reviewer.gui import fonts
from reviewer.gui.dialogs.asked_list import AskedList
from reviewer.gui.dialogs.chat_choice import ChatChoice
from reviewer.gui.margin.writing_field import WritingField
from reviewer.gui.theme import Theme
from reviewer.gui.widgets.buttons import TextButton
from reviewer.gui.widgets.choice_box import ChoiceBox
from reviewer.gui.widgets.plain import PlainText
from reviewer.gui.widgets.tick_box import TickBox
from reviewer.store.reading import Reading
from reviewer.workspace.beginning import DEFAULT_RUBRIC as DEFAULT

SIZE = (640, 720)
LONGEST_NAME = 120
WEEK = 7


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person wrote. `transcripts` are ids; `save_file` asks for the exercise file at once."""

    name: str
    instructions: str
    due: str | None
    rubric: str | None
    asked: tuple[Asked, ...]
    transcripts: tuple[str, ...]
    show_weights: bool
    hide_names: bool
    save_file: bool

    def filled(self, collection: Collection) -> Collection:
        """The collection as it is wanted."""
        return replace(
            collection,
            name=self.name,
            instructions=self.instructions,
            due=self.due,
            rubric=self.rubric,
            show_weights=self.show_weights,
            hide_names=self.hide_names,
        )


class ExerciseDialog(QDialog):
    """A new exercise, or one that is there; without a title it cannot be saved."""

    def __init__(
        self, reading: Reading, theme: Theme, parent: QWidget | None, exercise: Exercise | None, chosen: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Edit exercise" if exercise else "New exercise")
        home = exercise.collection if exercise else Collection("", "", "exercise")
        self._save_file = False
        self.name = QLineEdit(home.name, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.instructions = WritingField(self)
        self.instructions.set_text(home.instructions)
        self.has_due = TickBox("Hand in by", theme, self)
        self.due = QDateEdit(self)
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("d MMMM yyyy")
        self.rubric = ChoiceBox(self)
        self.chats = ChatChoice(reading, theme, chosen, self)
        self.asked = AskedList(theme, exercise.questions if exercise else (), self)
        self.show_weights = TickBox("Show the weights of the criteria", theme, self)
        self.hide_names = TickBox("Hide the names of the speakers", theme, self)
        self.cancel = TextButton("Cancel", theme, self, pressed=self.reject)
        self.save = TextButton("Save", theme, self, pressed=self.accept)
        self.write = TextButton("Save and write the file…", theme, self, tone="primary", pressed=self._write)
        self._fill(home, reading.rubrics())
        self._lay_out(theme, new=exercise is None)
        self.name.textChanged.connect(self._look)
        self.has_due.toggled.connect(self.due.setEnabled)
        if exercise is None:
            self._rubrics = {one.rubric.id: one for one in reading.rubrics()}
            self.rubric.currentIndexChanged.connect(lambda _: self._offer())
            self._offer()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self._look()
        self.name.setFocus()

    @classmethod
    def ask(
        cls,
        reading: Reading,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        exercise: Exercise | None = None,
        chosen: Sequence[str] = (),
    ) -> Wanted | None:
        """What is wanted, or None when the person thinks better of it."""
        dialog = cls(reading, theme, parent, exercise, chosen)
        return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def answer(self) -> Wanted:
        """What the fields say."""
        due = self.due.date().toString(Qt.DateFormat.ISODate) if self.has_due.isChecked() else None
        return Wanted(
            name=" ".join(self.name.text().split()),
            instructions=self.instructions.text().strip(),
            due=due,
            rubric=self.rubric.currentData(),
            asked=tuple(self.asked.answer()),
            transcripts=tuple(self.chats.answer()),
            show_weights=self.show_weights.isChecked(),
            hide_names=self.hide_names.isChecked(),
            save_file=self._save_file,
        )

    def accept(self) -> None:
        if self.name.text().strip():
            super().accept()

    def _fill(self, home: Collection, rubrics: list[RubricSet]) -> None:
        due = QDate.fromString(home.due or "", Qt.DateFormat.ISODate)
        self.has_due.setChecked(due.isValid())
        self.due.setEnabled(due.isValid())
        self.due.setDate(due if due.isValid() else QDate.currentDate().addDays(WEEK))
        shown = offered(rubrics)
        given = next((one for one in rubrics if one.rubric.id == home.rubric), None)
        if given is not None and given not in shown:
            shown = [given, *shown]
        self.rubric.addItem("The rubric for new reviews", None)
        for one in shown:
            self.rubric.addItem(f"{one.rubric.name}, version {one.rubric.version}", one.rubric.id)
        first = home.rubric or (None if home.id else next(iter(_first(shown)), None))
        self.rubric.setCurrentIndex(max(self.rubric.findData(first), 0))
        self.show_weights.setChecked(home.show_weights)
        self.hide_names.setChecked(home.hide_names)

    def _lay_out(self, theme: Theme, *, new: bool) -> None:
        wanted, behind = QSize(*SIZE) * fonts.scale(), self.parentWidget()
        self.resize(wanted.boundedTo(behind.window().size()) if behind else wanted)
        inside, scroll, whole = QWidget(self), QScrollArea(self), QVBoxLayout(self)
        form = QFormLayout(inside)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        date = QHBoxLayout()
        date.addWidget(self.has_due)
        date.addWidget(self.due, 1)
        self._row(form, "Title", self.name)
        self._row(form, "Instructions", self.instructions)
        form.addRow(PlainText("", self), date)
        if new:
            self._row(form, "Chats", self.chats)
        self._row(form, "Rubric", self.rubric)
        self._row(form, "Questions", self.asked)
        form.addRow(PlainText("", self), self.show_weights)
        form.addRow(PlainText("", self), self.hide_names)
        self.chats.setVisible(new)
        self.due.setAccessibleName("Hand in by")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.cancel, self.save, self.write):
            buttons.addWidget(button)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(scroll, 1)
        whole.addLayout(buttons)
        for part in (self.name, self.due, self.rubric, self.has_due, self.show_weights, self.hide_names):
            part.setFont(fonts.font(13))

    def _row(self, form: QFormLayout, words: str, field: QWidget) -> None:
        named = PlainText(words, self)
        named.setFont(fonts.font(13))
        named.setBuddy(field)
        field.setAccessibleName(words)
        form.addRow(named, field)

    def _look(self) -> None:
        for button in (self.save, self.write):
            button.setEnabled(bool(self.name.text().strip()))

    def _offer(self) -> None:
        given = self._rubrics.get(self.rubric.currentData() or "")
        self.asked.offer(given.questions if given else ())

    def _write(self) -> None:
        self._save_file = True
        self.accept()


def _first(rubrics: Sequence[RubricSet]) -> list[str]:
    """The rubric that a new exercise begins with: one that asks questions, else any."""
    return [one.rubric.id for one in sorted(rubrics, key=lambda one: (not one.questions, one.rubric.name != DEFAULT))]
