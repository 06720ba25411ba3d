"""What a person does in a review, as edits: each saved, shown, taken back and done again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.anchor import anchor_at, turn_anchor
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edit import Delta, Edit, Op
from reviewer.domain.edits import reviewing, revising
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Point, Reply, Status
from reviewer.domain.revision import ChangeKind
from reviewer.domain.transcript import Turn
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import imported, open_library

NOW = "2026-03-02T10:00:00+00:00"


class Desk:
    """A chat under review; `full` is what a view holds after each edit."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.full = workspace.review_of(imported(workspace).id)
        workspace.subscribe(self._hear)

    def _hear(self, edit: Edit) -> None:
        self.full = self.full.after(edit)

    @property
    def scope(self) -> str:
        return self.full.transcript.id

    def turn(self, position: int) -> Turn:
        (found,) = self.workspace.reading.turns(self.scope, position, position)
        return found

    def do(self, edit: Edit | None) -> FullReview:
        """What is shown after an edit, which is what a reload gives."""
        assert edit is not None
        self.workspace.do(edit)
        assert self.full == self.workspace.review_of(self.scope)
        return self.full

    def comment(
        self, words: str, position: int, text: str = "", suggestion: str | None = None, *, good: bool = False
    ) -> Annotation:
        """A comment on words of one turn."""
        start = self.turn(position).text.index(words)
        anchor = anchor_at({position: self.turn(position).text}, position, start, position, start + len(words))
        verdict = Verdict.STRENGTH if good else Verdict.CONCERN
        criterion = self.full.rubric.criteria[0].id
        known = {one.id for one in self.full.annotations}
        full = self.do(reviewing.add_comment(self.full, anchor, criterion, verdict, text, suggestion))
        (found,) = (one for one in full.annotations if one.id not in known)
        return found


@pytest.fixture
def desk(tmp_path: Path):
    with open_library(tmp_path) as workspace:
        yield Desk(workspace)


def rated(desk: Desk) -> list[tuple[int | None, bool, str]]:
    return [(one.value, one.not_applicable, one.note) for one in desk.full.ratings]


def test_a_rating_changes_is_left_out_and_cleared_and_keeps_its_note(desk: Desk):
    criterion = desk.full.rubric.criteria[0].id
    desk.do(reviewing.note_rating(desk.full, criterion, "Plain words."))
    assert rated(desk) == [(None, False, "Plain words.")]
    assert desk.full.score.rated == 0
    desk.do(reviewing.rate(desk.full, criterion, 4))
    assert rated(desk) == [(4, False, "Plain words.")]
    desk.do(reviewing.rate(desk.full, criterion, None, not_applicable=True))
    assert rated(desk) == [(None, True, "Plain words.")]
    assert desk.full.score.to_rate == 6
    desk.do(reviewing.rate(desk.full, criterion, None))
    assert rated(desk) == [(None, False, "Plain words.")]


def test_numbers_follow_the_reading_order(desk: Desk):
    later, earlier = desk.comment("send", 3), desk.comment("parcel", 2)
    whole = turn_anchor({2: desk.turn(2).text}, 2, 2)
    desk.do(reviewing.add_comment(desk.full, whole, None, Verdict.NONE))
    assert [one.anchor.quote for one in desk.full.annotations] == ["parcel", desk.turn(2).text, "send"]
    assert (desk.full.numbers[earlier.id], desk.full.numbers[later.id]) == (1, 3)


def test_deleting_a_comment_takes_its_replies_and_links_and_undo_brings_all_back(desk: Desk):
    kept, gone = desk.comment("parcel", 2, "Kept"), desk.comment("lamp", 3, "Gone")
    reply = Reply("r" * 32, gone.id, desk.workspace.reviewer.id, "I agree.")
    desk.do(Edit(Op.EDIT_COMMENT, (Delta(None, reply),), desk.scope))
    desk.do(revising.reword(desk.full, desk.turn(3), "I am sorry. I will send it today.", answers=(kept.id, gone.id)))
    point = Point("See both", (gone.id, kept.id))
    desk.do(reviewing.summarise(desk.full, "Quick, but cold", (), (point,), (Point("Say sorry"),)))
    before = desk.full
    desk.do(reviewing.delete_comment(desk.full, gone))
    assert [one.text for one in desk.full.annotations] == ["Kept"]
    assert desk.full.replies == ()
    assert desk.full.revised_turns[0].annotations == (kept.id,)
    assert desk.full.review.to_change == (replace(point, annotations=(kept.id,)),)
    desk.workspace.undo(desk.scope)
    assert [one.text for one in desk.full.replies] == ["I agree."]
    assert desk.full.revised_turns[0].annotations == before.revised_turns[0].annotations
    assert desk.full.review.to_change == (point,)
    assert desk.full == desk.workspace.review_of(desk.scope)


