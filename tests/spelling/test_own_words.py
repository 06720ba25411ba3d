"""The file of one's own words: kept, shared, and used as far as it can be read."""

from pathlib import Path

import pytest

from reviewer.errors import CannotWrite, UsageError
from reviewer.spelling.checker import Checker
from reviewer.spelling.own_words import OwnWords
from reviewer.spelling.word_list import load


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "own-words.txt"


def test_an_added_word_is_right_from_then_on_here_and_elsewhere(path: Path):
    own = OwnWords(path)
    checker = Checker(load("en"), own)
    assert checker.check("Fernwaye")
    own.add("Fernwaye")
    assert not checker.check("fernwaye FERNWAYE Fernwaye")
    assert OwnWords(path).all() == ["Fernwaye"]
    own.remove("fernwaye")
    assert checker.check("Fernwaye")
    assert OwnWords(path).all() == []


def test_words_stand_in_order_and_once(path: Path):
    own = OwnWords(path)
    for word in ("zog", "Abo", "zog", "Zog", "élan"):
        own.add(word)
    assert own.all() == ["Abo", "zog", "élan"]
    assert path.read_text(encoding="utf-8").splitlines() == ["zog", "Abo", "élan"]


@pytest.mark.parametrize("word", ["", "two words", "a1", "x" * 61, "a\nb", "[name]", "https://a.b"])
def test_only_a_word_can_be_added(path: Path, word: str):
    with pytest.raises(UsageError):
        OwnWords(path).add(word)
    assert not path.exists()


def test_a_broken_file_is_used_as_far_as_it_goes_and_nothing_in_it_is_lost(path: Path):
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbfgood\r\n\xff\xfe\x00\nbetter")
    own = OwnWords(path)
    assert own.all() == ["better", "good"]
    assert "left out" in own.trouble
    own.add("best")
    own.remove("good")
    assert b"\xff\xfe\x00\nbetter\nbest\n" in path.read_bytes()
    assert OwnWords(path).all() == ["best", "better"]


def test_a_folder_in_place_of_the_file_is_said_in_one_sentence(path: Path):
    path.mkdir(parents=True)
    own = OwnWords(path)
    assert own.all() == []
    assert str(path) in own.trouble
    with pytest.raises(CannotWrite):
        own.add("word")
    assert "word" not in own
