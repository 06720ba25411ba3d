"""One review in two libraries, changed apart: what stands after files were exchanged, and what stays away."""

import json
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from reviewer.domain.differences import Fate
from reviewer.domain.edit import LIBRARY
from reviewer.domain.edits import alternatives, changing_rubric, replying, reviewing, revising, rubrics
from reviewer.domain.full_review import FullReview
from reviewer.domain.privacy import Privacy
from reviewer.errors import Unreadable
from reviewer.exchange import review_file
from reviewer.workspace.exporting.transcripts import export_to
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.workspace import Workspace
from tests.workspace.merging import as_file, bring, in_every_order
from tests.workspace.sample import Clock, comment, imported, open_library

COVERED = Wish(file_format="json", privacy=Privacy(hide_details=True))


@pytest.fixture
def here(tmp_path: Path):
    """A library in which Ada commented on “parcel”, rated and rewrote."""
    with open_library(tmp_path / "here") as workspace:
        full = workspace.review_of(imported(workspace).id)
        full = full.after(comment(workspace, full, "Which one?"))
        full = full.after(workspace.do(reviewing.rate(full, full.rubric.criteria[1].id, 4)))
        (turn,) = workspace.reading.turns(full.transcript.id, 3, 3)
        edit = revising.reword(full, turn, "I am sorry. The lamp leaves today.")
        assert edit
        workspace.do(edit)
        yield workspace
        assert workspace.check() == []


@pytest.fixture
def there(tmp_path: Path, here: Workspace):
    """Ada's other computer, with the same review."""
    with open_library(tmp_path / "there", clock=Clock()) as workspace:
        bring(workspace, as_file(here))
        yield workspace
        assert workspace.check() == []


def only(workspace: Workspace) -> FullReview:
    (transcript,) = workspace.reading.transcripts()
    return workspace.review_of(transcript.id)


def scope(workspace: Workspace) -> str:
    return only(workspace).transcript.id


def delete(workspace: Workspace) -> None:
    full = only(workspace)
    workspace.do(reviewing.delete_comment(full, full.annotations[0]))


def say(workspace: Workspace, text: str) -> None:
    full = only(workspace)
    workspace.do(reviewing.edit_comment(full, full.annotations[0], replace(full.annotations[0], text=text)))


def texts(workspace: Workspace) -> list[str]:
    return [one.text for one in only(workspace).annotations]


def test_what_was_deleted_does_not_come_back_with_an_older_copy(here: Workspace, there: Workspace):
    older = as_file(here)
    delete(here)
    outcome = bring(here, older)
    assert outcome.already_there
    assert texts(here) == []
    assert [one.fate for one in outcome.differences] == [Fate.STAYS_DELETED]
    came = bring(there, as_file(here))
    assert texts(there) == []
    assert [one.fate for one in came.differences] == [Fate.DELETED]
    bring(there, older)
    assert as_file(there) == as_file(here)


def test_an_edit_newer_than_the_deletion_wins(here: Workspace, there: Workspace):
    delete(here)
    say(there, "Which parcel?")
    say(there, "Which of the parcels?")
    gone, said = as_file(here), as_file(there)
    bring(here, said)
    (kept,) = bring(there, gone).differences
    assert (kept.fate, kept.kind, kept.turn, kept.about) == (Fate.KEPT, "annotation", 2, "parcel")
    assert (kept.here.endswith("Which of the parcels?"), kept.there) == (True, "")
    assert texts(here) == texts(there) == ["Which of the parcels?"]
    assert as_file(here) == as_file(there)


def test_an_undone_deletion_wins_over_its_file(here: Workspace, there: Workspace):
    delete(here)
    gone = as_file(here)
    here.undo(scope(here))
    back = as_file(here)
    for file in (gone, back, gone):
        bring(there, file)
        bring(here, file)
    assert texts(here) == texts(there) == ["Which one?"]
    assert only(here).absent == ()
    here.redo(scope(here))
    bring(here, back)
    assert texts(here) == []


