"""REFI-QDA projects into a real library: our own, and as other programs write them."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edits import reviewing
from reviewer.domain.full_review import FullReview
from reviewer.domain.review import Reply, Reviewer
from reviewer.domain.transcript import Turn
from reviewer.domain.xml_words import in_xml
from reviewer.exchange.refi_qda.layout import even
from reviewer.importers.base import Source
from reviewer.workspace.importing import Outcome, import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.exchange.refi_qda import project_of
from tests.exporters.cases import birthday_cake, hostile, right_to_left, tablet_order
from tests.exporters.hostile_words import hostile_chat, hostile_reviews
from tests.exporters.reviews import RUBRIC, Reviewed, comment, identity, review_of
from tests.workspace.sample import open_library


def brought(workspace: Workspace, project: bytes, name: str = "study.qdpx") -> Outcome:
    return import_source(workspace, Source(name, project), SILENT)


def review_in(workspace: Workspace, outcome: Outcome) -> FullReview:
    assert outcome.review is not None
    full = workspace.reading.full_review(outcome.review.id)
    assert full is not None
    return full


def said(full: FullReview) -> list[tuple[object, ...]]:
    """What the comments of a review say, where, under which criterion by name."""
    return [
        (one.anchor, full.rubric.criterion(one.criterion) and full.rubric.criterion(one.criterion).name, one.verdict,
         one.text, one.suggestion)
        for one in full.annotations
    ]  # fmt: skip


def in_signs_of_xml(chat: Reviewed) -> Reviewed:
    """The chat in signs that XML and all programs hold."""

    def held(one: Annotation) -> Annotation:
        anchor = one.anchor
        anchor = replace(anchor, quote=even(anchor.quote), prefix=even(anchor.prefix), suffix=even(anchor.suffix))
        suggestion = None if one.suggestion is None else in_xml(one.suggestion)
        return replace(one, anchor=anchor, text=in_xml(one.text), suggestion=suggestion)

    turns = tuple(replace(turn, text=even(turn.text)) for turn in chat.turns)
    return replace(chat, full=replace(chat.full, annotations=tuple(map(held, chat.full.annotations))), turns=turns)


@pytest.mark.parametrize("case", [tablet_order, right_to_left])
def test_our_own_project_gives_the_same_chat_and_the_same_comments(tmp_path: Path, case) -> None:
    chat = case()
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, project_of(chat))
        full = review_in(workspace, outcome)
        (transcript,) = outcome.transcripts
        turns = list(workspace.reading.each_turn(transcript.id))
    assert [spoken(turn, full) for turn in turns] == [spoken(turn, chat.full) for turn in chat.turns]
    assert said(full) == said(chat.full)
    assert (full.review.id, full.reviewer) == (chat.full.review.id, chat.full.reviewer)
    assert {one.id for one in full.annotations} == {one.id for one in chat.full.annotations}
    assert full.score == chat.full.score
    assert full.transcript.title == chat.full.transcript.title


def spoken(turn: Turn, full: FullReview) -> tuple[object, ...]:
    speaker = full.speaker(turn.speaker)
    return turn.text, turn.kind, turn.sent_at, speaker and (speaker.name, speaker.role)


def test_five_hundred_hostile_strings_come_back(tmp_path: Path) -> None:
    """All but signs that XML forbids, and carriage returns."""
    for number, chat in enumerate([hostile_chat(), hostile(), *hostile_reviews()]):
        expected = in_signs_of_xml(chat)
        with open_library(tmp_path / str(number)) as workspace:
            outcome = brought(workspace, project_of(chat))
            full = review_in(workspace, outcome)
            turns = list(workspace.reading.each_turn(outcome.transcripts[0].id))
        assert [turn.text for turn in turns] == [turn.text for turn in expected.turns]
        found = {one.id: one for one in full.annotations}
        for one in expected.full.annotations:
            mine = found[one.id]
            assert (mine.text, mine.suggestion, mine.verdict, mine.anchor) == (
                one.text, one.suggestion, one.verdict, one.anchor,
            )  # fmt: skip


def test_the_same_project_again_brings_nothing(tmp_path: Path) -> None:
    project = project_of(tablet_order())
    with open_library(tmp_path) as workspace:
        first = brought(workspace, project)
        before = review_in(workspace, first)
        second = brought(workspace, project)
        assert second.already_there
        assert review_in(workspace, second) == before
        assert workspace.undo() is not None
        assert workspace.reading.transcripts() == []
        assert workspace.redo() is not None
        assert review_in(workspace, first) == before
    assert not first.already_there


def test_a_comment_that_was_deleted_stays_deleted(tmp_path: Path) -> None:
    project = project_of(tablet_order())
    with open_library(tmp_path, reviewer="Reviewer A") as workspace:
        full = review_in(workspace, brought(workspace, project))
        workspace.do(reviewing.delete_comment(full, full.annotations[0]))
        again = brought(workspace, project)
        assert again.already_there
        assert review_in(workspace, again).annotations == full.annotations[1:]
        assert "1 comment that was deleted here" in again.notice
        assert workspace.undo(full.transcript.id) is not None
        assert review_in(workspace, again).annotations[0].text == full.annotations[0].text


def test_it_lies_on_the_chat_that_the_library_has(tmp_path: Path) -> None:
    """By its words: the chat came from a file before, and its comments come with the project."""
    chat = birthday_cake()
    chat = chat.commented(comment(chat.whole(2, 2), 1, Verdict.STRENGTH, "Good."))
    with open_library(tmp_path) as workspace:
        from reviewer import resources

        first = import_source(
            workspace, Source("cake.txt", resources.read_bytes("samples", "birthday-cake.txt")), SILENT
        )
        outcome = brought(workspace, project_of(chat))
        assert outcome.transcripts == first.transcripts
        assert [one.text for one in review_in(workspace, outcome).annotations] == ["Good."]


def test_several_chats_and_replies_in_one_project(tmp_path: Path) -> None:
    chat = review_of("Two", [("Ada B.", "Hello there."), ("Customer", "Hi, where is my order?")])
    chat = chat.commented(comment(chat.words(1, "there"), 2, Verdict.CONCERN, "Why?", ""))
    ann = Reviewer(identity("6", 2), "Ann")
    reply = Reply(identity("7", 1), chat.full.annotations[0].id, ann.id, "Yes.", "2026-03-20T11:00:00+00:00")
    chat = replace(chat, full=replace(chat.full, replies=(reply,), people=(ann,)))
    with open_library(tmp_path) as workspace:
        outcome = brought(workspace, project_of(chat, tablet_order()))
        assert [one.title for one in outcome.transcripts] == ["Two", "Tablet order, connection charge"]
        full = review_in(workspace, outcome)
        assert [(one.text, one.at, full.name_of(one.reviewer)) for one in full.replies] == [
            ("Yes.", "2026-03-20T11:00:00+00:00", "Ann")
        ]
        assert full.annotations[0].suggestion == ""
        assert full.rubric.rubric.id == RUBRIC.rubric.id
    assert outcome.notice == "Left out of study.qdpx: 1 revised dialogue."
