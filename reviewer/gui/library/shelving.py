"""What a person does with transcripts on the Library page: move, tag, delete, restore, and keep the shelves."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.domain.edit import Edit
from reviewer.domain.edits import exercises as exercise_edits
from reviewer.domain.edits import library as edits
from reviewer.domain.edits import transcripts as transcript_edits
from reviewer.domain.ids import new_id
from reviewer.domain.transcript import Collection, Tag, Transcript
from reviewer.errors import LibraryError
from reviewer.gui import messages
from reviewer.gui.dialogs.name import NameDialog
from reviewer.gui.pages.library_page import LibraryPage
from reviewer.gui.session import Session
from reviewer.gui.theme import Theme
from reviewer.gui.words import counted, isolated
from reviewer.store.listing import Shelf, Smart
from reviewer.workspace.clearing import erasing
from reviewer.workspace.workspace import Workspace


class Shelving(QObject):
    """Turns wishes into edits of the library; `told` carries a sentence and what can be done about it."""

    told = Signal(str, object)
    troubled = Signal(str)
    edit_wanted = Signal(str)
    file_wanted = Signal(str)
    came_back_wanted = Signal(str)
    group_wanted = Signal(str)
    """Each carries the id of an exercise."""
    exercise_wanted = Signal(list)
    """A new exercise of these transcripts."""
    export_wanted = Signal(list)
    """These transcripts."""
    shelf_export_wanted = Signal(object)
    """All transcripts of a Shelf."""

    def __init__(self, session: Session, page: LibraryPage, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._theme = theme
        self._window = window
        page.menu_wanted.connect(self.show_menu)
        page.renamed.connect(self.rename)
        page.delete_wanted.connect(self.delete)
        page.shelves.new_wanted.connect(self.new_collection)
        tree = page.shelves.tree
        tree.dropped.connect(self.put)
        tree.menu_wanted.connect(self.show_shelf_menu)
        tree.rename_wanted.connect(self.rename_shelf)
        tree.delete_wanted.connect(self.delete_shelf)

    def rename(self, transcript_id: str, title: str) -> None:
        """Give a transcript another title."""
        for transcript in self._transcripts([transcript_id]):
            self._do(transcript_edits.rename(transcript, title))

    def delete(self, transcript_ids: Sequence[str]) -> None:
        """Move transcripts to Deleted; those that are there already go for good, after a question."""
        chosen = self._transcripts(transcript_ids)
        gone = [one for one in chosen if one.deleted_at]
        if gone and len(gone) == len(chosen):
            self.delete_for_good(gone)
            return
        kept = [one for one in chosen if not one.deleted_at]
        if kept and self._do(edits.delete(kept, self._workspace.now().isoformat(timespec="seconds"))):
            self.told.emit(f"{_named(kept)} moved to Deleted.", ("Undo", self._workspace.undo))

    def delete_for_good(self, gone: Sequence[Transcript]) -> None:
        """Delete transcripts with their reviews, which cannot be undone."""
        count = counted(len(gone), "transcript")
        question = f"Delete {count} for good? Their reviews go too. This cannot be undone."
        if messages.question(self._window, question, f"Delete {len(gone):,}", "Keep"):
            if not self._do(erasing(self._workspace.reading, [one.id for one in gone])):
                return
            self.told.emit(f"{_named(gone)} deleted for good.", None)

    def restore(self, transcript_ids: Sequence[str]) -> None:
        """Take transcripts out of Deleted."""
        back = [one for one in self._transcripts(transcript_ids) if one.deleted_at]
        if back and self._do(edits.restore(back)):
            self.told.emit(f"{_named(back)} restored.", ("Undo", self._workspace.undo))

    def put(self, shelf: Shelf, transcript_ids: Sequence[str]) -> None:
        """Put transcripts on a shelf: into a collection, under a tag, out of every collection, or to Deleted."""
        if shelf.smart is Smart.DELETED:
            self.delete(transcript_ids)
        elif shelf.tag:
            self.tag(transcript_ids, self._tag(shelf.tag), on=True)
        else:
            self.move(transcript_ids, self._collection(shelf.collection))

    def move(self, transcript_ids: Sequence[str], collection: Collection | None) -> None:
        """Move transcripts into a collection, or out of theirs."""
        moved = self._transcripts(transcript_ids)
        if self._do(edits.move(moved, collection)):
            where = f"‘{isolated(collection.name)}’" if collection else "All transcripts"
            self.told.emit(f"{_named(moved)} moved to {where}.", ("Undo", self._workspace.undo))

    def tag(self, transcript_ids: Sequence[str], tag: Tag | None, *, on: bool) -> None:
        """Put a tag on transcripts, or take it off."""
        if tag is None:
            return
        taggings = self._workspace.reading.taggings_with(tag.id)
        wanted = set(transcript_ids)
        if on:
            self._do(edits.put_tag(self._transcripts(transcript_ids), tag, taggings))
        else:
            self._do(edits.take_tag(one for one in taggings if one.transcript in wanted))

    def _toggle(self, transcript_ids: Sequence[str], tag: Tag, on: bool) -> None:
        self.tag(transcript_ids, tag, on=on)

    def new_collection(self, transcript_ids: Sequence[str] = ()) -> None:
        """Ask for the name of a new collection, and move transcripts into it."""
        name = NameDialog.ask("New collection", "Name", "Make", self._theme(), parent=self._window)
        if not name:
            return
        known = next((one for one in self._workspace.reading.collections() if one.name == name), None)
        if known is None:
            self._do(edits.move(self._transcripts(transcript_ids), Collection(new_id(), name), new=True))
        elif transcript_ids:
            self.move(transcript_ids, known)
        else:
            self.troubled.emit(f"There is a collection called ‘{isolated(name)}’ already.")

    def new_tag(self, transcript_ids: Sequence[str]) -> None:
        """Ask for the name of a tag and put it on transcripts."""
        name = NameDialog.ask("New tag", "Name", "Tag", self._theme(), parent=self._window)
        if name:
            tags = self._workspace.reading.tags()
            known = next((one for one in tags if one.name.casefold() == name.casefold()), None)
            if known:
                self.tag(transcript_ids, known, on=True)
            else:
                self._do(edits.put_tag(self._transcripts(transcript_ids), Tag(new_id(), name), new=True))

    def rename_shelf(self, shelf: Shelf) -> None:
        """Ask for another name of a collection or a tag."""
        record = self._collection(shelf.collection) or self._tag(shelf.tag)
        if record is None:
            return
        what = "collection" if isinstance(record, Collection) else "tag"
        name = NameDialog.ask(f"Rename {what}", "Name", "Rename", self._theme(), record.name, self._window)
        if name and name != record.name:
            if isinstance(record, Collection):
                self._do(edits.rename_collection(record, name))
            else:
                self._do(edits.rename_tag(record, name))

    def delete_shelf(self, shelf: Shelf) -> None:
        """Delete a collection or a tag; its transcripts stay."""
        reading = self._workspace.reading
        collection, tag = self._collection(shelf.collection), self._tag(shelf.tag)
        edit: Edit | None = None
        exercise = reading.exercise(collection.id) if collection else None
        if exercise:
            answers = reading.answers_to([one.id for one in exercise.questions])
            edit = exercise_edits.delete(exercise, reading.in_collection(exercise.collection.id), answers)
        elif collection:
            edit = edits.delete_collection(collection, reading.in_collection(collection.id))
        elif tag:
            edit = edits.delete_tag(tag, reading.taggings_with(tag.id))
        record = collection or tag
        if record is not None and edit is not None and self._do(edit):
            self.told.emit(f"‘{isolated(record.name)}’ deleted; its transcripts stay.", ("Undo", self._workspace.undo))

    def show_menu(self, place: QPoint) -> None:
        """What can be done with the chosen transcripts."""
        self.menu(self._page.chosen()).popup(place)

    def menu(self, chosen: Sequence[str]) -> QMenu:
        """Open, rename, move, tag, delete; in Deleted restore and delete for good; and how the table is set."""
        menu = QMenu(self._window)
        if chosen:
            self._fill_menu(menu, chosen)
            menu.addSeparator()
        menu.addMenu(self._page.table.header.sort_menu())
        menu.addMenu(self._page.table.header.columns_menu())
        return menu

    def _fill_menu(self, menu: QMenu, chosen: Sequence[str]) -> None:
        if self._page.shelf.smart is Smart.DELETED:
            menu.addAction("Restore", lambda: self.restore(chosen))
            menu.addAction("Delete for good…", lambda: self.delete(chosen))
            return
        if len(chosen) == 1:
            menu.addAction("Open", lambda: self._page.opened.emit(chosen[0]))
            menu.addAction("Rename", self._page.table.edit_title)
            menu.addSeparator()
        self.fill_places(menu, chosen)
        menu.addSeparator()
        menu.addAction("Export…", lambda: self.export_wanted.emit(list(chosen)))
        menu.addAction("Delete", lambda: self.delete(chosen))

    def fill_places(self, menu: QMenu, chosen: Sequence[str]) -> None:
        """The part of a menu that moves and tags transcripts and makes exercises of them."""
        moves = menu.addMenu("Move to collection")
        moves.addAction("No collection", lambda: self.move(chosen, None))
        moves.addSeparator()
        for collection in self._workspace.reading.collections():
            moves.addAction(collection.name.replace("&", "&&"), partial(self.move, chosen, collection))
        moves.addAction("New collection…", lambda: self.new_collection(chosen))
        self._fill_tags(menu.addMenu("Tags"), chosen)
        menu.addAction("New exercise…", lambda: self.exercise_wanted.emit(list(chosen)))

    def show_shelf_menu(self, shelf: Shelf, place: QPoint) -> None:
        """What can be done with a collection or a tag."""
        if shelf.smart is None:
            menu = QMenu(self._window)
            if self._is_exercise(shelf):
                for words, signal in (
                    ("Edit exercise…", self.edit_wanted),
                    ("Save exercise file…", self.file_wanted),
                    ("What came back", self.came_back_wanted),
                    ("Export group page…", self.group_wanted),
                ):
                    menu.addAction(words, partial(signal.emit, shelf.collection))
                menu.addSeparator()
            menu.addAction("Export…", partial(self.shelf_export_wanted.emit, shelf))
            menu.addAction("Rename…", lambda: self.rename_shelf(shelf))
            menu.addAction("Delete", lambda: self.delete_shelf(shelf))
            menu.popup(place)

    def _fill_tags(self, menu: QMenu, chosen: Sequence[str]) -> None:
        wanted = set(chosen)
        for tag in self._workspace.reading.tags():
            act = menu.addAction(tag.name.replace("&", "&&"))
            act.setCheckable(True)
            tagged = {one.transcript for one in self._workspace.reading.taggings_with(tag.id)}
            act.setChecked(wanted <= tagged)
            act.toggled.connect(partial(self._toggle, chosen, tag))
        menu.addAction("New tag…", lambda: self.new_tag(chosen))

    def _is_exercise(self, shelf: Shelf) -> bool:
        return self._workspace.reading.exercise(shelf.collection) is not None

    @property
    def _workspace(self) -> Workspace:
        return self._session.library.workspace

    def _transcripts(self, transcript_ids: Sequence[str]) -> list[Transcript]:
        return self._workspace.reading.these(transcript_ids)

    def _collection(self, collection_id: str | None) -> Collection | None:
        return self._workspace.reading.record(Collection, collection_id) if collection_id else None

    def _tag(self, tag_id: str | None) -> Tag | None:
        return self._workspace.reading.record(Tag, tag_id) if tag_id else None

    def _do(self, edit: Edit | None) -> bool:
        if edit is None:
            return False
        try:
            self._workspace.do(edit)
        except LibraryError as error:
            self.troubled.emit(error.sentence)
            return False
        return True


def _named(transcripts: Sequence[Transcript]) -> str:
    return f"‘{isolated(transcripts[0].title)}’" if len(transcripts) == 1 else counted(len(transcripts), "transcript")