def test_a_reply_to_a_comment_that_was_deleted_waits_for_it(here: Workspace, there: Workspace):
    (one,) = only(there).annotations
    there.do(replying.add_reply(only(there), one.id, "The first.", "2026-03-02T10:00:00+00:00"))
    delete(here)
    bring(here, as_file(there))
    assert only(here).replies == ()
    assert as_file(here).count("The first.") == 1
    here.undo(scope(here))
    assert [reply.text for reply in only(here).replies] == ["The first."]
    assert only(here).absent == ()
    here.redo(scope(here))
    assert only(here).replies == ()
    here.undo(scope(here))
    bring(there, as_file(here))
    assert [reply.text for reply in only(there).replies] == ["The first."]
    assert as_file(here) == as_file(there)


def test_what_a_person_decides_about_two_ratings_settles_them(here: Workspace, there: Workspace):
    for workspace, level in ((here, 2), (there, 5)):
        full = only(workspace)
        workspace.do(reviewing.rate(full, full.rubric.criteria[0].id, level))
    bring(here, as_file(there))
    (aside,) = only(here).absent
    assert aside.content is not None
    full = only(here)
    here.do(reviewing.rate(full, full.rubric.criteria[0].id, 3))
    assert [one.content for one in only(here).absent] == [None]
    bring(there, as_file(here))
    bring(here, as_file(there))
    assert as_file(here) == as_file(there)
    assert only(there).rating_of(full.rubric.criteria[0].id).value == 3


def test_two_rewrites_of_one_turn_meet(here: Workspace, there: Workspace):
    for workspace, words in ((here, "Good morning."), (there, "Hello, I am Mira.")):
        (turn,) = workspace.reading.turns(scope(workspace), 1, 1)
        edit = revising.reword(only(workspace), turn, words)
        assert edit
        workspace.do(edit)
    ours, theirs = as_file(here), as_file(there)
    bring(here, theirs)
    bring(there, ours)
    assert as_file(here) == as_file(there)
    assert len(only(here).dialogue.changes_of(1)) == 1


def test_changes_of_a_revision_that_was_deleted_wait_for_it(here: Workspace, there: Workspace):
    full = only(here)
    here.do(alternatives.delete_revision(full, full.revisions[0]))
    (turn,) = there.reading.turns(scope(there), 4, 4)
    edit = revising.reword(only(there), turn, "Thanks.")
    assert edit
    there.do(edit)
    bring(here, as_file(there))
    assert only(here).revised_turns == ()
    here.undo(scope(here))
    assert {one.origin for one in only(here).revised_turns} == {3, 4}


def test_undoing_an_import_gives_back_what_was_here(here: Workspace, there: Workspace):
    delete(here)
    say(there, "Which?")
    before = only(there)
    bring(there, as_file(here))
    there.undo(LIBRARY)
    assert only(there) == before
    there.redo(LIBRARY)
    bring(there, as_file(here))
    assert as_file(there) == as_file(here) or texts(there) == ["Which?"]


def test_a_review_deleted_as_a_whole_comes_back_from_its_file(here: Workspace, there: Workspace):
    delete(here)
    file = as_file(here)
    edit = reviewing.delete_review(only(here))
    assert edit
    here.do(edit)
    here.undo(scope(here))
    assert [one.kind for one in only(here).absent] == ["annotation"]
    here.redo(scope(here))
    bring(here, file)
    assert as_file(here) == file


def test_what_was_set_aside_goes_with_the_chat_when_it_is_deleted_for_good(here: Workspace, there: Workspace):
    (one,) = only(there).annotations
    there.do(replying.add_reply(only(there), one.id, "A reply in its own words.", "2026-03-02T10:00:00+00:00"))
    delete(here)
    bring(here, as_file(there))
    assert b"in its own words" in here.path.read_bytes()
    here.delete_for_good([scope(here)])
    assert here.check() == []
    assert b"in its own words" not in here.path.read_bytes()


def test_covered_details_never_replace_what_they_cover(tmp_path: Path, here: Workspace, there: Workspace):
    say(here, "Write to b.stone@example.org or ☎ 020 7946 0123 漢字.")
    here.do(reviewing.summarise(only(here), "b.stone@example.org waits", (), (), ()))
    open_file = as_file(here)
    path = export_to(
        here, only(here), tmp_path / "c.json", Wish(file_format="json", privacy=Privacy(hide_details=True))
    )
    covered = path.read_text("utf-8")
    assert "stone@" not in covered
    assert "•" in covered
    assert bring(here, covered).already_there
    for file in (covered, open_file, covered):
        bring(there, file)
    assert as_file(there) == as_file(here) == open_file


