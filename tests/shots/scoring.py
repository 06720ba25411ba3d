"""The scorecard in its states: what is missing, the summary, a newer rubric, many levels, the review of another."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reviewer.domain import rubric_changes as change
from reviewer.domain.edits import reviewing as edits
from reviewer.domain.edits import rubrics
from reviewer.domain.full_review import FullReview
from reviewer.domain.rubric import AppliesTo, RubricSet
from reviewer.gui.main_window import MainWindow
from tests.gui.opening import Opening
from tests.shots.staging import LARGE, SMALL, annotation, rate, with_samples


def missing(opening: Opening, theme: str) -> MainWindow:
    """What a review lacks when it is marked as done."""
    window = with_samples(opening, theme)
    _lack(window)
    return window


def missing_in_little_room(opening: Opening, theme: str) -> MainWindow:
    """The same at the smallest size with text of twice the size."""
    window = with_samples(opening, theme, SMALL)
    window.appearance.set_text_size(200)
    _lack(window)
    return window


def summary(opening: Opening, theme: str) -> MainWindow:
    """The summary, a line of it being written."""
    window = with_samples(opening, theme)
    window.acts.summarise()
    window.review.panel.scorecard.sheet.worked.lines[0].field.setFocus()
    return window


def proposals(opening: Opening, theme: str) -> MainWindow:
    """Comments that can go into the summary."""
    window = with_samples(opening, theme)
    window.session.do(edits.summarise(_full(window), "A polite chat that loses the sale.", (), (), ()))
    window.acts.summarise()
    window.review.panel.scorecard.sheet.insert.click()
    return window


def newer_rubric(opening: Opening, theme: str) -> MainWindow:
    """The rubric has a newer version."""
    window = with_samples(opening, theme)
    saved = _full(window).rubric
    _save_next(window, change.add_criterion(saved, "Patience"))
    return window


def many_levels(opening: Opening, theme: str) -> MainWindow:
    """Two to nine levels, criteria about the customer and the whole chat, hollow badges."""
    window = with_samples(opening, theme)
    wanted = _full(window).rubric
    for number in range(5):
        wanted = change.add_criterion(wanted, f"Another thing to judge {number + 1}")
    for place, count in ((0, 9), (1, 7), (2, 2), (9, 6)):
        wanted = change.with_level_count(wanted, count, wanted.criteria[place].root)
    wanted = change.with_criterion(wanted, wanted.criteria[7].root, applies_to=AppliesTo.CUSTOMER)
    wanted = change.with_criterion(wanted, wanted.criteria[5].root, applies_to=AppliesTo.CHAT)
    _save_next(window, wanted)
    window.acts.delete_review()
    window.session.begin_own()
    window.review.panel.scorecard.rows[8].control.setFocus()
    return window


def review_of_another(opening: Opening, theme: str) -> MainWindow:
    """A review by somebody else, with the choice of whose is shown."""
    with_samples(opening, theme)
    return opening(reviewer="Priya M.", size=LARGE, theme=theme)


def _lack(window: MainWindow) -> None:
    rate(window, "G", None)
    rate(window, "R", None)
    silent = annotation(window, 3)
    window.session.do(edits.edit_comment(_full(window), silent, replace(silent, text="")))
    window.acts.mark_done()


def _save_next(window: MainWindow, wanted: RubricSet) -> None:
    saved = _full(window).rubric
    edit = rubrics.next_version(saved, wanted, saved.rubric.version + 1)
    assert edit is not None
    window.session.library.workspace.do(edit)


def _full(window: MainWindow) -> FullReview:
    assert window.session.full is not None
    return window.session.full


SHOTS: dict[str, Callable[[Opening, str], QWidget]] = {
    "scorecard-missing": missing,
    "scorecard-missing-200": missing_in_little_room,
    "scorecard-summary": summary,
    "scorecard-proposals": proposals,
    "scorecard-newer-rubric": newer_rubric,
    "scorecard-many-levels": many_levels,
    "scorecard-of-another": review_of_another,
}
