"""What a page shows, and leaves out, as the review goes on."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer.domain.annotation import Verdict
from reviewer.domain.review import Answer, Point
from reviewer.domain.rubric import CriticalEffect, RubricSet
from reviewer.exporters.change_words import revised_count
from reviewer.exporters.conversation_view import comment_count
from reviewer.exporters.scorecard_view import score_view
from tests.exporters.reviews import RUBRIC, Reviewed, comment, identity, review_of, sample

CONCERN, STRENGTH, NONE = Verdict.CONCERN, Verdict.STRENGTH, Verdict.NONE
SAID = (("Mira", "Hello there, this is Mira."), ("Customer", "Hi."), ("", "Customer has left."))


def chat(title: str = "Chat") -> Reviewed:
    return review_of(title, SAID)


def test_nothing_rated() -> None:
    page = chat().page()
    assert 'class="score' not in page
    assert "<table>" not in page
    assert "no comments" in page
    assert "<nav" not in page
    assert 'id="legend"' not in page
    assert "Underline style" not in page


def test_nobody_is_named_as_reviewer_before_the_first_edit() -> None:
    page = sample("renewal-page.txt").page()
    assert "Reviewed by" not in page
    assert "Date of review" not in page
    assert "<dt>Reviewed by</dt><dd><bdi>Ada</bdi></dd>" in chat().page()


def test_partly_rated() -> None:
    page = chat().rated(3, None, 5).page()
    assert "of 100 so far" in page
    assert "2 of 7 criteria rated" in page
    assert page.count("not rated") == 5
    assert 'href="#scorecard"' in page


def test_all_rated() -> None:
    page = chat().rated(3, 3, 3, 3, 3, 3, 3).page()
    assert ">of 100<" in page
    assert "rounded to 50: Developing (below 75)" in page
    assert "Critical criteria: passed" in page


def test_the_highest_band_has_no_bound() -> None:
    assert "rounded to 100: Excellent<" in chat().rated(5, 5, 5, 5, 5, 5, 5).page()


def test_not_applicable_is_left_out_of_the_count() -> None:
    page = chat().rated(5, 5, 5, 5, 5, 5, 0).page()
    assert "6 of 6 criteria rated" in page
    assert "not applicable" in page
    assert ">of 100<" in page


@pytest.mark.parametrize(
    ("effect", "shown", "band", "critical"),
    [
        (CriticalEffect.ZERO, 0, "Critical failure", "Critical failure: Fair resolution. Without it: 85.00"),
        (CriticalEffect.CAP, 49, "Needs work", "Critical failure: Fair resolution. Without it: 85.00"),
        (CriticalEffect.FLAG, 85, "Good", "Critical failure: Fair resolution"),
    ],
)
def test_critical_failure(effect: CriticalEffect, shown: int, band: str, critical: str) -> None:
    rubric = RubricSet(replace(RUBRIC.rubric, critical_effect=effect), RUBRIC.criteria, RUBRIC.questions)
    reviewed = chat().rated(5, 5, 5, 5, 5, 1, 5)
    view = score_view(replace(reviewed, full=replace(reviewed.full, rubric=rubric)).told())
    assert view
    assert (view.shown, view.band, view.critical, view.css) == (shown, band, critical, "failed")


def test_points_of_the_rows_add_up_to_the_total() -> None:
    full = chat().rated(2, 3, 0, 4, None, 2, 2).full
    share = Fraction(100) / sum(part.highest for part in full.score.parts)
    assert sum(part.points * share for part in full.score.parts) == full.score.total


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [
        ((), "no comments"),
        ((NONE,), "1 comment"),
        ((CONCERN,), "1 comment: 1 concern"),
        ((CONCERN, CONCERN, STRENGTH, NONE), "4 comments: 2 concerns, 1 strength"),
    ],
)
def test_comment_count(verdicts: tuple[Verdict, ...], words: str) -> None:
    reviewed = chat()
    reviewed = reviewed.commented(*(comment(reviewed.words(1, "Hello"), 1, one, "") for one in verdicts))
    assert comment_count(reviewed.told()) == words


def test_revised_count() -> None:
    reviewed = chat()
    assert revised_count(reviewed.told()) == ""
    assert revised_count(reviewed.reworded(1, "Hi.").told()) == "1 turn edited."
    concerned = reviewed.commented(
        comment(reviewed.words(1, "Hello"), 1, CONCERN, ""), comment(reviewed.words(2, "Hi"), 1, CONCERN, "")
    )
    assert revised_count(concerned.reworded(1, "Hi.").told()) == "1 turn edited. 1 of 2 concerns addressed."
    both = concerned.reworded(1, "Hi.").reworded(2, "Hello.")
    assert revised_count(both.told()) == "2 turns edited. All 2 concerns addressed."


def test_a_bare_highlight_has_a_card_with_its_criterion_alone() -> None:
    reviewed = chat()
    page = reviewed.commented(comment(reviewed.words(1, "Hello"), 3, NONE, "")).page()
    card = page[page.index('id="c1"') : page.index("</li>", page.index('id="c1"'))]
    assert "Tone" in card
    assert 'class="v"' not in card
    assert card.count("<p") == 1


def test_a_note_is_named_and_in_the_legend() -> None:
    reviewed = chat()
    page = reviewed.commented(comment(reviewed.words(1, "Hello"), None, CONCERN, "Look")).page()
    assert '<mark class="s8">Note</mark>' in page
    plain = reviewed.commented(comment(reviewed.words(1, "Hello"), 1, CONCERN, "Look")).page()
    assert '<mark class="s8">Note</mark>' not in plain


def test_taking_words_out_shows_no_empty_suggestion() -> None:
    reviewed = chat()
    page = reviewed.commented(comment(reviewed.words(1, "there"), 1, CONCERN, "Not needed", "")).page()
    assert "<del>there</del>" in page
    assert "Suggested: " not in page


def test_empty_title_and_missing_times() -> None:
    page = chat("  ").page()
    assert '<h1 dir="auto">Chat without a title</h1>' in page
    assert "<dt>Chat</dt>" not in page
    assert 'class="gap"' not in page


def test_long_pauses_are_said() -> None:
    times = ("2026-03-03T10:00:00", None, "2026-03-03T10:02:10")
    page = review_of("Chat", SAID, times=times).page()
    assert page.count('<span class="gap">2 min 10 s later</span>') == 1
    assert "3 March 2026, 10:00–10:02" in page


def test_empty_lines_of_summary_and_discussion_are_left_out() -> None:
    full = chat().full
    review = replace(full.review, worked=(Point("  "),), to_change=(Point("Ask first"),))
    answers = (
        Answer(identity("2", 1), review.id, RUBRIC.questions[0].id, "Partly."),
        Answer(identity("2", 2), review.id, RUBRIC.questions[1].id, " \n"),
    )
    page = replace(chat(), full=replace(full, review=review, answers=answers)).page()
    assert "What worked" not in page
    assert "Ask first" in page
    assert page.count('class="qa"') == 1


def test_only_a_page_with_marks_speaks_of_them() -> None:
    sentence = "Underline style and letter carry the same meaning as colour."
    reviewed = sample("tablet-order.review.json")
    assert sentence in reviewed.page()
    assert sentence not in reviewed.page("revised")


def test_the_same_page_twice() -> None:
    assert sample("tablet-order.review.json").page() == sample("tablet-order.review.json").page()
