"""The Review page in its states."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.edits import exercises
from reviewer.domain.edits.exercises import Asked
from reviewer.domain.review import Reply, Reviewer
from reviewer.domain.transcript import Collection
from reviewer.gui.dialogs.bank import BankDialog
from reviewer.gui.main_window import MainWindow
from tests.gui.opening import Opening
from tests.shots.staging import REST_MS, SMALL, annotation, rate, select, unrated, with_samples

SAID_AT = "2026-11-23T14:20:00+00:00"
INSTRUCTIONS = "Read the chat, mark what you notice, rate it, then answer. Rewrite the dialogue in Revise."
ASKED = (
    Asked("Was the inquiry handled, and resolved fairly?", 80),
    Asked("What other strategies were open to the agent?", 80),
    Asked("What does the company want from live chat, and did it get it?", 80),
)
ANSWERS = (
    "Handled in part. The total is never confirmed, turn 5. Nobody says sorry or looks for a way round it, turn 10.",
    "Say the price at once. Agree that the page was unclear, then look the account up while the customer writes.",
)


def selecting(opening: Opening, theme: str) -> MainWindow:
    """A comment with its suggested rewrite, a criterion with its level, and selected words with what can be said."""
    window = with_samples(opening, theme)
    review = window.review
    rate(window, "R", None)
    review.commenting.activate(annotation(window, 6).id)
    next(row for row in review.panel.scorecard.rows if row.criterion.letter == "H").control.setFocus()
    review.view.go_to_turn(13)
    QTest.qWait(REST_MS)
    select(window, 10, "I see. It is new,")
    return window


def thread(opening: Opening, theme: str) -> MainWindow:
    """An open comment with its rewrite, at the head of the chat."""
    window = with_samples(opening, theme)
    window.review.view.go_to_turn(3)
    commented, full = annotation(window, 2), window.session.full
    assert full is not None
    colleague = Reviewer("b" * 32, "Reviewer B")
    said = Reply("c" * 32, commented.id, colleague.id, "Agreed. “Promotional” is jargon as well.", SAID_AT)
    deltas = (Delta(None, colleague), Delta(None, said))
    window.session.do(Edit(Op.ADD_REPLY, deltas, full.transcript.id))
    window.open_transcript(full.transcript.id)
    window.review.commenting.activate(commented.id)
    return window


def reading(opening: Opening, theme: str) -> MainWindow:
    """A chat that nobody has reviewed: nothing rated, no comments, gaps between turns."""
    return unrated(opening, theme)


def comments(opening: Opening, theme: str) -> MainWindow:
    """The list of comments."""
    window = with_samples(opening, theme)
    window.review.panel.show_part("comments")
    return window


def small(opening: Opening, theme: str) -> MainWindow:
    """The smallest window: pins in place of cards, the find bar, a notice."""
    window = with_samples(opening, theme, SMALL)
    window.actions_table["find"].trigger()
    QTest.keyClicks(window.review.find_bar.field, "charge")
    QTest.qWait(REST_MS)
    window.review.commenting.delete(annotation(window, 5).id)
    window.review.find_bar.field.setFocus()
    return window


def pin(opening: Opening, theme: str) -> MainWindow:
    """The card that a pin opens in the smallest window."""
    window = with_samples(opening, theme, SMALL)
    window.review.view.go_to_turn(7)
    window.review.commenting.activate(annotation(window, 6).id)
    return window


def large_text(opening: Opening, theme: str) -> MainWindow:
    """Text of twice the size in the smallest window."""
    window = with_samples(opening, theme, SMALL)
    window.appearance.set_text_size(200)
    QTest.qWait(REST_MS)
    window.review.view.go_to_turn(4)
    return window


def contrast(opening: Opening, theme: str) -> MainWindow:
    """High contrast: no fills, underlines and badges stay."""
    window = thread(opening, theme)
    window.appearance.choose("contrast")
    return window


def failed(opening: Opening, theme: str) -> MainWindow:
    """A critical criterion failed."""
    window = with_samples(opening, theme)
    rate(window, "F", 1)
    return window


def done(opening: Opening, theme: str) -> MainWindow:
    """A finished review, locked until it is opened again."""
    window = with_samples(opening, theme)
    window.acts.mark_done()
    return window


def overlapping(opening: Opening, theme: str) -> MainWindow:
    """Comments over one another: fills, underlines in lanes, a bracket."""
    window = with_samples(opening, theme)
    window.review.view.go_to_turn(4)
    for words, number in (("to keep investing in network", 3), ("investing", 7)):
        select(window, 4, words)
        window.review.commenting.add_numbered(number)
        window.review.keep_all()
    window.review.commenting.activate("")
    return window


def palette(opening: Opening, theme: str) -> MainWindow:
    """The command palette."""
    window = selecting(opening, theme)
    window.palette_box.open()
    QTest.keyClicks(window.palette_box.field, "re")
    QTest.qWait(REST_MS)
    return window


def questions(opening: Opening, theme: str) -> MainWindow:
    """What an exercise asks, one answer given and one being written."""
    window = with_samples(opening, theme)
    full = window.session.full
    assert full is not None
    workspace = window.session.library.workspace
    home = Collection("e" * 32, "Exercise 4: live chat", "exercise", INSTRUCTIONS, full.rubric.rubric.id)
    workspace.do(exercises.begin(home, ASKED, [full.transcript]))
    window.open_transcript(full.transcript.id)
    window.exercising.show_questions()
    first, second, *_ = window.review.panel.questions.rows
    first.field.set_text(ANSWERS[0])
    first.keep()
    second.field.setFocus()
    QTest.keyClicks(second.field, ANSWERS[1])
    return window


def bank(opening: Opening, theme: str) -> QWidget:
    """The comment bank."""
    window = unrated(opening, theme)
    window.bank.take_ready()
    dialog = BankDialog(window.bank_keeping, window.appearance.theme, window)
    dialog.show()
    return dialog


def bank_offered(opening: Opening, theme: str) -> MainWindow:
    """Ready comments that fit what is typed."""
    window = unrated(opening, theme)
    window.bank.take_ready()
    select(window, 4, "Thank you for reaching out")
    window.review.commenting.add_numbered(5)
    QTest.keyClicks(window.review.margin.card.editor, "question")
    return window


SHOTS: dict[str, Callable[[Opening, str], QWidget]] = {
    "review": selecting,
    "review-questions": questions,
    "palette": palette,
    "bank": bank,
    "bank-offered": bank_offered,
    "review-thread": thread,
    "review-reading": reading,
    "review-comments": comments,
    "review-small": small,
    "review-pin": pin,
    "review-200": large_text,
    "review-contrast": contrast,
    "review-failed": failed,
    "review-done": done,
    "review-overlapping": overlapping,
}