def test_words_under_a_comment_that_are_covered_in_the_file_stay_as_they_are(tmp_path: Path):
    said = (
        "Mira: Which address?",
        "Customer: It is b.stone@example.org, thanks.",
        "Mira: Thank you.",
        "Customer: Bye.",
    )
    with open_library(tmp_path / "one") as one, open_library(tmp_path / "two") as two:
        full = one.review_of(imported(one, lines=said).id)
        comment(one, full, "Spell it back.", turn=2, start=3, end=16)
        open_file = as_file(one)
        covered = export_to(one, only(one), tmp_path / "c.json", COVERED).read_text("utf-8")
        assert bring(one, covered).already_there
        bring(two, covered)
        assert not bring(two, open_file).differences
        assert [a.anchor.quote for a in only(two).annotations] == ["is ••••••••••"]


def test_files_under_different_versions_of_a_rubric_meet(here: Workspace, there: Workspace):
    full = only(here)
    wider = replace(full.rubric.criteria[0], weight=full.rubric.criteria[0].weight + 1)
    newer = rubrics.renewed(
        replace(
            full.rubric,
            rubric=replace(full.rubric.rubric, version=9),
            criteria=(wider, *full.rubric.criteria[1:]),
        )
    )
    here.do(rubrics.add(newer))
    moved = changing_rubric.change_rubric(full, newer)
    assert moved
    here.do(moved)
    other = only(there)
    there.do(reviewing.rate(other, other.rubric.criteria[2].id, 3))
    say(there, "Which of them?")
    say(there, "Which of them all?")
    ours, theirs = as_file(here), as_file(there)
    bring(here, theirs)
    bring(there, ours)
    assert as_file(here) == as_file(there)
    assert only(there).review.rubric == newer.rubric.id
    assert len(only(there).ratings) == 2
    assert texts(there) == ["Which of them all?"]
    assert len(in_every_order([ours, theirs])) == 1


def test_a_file_never_reaches_into_another_review(here: Workspace, tmp_path: Path):
    mine = as_file(here)
    foreign = json.loads(mine.replace(only(here).review.id, "f" * 32))
    foreign["annotations"][0] |= {"text": "Taken over", "rev": 99}
    with pytest.raises(Unreadable, match="a part of another review"):
        bring(here, json.dumps(foreign))
    foreign |= {part: [] for part in ("annotations", "ratings", "revisions", "revised_turns")}
    foreign["deleted"] = [{"kind": "reply", "id": only(here).annotations[0].id, "rev": 99, "updated": ""}]
    with pytest.raises(Unreadable, match="a part of another review"):
        bring(here, json.dumps(foreign))
    foreign = json.loads(mine.replace(only(here).reviewer.id, "e" * 32))
    foreign["review"] |= {"headline": "Taken over", "rev": 99}
    with pytest.raises(Unreadable, match="somebody else’s"):
        bring(here, json.dumps(foreign))
    assert as_file(here) == mine


def test_equal_stamps_and_different_words_come_to_one_in_any_order(here: Workspace, tmp_path: Path):
    document = json.loads(as_file(here))
    files = []
    for words in ("Zebra", "Which one?", "apple", "••••"):
        document["annotations"][0]["text"] = words
        files.append(json.dumps(document))
    (result,) = in_every_order(files)
    assert json.loads(result)["annotations"][0]["text"] == "Which one?"
    for number, order in enumerate(permutations(files[1:])):
        with open_library(tmp_path / str(number), reviewer="Ben") as empty:
            for file in order:
                bring(empty, file)
            assert as_file(empty) == result


def test_a_deletion_and_an_edit_of_the_same_moment_keep_the_words(here: Workspace, there: Workspace):
    here._clock = there._clock = Clock(step=timedelta(0))
    delete(here)
    say(there, "Which?")
    files = [as_file(here), as_file(there)]
    (result,) = in_every_order(files)
    assert json.loads(result)["annotations"][0]["text"] == "Which?"
    assert review_file.loads(result, "it").full.absent == ()
