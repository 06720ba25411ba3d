"""Words that attack any of the forms come back from each as they were."""

import unicodedata

from reviewer.exchange import review_file
from tests.exporters.hostile_words import hostile_reviews
from tests.hostile_words import FILE_NAMES, HOSTILE, KINDS, as_kept


def test_there_are_enough_of_every_kind() -> None:
    assert len(HOSTILE) == len(set(HOSTILE)) >= 500
    assert len(FILE_NAMES) == len(set(FILE_NAMES)) >= 80
    assert all(len(words) >= 5 for words in KINDS.values())
    signs = {sign for words in HOSTILE for sign in words}
    assert {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn"} <= {unicodedata.category(sign) for sign in signs}
    assert {chr(code) for code in (*range(0x30), *range(0x7F, 0xA0))} <= signs


def test_every_string_stands_in_some_review() -> None:
    said = [turn.text for chat in hostile_reviews() for turn in chat.turns]
    assert said == [as_kept(one) for one in HOSTILE]


def test_page_and_review_file_give_them_back() -> None:
    for chat in hostile_reviews():
        for text in (chat.json, review_file.find_review(chat.page().encode())):
            file = review_file.loads(text or "", "file")
            assert (file.full, file.turns) == (chat.full, chat.turns)
