"""The main window: it puts the parts together and hands commands on."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from reviewer.errors import ReviewerError
from reviewer.gui import fonts
from reviewer.gui.actions import Actions
from reviewer.gui.appearance import Appearance
from reviewer.gui.bank_keeping import BankKeeping
from reviewer.gui.bridge import Library
from reviewer.gui.commands import MENUS, commands
from reviewer.gui.comment_bank import CommentBank
from reviewer.gui.context_menus import ContextMenus
from reviewer.gui.desk import Desk
from reviewer.gui.dialogs.shortcuts import ShortcutSheet
from reviewer.gui.exercising import Exercising
from reviewer.gui.export_flow import ExportFlow
from reviewer.gui.fixed_keys import FIXED_KEYS
from reviewer.gui.focus_mode import FocusMode
from reviewer.gui.going_back import GoingBack
from reviewer.gui.incoming import has_chat
from reviewer.gui.library.shelving import Shelving
from reviewer.gui.pages.library_page import LibraryPage
from reviewer.gui.pages.review_page import MARGIN_CARDS, ReviewPage
from reviewer.gui.pages.rubrics_page import RubricsPage
from reviewer.gui.pages.settings_page import SettingsPage
from reviewer.gui.palette.palette import make_palette
from reviewer.gui.panes import Panes
from reviewer.gui.preferences import Preferences
from reviewer.gui.recent import RecentMenu
from reviewer.gui.review_commands import ReviewCommands
from reviewer.gui.reviews_menu import ReviewsMenu
from reviewer.gui.rubric_choice import RubricChoice
from reviewer.gui.rubrics.rubric_work import RubricWork
from reviewer.gui.session import Session
from reviewer.gui.settings import Settings
from reviewer.gui.spelling.speller import Speller
from reviewer.gui.stepping import Stepping
from reviewer.gui.unfinished_work import UnfinishedWork
from reviewer.gui.widgets.notice import Notice
from reviewer.gui.widgets.rail import Rail
from reviewer.gui.widgets.status_bar import StatusBar
from reviewer.gui.window_state import WindowState
from reviewer.gui.words import APP_NAME, isolated

SMALLEST = QSize(1024, 640)
FIRST_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """Rail, pages, status bar and notice around one session."""

    def __init__(self, library: Library, settings: Settings, appearance: Appearance) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self.appearance, theme = appearance, appearance.theme
        appearance.setParent(self)
        self.session = Session(library)
        self.desk, self.export_flow = Desk(self.session, self, lambda: appearance.theme), ExportFlow(self, settings)
        self.rail = Rail(theme, self)
        self.library_page = LibraryPage(self.session, settings, theme, self)
        self.review = ReviewPage(self.session, settings, theme, self)
        self.rubrics_page = RubricsPage(library, theme, self)
        self.settings_page = SettingsPage(settings, str(library.workspace.path), theme, self)
        self.shelving = Shelving(self.session, self.library_page, lambda: appearance.theme, self)
        self.rubric_work = RubricWork(self.session, self.rubrics_page, settings, self)
        self.acts = ReviewCommands(self.session, self.review, appearance, self.show_mode, self.open_transcript)
        self.pages = QStackedWidget(self)
        self.notice = Notice(self.pages, theme, self._notice_area)
        self.status = StatusBar(theme, self)
        self.panes, self.focus_mode, self.going = Panes(self), FocusMode(self), GoingBack(self)
        self.stepping = Stepping(self.session, self.review, self.notice)
        self.preferences = Preferences(self, settings, appearance)
        self.actions_table = Actions(self, self.review.view, self.review.revision)
        self.recent = RecentMenu(self.session, settings, self.open_transcript, self)
        self.reviews = ReviewsMenu(self.session, self.review.toolbar, self)
        self.exercising = Exercising(self, self.session, self.notice.say)
        self.rubric_choice = RubricChoice(self.session, self.review.panel.scorecard, settings, self)
        self.unfinished = UnfinishedWork(self.session, self.review, self.open_transcript, self.show_mode)
        self.bank_keeping = BankKeeping(self.session, self.notice.say, self)
        self.bank = CommentBank(self.session, self.review.commenting, self.review.margin)
        self.palette_box = make_palette(self, settings, theme)
        self.actions_table.add(commands(self))
        self.state = WindowState(
            self.session, self.review, self.library_page, self.actions_table, self.status, settings
        )
        self._assemble()
        self._connect()
        self.preferences.use_flags()
        self.show_page("library")
        self._restore()

    def _assemble(self) -> None:
        self.setWindowTitle(APP_NAME)
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        for page in (self.library_page, self.review, self.rubrics_page, self.settings_page):
            self.pages.addWidget(page)
        self.spelling, settings = Speller(self.session, self._settings, self.appearance, self), self.settings_page
        self.spelling.said.connect(self.notice.say)
        for changed in (settings.flag_changed, settings.own_words.changed):
            changed.connect(self.spelling.refresh)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.menuBar().setFont(fonts.font(13))
        for name, menu in (("recent", self.recent), ("reviews", self.reviews), ("rubric", self.rubric_choice.menu)):
            self.actions_table.unfold(name, menu)
        self.actions_table.fill(self.menuBar(), MENUS)

    def _connect(self) -> None:
        session, review, desk, status = self.session, self.review, self.desk, self.status
        pages = (self.library_page, review, self.rubrics_page, self.settings_page)
        for part in (self.rail, *pages, self.notice, status, self.palette_box):
            self.appearance.follow(part.set_theme)
        self.appearance.follow(lambda _: self.state.show_settings())
        self.appearance.follow(lambda _: self.menuBar().setFont(fonts.font(13)))
        self.rail.chosen.connect(self.show_page)
        session.opened.connect(self._opened)
        self._library.changed.connect(lambda _: self._refresh())
        session.saved.connect(lambda: status.show_saved(f"{self._library.workspace.now().astimezone():%H:%M}"))
        session.failed.connect(lambda sentence: self.notice.say(sentence))
        desk.told.connect(self.notice.say)
        desk.troubled.connect(self.notice.say)
        desk.moved.connect(status.show_job)
        desk.idle.connect(lambda: status.show_job(0, 0, ""))
        desk.brought.connect(self.open_transcript)
        desk.brought_rubric.connect(self.rubric_work.show_rubric)
        self.rubric_work.page_wanted.connect(lambda: self.show_page("rubrics"))
        self.export_flow.connect()
        desk.collection = self.library_page.collection_name
        status.stop_wanted.connect(desk.stop)
        status.reviewer_wanted.connect(self.preferences.ask_reviewer)
        status.size_wanted.connect(lambda: self.appearance.zoom(0))
        page = self.library_page
        page.opened.connect(self.open_transcript)
        page.counted_anew.connect(self.state.show_place)
        self.shelving.told.connect(self.notice.say)
        self.shelving.troubled.connect(self.notice.say)
        self.rubric_work.told.connect(self.notice.say)
        self.rubric_work.troubled.connect(self.notice.say)
        page.welcome.open_wanted.connect(desk.open_files)
        page.welcome.paste_wanted.connect(desk.paste_chat)
        page.welcome.dropped.connect(desk.offer_files)
        page.welcome.sample_wanted.connect(desk.import_sample)
        self._connect_review()
        self.settings_page.reviewer_changed.connect(self.preferences.set_reviewer)
        self.settings_page.theme_changed.connect(self.appearance.choose)
        self.settings_page.text_size_changed.connect(self.appearance.set_text_size)
        self.settings_page.flag_changed.connect(self.preferences.apply_flags)

    def _connect_review(self) -> None:
        review, act = self.review, self.actions_table
        bar = review.toolbar
        review.list.chosen.connect(self.open_transcript)
        review.list.import_wanted.connect(self.desk.open_files)
        bar.list_button.clicked.connect(review.toggle_list)
        bar.panel_button.clicked.connect(review.toggle_panel)
        bar.undo.clicked.connect(act["undo"].trigger)
        bar.redo.clicked.connect(act["redo"].trigger)
        bar.find_box.clicked.connect(act["palette"].trigger)
        bar.export.clicked.connect(act["export"].trigger)
        review.view.focused_turn_changed.connect(lambda _: self.state.show_place())
        review.view.selection_changed.connect(self.state.show_place)
        review.revision.focused_turn_changed.connect(lambda _: self.state.show_place())
        review.view.zoom_requested.connect(self.appearance.zoom)
        review.revision.editing_changed.connect(lambda _: self.state.show_place())
        self.menus = ContextMenus(self.session, review, act, self.shelving, self.appearance)
        review.mode_changed.connect(lambda _: self.state.refresh())
        review.revise_bar.step.connect(self.acts.step_change)
        for told in (review.commenting.said, review.rewriting.said, review.replacing.said):
            told.connect(lambda sentence: self.status.say(sentence))
        review.commenting.used.connect(lambda words: self.notice.say(words, ("Show", lambda: self.show_mode("revise"))))
        review.commenting.commented.connect(self.preferences.ask_reviewer_once)
        review.bar.answered.connect(self.preferences.set_reviewer)
        self.reviews.chosen.connect(self.acts.open_review)
        gone = review.replying.deleted, review.commenting.deleted, review.rewriting.removed
        more = self.rubric_choice.told, self.acts.undoable, review.panel.changes.alternatives.deleted
        for said in (*gone, *more):
            said.connect(lambda words: self.notice.say(words, ("Undo", self.stepping.undo)))
        self.acts.told.connect(self.notice.say)
        self.bank.told.connect(self.notice.say)
        self.bank.kept.connect(lambda words: self.notice.say(words, ("Undo", self.bank.take_back)))
        review.panel.scorecard.rated_first.connect(self.preferences.ask_reviewer_once)

    @property
    def page(self) -> str:
        """The page that is shown, by its name."""
        return next((name for name, part in self._pages().items() if part is self.pages.currentWidget()), "library")

    def _pages(self) -> dict[str, QWidget]:
        return {
            "library": self.library_page,
            "review": self.review,
            "rubrics": self.rubrics_page,
            "settings": self.settings_page,
        }

    def show_page(self, page: str) -> None:
        """Library, Review, Rubrics or Settings."""
        if page == "review" and self.session.full is None:
            page = "library"
        if self.pages.currentWidget() is self.review and page != "review":
            self.review.keep_all()
        self.session.in_library = page != "review"
        self.state.on_rubrics = page == "rubrics"
        self.pages.setCurrentWidget(self._pages()[page])
        self.rail.show_page(page)
        if page == "library":
            self.library_page.refresh()
            self.library_page.focus()
        elif page == "review":
            self.review.current_view.setFocus()
        elif page == "rubrics":
            self.rubrics_page.focus()
        else:
            self.settings_page.refresh()
        self.state.refresh()

    def open_transcript(self, transcript_id: str) -> None:
        """Open a transcript on the Review page, where it was left."""
        self.review.save_place()
        self.review.keep_all()
        try:
            self.session.open(transcript_id)
        except ReviewerError as error:
            self.notice.say(error.sentence)
            return
        self.show_page("review")

    def show_mode(self, mode: str) -> None:
        """Review or Revise."""
        self.show_page("review")
        self.review.set_mode(mode)

    def show_shortcuts(self) -> None:
        """Every command and its key."""
        ShortcutSheet.show_all([*self.actions_table.rows(), *FIXED_KEYS], self.appearance.theme, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.set_narrow(self.width() / max(fonts.scale(), 1) < MARGIN_CARDS)
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_chat(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.desk.take_in(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.review.keep_all()
        self.review.save_place()
        self.library_page.keep_state()
        self._settings.set_state("geometry", self.saveGeometry())
        self._settings.save()
        self.desk.wait()
        self.export_flow.wait()
        self.unfinished.end()
        self.spelling.end()
        self.exercising.group.wait()
        event.accept()

    def _opened(self) -> None:
        if self.session.full is None and self.pages.currentWidget() is self.review:
            self.show_page("library")
        self._refresh()

    def _refresh(self) -> None:
        full = self.session.full
        self.setWindowTitle(f"{isolated(full.transcript.title)} — {APP_NAME}" if full else APP_NAME)
        self.state.refresh()

    def _notice_area(self) -> QRect:
        """Where a notice may lie: over the conversation, never over the panel beside it."""
        views = self.review.views
        if not views.isVisible():
            return self.pages.rect()
        return QRect(views.mapTo(self.pages, QPoint()), views.size())

    def _restore(self) -> None:
        self.unfinished.begin(self.notice.say)
        state = self._settings.state("geometry")
        if state.isEmpty() or not self.restoreGeometry(state):
            self.resize(FIRST_SIZE)
        last = self._settings.last_transcript
        found = self._library.workspace.reading.transcript(last) if last else None
        if found and found.deleted_at is None:
            self.open_transcript(last)
