"""The list of transcripts: what is on a shelf, in which order, found by which words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.edits import library, reviewing, revising
from reviewer.domain.ids import new_id
from reviewer.domain.transcript import Collection, Tag, Transcript
from reviewer.store import words as turn_words
from reviewer.store.listing import Query, Shelf, Smart, SortBy, Standing
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace, read_words
from tests.workspace.sample import LINES, SHORT, comment, imported, open_library

TURKISH = ("Zoë: Günaydın, buyurun?", "Customer: 50% off_er.", "Zoë: Here: 🎉 naïve.", "Customer: Ok")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Three chats; Ada rated the first, and Ben commented the first and the second."""
    with open_library(tmp_path) as opened:
        lamp, _, _ = (
            imported(opened, "Chat 9, lamp", LINES),
            imported(opened, "chat 10", SHORT),
            imported(opened, "Überweisung", TURKISH),
        )
        full = opened.review_of(lamp.id)
        for criterion in full.rubric.criteria:
            opened.do(reviewing.rate(opened.review_of(lamp.id), criterion.id, 1 if criterion.critical else 5))
        opened.do(reviewing.mark_done(opened.review_of(lamp.id), "2026-03-02T10:00:00+00:00"))
        opened.set_reviewer("Ben")
        for number, title in enumerate(("Chat 9, lamp", "chat 10")):
            comment(opened, opened.review_of(opened.find_transcript(title).id), "x", turn=1, start=0, end=4 + number)
        opened.set_reviewer("Ada")
        yield opened
        assert opened.check() == []


def titles(workspace: Workspace, query: Query) -> list[str]:
    ids = workspace.reading.listing(query)
    assert workspace.reading.count(query) == len(ids)
    return [one.transcript.title for one in workspace.reading.rows(ids)]


def chat(workspace: Workspace, title: str) -> Transcript:
    return workspace.find_transcript(title)


@pytest.mark.parametrize(
    ("sort", "wanted"),
    [
        (SortBy.TITLE, ["Chat 9, lamp", "chat 10", "Überweisung"]),
        (SortBy.AGENT, ["chat 10", "Chat 9, lamp", "Überweisung"]),
        (SortBy.STATUS, ["Überweisung", "chat 10", "Chat 9, lamp"]),
        (SortBy.COMMENTS, ["Chat 9, lamp", "Überweisung", "chat 10"]),
        (SortBy.IMPORTED, ["Chat 9, lamp", "chat 10", "Überweisung"]),
    ],
)
def test_sorting_in_both_directions(workspace: Workspace, sort: SortBy, wanted: list[str]):
    ada = workspace.reviewer.id
    assert titles(workspace, Query(sort=sort, descending=False, reviewer=ada)) == wanted
    ties = sort is SortBy.COMMENTS
    turned = ["chat 10", "Chat 9, lamp", "Überweisung"] if ties else wanted[::-1]
    assert titles(workspace, Query(sort=sort, descending=True, reviewer=ada)) == turned


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", [SortBy.SCORE, SortBy.COLLECTION, SortBy.CHANNEL, SortBy.DATE])
def test_what_has_no_value_comes_last_in_both_directions(workspace: Workspace, sort: SortBy, descending: bool):
    lamp = chat(workspace, "Chat 9, lamp")
    edit = library.move([lamp], Collection(new_id(), "March"), new=True)
    assert edit
    dated = replace(lamp, channel="web", started_at="2026-03-02T10:00:00", collection=edit.deltas[0].record.id)
    workspace.do(replace(edit, deltas=(edit.deltas[0], replace(edit.deltas[1], after=dated))))
    shown = titles(workspace, Query(sort=sort, descending=descending, reviewer=workspace.reviewer.id))
    assert shown == ["Chat 9, lamp", "chat 10", "Überweisung"]


def test_turns_are_counted(workspace: Workspace):
    assert {one.transcript.turn_count for one in workspace.reading.summaries()} == {4}
    assert len(titles(workspace, Query(sort=SortBy.TURNS))) == 3


def test_a_row_says_how_the_review_stands(workspace: Workspace):
    lines = {one.transcript.title: one for one in workspace.reading.summaries(workspace.reviewer.id)}
    lamp = lines["Chat 9, lamp"]
    assert (lamp.status, lamp.score, lamp.critical, lamp.revised, lamp.comments) == (Standing.DONE, 0, True, False, 0)
    assert (lines["chat 10"].status, lines["chat 10"].comments) == (Standing.IN_PROGRESS, 1)
    assert lines["Überweisung"].status is Standing.TO_REVIEW
    ids = [one.transcript.id for one in lines.values()]
    assert [one.transcript.id for one in workspace.reading.rows([ids[2], "gone", ids[0]])] == [ids[2], ids[0]]


