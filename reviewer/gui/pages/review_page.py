"""The Review page: toolbar, list, conversation with its margin, panel; and Revise in the same place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.anchor import turn_anchor
from reviewer.domain.edit import Edit
from reviewer.domain.find import Hit
from reviewer.domain.revision import RevisedTurn
from reviewer.gui import fonts
from reviewer.gui.commenting import Commenting
from reviewer.gui.conversation.columns import LEAST_SIDE_BY_SIDE, Arrangement
from reviewer.gui.conversation.conversation_view import ConversationView
from reviewer.gui.conversation.revision_view import RevisionView
from reviewer.gui.margin.margin_cards import MarginCards
from reviewer.gui.margin.slide import DURATION
from reviewer.gui.pages.review_panel import ReviewPanel
from reviewer.gui.pages.review_toolbar import ReviewToolbar
from reviewer.gui.panels.transcript_list import TranscriptList
from reviewer.gui.popover_flow import PopoverFlow
from reviewer.gui.replacing import Replacing
from reviewer.gui.replying import Replying
from reviewer.gui.rewriting import Rewriting
from reviewer.gui.session import Session
from reviewer.gui.settings import Settings
from reviewer.gui.theme import Theme
from reviewer.gui.turn_drafts import TurnDrafts
from reviewer.gui.widgets.find_bar import FindBar
from reviewer.gui.widgets.notice import StateBar
from reviewer.gui.widgets.replace_bar import ReplaceBar
from reviewer.gui.widgets.revise_bar import ReviseBar
from reviewer.gui.widgets.selection_popover import SelectionPopover
from reviewer.workspace.known_part import NEWER

ALL_PANES, MARGIN_CARDS = 1280, 1120
LIST_WIDTH, PANEL_WIDTH, PANEL_LEAST, RAIL = 232, 316, 280, 68


class ReviewPage(QWidget):
    """Reads `session`, hands edits to it."""

    mode_changed = Signal(str)
    focusing = False
    """Whether only paper is shown."""

    def __init__(self, session: Session, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._settings = settings
        self._stale = True
        self._told_in_part = False
        self.toolbar = ReviewToolbar(theme, self)
        self.list = TranscriptList(session, theme, self)
        self.view = ConversationView(theme, self)
        self.margin = MarginCards(self.view.viewport(), theme)
        self.view.set_margin(self.margin)
        self.popover = SelectionPopover(self.view, theme)
        self.revision = RevisionView(theme, self)
        self.commenting = Commenting(session, self.view, self.margin, self.popover)
        self.replying = Replying(session, self.margin, self.commenting)
        self.turn_drafts = TurnDrafts(session, self.revision)
        self.rewriting = Rewriting(session, self.revision, self.commenting.may_change)
        self.popover_flow = PopoverFlow(session, self.view, self.popover, self.commenting)
        self.panel = ReviewPanel(session, theme, self)
        self.panel.comments.remember_in(settings)
        self.find_bar = FindBar(session, theme, self)
        self.bar = StateBar(theme, self)
        self.revise_bar = ReviseBar(theme, self)
        self.revise_bar.hide()
        self.replace_bar = ReplaceBar(theme, self)
        self.replacing = Replacing(session, self.revision, self.replace_bar, self.commenting.may_change)
        self._list_wanted = settings.flag("window/list", True)
        self._panel_wanted = settings.flag("window/panel", True)
        self._lay_out()
        self._connect()
        self._themed = (self.toolbar, self.list, self.view, self.margin, self.popover, self.revision, self.panel,
                        self.find_bar, self.bar, self.revise_bar, self.replace_bar)  # fmt: skip

    def _lay_out(self) -> None:
        middle = QFrame(self)
        middle.setObjectName("canvas")
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self.views = QStackedWidget(middle)
        self.views.addWidget(self.view)
        self.views.addWidget(self.revision)
        inside.addWidget(self.bar)
        inside.addWidget(self.find_bar)
        inside.addWidget(self.revise_bar)
        inside.addWidget(self.replace_bar)
        inside.addWidget(self.views, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part, width in ((self.list, 180), (middle, 420), (self.panel, 280)):
            part.setMinimumWidth(width)
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 800, PANEL_WIDTH])
        state = self._settings.state("review")
        if not state.isEmpty():
            self.splitter.restoreState(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._open)
        session.changed.connect(self._changed)
        self.toolbar.mode.chosen.connect(self.set_mode)
        self.panel.comments.activated.connect(self._go_to_comment)
        self.panel.changes.activated.connect(self._go_to_change)
        self.panel.changes.turn_wanted.connect(self.revision.go_to_turn)
        self.panel.changes.facts.turn_wanted.connect(self.revision.go_to_turn)
        self.panel.changes.facts.row_wanted.connect(self.revision.go_to_dialogue_row)
        self.panel.changes.revert_all.connect(self.rewriting.revert_all)
        self.find_bar.found.connect(self._show_hits)
        self.find_bar.closed.connect(lambda: self.current_view.setFocus())
        self.view.turn_action.connect(self._turn_action)
        self.revise_bar.arrangement.chosen.connect(lambda name: self.revision.set_arrangement(Arrangement(name)))
        self.revise_bar.pins.toggled.connect(self.revision.show_pins)
        self.revise_bar.changed_only.toggled.connect(self.revision.show_changed_only)
        self.revision.row_moved.connect(self._show_changes)
        self.margin.activated.connect(self.panel.comments.set_active)
        self.view.annotation_activated.connect(self.panel.comments.set_active)

    @property
    def mode(self) -> str:
        """`review` or `revise`."""
        return self.toolbar.mode.value

    @property
    def current_view(self) -> ConversationView | RevisionView:
        """The view that is shown."""
        return self.revision if self.mode == "revise" else self.view

    def set_theme(self, theme: Theme) -> None:
        """Use other colours, and the text size of now."""
        for part in self._themed:
            part.set_theme(theme)
        self.view.set_text_scale(fonts.scale())
        self.revision.set_text_scale(fonts.scale())
        self.fit()

    def set_mode(self, mode: str) -> None:
        """Review or Revise, at the same turn."""
        left = self.revision if self.views.currentWidget() is self.revision else self.view
        turn = left.focused_turn()
        self.keep_all()
        self.toolbar.mode.choose(mode)
        self.views.setCurrentWidget(self.current_view)
        self.panel.set_mode(mode)
        if mode == "revise" and self._stale and self._session.full and self._session.turns:
            self.revision.open(self._session.full, self._session.turns)
            self._stale = False
        self.find_bar.setVisible(self.find_bar.isVisible() and mode == "review")
        self.revise_bar.setVisible(mode == "revise")
        self.replace_bar.setVisible(self.replace_bar.isVisible() and mode == "revise")
        self._show_changes()
        self.fit()
        self.current_view.go_to_turn(turn)
        self.current_view.setFocus()
        self.mode_changed.emit(mode)

    def use_keys_and_motion(self, single_keys: bool, less_motion: bool) -> None:
        """Whether letters alone move between turns, and whether cards move at once."""
        self.view.single_keys = self.revision.single_keys = self.panel.comments.list.single_keys = single_keys
        self.margin.set_motion(0 if less_motion else DURATION)

    def keep_all(self) -> None:
        """Hand on everything that is being written: before undo, another transcript, closing."""
        self.margin.commit()
        self.revision.keep_editing()
        self.panel.scorecard.keep_notes()
        self.panel.questions.keep()

    def show_change(self, edit: Edit) -> None:
        """Scroll to what an undo or redo changed."""
        place, change = place_of(edit), changed_turn(edit)
        if change and self.mode == "revise":
            self.revision.go_to_change(change)
        elif place is not None:
            self._go(place)

    def toggle_list(self) -> None:
        """Show or hide the list."""
        self._list_wanted = self.list.isHidden()
        self.list.setVisible(self._list_wanted)
        self._settings.set_flag("window/list", self._list_wanted)
        if self._list_wanted:
            self.list.view.setFocus()

    def toggle_panel(self) -> None:
        """Show or hide the panel."""
        self._panel_wanted = self.panel.isHidden()
        self.panel.setVisible(self._panel_wanted)
        self._settings.set_flag("window/panel", self._panel_wanted)

    def save_place(self) -> None:
        """Remember sizes, and the turn that has the caret."""
        self._settings.set_state("review", self.splitter.saveState())
        if self._session.full:
            self._settings.set_place(self._session.full.transcript.id, self.current_view.focused_turn())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()

    def fit(self) -> None:
        """The layout of the window's width: all panes, no list, or pins in place of cards."""
        width = self.window().width() / max(fonts.scale(), 1)
        room = width - RAIL - (PANEL_WIDTH if self._panel_wanted else 0) - LIST_WIDTH
        fits = room >= LEAST_SIDE_BY_SIDE if self.mode == "revise" else width >= ALL_PANES
        self.list.setVisible(self._list_wanted and fits and not self.focusing)
        self.panel.setVisible(self._panel_wanted and not self.focusing)
        self.panel.setMinimumWidth(min(fonts.scaled(PANEL_LEAST), self.window().width() // 2))
        self.margin.set_compact(width < MARGIN_CARDS)
        self.view.set_margin(None if self.focusing else self.margin)
        self.toolbar.set_narrow(width < MARGIN_CARDS)

    def _go(self, position: int) -> None:
        if self.mode == "revise":
            self.revision.go_to_turn(position)
        else:
            self.view.go_to_turn(position, tint=True)

    def _open(self) -> None:
        full, turns = self._session.full, self._session.turns
        self._stale = True
        if full is None or turns is None:
            return
        self.margin.set_active("")
        self.margin.set_review(full, own=self._session.own)
        self.view.open(full, turns)
        self.panel.comments.set_review(full)
        self.toolbar.show_review(full)
        self.panel.show_counts()
        self._show_state()
        place = self._settings.place(full.transcript.id)
        self._settings.set_place(full.transcript.id, place)
        if self.mode == "revise":
            self.revision.open(full, turns)
            self._stale = False
        if place > 1:
            self.current_view.go_to_turn(place)

    def _show_state(self) -> None:
        """Say why the open review cannot be changed, and what can be done about it."""
        session = self._session
        self._told_in_part = session.in_part
        copy, begin = ("Copy to my review", session.copy_to_own), ("Review it myself", session.begin_own)
        if session.own:
            self.bar.hide()
        elif session.mine:
            self.bar.inform(NEWER)
        elif session.in_part:
            self.bar.tell(f"{session.whose}. {NEWER}", copy, begin)
        else:
            self.bar.tell(f"{session.whose}, read only.", copy, begin)

    def _changed(self, edit: Edit) -> None:
        full = self._session.full
        if full is None:
            return
        if self._session.in_part != self._told_in_part:
            self._show_state()
        self.margin.set_review(full, own=self._session.own)
        self.view.set_review(full)
        if not self._stale:
            self.revision.set_review(full)
        self.panel.comments.set_review(full)
        self.panel.show_counts()
        self._show_changes()
        self.toolbar.show_review(full)

    def _show_changes(self) -> None:
        full, rows = self._session.full, self.revision.rows
        if full is not None:
            here = rows.in_dialogue(self.revision.focused_row) if rows and rows.count and not self._stale else -1
            self.revise_bar.show_place(full.dialogue.change_rows, here)
            line = self.revision.focused_line if here >= 0 else None
            self.panel.changes.set_current(line.change.id if line and line.change else "")

    def _go_to_comment(self, annotation_id: str) -> None:
        full = self._session.full
        annotation = next((one for one in full.annotations if one.id == annotation_id), None) if full else None
        if annotation is None:
            return
        if self.mode == "revise":
            self.revision.go_to_turn(annotation.anchor.first_turn)
        else:
            self.commenting.activate(annotation_id)

    def _go_to_change(self, change_id: str) -> None:
        self.revision.go_to_change(change_id)
        self.revision.setFocus()

    def _show_hits(self, hits: list[Hit], current: int | None) -> None:
        words = [one for one in hits if not one.comment]
        here = hits[current] if current is not None else None
        self.view.set_hits(words, words.index(here) if here and not here.comment else None)
        if here and here.comment:
            self.commenting.activate(here.comment)
        elif here:
            self.view.show_place(here.position, here.start)

    def _turn_action(self, action: str, position: int) -> None:
        if action == "rewrite":
            self.set_mode("revise")
            self.revision.go_to_turn(position)
            self.revision.edit_turn(position)
        elif action == "comment":
            turn = self._session.turn(position)
            if turn:
                self.view.select(turn_anchor({position: turn.text}, position, position))
                self.commenting.add_again()
        else:
            self.view.context_requested.emit(QCursor.pos())


def place_of(edit: Edit) -> int | None:
    """The turn that an edit is about, when it is about one."""
    for delta in edit.deltas:
        anchor = getattr(delta.record, "anchor", None)
        if anchor is not None:
            return int(anchor.first_turn)
        origin = getattr(delta.record, "origin", None)
        if origin is not None:
            return int(origin)
    return None


def changed_turn(edit: Edit) -> str:
    """The id of the change of a turn that an edit leaves behind, if any."""
    return next((one.after.id for one in edit.deltas if isinstance(one.after, RevisedTurn)), "")