def test_done_and_opened_again(desk: Desk):
    desk.do(reviewing.mark_done(desk.full, NOW))
    assert (desk.full.review.status, desk.full.review.done_at) == (Status.DONE, NOW)
    desk.do(reviewing.reopen(desk.full))
    assert (desk.full.review.status, desk.full.review.done_at) == (Status.IN_PROGRESS, None)


def test_an_answer_is_written_and_written_anew(desk: Desk):
    question = desk.full.rubric.questions[0].id
    for text in ("Short.", "Long and thought over.", ""):
        desk.do(reviewing.answer(desk.full, question, text))
        assert [one.text for one in desk.full.answers] == [text]


def comment_first(desk: Desk) -> Edit | None:
    anchor = turn_anchor({1: desk.turn(1).text}, 1, 1)
    return reviewing.add_comment(desk.full, anchor, None, Verdict.NONE, "First")


@pytest.mark.parametrize(
    "first",
    [
        comment_first,
        lambda desk: reviewing.rate(desk.full, desk.full.rubric.criteria[0].id, 2),
        lambda desk: reviewing.note_rating(desk.full, desk.full.rubric.criteria[0].id, "Why"),
        lambda desk: reviewing.summarise(desk.full, "Good", (), (), ()),
        lambda desk: reviewing.answer(desk.full, desk.full.rubric.questions[0].id, "Because"),
        lambda desk: reviewing.mark_done(desk.full, NOW),
        lambda desk: reviewing.reopen(desk.full),
        lambda desk: revising.reword(desk.full, desk.turn(1), "Good morning."),
    ],
    ids=["comment", "rating", "reason", "summary", "answer", "done", "reopened", "rewording"],
)
def test_whatever_comes_first_begins_the_review_and_its_undo_ends_it(desk: Desk, first: Callable[[Desk], Edit | None]):
    fresh = desk.full
    begun = desk.do(first(desk))
    assert begun.saved
    desk.workspace.undo(desk.scope)
    assert desk.full == fresh
    assert desk.workspace.reading.reviews(desk.scope) == []
    desk.workspace.redo(desk.scope)
    assert desk.full == desk.workspace.review_of(desk.scope)
    assert desk.full.saved


def test_a_rewording_answers_the_concerns_on_its_turn(desk: Desk):
    concern, _ = desk.comment("send", 3), desk.comment("lamp", 3, good=True)
    elsewhere = desk.comment("helps", 4)
    desk.do(revising.reword(desk.full, desk.turn(3), "It comes today.", "Shorter"))
    change = desk.full.revised(3)
    assert change is not None
    assert (change.text, change.reason, change.annotations) == ("It comes today.", "Shorter", (concern.id,))
    desk.do(revising.reword(desk.full, desk.turn(3), "It comes today!"))
    again = desk.full.revised(3)
    assert again is not None
    assert (again.id, again.reason, again.annotations) == (change.id, "Shorter", (concern.id,))
    assert elsewhere.id not in again.annotations
    desk.do(revising.explain(desk.full, again, ""))
    assert [one.reason for one in desk.full.revised_turns] == [""]


def test_the_same_words_change_nothing_and_the_original_words_end_the_change(desk: Desk):
    turn = desk.turn(3)
    assert revising.reword(desk.full, turn, turn.text) is None
    desk.do(revising.reword(desk.full, turn, "Sorry."))
    assert revising.reword(desk.full, turn, "Sorry.") is None
    edit = revising.reword(desk.full, turn, turn.text)
    assert edit is not None
    assert edit.op is Op.REVERT_TURN
    desk.do(edit)
    assert desk.full.revised_turns == ()
    desk.workspace.undo(desk.scope)
    assert [one.text for one in desk.full.revised_turns] == ["Sorry."]


def test_an_empty_turn_is_a_rewording_too(desk: Desk):
    desk.do(revising.reword(desk.full, desk.turn(3), ""))
    assert [one.text for one in desk.full.revised_turns] == [""]