def test_each_reviewer_sees_their_own_review_and_others_the_newest(workspace: Workspace):
    ben = next(one for one in workspace.reading.reviewers() if one.name == "Ben")
    lamp = [chat(workspace, "Chat 9, lamp").id]
    ada, by_ben, by_nobody = (
        workspace.reading.rows(lamp, one)[0].review for one in (workspace.reviewer.id, ben.id, "nobody")
    )
    assert ada
    assert by_ben
    assert (ada.reviewer, by_ben.reviewer) == (workspace.reviewer.id, ben.id)
    assert by_nobody == max((ada, by_ben), key=lambda one: (one.updated, one.id))
    workspace.set_reviewer("Cy")
    assert workspace.best_review_of(lamp[0]).review == by_nobody
    shelves = [workspace.reading.shelves(one) for one in (ada.reviewer, ben.id)]
    assert [(one.all, one.to_review, one.critical, one.revised) for one in shelves] == [(3, 1, 1, 0), (3, 1, 0, 0)]


def test_smart_lists(workspace: Workspace):
    me = workspace.reviewer.id
    turn = workspace.reading.turns(chat(workspace, "chat 10").id, 1, 1)[0]
    edit = revising.reword(workspace.review_of(turn.transcript), turn, "Hello, how can I help?")
    assert edit
    workspace.do(edit)
    deleted = library.delete([chat(workspace, "Überweisung")], "2026-03-03T10:00:00+00:00")
    assert deleted
    workspace.do(deleted)
    shown = {smart: titles(workspace, Query(Shelf(smart), reviewer=me)) for smart in Smart}
    assert shown == {
        Smart.ALL: ["chat 10", "Chat 9, lamp"],
        Smart.TO_REVIEW: [],
        Smart.CRITICAL: ["Chat 9, lamp"],
        Smart.REVISED: ["chat 10"],
        Smart.DELETED: ["Überweisung"],
    }
    counts = workspace.reading.shelves(me)
    assert (counts.all, counts.to_review, counts.critical, counts.revised, counts.deleted) == (2, 0, 1, 1, 1)
    assert titles(workspace, Query(words="überweisung")) == []


FOUND = [
    ("LAMP", ["Chat 9, lamp"]),
    ("hello", ["chat 10", "Chat 9, lamp"]),
    ("hello again", ["chat 10"]),
    ("zoe", ["Überweisung"]),
    ("uber", ["Überweisung"]),
    ("Naive", ["Überweisung"]),
    ("chat txt", ["chat 10", "Chat 9, lamp"]),
    ("pay", []),
    ('"', []),
    ("% _ \\ * ( NEAR ^", []),
    ("fee", ["chat 10"]),
    ("what can", ["Chat 9, lamp"]),
    (" \0 ", ["Überweisung", "chat 10", "Chat 9, lamp"]),
]


@pytest.mark.parametrize(("words", "wanted"), FOUND)
def test_words_of_titles_names_tags_and_turns(workspace: Workspace, words: str, wanted: list[str]):
    edit = library.put_tag([chat(workspace, "chat 10")], Tag(new_id(), "Late Fees"), new=True)
    assert edit
    workspace.do(edit)
    assert titles(workspace, Query(words=words)) == wanted


def test_an_apostrophe_and_other_signs_inside_a_word(workspace: Workspace):
    imported(workspace, "Signs", ("Kim: It doesn't.", "Customer: Why, co-op?", "Kim: a@b.example", "Customer: Ok."))
    for words in ("doesn't", "co-op", "a@b.example", "doesn"):
        assert titles(workspace, Query(words=words)) == ["Signs"]


def test_long_chats_are_read_later_and_found_at_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(turn_words, "AT_ONCE", 3)
    long = imported(workspace, "Long", [f"{'AB'[at % 2]}: Something about{at}." for at in range(1100)])
    assert workspace.reading.unread() == [long.id]
    assert titles(workspace, Query(words="about1099")) == ["Long"]
    read_words(workspace, SILENT)
    assert workspace.reading.unread() == []
    for word in ("about1099", "about3", "about777"):
        assert titles(workspace, Query(words=word)) == ["Long"]
    workspace.undo()
    assert titles(workspace, Query(words="about3")) == []
    workspace.redo()
    assert titles(workspace, Query(words="about3")) == ["Long"]
    workspace.delete_for_good([long.id])
    (left,) = workspace._store.connection.execute("select count(*) from words where words match 'about3*'").fetchone()
    assert left == 0


@pytest.mark.parametrize("fields", [{}, {"smart": Smart.ALL, "tag": "x"}, {"collection": "x", "tag": "y"}])
def test_a_shelf_is_one_thing(fields: dict[str, str]):
    with pytest.raises(ValueError, match="one smart list"):
        Shelf(**fields)  # type: ignore[arg-type]
