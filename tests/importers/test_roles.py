"""Who is the agent, who the customer, and why."""

import pytest

from tests.importers.reading import chat, roles


def talk(first: str, second: str, *, above: str = "", words: str = "Yes.") -> str:
    return above + "\n\n".join(f"{name}: {words if name == second else 'Hm.'}" for name in (first, second) * 2)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Agent", "agent"), ("Support", "agent"), ("Analyst Kim", "agent"),
        ("Customer Service Representative", "agent"),
        ("Customer", "customer"), ("Visitor 81726", "customer"), ("you", "customer"), ("User1", "customer"),
        ("Chatbot", "bot"),
    ],
)  # fmt: skip
def test_words_for_a_part(name: str, role: str):
    assert roles(chat(talk(name, "Ola")))[name] == (role, "the name says so")


def test_the_other_of_two_is_the_other_side():
    assert roles(chat(talk("Customer", "Ola")))["Ola"] == ("agent", "the other speaker")
    assert roles(chat(talk("Agent", "Ola")))["Ola"] == ("customer", "the other speaker")
    assert roles(chat(talk("Bot", "Ola")))["Ola"] == ("customer", "the other speaker")


@pytest.mark.parametrize(
    "notice",
    [
        "You are now chatting with “Dana R.”", "You are now chatting with 'Dana R.'. Be kind.",
        'You are now connected to "Dana R."', "You are now chatting with Dana R.", "Dana R. has joined the chat.",
        "Analyst Dana R. has entered room.",
    ],
)  # fmt: skip
def test_a_notice_names_the_agent(notice: str):
    found = roles(chat(talk("Ola", "Dana R.", above=f"{notice}\n\n")))
    assert found == {"Ola": ("customer", "the other speaker"), "Dana R.": ("agent", "named in a system line")}


def test_a_notice_names_the_customer():
    found = roles(chat(talk("Ola", "Dana", above="User Ola has entered room.\n\n")))
    assert found == {"Ola": ("customer", "named in a system line"), "Dana": ("agent", "the other speaker")}


def test_when_everybody_joined_that_tells_nothing():
    found = roles(chat(talk("Ola", "Dana", above="Ola has joined the chat.\n\nDana has joined the chat.\n\n")))
    assert {role for role, _ in found.values()} == {"other"}


def test_offers_of_help_tell_the_agent():
    found = roles(chat(talk("Ola", "Dana", words="How may I help you today?")))
    assert found == {"Ola": ("customer", "the other speaker"), "Dana": ("agent", "speaks as a helper does")}


def test_nothing_is_guessed_without_a_reason():
    assert set(roles(chat(talk("Ola", "Dana"))).values()) == {("other", "nothing tells")}


def test_a_round_of_many_has_no_agent():
    text = "".join(
        f"Speaker {at % 6}: You’re welcome.\n\n" if at == 3 else f"Speaker {at % 6}: Hm.\n\n" for at in range(18)
    )
    assert {role for role, _ in roles(chat(text)).values()} == {"other"}


def test_parts_may_be_declared_above_the_chat():
    found = roles(chat(talk("Ola", "Dana R.", above="Agent: Dana\nCustomer: Ola\n\n")))
    assert found == {"Ola": ("customer", "declared above the chat"), "Dana R.": ("agent", "declared above the chat")}


def test_a_part_in_brackets_after_the_name_is_the_role():
    found = chat("Ann (Agent): Hello there\nBo (Customer): My parcel is late\nAnn (Agent): I am on it\n")
    assert [(one.name, one.role) for one in found.speakers] == [("Ann (Agent)", "agent"), ("Bo (Customer)", "customer")]


def test_a_name_that_is_nearly_the_agents_has_the_agents_part():
    text = (
        "You are now chatting with Rafi.\n\nLena: It says expired.\nRafi: Open the page.\nRaffi: Press there.\n"
        "Lena: I see.\nRafi: Good.\n"
    )
    assert roles(chat(text)) == {
        "Lena": ("customer", "the other speaker"),
        "Rafi": ("agent", "named in a system line"),
        "Raffi": ("agent", "the name is like that of Rafi"),
    }


def test_one_offer_in_a_long_talk_tells_nothing():
    talk = "".join(f"Ola: What of day {day}?\nBo: Rain, as before.\n" for day in range(40))
    assert roles(chat(f"Ola: Welcome to the long room.\n{talk}"))["Ola"][0] == "other"


def test_a_host_is_no_agent():
    assert (
        roles(chat("Ola: Welcome to the Lamp Hour podcast.\nBo: Hello.\nOla: So, Bo.\nBo: Yes?\n"))["Ola"][0] == "other"
    )


def test_words_for_a_part_in_other_languages():
    assert {
        one: role for one, (role, _) in roles(chat("Kundin: Hallo\nBerater: Ja?\nKundin: Eine Lampe\n")).items()
    } == {
        "Kundin": "customer",
        "Berater": "agent",
    }