@pytest.mark.parametrize("blank", ["", " \n"])
def test_a_turn_reworded_to_nothing_keeps_why_and_what_it_answers(desk: Desk, blank: str):
    praise = desk.comment("lamp", 3, good=True)
    desk.do(revising.reword(desk.full, desk.turn(3), blank, "Says nothing new", answers=[praise.id]))
    removed = desk.full.revised(3)
    assert removed is not None
    assert (removed.kind, removed.reason, removed.annotations) == (
        ChangeKind.REMOVED,
        "Says nothing new",
        (praise.id,),
    )
    desk.workspace.undo(desk.scope)
    assert desk.full.revised_turns == ()
    desk.workspace.redo(desk.scope)
    assert [(one.id, one.kind, one.reason, one.annotations) for one in desk.full.revised_turns] == [
        (removed.id, ChangeKind.REMOVED, "Says nothing new", (praise.id,))
    ]
    assert desk.full == desk.workspace.review_of(desk.scope)


def test_a_reworded_turn_that_becomes_blank_keeps_its_reason_unless_there_is_another(desk: Desk):
    desk.do(revising.reword(desk.full, desk.turn(3), "It comes today.", "Shorter"))
    reworded = desk.full.revised_turns
    desk.do(revising.reword(desk.full, desk.turn(3), ""))
    assert [(one.kind, one.reason) for one in desk.full.revised_turns] == [(ChangeKind.REMOVED, "Shorter")]
    desk.workspace.undo(desk.scope)
    assert [(one.kind, one.text, one.reason) for one in desk.full.revised_turns] == [
        (ChangeKind.REWORDED, "It comes today.", "Shorter")
    ]
    assert [one.id for one in desk.full.revised_turns] == [one.id for one in reworded]
    desk.do(revising.reword(desk.full, desk.turn(3), "", "Not needed"))
    assert [one.reason for one in desk.full.revised_turns] == ["Not needed"]


def test_a_suggestion_of_nothing_for_a_whole_turn_stays_linked(desk: Desk):
    praise = desk.comment(desk.turn(3).text, 3, suggestion="", good=True)
    desk.do(revising.use_suggestion(desk.full, desk.turn(3), praise))
    assert [(one.kind, one.annotations) for one in desk.full.revised_turns] == [(ChangeKind.REMOVED, (praise.id,))]


def test_suggestions_take_the_place_of_their_words_one_after_the_other(desk: Desk):
    first = desk.comment("That should not happen.", 3, suggestion="I am sorry about that.")
    second = desk.comment("the lamp", 3, suggestion="a new lamp 😀")
    desk.do(revising.use_suggestion(desk.full, desk.turn(3), first))
    desk.do(revising.use_suggestion(desk.full, desk.turn(3), second))
    change = desk.full.revised(3)
    assert change is not None
    assert change.text == "I am sorry about that. I will send a new lamp 😀 today."
    assert change.annotations == (first.id, second.id)
    assert revising.use_suggestion(desk.full, desk.turn(3), first) is None
    assert revising.use_suggestion(desk.full, desk.turn(3), second) is None


@pytest.mark.parametrize("suggestion", ["the lamp, boxed well,", "", "lamp"])
def test_a_suggestion_that_stands_there_already_is_not_used_twice(desk: Desk, suggestion: str):
    found = desk.comment("the lamp", 3, suggestion=suggestion)
    full = desk.do(revising.use_suggestion(desk.full, desk.turn(3), found))
    assert [one.text for one in full.revised_turns] == [desk.turn(3).text.replace("the lamp", suggestion)]
    assert revising.use_suggestion(desk.full, desk.turn(3), found) is None


def test_where_the_words_are_gone_a_suggestion_starts_from_the_original(desk: Desk):
    found = desk.comment("the lamp", 3, suggestion="a lamp")
    desk.do(revising.reword(desk.full, desk.turn(3), "Another parcel is on its way."))
    desk.do(revising.use_suggestion(desk.full, desk.turn(3), found))
    change = desk.full.revised(3)
    assert change is not None
    assert change.text == "That should not happen. I will send a lamp today."


def test_no_suggestion_or_several_turns_change_nothing(desk: Desk):
    plain = desk.comment("the lamp", 3)
    assert revising.use_suggestion(desk.full, desk.turn(3), plain) is None
    wide = replace(plain, anchor=replace(plain.anchor, last_turn=4), suggestion="x")
    assert revising.use_suggestion(desk.full, desk.turn(3), wide) is None
    same = replace(plain, suggestion="the lamp")
    assert revising.use_suggestion(desk.full, desk.turn(3), same) is None
