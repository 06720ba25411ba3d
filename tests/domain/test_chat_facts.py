"""Facts of a chat from its text alone."""

import pytest

from reviewer.domain.chat_facts import Said, chat_facts
from reviewer.domain.transcript import Role

C, A, S = Role.CUSTOMER, Role.AGENT, Role.SYSTEM


def said(*turns: tuple[Role, str]) -> list[Said]:
    return [Said(role, text, number) for number, (role, text) in enumerate(turns, start=1)]


def facts(*turns: tuple[Role, str]):
    return chat_facts(said(*turns))


def test_a_question_is_answered_by_a_sentence_that_asks_nothing():
    found = facts(
        (C, "Where is it?"), (A, "On its way. Anything else?"), (C, "When does it come?"), (A, "Who are you?")
    )
    assert (found.asked, found.answered) == (2, 1)
    assert found.unanswered.number == 3


def test_a_question_that_is_asked_again_waits_with_the_first():
    found = facts((C, "Where is it?"), (S, "Ivo is typing."), (C, "Hello?"), (A, "It is here."), (C, "And now?"))
    assert (found.asked, found.answered, found.unanswered.number) == (3, 2, 5)


def test_the_longest_turn_is_the_agents_and_the_first_of_equals():
    found = facts((C, "one two three four five"), (A, "one two"), (A, "three four"), (A, "five"))
    assert (found.longest.number, found.longest_words, found.agent_words) == (2, 2, 5)


@pytest.mark.parametrize(
    ("words", "apology", "thanks"),
    [
        ("I’m sorry about that.", True, False),
        ("We apologise, and thank you.", True, True),
        ("Das tut mir leid. Vielen Dank!", True, True),
        ("Désolé, merci de votre patience.", True, True),
        ("Lo siento. Gracias.", True, True),
        ("Mi dispiace, grazie.", True, True),
        ("Desculpe, obrigada.", True, True),
        ("Excuses, en bedankt.", True, True),
        ("Sorrel is a herb; thankless work.", False, False),
    ],
)
def test_apologies_and_thanks_are_found_in_seven_languages(words, apology, thanks):
    found = facts((C, "Sorry, thanks"), (A, words))
    assert (found.apology is not None, found.thanks is not None) == (apology, thanks)
    assert not apology or found.apology.number == 2


def test_an_empty_chat_has_no_facts():
    found = facts()
    assert (found.agent_words, found.asked, found.answered) == (0, 0, 0)
    assert (found.longest, found.apology, found.thanks, found.unanswered, found.longest_words) == (None,) * 4 + (0,)
