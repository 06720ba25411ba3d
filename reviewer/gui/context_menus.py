"""The menus of places on the Review page: words, comments, transcripts; each with the keys that do the same."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reviewer.domain.annotation import Annotation
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Status
from reviewer.gui.actions import Actions
from reviewer.gui.appearance import Appearance
from reviewer.gui.comment_acts import VERDICTS, CommentActs
from reviewer.gui.dialogs.name import NameDialog
from reviewer.gui.library.shelving import Shelving
from reviewer.gui.margin.card_words import name_of
from reviewer.gui.pages.review_page import ReviewPage
from reviewer.gui.session import Session


class ContextMenus(QObject):
    """Opens them where they are asked for, by the mouse or by the menu key."""

    def __init__(
        self, session: Session, review: ReviewPage, actions: Actions, shelving: Shelving, appearance: Appearance
    ) -> None:
        super().__init__(review)
        self._session = session
        self._review = review
        self._actions = actions
        self._shelving = shelving
        self._appearance = appearance
        self._acts = CommentActs(review)
        for name, view in (("Annotate", review.view), ("Revise", review.revision)):
            view.context_requested.connect(partial(self._show_commands, name, view))
        review.view.comment_menu_wanted.connect(lambda own, place: self._popup(self.card_menu(own), place))
        review.panel.comments.menu_wanted.connect(lambda own, place: self._popup(self.row_menu(own), place))
        review.list.menu_wanted.connect(self._show_transcript_menu)
        review.list.rename_wanted.connect(self._rename)
        review.list.delete_wanted.connect(lambda own: shelving.delete([own]))

    def card_menu(self, annotation_id: str) -> QMenu | None:
        """What can be done with a comment in the margin."""
        full, annotation = self._session.full, self._review.commenting.comment(annotation_id)
        if full is None or annotation is None:
            return None
        menu = QMenu("Comment", self._review.view)
        self._fill(menu, full, annotation)
        self._fill_bank(menu, annotation)
        self._fill_end(menu, annotation)
        return menu

    def row_menu(self, annotation_id: str) -> QMenu | None:
        """What can be done with a comment in the Comments tab."""
        full, annotation = self._session.full, self._review.commenting.comment(annotation_id)
        if full is None or annotation is None:
            return None
        panel = self._review.panel.comments
        menu = QMenu("Comment", panel.list)
        menu.addAction("&Go to its words", partial(panel.activated.emit, annotation_id))
        menu.addSeparator()
        self._fill(menu, full, annotation)
        menu.addSeparator()
        name = name_of(full.rubric.criterion(annotation.criterion)).replace("&", "&&")
        menu.addAction(f"&Only comments under {name}", partial(panel.show_criterion, annotation.criterion))
        self._fill_end(menu, annotation)
        return menu

    def transcript_menu(self, transcript_id: str) -> QMenu:
        """What can be done with a transcript in the list."""
        listed = self._review.list
        menu = QMenu("Transcript", listed.view)
        full = self._session.full
        opening = menu.addAction("&Open\tReturn", partial(listed.chosen.emit, transcript_id))
        opening.setEnabled(full is None or full.transcript.id != transcript_id)
        menu.addAction("&Rename…\tF2", partial(self._rename, transcript_id))
        menu.addSeparator()
        self._shelving.fill_places(menu, [transcript_id])
        menu.addSeparator()
        menu.addAction("E&xport…", partial(self._shelving.export_wanted.emit, [transcript_id]))
        menu.addAction("&Delete\tDel", partial(self._shelving.delete, [transcript_id]))
        return menu

    @property
    def _may_change(self) -> bool:
        full = self._session.full
        return self._session.own and full is not None and full.review.status is not Status.DONE

    def _fill(self, menu: QMenu, full: FullReview, annotation: Annotation) -> None:
        free, found = self._may_change, annotation.anchor.found
        one_turn = annotation.anchor.first_turn == annotation.anchor.last_turn
        self._command(menu, "edit_comment", annotation, possible=free)
        self._command(menu, "reply", annotation, possible=free)
        if annotation.suggestion is None:
            self._command(menu, "suggest", annotation, possible=free and found and one_turn)
        else:
            used = any(annotation.id in one.annotations and annotation.suggestion in one.text for one in full.changes)
            self._command(menu, "use", annotation, possible=free and found and one_turn and not used)
        menu.addSeparator()
        for command, verdict in VERDICTS.items():
            act = self._command(menu, command, annotation, possible=free)
            act.setCheckable(True)
            act.setChecked(annotation.verdict is verdict)

    def _fill_bank(self, menu: QMenu, annotation: Annotation) -> None:
        menu.addSeparator()
        self._on_open_card(menu, "bank_insert", annotation, possible=self._may_change)
        self._on_open_card(menu, "bank_save", annotation, possible=bool(annotation.text.strip()))

    def _fill_end(self, menu: QMenu, annotation: Annotation) -> None:
        menu.addSeparator()
        if not annotation.anchor.found:
            attach = menu.addAction("&Attach to selection", partial(self._review.commenting.attach, annotation.id))
            attach.setEnabled(self._may_change and not self._review.view.selection.empty)
        if not self._session.own:
            menu.addAction(self._actions["copy_review"])
        self._command(menu, "delete_comment", annotation, possible=self._may_change)

    def _command(self, menu: QMenu, name: str, annotation: Annotation, *, possible: bool) -> QAction:
        return self._add(menu, name, partial(self._acts.run, name, annotation.id), possible=possible)

    def _on_open_card(self, menu: QMenu, name: str, annotation: Annotation, *, possible: bool) -> None:
        def run() -> None:
            self._review.commenting.activate(annotation.id)
            self._actions[name].trigger()

        self._add(menu, name, run, possible=possible)

    def _add(self, menu: QMenu, name: str, run: Callable[[], object], *, possible: bool) -> QAction:
        """A command of the main menus for one comment, by the same words and with the same key."""
        source = self._actions[name]
        key = source.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        act = menu.addAction(f"{source.text()}\t{key}" if key else source.text(), run)
        act.setEnabled(possible)
        return act

    def _show_commands(self, name: str, view: QWidget, place: QPoint) -> None:
        self._popup(self._actions.context_menu(name, view), place)

    def _show_transcript_menu(self, transcript_id: str, place: QPoint) -> None:
        menu = self.transcript_menu(transcript_id)
        menu.aboutToHide.connect(self._review.list.mark_open)
        self._popup(menu, place)

    def _rename(self, transcript_id: str) -> None:
        transcript = self._session.library.workspace.reading.transcript(transcript_id)
        if transcript is not None:
            theme, before = self._appearance.theme, transcript.title
            title = NameDialog.ask("Rename", "Title", "Rename", theme, before, self._review.window())
            if title and title != before:
                self._shelving.rename(transcript_id, title)

    def _popup(self, menu: QMenu | None, place: QPoint) -> None:
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)


def open_menu_here() -> None:
    """Ask what has the keyboard for its menu, as the menu key does on keyboards that have one."""
    target = QApplication.focusWidget()
    if target is not None:
        place = QRectF(target.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).center().toPoint()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(target, QContextMenuEvent(reason, place, target.mapToGlobal(place)))
