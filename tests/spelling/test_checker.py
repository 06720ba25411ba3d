"""Which words are marked, and what is suggested, with the word lists that the program ships with."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import resources
from reviewer.spelling.checker import Checker
from reviewer.spelling.languages import LANGUAGES, guess, language_of
from reviewer.spelling.own_words import OwnWords
from reviewer.spelling.word_list import BEST, load

SAID = {
    "en": "Thank you for your message, I am sorry that your parcel has not arrived.",
    "de": "Vielen Dank für Ihre Nachricht, die Kreditkartennummer ist leider nicht richtig.",
    "fr": "Je vous remercie, l'article n'est pas dans le colis et c'est dommage.",
    "it": "Grazie per il messaggio, l'ordine non è stato spedito con il corriere.",
    "nl": "Bedankt voor uw bericht, de bestelling is nog niet bij u en dat is jammer.",
    "pt": "Obrigado pela mensagem, o pedido não foi para a loja e isso é um problema.",
}


def checker(folder: Path = Path("nowhere"), names: tuple[str, ...] = (), language: str = "en") -> Checker:
    return Checker(load(language), OwnWords(folder / "own-words.txt"), names)


def marked(text: str, language: str = "en", names: tuple[str, ...] = ()) -> list[str]:
    return [text[span.start : span.end] for span in checker(names=names, language=language).check(text)]


def test_wrong_words_are_marked_and_right_ones_are_not():
    assert marked("Thier parcel was recieved, wasn’t it? Unfortunatelly yes.") == [
        "Thier",
        "recieved",
        "Unfortunatelly",
    ]


def test_british_and_american_spellings_are_both_right():
    assert not marked("I apologise and apologize; our colour, color, centre, center, organisation, cheque, catalogue.")
    wrong = ["doctour", "horrour", "capsise", "humourous", "prise"]
    assert marked(" ".join(wrong)) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "See https://exmaple.com/thier?q=recieve and www.exmaple.com",
        "Write to custmoer@exampel.com or @custmoer or #thier",
        "Order XQZW and code qzx12 and 45abczz and WI-FI",
        "Your name is [nmae] or ████ or N*** and file xqzz.pdfz",
        "x y 😀 👩🏽‍🚀 — … 1,234.50 3rd",
    ],
)
def test_links_addresses_codes_and_masked_words_are_not_marked(text: str):
    assert not marked(text)


def test_names_of_speakers_are_not_marked_with_an_s_too():
    assert marked("Xiomarra’s friend Qwertin") == ["Xiomarra’s", "Qwertin"]
    assert not marked("Xiomarra’s friend QWERTIN and qwertin", names=("Xiomarra Q.", "Qwertin"))


def test_places_count_characters_and_not_units():
    text = "😀😀 thier 😀"
    (span,) = checker().check(text)
    assert (span.start, span.end) == (3, 8)


@pytest.mark.parametrize("language", SAID)
def test_other_languages_know_their_own_words(language: str):
    assert not marked(SAID[language], language)
    assert marked("xqwzt", language) == ["xqwzt"]


@pytest.mark.parametrize("language", SAID)
def test_the_language_of_a_chat_is_guessed(language: str):
    assert guess([SAID[language]]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "12345 678",
        "お問い合わせありがとうございます",
        "Gracias por su mensaje, el pedido no está en la tienda",
        "Спасибо за ваше сообщение, я не могу",
    ],
)
def test_a_language_without_a_list_is_not_guessed(text: str):
    assert guess([text]) is None


def test_tags_and_names_of_languages_are_understood():
    assert [language_of(one) for one in ("en-GB", "pt_BR", "English", "DE", "ru", "", None, "klingon")] == [
        "en", "pt", "en", "de", None, None, None, None,
    ]  # fmt: skip


def test_every_language_has_a_list_that_is_long_enough():
    for language in LANGUAGES:
        assert load(language).knows(guessed_word(language)), language


def guessed_word(language: str) -> str:
    return "شكرا" if language == "ar" else SAID[language].split()[1]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("recieve", "receive"), ("Thier", "Their"), ("DEFINATELY", "DEFINITELY"), ("appologise", "apologise"),
     ("dont", "don't"), ("im", "I'm"), ("WASNT", "WASN'T"), ("alot", "a lot"),
     ("custmoer", "customer"), ("teh", "the")],
)  # fmt: skip
def test_the_word_that_was_meant_is_suggested_in_the_same_case(wrong: str, right: str):
    found = checker().suggestions(wrong)
    assert right in found[:2]
    assert len(found) <= BEST


def test_nothing_is_suggested_where_nothing_is_near():
    assert checker().suggestions("xqzzzzyyq") == []


@pytest.mark.parametrize("sample", resources.names("samples", suffix=".txt"))
def test_the_sample_chats_are_nearly_free_of_marks(sample: str):
    text = resources.read_text("samples", sample)
    assert guess([text]) == "en"
    assert len(set(marked(text))) <= 4


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80) | st.from_regex(r"[a-z'’ .@\[\]*0-9A-Z-]{0,60}"))
def test_marks_lie_inside_the_text_on_borders_of_words(text: str):
    spans = checker().check(text)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start].isalpha()
        assert span.start == 0 or not text[span.start - 1].isalnum()
        assert span.end == len(text) or not text[span.end].isalpha()
    assert all(one.end <= two.start for one, two in pairwise(spans))


@given(st.text("abcdeé'’", min_size=1, max_size=12))
def test_every_suggestion_is_a_right_word(word: str):
    for found in checker().suggestions(word):
        assert all(checker().knows(part) for part in found.split())
