"""Ready comments: their file form, and the edits of the bank."""

from dataclasses import replace

import pytest

from reviewer import resources
from reviewer.domain.annotation import Verdict
from reviewer.domain.edit import LIBRARY, Op
from reviewer.domain.edits import phrases
from reviewer.domain.phrase import Phrase
from reviewer.domain.phrase_file import read_phrases, write_phrases
from reviewer.errors import Unreadable

ONE = Phrase("a" * 32, "tone", "Tone", Verdict.STRENGTH, "A kind “first” line.\nKeep it \\ so.\x7f", None)
TWO = Phrase("b" * 32, None, "", Verdict.NONE, "Look again.", "Let me look …")


@pytest.mark.parametrize("bank", [(), (ONE,), (ONE, TWO)])
def test_what_is_written_is_read_again(bank):
    assert read_phrases(write_phrases(bank), "bank.toml") == bank


@pytest.mark.parametrize("name", resources.names("phrases"))
def test_the_ready_comments_are_files_of_this_form(name):
    found = read_phrases(resources.read_text("phrases", name), name)
    assert read_phrases(write_phrases(found), name) == found


def test_verdict_and_text_are_enough():
    (one,) = read_phrases('[[phrases]]\nverdict = "none"\ntext = "Look again."', "bank.toml")
    assert (one.criterion, one.text, len(one.id)) == (None, "Look again.", 32)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("phrases = ", "bank.toml is not a file of ready comments: "),
        ("name = 'Tone'", "bank.toml is not a file of ready comments: it holds [[phrases]] and nothing else."),
        ("phrases = [1]", "bank.toml, comment 1 is not a table with text and verdict."),
        ('[[phrases]]\nverdict = "none"\ntext = " "', "bank.toml, comment 1 has neither text nor suggestion."),
        ('[[phrases]]\nverdict = "odd"\ntext = "x"', "bank.toml, comment 1 cannot be read: "),
        ('[[phrases]]\nverdict = "none"\ntext = "x"\ncolour = 1', "bank.toml, comment 1 cannot be read: "),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(Unreadable) as refused:
        read_phrases(text, "bank.toml")
    assert refused.value.sentence.startswith(sentence)


def test_the_bank_takes_a_comment_once():
    made = phrases.add([], ONE)
    assert (made.op, made.scope, made.deltas[0].after) == (Op.ADD_PHRASE, LIBRARY, ONE)
    assert phrases.add([ONE], replace(ONE, id="c" * 32)) is None
    assert phrases.add([], replace(ONE, text="")) is None


def test_an_import_leaves_out_what_is_there_and_makes_notes_of_unknown_criteria():
    other = replace(ONE, id=ONE.id, text="Another.", criterion="gone", criterion_name="Gone")
    made = phrases.take_in([ONE], [ONE, TWO, TWO, other], {"tone"})
    after = [delta.after for delta in made.deltas]
    assert [(one.text, one.criterion, one.criterion_name) for one in after] == [
        ("Look again.", None, ""),
        ("Another.", None, ""),
    ]
    assert after[1].id != ONE.id
    assert phrases.take_in([ONE, TWO], [ONE, TWO], {"tone"}) is None
