"""Going from pane to pane with F6."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow


class Panes:
    """The panes of the page that is shown, in the order of F6: toolbar, list, conversation, panel, notice."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def step(self, step: int) -> None:
        """The keyboard goes to the next (1) or previous (-1) pane."""
        window = self._window
        page = window.pages.currentWidget()
        if page is window.library_page:
            window.library_page.next_pane()
        elif page is window.rubrics_page:
            window.rubrics_page.next_pane()
        elif page is window.review:
            self._step_review(step)
        elif page is not None:
            page.setFocus()

    def _step_review(self, step: int) -> None:
        review, notice = self._window.review, self._window.notice
        panes: list[tuple[QWidget, object]] = [(review.toolbar, review.toolbar.list_button.setFocus)]
        if review.list.isVisible():
            panes.append((review.list, review.list.view.setFocus))
        panes.append((review.views, review.current_view.setFocus))
        if review.panel.isVisible():
            panes.append((review.panel, review.panel.focus))
        if notice.isVisible():
            panes.append((notice, notice.focus_choice))
        focused = QApplication.focusWidget()
        here = next((at for at, (pane, _) in enumerate(panes) if focused and pane.isAncestorOf(focused)), 0)
        act = panes[(here + step) % len(panes)][1]
        if callable(act):
            act()
