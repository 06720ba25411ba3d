"""A review written to a file or a page, and read back."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.annotation import Verdict
from reviewer.domain.review import Answer, Point, Reply, Status
from reviewer.errors import Unreadable
from reviewer.exchange import review_file
from tests.exporters.cases import CASES
from tests.exporters.reviews import RUBRIC, comment, identity, review_of, sample

Document = dict[str, Any]

# what a library can hold: every sign but halves of signs
SIGNS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SPOKEN = SIGNS.filter(bool) | st.sampled_from(["</script>", "<!--<script>", "]]>", "\x00", "\u2028", "\\u003c", "&lt;"])


def read_from(page: str) -> review_file.ReviewFile:
    text = review_file.find_review(page.encode())
    assert text is not None
    return review_file.loads(text, "page.html")


@pytest.mark.parametrize("case", sorted(set(CASES) - {"hostile"}))
def test_page_and_file_hold_the_same_review(case: str) -> None:
    reviewed = CASES[case]()
    for text in (reviewed.page(), reviewed.json):
        file = read_from(text)
        assert file.full == replace(reviewed.full, saved=True)
        assert file.turns == reviewed.turns
        assert review_file.dumps(file.full, file.turns) == reviewed.json


@given(st.lists(SPOKEN, min_size=1, max_size=3), SIGNS, SIGNS)
def test_every_sign_comes_back(said: list[str], title: str, remark: str) -> None:
    chat = review_of(title, [("Mira", text) for text in said])
    chat = chat.commented(comment(chat.whole(1, len(said)), 1, Verdict.CONCERN, remark, remark))
    chat = replace(
        chat, full=replace(chat.full, review=replace(chat.full.review, headline=remark, worked=(Point(remark),)))
    )
    for text in (chat.page(), chat.json):
        file = read_from(text)
        assert (file.full, file.turns) == (chat.full, chat.turns)


def test_everything_that_belongs_to_a_review_comes_back() -> None:
    chat = review_of("Chat", [("Mira", "Hello there."), ("Customer", "Hi.")])
    chat = chat.commented(comment(chat.words(1, "Hello"), 1, Verdict.CONCERN, "Stiff", "Hi")).rated(1, 0, 5)
    chat = chat.reworded(1, "Hi there.", "Shorter")
    review = chat.full.review
    full = replace(
        chat.full,
        review=replace(review, status=Status.DONE, done_at="2026-03-21T10:00:00+00:00", rev=4, author=review.reviewer),
        replies=(Reply(identity("1", 1), chat.full.annotations[0].id, review.reviewer, "True."),),
        answers=(Answer(identity("2", 1), review.id, RUBRIC.questions[0].id, "Yes."),),
    )
    file = read_from(replace(chat, full=full).page())
    assert file.full == full


def test_a_page_saved_by_a_browser_is_still_found() -> None:
    page = "\ufeff<!-- saved from url=(0042) -->\r\n" + sample("tablet-order.review.json").page()
    assert read_from(page).full.transcript.title == "Tablet order, connection charge"


@pytest.mark.parametrize("content", [b"", b"{}", b"Mira: Hello", b"<html><body>Hello</body></html>", b"\xff\xfe{"])
def test_other_files_hold_no_review(content: bytes) -> None:
    assert review_file.find_review(content) is None


def test_the_revised_page_holds_no_review() -> None:
    assert review_file.find_review(sample("tablet-order.review.json").page("revised").encode()) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_page_that_another_program_saved_again_still_comes_back(encoding: str, ends: str) -> None:
    chat = sample("tablet-order.review.json")
    sign = "\ufeff" if encoding == "utf-16-be" else ""
    for text in (chat.page(), chat.json):
        saved = (sign + text.replace("\n", ends)).encode(encoding)
        found = review_file.find_review(saved)
        assert found is not None
        assert review_file.loads(found, "page.html").full == replace(chat.full, saved=True)


def test_pages_without_a_review_are_told_from_others() -> None:
    chat = sample("tablet-order.review.json")
    page = chat.page()
    cut = page[: page.index('<script type="application/json"')]
    assert review_file.is_page_without_review(cut.encode())
    assert review_file.is_page_without_review(cut.encode("utf-16"))
    assert not review_file.is_page_without_review(page.encode())
    assert not review_file.is_page_without_review(chat.page("revised").encode())
    assert not review_file.is_page_without_review(b"<!doctype html><title>Lamps</title><p>Hello")


def test_half_signs_are_replaced() -> None:
    text = json.dumps(json.loads(sample("tablet-order.review.json").json)).replace("Reviewer A", "\\ud800")
    assert review_file.loads(text, "review.json").full.reviewer.name == "\ufffd"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "is not a whole review file: it breaks off. Get the file once more"),
        ('{"format": "transcript-rev', "it breaks off"),
        ('{"format": "transcript-reviewer/review",\n "version" 1}', "it was changed, at line 2, sign 12 of the review"),
        ("[]", "is not a review file of this program"),
        ('{"format": "other"}', "is not a review file of this program"),
        ('{"format": "transcript-reviewer/review", "version": 2}', "written by a newer version"),
        ('{"format": "transcript-reviewer/review", "version": "1"}', "is not a whole review file"),
        ('{"format": "transcript-reviewer/review", "version": 1}', "is not a whole review file"),
        ("[" * 100_000, "is not a whole review file"),
        ('{"format": "transcript-reviewer/review", "version": 1' + "0" * 5000 + "}", "is not a whole review file"),
    ],
)
def test_what_is_no_review_file(text: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        review_file.loads(text, "odd.json")
    assert refusal.value.sentence.startswith("odd.json ")
    assert sentence in refusal.value.sentence


@pytest.mark.parametrize("depth", [400, 600, 900])
def test_lists_within_lists_are_refused(depth: int) -> None:
    text = sample("tablet-order.review.json").json.replace('"Reviewer A"', "[" * depth + "]" * depth)
    with pytest.raises(Unreadable, match="is not a whole review file"):
        review_file.loads(text, "odd.json")


LATER = {"people", "exercise", "exercise_questions", "deleted", "set_aside"}
"""Parts that files of older versions do not have."""


@pytest.mark.parametrize("key", sorted(set(json.loads(sample("tablet-order.review.json").json)) - LATER))
def test_every_part_is_needed(key: str) -> None:
    document: Document = json.loads(sample("tablet-order.review.json").json)
    del document[key]
    with pytest.raises(Unreadable, match="is not a"):
        review_file.loads(json.dumps(document), "review.json")


def _set(*path: str | int, to: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        place: Any = document
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


def _again(key: str) -> Callable[[Document], None]:
    return lambda document: document[key].append(document[key][0])


def _from_the_end(document: Document) -> None:
    anchor = document["annotations"][0]["anchor"]
    length = len(document["turns"][anchor["first_turn"] - 1]["text"])
    anchor["start"] -= length
    anchor["end"] -= length


def _without_criteria(document: Document) -> None:
    document.update(criteria=[], ratings=[])
    for one in document["annotations"]:
        one["criterion"] = None


BROKEN: dict[str, tuple[Callable[[Document], None], str]] = {
    "a list that is none": (_set("turns", to={}), "is not a list"),
    "a record that is none": (_set("review", to=[]), "is not a whole review file"),
    "a number that is words": (_set("turns", 0, "position", to="1"), "is not a whole review file"),
    "an unknown role": (_set("speakers", 0, "role", to="king"), "is not a whole review file"),
    "turns with a gap": (_set("turns", 3, "position", to=40), "not numbered from 1"),
    "a wrong count of turns": (_set("transcript", "turn_count", to=3), "not numbered from 1"),
    "a part without an identity": (_set("ratings", 0, "id", to=""), "has no identity"),
    "a comment twice": (_again("annotations"), "the same identity"),
    "a rating twice": (_again("ratings"), "the same identity"),
    "another transcript": (_set("review", "transcript", to="0" * 32), "of another transcript"),
    "another reviewer": (_set("review", "reviewer", to="0" * 32), "by another reviewer"),
    "another rubric": (_set("review", "rubric", to="0" * 32), "another rubric"),
    "an unknown speaker": (_set("turns", 1, "speaker", to="0" * 32), "unknown speaker"),
    "a rating of nothing": (_set("ratings", 0, "criterion", to="0" * 32), "unknown criterion"),
    "a comment under nothing": (_set("annotations", 0, "criterion", to="0" * 32), "unknown criterion"),
    "a comment of another review": (_set("annotations", 0, "review", to="0" * 32), "of another review"),
    "an answer to nothing": (_set("answers", 0, "question", to="0" * 32), "an answer has no question"),
    "a change of no revision": (_set("revised_turns", 0, "revision", to="0" * 32), "a change has no revision"),
    "a change at no time": (_set("ratings", 0, "updated", to="yesterday"), "the time of a change in it"),
    "a change on no day": (_set("review", "updated", to="T10:00:00"), "the time of a change in it"),
    "words that are not there": (_set("annotations", 0, "anchor", "quote", to="other"), "does not hold"),
    "a turn that is not there": (_set("annotations", 0, "anchor", "last_turn", to=99), "does not hold"),
    "a place before the first word": (_set("annotations", 0, "anchor", "start", to=-5), "does not hold"),
    "a place counted from the end": (_from_the_end, "stands outside the words"),
    "a level too high": (_set("ratings", 0, "value", to=6), "a level that its criterion does not have"),
    "a level too low": (_set("ratings", 0, "value", to=0), "a level that its criterion does not have"),
    "no criteria": (_without_criteria, "no criteria with weights"),
    "a weight below zero": (_set("criteria", 0, "weight", to=-15), "no criteria with weights"),
    "no levels": (_set("criteria", 3, "levels", to=[]), "no criteria with weights"),
    "two criteria in one place": (_set("criteria", 1, "position", to=1), "share a position"),
    "a change of a turn that is not there": (_set("revised_turns", 0, "origin", to=99), "a change has no turn"),
    "a time that is none": (_set("turns", 1, "sent_at", to="half past ten"), "a time in it cannot be read"),
    "a day that is none": (_set("review", "done_at", to="2026-02-31"), "a time in it cannot be read"),
}


ODD_EXERCISES: dict[str, tuple[str, object, str]] = {
    "no title": ("name", "", "the title of its exercise is missing."),
    "a blank title": ("name", " \u00a0\n", "the title of its exercise is missing."),
    "another kind": ("kind", "folder", "its collection is no exercise."),
    "a day that is none": ("due", "2026-02-30", "the due date of its exercise is no date."),
}


@pytest.mark.parametrize("name", ODD_EXERCISES)
def test_an_exercise_that_could_not_go_out_again_is_refused(name: str) -> None:
    """By a review as by an exercise file, so that an exercise which came in can be handed out."""
    key, value, sentence = ODD_EXERCISES[name]
    document: Document = json.loads(sample("tablet-order.review.json").json)
    home = {"id": "7" * 32, "name": "Week 4", "kind": "exercise", "due": "2026-03-28"}
    document["exercise"] = home
    assert review_file.loads(json.dumps(document), "review.json").full.exercise is not None
    home[key] = value
    with pytest.raises(Unreadable) as refusal:
        review_file.loads(json.dumps(document), "review.json")
    assert refusal.value.sentence == f"review.json is not a whole review file: {sentence}"


@pytest.mark.parametrize("name", BROKEN)
def test_what_does_not_belong_together_is_refused(name: str) -> None:
    change, sentence = BROKEN[name]
    document: Document = json.loads(sample("tablet-order.review.json").json)
    change(document)
    with pytest.raises(Unreadable) as refusal:
        review_file.loads(json.dumps(document), "review.json")
    assert refusal.value.sentence.startswith("review.json ")
    assert sentence in refusal.value.sentence


def test_keys_that_nobody_knows_are_passed_over() -> None:
    document: Document = json.loads(sample("tablet-order.review.json").json)
    document["mood"] = "good"
    assert review_file.loads(json.dumps(document), "review.json").full.annotations


def test_the_pieces_of_a_page_are_the_whole_file() -> None:
    for reviewed in (sample("tablet-order.review.json"), review_of("Nothing said", [])):
        text = "".join(review_file.compact(reviewed.full, reviewed.turns))
        assert list(json.loads(text).items()) == list(review_file.to_plain(reviewed.full, reviewed.turns).items())


@pytest.mark.parametrize("key", sorted(LATER))
def test_files_of_older_versions_lack_what_came_later(key: str) -> None:
    document: Document = json.loads(sample("tablet-order.review.json").json)
    del document[key]
    assert review_file.loads(json.dumps(document), "old.json").full.annotations
