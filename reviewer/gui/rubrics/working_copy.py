"""The rubric that is being edited: what is typed is saved at once where it can be, and kept as typed where not."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.edits import rubrics as edits
from reviewer.domain.review import Review
from reviewer.domain.rubric import Criterion, Question, Rubric, RubricSet
from reviewer.domain.rubric_check import Place, problems
from reviewer.domain.rubric_versions import newest_versions, versions_of
from reviewer.domain.transcript import Collection
from reviewer.errors import LibraryError
from reviewer.gui.bridge import Library
from reviewer.store.queries import RubricUse
from reviewer.workspace.beginning import shipped_ids

Change = Callable[[RubricSet], RubricSet]
NO_USE = RubricUse()


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a field and cannot be saved, with the reason; `change` is None where it cannot even be read."""

    text: str
    sentence: str
    change: Change | None = None


class WorkingCopy(QObject):
    """One rubric of the library, shown in its newest version or in an older one. Fields write into it."""

    changed = Signal()
    """Another rubric, other content, another reason why something is not saved."""
    failed = Signal(str)
    """A sentence: why the library did not take it."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._typed: dict[tuple[str, Place], Typed] = {}
        self._version: str | None = None
        self.root = ""
        self.rubrics: list[RubricSet] = []
        self.uses: dict[str, RubricUse] = {}
        self.shown: RubricSet | None = None
        self.refresh()
        library.changed.connect(self._hear)

    @property
    def versions(self) -> list[RubricSet]:
        """All versions of the rubric that is shown, the newest first."""
        return versions_of(self.rubrics, self.root)

    @property
    def use(self) -> RubricUse:
        """What follows the version that is shown."""
        return self.uses.get(self.shown.rubric.id, NO_USE) if self.shown else NO_USE

    @property
    def newest(self) -> bool:
        """Whether the newest version is shown; older ones are read only."""
        return bool(self.shown) and self._version is None

    @property
    def editable(self) -> bool:
        """Whether what is typed is taken."""
        return self.shown is not None and self.newest and not self.shown.rubric.retired

    @property
    def shipped(self) -> bool:
        """Whether this version came with the program, and is the same everywhere."""
        return self.shown is not None and self.shown.rubric.id in shipped_ids()

    @property
    def fixed(self) -> bool:
        """Whether the first change makes another version."""
        return self.use.any or self.shipped

    def choose(self, root: str, version: str | None = None) -> None:
        """Show a rubric; an older version by its id."""
        self.root, self._version = root, version
        self.refresh()

    def refresh(self) -> None:
        """Read the library anew."""
        reading = self._library.workspace.reading
        self.rubrics, self.uses = reading.rubrics(), reading.rubric_uses()
        self._show()

    def _show(self) -> None:
        versions = self.versions
        if not versions:
            everything = newest_versions(self.rubrics)
            self.root = everything[0].rubric.root if everything else ""
            versions = self.versions
        older = [one for one in versions[1:] if one.rubric.id == self._version]
        self._version = self._version if older else None
        self.shown = next(iter([*older, *versions]), None)
        self.changed.emit()

    def typed(self, place: Place) -> Typed | None:
        """What stands in a field in place of what is saved."""
        return self._typed.get((self.root, place)) if self.newest else None

    def typed_in(self, part: str) -> tuple[tuple[Place, Typed], ...]:
        """All that stands unsaved in the fields of a criterion (its root)."""
        return tuple((key[1], one) for key, one in self._typed.items() if key[0] == self.root and key[1].part == part)

    def write(self, place: Place, text: str, read: Callable[[str], Change]) -> None:
        """`text` was typed at `place`; `read` makes a change of it, or raises ValueError with a sentence."""
        key = (self.root, place)
        self._typed.pop(key, None)
        try:
            change = read(text)
        except ValueError as wrong:
            self._typed[key] = Typed(text, str(wrong))
            self.changed.emit()
            return
        waiting = self._waiting()
        self._typed[key] = Typed(text, "", change)
        if not self._settle([*waiting, (key, self._typed[key])]):
            self.changed.emit()

    def do(self, change: Change, *fields: str) -> bool:
        """Change the rubric at a press; what stands unsaved in `fields` is let go. Whether it was taken."""
        if self.shown is None or not self.editable:
            return False
        for key in [key for key in self._typed if key[0] == self.root and key[1].field in fields]:
            del self._typed[key]
        wanted = change(self.shown)
        found = self._new_problems(wanted)
        if found:
            self.failed.emit(found)
            return False
        return self._save(wanted)

    def give_up(self, place: Place) -> None:
        """The field shows again what is saved."""
        if self._typed.pop((self.root, place), None):
            self.changed.emit()

    def _waiting(self) -> list[tuple[tuple[str, Place], Typed]]:
        return [(key, one) for key, one in self._typed.items() if key[0] == self.root and one.change]

    def _settle(self, waiting: list[tuple[tuple[str, Place], Typed]]) -> bool:
        """Save all that waits when together it can be saved, else each that can be alone; whether anything was."""
        if self.shown is None or not self.editable:
            return False
        wanted, taken = self.shown, []
        for key, one in waiting:
            wanted = one.change(wanted) if one.change else wanted
            taken.append(key)
        if self._new_problems(wanted):
            wanted, taken = self.shown, []
            for key, one in waiting:
                candidate = one.change(wanted) if one.change else wanted
                found = self._new_problems(candidate)
                if found:
                    self._typed[key] = Typed(one.text, found, one.change)
                else:
                    wanted = candidate
                    taken.append(key)
        kept = {key: self._typed.pop(key) for key in taken}
        if taken and self._save(wanted):
            return True
        if not taken or wanted == self.shown:
            return False
        sentence = "This is not saved yet."
        self._typed |= {key: Typed(one.text, sentence, one.change) for key, one in kept.items()}
        return False

    def _new_problems(self, wanted: RubricSet) -> str:
        """Why `wanted` cannot be saved, in one sentence; nothing where it is no worse than what is saved."""
        before = set(problems(self.shown)) if self.shown else set()
        return next((one.sentence for one in problems(wanted) if one not in before), "")

    def _save(self, wanted: RubricSet) -> bool:
        if self.shown is None:
            return False
        edit = self._edit(self.shown, wanted)
        if edit is None:
            return False
        try:
            self._library.do(edit)
        except LibraryError as error:
            self.failed.emit(error.sentence)
            self.refresh()
            return False
        return True

    def _edit(self, shown: RubricSet, wanted: RubricSet) -> Edit | None:
        if self.fixed:
            return edits.next_version(shown, wanted, self.versions[0].rubric.version + 1)
        return edits.change(shown, wanted)

    def _hear(self, edit: Edit) -> None:
        if not edit.touches(Rubric, Criterion, Question, Review, Collection):
            return
        root = self._root_in(edit)
        if root is not None and root != self.root:
            self.choose(root)
        elif edit.touches(Review, Collection):
            self.refresh()
        else:
            self._read_again({one.record.id if isinstance(one.record, Rubric) else _owner(one) for one in edit.deltas})
            self._show()

    def _read_again(self, rubric_ids: set[str | None]) -> None:
        reading = self._library.workspace.reading
        known = {one.rubric.id: one for one in self.rubrics}
        for rubric_id in rubric_ids - {None}:
            found = reading.rubric(str(rubric_id))
            if found is None:
                known.pop(str(rubric_id), None)
            else:
                known[found.rubric.id] = found
        self.rubrics = list(known.values())

    def _root_in(self, edit: Edit) -> str | None:
        """The rubric that an edit was about, so that it is seen what undo has done."""
        if edit.op not in (Op.EDIT_RUBRIC, Op.NEW_RUBRIC, Op.IMPORT_RUBRIC, Op.DELETE_RUBRIC):
            return None
        head = next((one.record for one in edit.deltas if isinstance(one.record, Rubric)), None)
        if head is not None:
            return head.root
        part = next((one.record for one in edit.deltas if isinstance(one.record, Criterion | Question)), None)
        return next((one.rubric.root for one in self.rubrics if part and one.rubric.id == part.rubric), None)


def _owner(delta: Delta) -> str | None:
    record = delta.record
    return record.rubric if isinstance(record, Criterion | Question) else None
