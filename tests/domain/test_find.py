"""Words in turns: case, whole words, code points, characters that mean something in patterns."""

import pytest

from reviewer.domain.find import Hit, Query, hits_in
from reviewer.domain.transcript import Turn, TurnKind


def turns(*texts):
    return [Turn("t", position, None, None, TurnKind.MESSAGE, text) for position, text in enumerate(texts, 1)]


def places(query, *texts):
    return [(hit.position, hit.start, hit.end) for hit in hits_in(turns(*texts), query)]


def test_hits_come_in_reading_order_and_count_code_points():
    assert places(Query("bill"), "👍🏽 bill", "no", "Bill, bill") == [(1, 3, 7), (3, 0, 4), (3, 6, 10)]


def test_same_case_and_whole_words():
    assert places(Query("bill", same_case=True), "Bill bill billing") == [(1, 5, 9), (1, 10, 14)]
    assert places(Query("bill", whole_words=True), "Bill bill billing") == [(1, 0, 4), (1, 5, 9)]
    assert places(Query("bill", same_case=True, whole_words=True), "Bill bill billing") == [(1, 5, 9)]


@pytest.mark.parametrize("words", [".", "(", "[a", "a+b", "\\", "$25", "^"])
def test_signs_stand_for_themselves(words):
    assert places(Query(words), f"so {words} it is") == [(1, 3, 3 + len(words))]


def test_whole_words_may_begin_and_end_with_signs():
    assert places(Query("£25.", whole_words=True), "It is £25. Not £25.50") == [(1, 6, 10)]


def test_nothing_to_look_for_finds_nothing():
    assert list(hits_in(turns("some text"), Query(""))) == []
    assert list(hits_in(turns("ab"), Query("b"))) == [Hit(1, 1, 2)]
