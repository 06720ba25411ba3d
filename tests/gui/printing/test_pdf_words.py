"""Every word of the page is in the PDF, as words that can be searched and copied."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from reviewer.domain.annotation import Verdict
from reviewer.exporters.logo import logo_of
from reviewer.exporters.options import ALL_PARTS, PageOptions, Part
from reviewer.exporters.page_theme import PageTheme
from tests.exporters.cases import CASES, hostile, right_to_left, tablet_order
from tests.exporters.reviews import Reviewed, comment, review_of
from tests.gui.printing.reading import bare, bookmarks, names_in, opened, pdf_of, words_of


@pytest.fixture(scope="module")
def order() -> Reviewed:
    return tablet_order()


@pytest.fixture(scope="module")
def content(order) -> bytes:
    return pdf_of(order)


def test_head_and_summary_are_there(order, content):
    words = words_of(content)
    review = order.full.review
    points = (*review.worked, *review.to_change, *review.try_next)
    for said in (order.full.transcript.title, review.headline, "of 100", "Needs work", *(one.text for one in points)):
        assert bare(said) in words


def test_the_scorecard_says_ratings_points_and_reasons(order, content):
    words = words_of(content)
    for said in ("2 of 5, weak", "11.25", "38.75", "15 %", "critical", *(one.note for one in order.full.ratings)):
        assert bare(said) in words


def test_every_turn_is_there_with_the_numbers_of_its_comments(order):
    words = words_of(pdf_of(order, options=PageOptions(ALL_PARTS - {Part.REVISED})))
    commented = {one.anchor.last_turn for one in order.full.annotations}
    plain = [turn for turn in order.turns if turn.position not in commented]
    assert len(plain) > 5
    for turn in plain:
        assert f"{turn.position}{bare(order.full.speaker(turn.speaker).name if turn.speaker else turn.text)}" in words
        assert bare(turn.text) in words
    assert "Hi,welcometoLarkfieldchat.1WhatcanIdoforyou?" in words
    assert "deviceadviceline3.4" in words


def test_every_comment_is_there_with_its_criterion_verdict_and_rewrite(order, content):
    words = words_of(content)
    for one in order.full.annotations:
        number, criterion = order.full.numbers[one.id], order.full.rubric.criterion(one.criterion)
        assert bare(one.text) in words
        assert f"{number}{bare(criterion.name)}" in words
        assert one.verdict is Verdict.NONE or bare(one.verdict.value) in words
        assert not one.suggestion or bare(one.suggestion) in words


def test_the_revised_dialogue_says_its_changes_in_words(order, content):
    words = words_of(content)
    for said in ("Edited", "Inserted", "Turn deleted: The account can be looked up.", "Turns 8 and 9 joined",
                 "Split in two, and edited", "No turn in the original"):  # fmt: skip
        assert bare(said) in words
    for change in order.full.changes:
        assert bare(change.reason) in words


def test_discussion_and_legend_are_there(order, content):
    words = words_of(content)
    for answer in order.full.answers:
        assert bare(answer.text) in words
    assert "insertedwords" in words
    assert "Underlinestyleandlettercarrythesamemeaningascolour." in words


def test_signs_that_share_a_glyph_are_the_ones_that_were_written(content):
    text = "\n".join(page.extract_text() for page in opened(content).pages)
    assert "“sorry the offer page did not show it”." in text
    assert "10:02–10:14" in text
    assert not set(text) & set("\t\u02ee\u02d7")


def test_the_revised_dialogue_alone(order):
    words = words_of(pdf_of(order, "revised"))
    assert bare("Yes, £174 in total as it stands.") in words
    assert bare("Do you already have an account with us?") not in words
    assert "Scorecard" not in words


def test_parts_that_are_not_wanted_are_left_out(order):
    wanted = PageOptions(ALL_PARTS - {Part.CONVERSATION, Part.DISCUSSION})
    titles = [title for depth, title, _ in bookmarks(pdf_of(order, options=wanted)) if not depth]
    assert titles == ["Summary", "Scorecard", "Revised dialogue: Apologise and waive"]


def test_alternatives_come_when_wanted(order):
    titles = [title for _, title, _ in bookmarks(pdf_of(order, options=PageOptions(alternatives=True)))]
    others = len(order.full.revisions) - 1
    assert sum(title.startswith("Alternative") for title in titles) == others
    assert not any(title.startswith("Alternative") for _, title, _ in bookmarks(pdf_of(order)))


def test_hostile_words_stay_words():
    content = pdf_of(hostile())
    words = words_of(content)
    tags = ("<script>alert('one')</script>and</script>", "</style><style>body{display:none}</style>")
    for said in (*tags, "<imgsrc=xonerror=alert(4)>", "javascript:alert(2)", "WWWW", "<ins>Hello</ins>&'good'morning"):
        assert said in words
    dangers = {"/JavaScript", "/JS", "/URI", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile", "/GoToR", "/SubmitForm"}
    assert not names_in(content) & dangers
    assert "\0" not in words
    assert "\ufffd" in words


def test_words_from_right_to_left_are_there_as_they_are_drawn():
    """PDF holds glyphs in the order of the eye; readers turn them back (Unicode Standard Annex 9)."""
    words = words_of(pdf_of(right_to_left()))
    for word in ("המנורה", "סליחה", "התנצלות", "يساعدني"):
        assert word[::-1] in words or word in words, word
    assert not [sign for sign in words if "\ufb50" <= sign <= "\ufeff"]


def test_signs_without_a_typeface_can_still_be_found():
    signs = ("\u6d77", "\u5e73", "\U0001f469\U0001f3fd\u200d\U0001f680", "\U0001fae0", "\u0f40")
    said = (("Noor", f"Your tea: {' '.join(signs)}."), ("Kim", "Hello."))
    words = words_of(pdf_of(review_of("Tea \U0001f375", said)))
    for sign in (*signs, "\U0001f375"):
        assert sign in words, ascii(sign)


def test_nobody_reviewed_it_yet():
    words = words_of(pdf_of(CASES["birthday-cake"]()))
    assert "nocomments" in words
    assert "Scorecard" not in words


def test_a_comment_without_a_place_is_there_with_its_words():
    chat = review_of("Lamp", (("Ann", "Hello, this is Ann."), ("Kim", "Hello.")))
    chat = chat.commented(comment(chat.words(1, "this is Ann"), 3, Verdict.STRENGTH, "Warm."))
    lost = replace(chat.full.annotations[0], anchor=replace(chat.full.annotations[0].anchor, found=False))
    words = words_of(pdf_of(replace(chat, full=replace(chat.full, annotations=(lost,)))))
    assert bare("Comments without a place") in words
    assert bare("“this is Ann”") in words


def test_an_organisation_has_its_name_its_logo_and_its_colour_on_the_first_page(order, content):
    picture = Image.new("RGB", (120, 40), "#8e145a")
    stored = io.BytesIO()
    picture.save(stored, "PNG")
    theme = PageTheme("Larkfield", "#8e145a", logo_of(stored.getvalue(), "logo.png"))
    first = opened(pdf_of(order, options=PageOptions(theme=theme))).pages[0]
    assert "Larkfield" in first.extract_text()
    assert [(one.image.width, one.image.height) for one in first.images] == [(120, 40)]
    accent = b"0.5568"
    assert accent in first.get_contents().get_data()
    plain = opened(content).pages[0]
    assert not plain.images
    assert accent not in plain.get_contents().get_data()
    named = opened(pdf_of(order, options=PageOptions(theme=PageTheme("Larkfield")))).pages[0]
    assert named.extract_text().startswith("Larkfield")
