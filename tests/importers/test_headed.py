"""Names that are headings, as copies of talks with programs have them."""

import pytest

from reviewer.errors import NoConversation
from tests.importers.reading import found, roles, said

ANSWER = "First this.\n\n## Steps\n\n1. one\n2. two\n\n---\n\nThen that: so."


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("## {name}\n\n", ("User", "Assistant")),
        ("### {name}:\n", ("You", "Lamp Bot")),
        ("# **{name}**\n", ("Human", "AI")),
        ("**{name}**\n\n", ("User", "ChatGPT")),
        ("{name} said:\n", ("You", "ChatGPT")),
        ("## 🧑 {name}\n", ("User", "Assistant")),
    ],
)
def test_the_words_stand_below_a_heading(header: str, names: tuple[str, str]):
    words = ["My lamp hums.", ANSWER, "Why?", ANSWER]
    text = "# About lamps\n\n" + "\n\n---\n\n".join(
        header.format(name=names[at % 2]) + said_words for at, said_words in enumerate(words)
    )
    result = found(text)
    assert (result.format, result.question) == ("name_heading", None)
    turns = said(result.conversations[0])
    assert [words for _, words in turns] == words
    assert {name: role for name, (role, _) in roles(result.conversations[0]).items()} == {
        turns[0][0]: "customer",
        turns[1][0]: "bot",
    }


@pytest.mark.parametrize("header", ["## {}\n", "**{}**\n"])
def test_headings_that_recur_in_other_texts_are_no_names(header: str):
    text = "".join(header.format(name) + "- a lamp\n- a cord\n\n" for name in ("Added", "Fixed") * 4)
    with pytest.raises(NoConversation):
        found(text)


@pytest.mark.parametrize(
    "header", ["**{}** 10:0{} AM\n", "**{}** (10:0{} AM)\n\n", "### {} (10:0{} AM)\n\n", "## {} - 10:0{} AM\n"]
)
def test_a_time_beside_a_heading(header: str):
    words = ["My lamp hums.", "Since when?", "Since noon.", "I see."]
    text = "\n\n".join(header.format(("Ola", "Bo")[at % 2], at) + one for at, one in enumerate(words))
    (conversation,) = found(text).conversations
    assert said(conversation) == [(("Ola", "Bo")[at % 2], one) for at, one in enumerate(words)]
    assert conversation.turns[1].sent_at == "T10:01:00"
