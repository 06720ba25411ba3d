"""Differences by word, as a reader expects them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.worddiff import (
    Mark,
    Piece,
    changed_words,
    counted_words,
    differences_across,
    word_differences,
    words_and_gaps,
)

WORDS = st.lists(
    st.sampled_from(["the", "fee", "is", "9", "€", " ", "\n", "’s", "é", "👍🏽", "👩‍👧", "日本", "."]), max_size=14
)


def marked(old: str, new: str) -> str:
    signs = {Mark.KEPT: "{}", Mark.DELETED: "[-{}-]", Mark.INSERTED: "[+{}+]"}
    return "".join(signs[piece.mark].format(piece.text) for piece in word_differences(old, new))


def test_one_word_is_replaced():
    assert marked("You can pay on the site.", "You can order on the site.") == "You can [-pay-][+order+] on the site."


def test_a_word_with_an_apostrophe_is_one_word():
    assert marked("It doesn’t work at all.", "It does work at all.") == "It [-doesn’t-][+does+] work at all."


def test_almost_nothing_kept_is_replaced_whole():
    assert word_differences("No.", "Let me look into that for you now") == (
        Piece(Mark.DELETED, "No."),
        Piece(Mark.INSERTED, "Let me look into that for you now"),
    )


def test_single_words_between_large_changes_are_not_kept():
    tail = " We will ask the shop about your order today."
    assert marked(f"Click here or there and wait.{tail}", f"Call us and nobody waits long.{tail}") == (
        f"[-Click here or there and wait.-][+Call us and nobody waits long.+]{tail}"
    )


@pytest.mark.parametrize("text", ["👩‍👧", "e\u0301", "👍🏽", "🇫🇷", "\r\n"])
def test_what_shows_as_one_sign_stays_whole(text: str):
    assert text in words_and_gaps(f"a {text} b") or any(text in token for token in words_and_gaps(f"a{text} b"))


def test_words_are_counted_without_punctuation():
    assert counted_words("Two words, 3 really: don’t.") == 5
    assert changed_words(word_differences("a b c d", "a b x y d")) == (2, 1)


@given(WORDS, WORDS)
def test_the_pieces_give_back_both_texts(old: list[str], new: list[str]):
    before, after = "".join(old), "".join(new)
    pieces = word_differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.INSERTED) == before
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.DELETED) == after
    assert all(piece.text for piece in pieces)
    assert all(first.mark is not second.mark for first, second in pairwise(pieces))
    if before == after:
        assert all(piece.mark is Mark.KEPT for piece in pieces)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_goes_through(old: str, new: str):
    assert "".join(words_and_gaps(old)) == old
    pieces = word_differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.INSERTED) == old
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.DELETED) == new


CLUSTERS = st.lists(
    st.sampled_from(["e\u0301", "👩‍👧", "👍🏽", "🇫🇷", "🇩🇪", "க்", "日", "a", " ", "\r\n", ".", "❤️"]), max_size=10
)


@given(CLUSTERS, CLUSTERS)
def test_no_border_lies_inside_what_shows_as_one_sign(old: list[str], new: list[str]):
    pieces = word_differences("".join(old), "".join(new))
    for signs, other in ((old, Mark.INSERTED), (new, Mark.DELETED)):
        borders = {len("".join(signs[:count])) for count in range(len(signs) + 1)}
        at = 0
        for piece in pieces:
            if piece.mark is not other:
                at += len(piece.text)
                assert at in borders


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("It is new. So it costs more.", "It is new. I am sorry.", "It is new. [-So it costs more.-][+I am sorry.+]"),
        ("I see. It is new.", "You are right. It is new.", "[-I see.-][+You are right.+] It is new."),
        ("Then I’ll keep it. Bye.", "Then I’ll go. Bye.", "Then I’ll [-keep it-][+go+]. Bye."),
        ("It costs a fee.", "It costs a fee, or two.", "It costs a fee[+, or two+]."),
        ("It costs £1,250.50 at 12:30.", "It costs £1,350.50 at 12:45.",
         "It costs £[-1,250.50-][+1,350.50+] at [-12:30-][+12:45+]."),
    ],
)  # fmt: skip
def test_stops_and_numbers_are_marked_as_a_reader_expects(old: str, new: str, seen: str):
    assert marked(old, new) == seen


TEXTS = st.lists(WORDS.map("".join), max_size=4)


@given(TEXTS, TEXTS)
def test_texts_that_are_split_or_joined_come_back_whole(old: list[str], new: list[str]):
    left, right = differences_across(old, new)
    assert ["".join(piece.text for piece in pieces) for pieces in left] == old
    assert ["".join(piece.text for piece in pieces) for pieces in right] == new
    assert {piece.mark for pieces in left for piece in pieces} <= {Mark.KEPT, Mark.DELETED}
    assert {piece.mark for pieces in right for piece in pieces} <= {Mark.KEPT, Mark.INSERTED}
    assert all(first.mark is not second.mark for pieces in (*left, *right) for first, second in pairwise(pieces))


@given(WORDS, st.integers(0, 14))
def test_a_split_alone_marks_nothing(words: list[str], place: int):
    first, second = " ".join(words[:place]).strip(), " ".join(words[place:]).strip()
    if first and second:
        left, right = differences_across([f"{first} {second}"], [first, second])
        assert {piece.mark for pieces in (*left, *right) for piece in pieces} == {Mark.KEPT}
