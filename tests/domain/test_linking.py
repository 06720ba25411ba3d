"""Which comments a change answers, and rewrites that become suggestions."""

from dataclasses import replace

import pytest

from reviewer.domain.anchor import anchor_at, turn_anchor
from reviewer.domain.annotation import Annotation, Verdict, in_reading_order
from reviewer.domain.comparing import ORIGINAL, compared
from reviewer.domain.edits import alternatives, rearranging, revising, suggesting
from reviewer.domain.full_review import FullReview
from reviewer.domain.revision import ChangeKind
from reviewer.domain.standing_turn import StandingTurn, next_speaker, standing_turn
from tests.domain.dialogues import begun, turn_at

TURN = 5
"""“It left on Monday. You should wait.”"""


def commented(*words: str, verdict: Verdict = Verdict.CONCERN) -> FullReview:
    """A review with a comment on each of these words of the turn; no words for the whole turn."""
    text = turn_at(TURN).text
    made = []
    for number, one in enumerate(words, start=1):
        start = text.index(one)
        whole = turn_anchor({TURN: text}, TURN, TURN)
        anchor = anchor_at({TURN: text}, TURN, start, TURN, start + len(one)) if one else whole
        made.append(Annotation(f"c{number}", "review", anchor, None, verdict, "Why?"))
    return replace(begun(), saved=True, annotations=tuple(in_reading_order(made)))


def said(full: FullReview, text: str) -> FullReview:
    return full.after(revising.reword(full, turn_at(TURN), text))


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("It left on Tuesday. You should wait.", {"c1"}),
        ("It left on Monday. Give it a day.", {"c2"}),
        ("It went out on Sunday. Give it a day.", {"c1", "c2"}),
        ("It left on Monday. You should wait", set()),
        ("It left on Monday. You should wait, sorry.", {"c2"}),
    ],
)
def test_a_change_answers_the_concerns_whose_words_it_touches(text, answered):
    full = said(commented("Monday", "You should wait"), text)
    assert set(full.changes[0].annotations) == answered


def test_strengths_are_not_answered_and_whole_turns_are():
    assert said(commented("Monday", verdict=Verdict.STRENGTH), "It left on Sunday.").changes[0].annotations == ()
    assert said(commented(""), "It left on Monday. You should wait. Sorry.").changes[0].annotations == ("c1",)


def test_a_link_that_was_taken_off_stays_off_when_the_same_words_change_again():
    full = said(commented("Monday", "should"), "It left on Tuesday. You should wait.")
    full = full.after(revising.unlink(full, full.changes[0], "c1"))
    full = said(full, "It left on Wednesday. You could wait.")
    assert full.changes[0].annotations == ("c2",)
    full = full.after(revising.link(full, full.changes[0], "c1"))
    assert set(full.changes[0].annotations) == {"c1", "c2"}
    assert revising.link(full, full.changes[0], "c1") is None
    assert revising.unlink(full, full.changes[0], "c9") is None


@pytest.mark.parametrize(
    ("words", "text", "suggestion"),
    [
        ("Monday", "It left on Tuesday. You should wait.", "Tuesday"),
        ("You should wait.", "It left on Monday. Give it one more day.", "Give it one more day."),
        ("left on Monday", "It went out on Monday. You should wait.", "went out on Monday"),
    ],
)
def test_new_words_become_the_suggestion_for_the_quoted_ones(words, text, suggestion):
    full = said(commented(words), text)
    full = full.after(suggesting.suggest_from(full, full.changes[0], turn_at(TURN)))
    (comment,) = full.annotations
    assert (comment.suggestion, comment.anchor.quote) == (suggestion, words)
    assert suggesting.suggest_from(full, full.changes[0], turn_at(TURN)) is None


def test_where_other_words_changed_too_the_comment_moves_to_the_whole_turn():
    full = said(commented("Monday"), "It went out on Tuesday. Give it one more day.")
    full = full.after(suggesting.suggest_from(full, full.changes[0], turn_at(TURN)))
    (comment,) = full.annotations
    assert comment.suggestion == "It went out on Tuesday. Give it one more day."
    assert comment.anchor.whole_turns


def test_a_change_without_comment_suggests_nothing():
    full = said(commented(), "It left on Tuesday. You should wait.")
    assert suggesting.suggest_from(full, full.changes[0], turn_at(TURN)) is None


def test_the_other_speaker_says_what_is_inserted():
    full = begun()
    assert [next_speaker(full, gap, turn_at) for gap in range(6)] == [
        "customer", "agent", "customer", "agent", "customer", "customer",
    ]  # fmt: skip


def test_two_revisions_are_compared_as_original_and_changes():
    full = begun()
    edit, first = alternatives.add_revision(full, "One")
    full = full.after(edit).showing(first)
    full = full.after(revising.reword(full, turn_at(2), "Which number is it?"))
    edit, second = alternatives.duplicate_revision(full, full.revision, "Two")
    full = full.after(edit).showing(second)
    full = full.after(rearranging.insert(full, 2, "Sorry.", "agent"))
    row = full.dialogue.row_of(4)
    full = full.after(revising.remove(full, standing_turn(full.dialogue, row, turn_at)))
    both = compared(full, first, second, turn_at)
    assert [one.kind for one in both.full.changes] == [ChangeKind.INSERTED, ChangeKind.REMOVED]
    assert both.turns[1].text == "Which number is it?"
    assert [one.kind for one in compared(full, second, first, turn_at).full.changes] == [
        ChangeKind.REMOVED, ChangeKind.INSERTED,
    ]  # fmt: skip
    assert [one.kind for one in compared(full, ORIGINAL, first, turn_at).full.changes] == [ChangeKind.REWORDED]
    assert compared(full, first, first, turn_at).full.changes == ()


def test_a_removed_turn_comes_back_with_the_words_it_had():
    full = said(commented(), "It left today.")
    at = StandingTurn((turn_at(TURN),), full.changes[0])
    full = full.after(revising.remove(full, at))
    at = StandingTurn((turn_at(TURN),), full.changes[0])
    assert at.text == "It left today."
    full = full.after(revising.restore(full, at))
    assert (full.changes[0].kind, full.changes[0].text) == (ChangeKind.REWORDED, "It left today.")
