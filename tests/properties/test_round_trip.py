"""What is exported, imported into an empty library and exported again has the same bytes, whatever people wrote."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.absent import Absent, PartKind
from reviewer.domain.annotation import Annotation, Verdict
from reviewer.domain.edits.exercises import EXERCISE
from reviewer.domain.exercise import Exercise
from reviewer.domain.full_review import FullReview
from reviewer.domain.order_keys import key_between, order_key
from reviewer.domain.parts import set_aside
from reviewer.domain.review import Answer, Point, Reply, Reviewer, Status
from reviewer.domain.revision import ChangeKind, RevisedTurn, Revision
from reviewer.domain.rubric import Question
from reviewer.domain.transcript import Collection
from reviewer.importers.base import Source
from reviewer.workspace.exercises import export_exercise, import_exercise
from reviewer.workspace.exporting.transcripts import export_to
from reviewer.workspace.exporting.wish import Wish
from reviewer.workspace.importing import import_source
from reviewer.workspace.progress import SILENT
from reviewer.workspace.workspace import Workspace
from tests.exporters.reviews import RUBRIC, Reviewed, comment, identity, review_of
from tests.hostile_words import HOSTILE, as_kept
from tests.workspace.sample import open_library

SIGNS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
EXOTIC = [
    "😀👩🏽‍🚀",
    "שלום עולם",
    "مرحبا",
    "e\u0301\u0323",
    "\u202eabc\u202c",
    "\x00",
    "\u2028",
    "•",
    "\r",
    " \n ",
    "'\"",
]
WORDS = SIGNS | st.sampled_from(EXOTIC) | st.sampled_from([*map(as_kept, HOSTILE)])
SPOKEN = WORDS.filter(bool)
PEOPLE = tuple(Reviewer(identity("6", number), name) for number, name in ((2, "Bo"), (3, "נועה"), (4, "")))
AS_FILE = Wish(file_format="json")
WHEN = "2026-03-20T10:00:00+00:00"


@st.composite
def reviews(draw: st.DrawFn) -> Reviewed:
    said = draw(st.lists(st.tuples(st.sampled_from(["Mira", "Customer", "לקוחה", ""]), SPOKEN), min_size=1, max_size=4))
    chat = review_of(draw(SPOKEN), said, language=draw(st.sampled_from([None, "he", "en"])))
    marks = [_mark(draw, chat) for _ in range(draw(st.integers(0, 4)))]
    chat = chat.commented(*marks).rated(*draw(st.lists(st.sampled_from([None, 0, 1, 4, 5]), max_size=7)))
    full = _exercised(draw, chat.full) if draw(st.booleans()) else chat.full
    return replace(chat, full=_revised(draw, _answered(draw, full)))


def _mark(draw: st.DrawFn, chat: Reviewed) -> Annotation:
    turn = draw(st.integers(1, len(chat.turns)))
    length = len(chat.turns[turn - 1].text)
    start = draw(st.integers(0, length - 1))
    place = chat.whole(turn, len(chat.turns)) if draw(st.booleans()) else chat.span(turn, start, turn, length)
    slot = draw(st.none() | st.integers(1, 7))
    made = comment(place, slot, draw(st.sampled_from(Verdict)), draw(WORDS), draw(st.none() | WORDS))
    return replace(made, **_stamp(draw))


def _stamp(draw: st.DrawFn) -> dict[str, Any]:
    return {"author": draw(st.sampled_from(["", identity("6", 1)])), "rev": draw(st.integers(0, 5)), "updated": WHEN}


def _exercised(draw: st.DrawFn, full: FullReview) -> FullReview:
    rubric = draw(st.sampled_from([None, RUBRIC.rubric.id]))
    home = Collection(identity("7", 1), draw(SPOKEN.filter(str.strip)), EXERCISE, draw(WORDS), rubric, "2026-03-28")
    asked = tuple(Question(identity("7", 1 + at), None, at, draw(SPOKEN), None, home.id) for at in (1, 2))
    return replace(full, transcript=replace(full.transcript, collection=home.id), exercise=Exercise(home, asked))


def _answered(draw: st.DrawFn, full: FullReview) -> FullReview:
    own = full.review
    asked = draw(st.lists(st.sampled_from((*full.questions, *RUBRIC.questions)), max_size=3, unique=True))
    answers = [Answer(identity("2", at), own.id, one.id, draw(WORDS), **_stamp(draw)) for at, one in enumerate(asked)]
    replies = [
        Reply(identity("8", at), one.id, draw(st.sampled_from(PEOPLE)).id, draw(WORDS), WHEN, **_stamp(draw))
        for at, one in enumerate(full.annotations)
    ]
    known = {one.reviewer for one in replies}
    points = tuple(Point(draw(WORDS), tuple(one.id for one in full.annotations[:1])) for _ in range(2))
    review = replace(
        own, headline=draw(WORDS), worked=points, try_next=points[:1], status=draw(st.sampled_from(Status)),
        done_at=WHEN, **_stamp(draw),
    )  # fmt: skip
    people = tuple(one for one in PEOPLE if one.id in known)
    absent = [Absent(identity("9", 1), own.id, PartKind.ANNOTATION, draw(st.integers(0, 9)), WHEN)]
    if full.ratings:
        # of equal stamps the rating with the greater identity stands
        absent.append(set_aside(replace(full.ratings[0], id=identity("1", 0), note=draw(WORDS)), own.id))
    return replace(
        full, review=review, answers=tuple(answers), replies=tuple(replies), people=people, absent=tuple(absent)
    )


def _revised(draw: st.DrawFn, full: FullReview) -> FullReview:
    count = draw(st.integers(0, 3))
    revisions = tuple(
        Revision(identity("c", at), full.review.id, draw(WORDS), draw(WORDS), at, at == 1, **_stamp(draw))
        for at in range(count)
    )
    turns: list[RevisedTurn] = []
    for revision in revisions:
        for position in range(1, full.transcript.turn_count + 1):
            turns += _changed(draw, full, revision, position, len(turns))
    return replace(full, revisions=revisions, revised_turns=tuple(turns))


def _changed(draw: st.DrawFn, full: FullReview, revision: Revision, position: int, number: int) -> list[RevisedTurn]:
    kind = draw(st.none() | st.sampled_from([ChangeKind.REWORDED, ChangeKind.REMOVED, ChangeKind.INSERTED, "split"]))
    if kind is None:
        return []
    after = key_between(order_key(position), order_key(position + 1))
    inserted = kind is ChangeKind.INSERTED
    links = tuple(one.id for one in full.annotations[: draw(st.integers(0, 2))])
    made = RevisedTurn(
        identity("d", number), revision.id, None if inserted else position, after if inserted else order_key(position),
        draw(st.sampled_from([None, *(one.id for one in full.speakers)])), draw(SPOKEN),
        ChangeKind.SPLIT if kind == "split" else ChangeKind(kind), draw(WORDS), links, **_stamp(draw),
    )  # fmt: skip
    if kind != "split":
        return [made]
    return [made, replace(made, id=identity("d", number + 1), order_key=after, text=draw(SPOKEN))]


def brought(workspace: Workspace, name: str, content: bytes) -> FullReview:
    review = import_source(workspace, Source(name, content), SILENT).review
    full = workspace.reading.full_review(review.id) if review else None
    assert full
    return full


@settings(max_examples=20, deadline=None)
@given(reviews())
def test_review_file_and_page_come_back_byte_for_byte(chat: Reviewed) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_library(folder / "one", reviewer="Cleo") as one:
            full = brought(one, "it.review.json", chat.json.encode())
            page = export_to(one, full, folder / "page.html")
            file = export_to(one, full, folder / "it.json", AS_FILE)
            assert file.read_bytes() == chat.json.encode()
            assert one.check() == []
        with open_library(folder / "two", reviewer="Cleo") as two:
            full = brought(two, page.name, page.read_bytes())
            assert export_to(two, full, folder / "again.html").read_bytes() == page.read_bytes()
            assert (
                export_to(two, full, folder / "again.json", Wish(file_format="json")).read_bytes() == file.read_bytes()
            )
            assert two.check() == []


@settings(max_examples=10, deadline=None)
@given(reviews().filter(lambda chat: chat.full.exercise is not None))
def test_an_exercise_file_comes_back_byte_for_byte(chat: Reviewed) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_library(folder / "one", reviewer="Cleo") as one:
            brought(one, "it.review.json", chat.json.encode())
            first = export_exercise(one, identity("7", 1), folder / "first.json").read_bytes()
        with open_library(folder / "two", reviewer="Cleo") as two:
            import_exercise(two, Source("first.json", first))
            assert export_exercise(two, identity("7", 1), folder / "second.json").read_bytes() == first
            assert two.check() == []
