"""How often the comments of a library say what stands in its comment bank."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.domain.edits import phrases
from reviewer.domain.full_review import FullReview
from reviewer.domain.phrase import Phrase
from reviewer.workspace.workspace import Workspace
from tests.workspace.sample import LINES, comment, imported, open_library


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_library(tmp_path) as opened:
        yield opened


def begun(workspace: Workspace) -> FullReview:
    return workspace.review_of(imported(workspace, "A chat", LINES).id)


def keep_newest(workspace: Workspace, full: FullReview) -> Phrase:
    phrase = phrases.phrase_of(full.annotations[0], full.rubric)
    edit = phrases.add([], phrase)
    assert edit is not None
    workspace.do(edit)
    return phrase


def test_comments_with_the_words_of_the_bank_are_counted_under_their_criterion(workspace: Workspace) -> None:
    full = begun(workspace)
    for words, turn in (("Too short.", 1), ("Too short.\n", 2), ("Too short. Indeed.", 3)):
        comment(workspace, workspace.review_of(full.transcript.id), words, turn=turn, start=0, end=3)
    phrase = keep_newest(workspace, workspace.review_of(full.transcript.id))
    assert phrase.text == "Too short."
    assert workspace.reading.phrase_uses() == {(phrase.criterion, "Too short."): 2}


def test_without_a_bank_nothing_is_counted(workspace: Workspace) -> None:
    comment(workspace, begun(workspace), "Too short.", turn=1, start=0, end=3)
    assert workspace.reading.phrase_uses() == {}
