"""Whatever is written comes back whole, and nothing that is read breaks the program."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import importers
from reviewer.errors import ReviewerError
from reviewer.importers.base import Source
from tests.importers.reading import ARTICLE, check, found, said

NAMES = st.sampled_from(
    [
        "Dana R.", "Ola", "Doe, Jane", "+44 20 7946 01", "Speaker 0", "#Person1#", "🤓", "Bo & Co", "Anne-Lise",
        "Kim (she/her)", "Zoë", "محمد", "客服", "Customer", "J. R.", "LulaBot", "O’Neil", "👩🏻‍⚖️ Noor",
    ]
)  # fmt: skip
SIGN = st.characters(categories=("L", "N", "S", "M"), exclude_characters="\ufffd")
ODD = st.sampled_from([" ", "\u00a0", "\u2028", "\u200d", "👩🏻‍⚖️", "—", "“", "”", "’", ":", "?", ".", "\u200f", "שלום"])
BEGIN = st.sampled_from(["I ", "a", "No", "Order 7", "x"])
WORDS = st.builds("{}{}{}".format, BEGIN, st.lists(SIGN | ODD, max_size=40).map("".join), st.sampled_from("z?.)"))


@st.composite
def chats(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Two to four people, each of whom speaks at least twice."""
    people = draw(st.lists(NAMES, min_size=2, max_size=4, unique=True))
    turns = [(name, draw(WORDS)) for name in people * 2]
    turns += draw(st.lists(st.tuples(st.sampled_from(people), WORDS), max_size=12))
    return draw(st.permutations(turns))


STYLES = {
    "name_colon": lambda at, name, words: f"{name}: {words}",
    "bold_name": lambda at, name, words: f"**{name}:** {words}",
    "time_name": lambda at, name, words: f"[10:{at % 60:02}:00] {name}: {words}",
}


@given(
    chats(),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["\n\n", "\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_a_chat_inside_prose_comes_back_identical(turns, style, end, gap, encoding):
    lines = [STYLES[style](at, name, words) for at, (name, words) in enumerate(turns)]
    text = ARTICLE + gap.join(lines) + "\n\n" + ARTICLE
    result = found(text.replace("\n", end).encode(encoding))
    assert result.format == style
    (conversation,) = result.conversations
    assert said(conversation) == turns


@given(chats(), st.lists(WORDS, min_size=1, max_size=3))
def test_lines_under_a_turn_belong_to_it(turns, more):
    """Words with a colon may start a turn of their own, so these have none."""
    plain = ["and " + words.replace(":", "") for words in more]
    body = "\n".join(plain).rstrip()
    text = "\n\n".join(f"{name}: {words}\n{body}" for name, words in turns)
    (conversation,) = found(text).conversations
    assert said(conversation) == [(name, f"{words}\n{body}") for name, words in turns]


def survives(content: bytes) -> None:
    """A refusal is one sentence with the name of the file in it; anything else is counted right."""
    try:
        result = importers.read(Source("chat.txt", content))
    except ReviewerError as error:
        refusal = error.sentence
    else:
        check(result)
        for turn in (turn for conversation in result.conversations for turn in conversation.turns):
            assert "\0" not in turn.text
            assert turn.text.encode("utf-8")[:0] == b""
        return
    assert "chat.txt" in refusal
    assert refusal.endswith(".")
    assert "\n" not in refusal


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    survives(content)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text):
    survives(text.encode("utf-8", "surrogatepass"))


PIECES = st.sampled_from(
    re.split(
        r"\|",
        "Ana: |Bo: |Customer: |**Ana:** |[10:02] |(1:02:03 PM) |2026-03-03 10:02 |02/03/26, 09:15 - |*** |---|"
        "\n|\n\n|\r|"
        "Date: |Started:\n|31 Feb 2026|99:99|(pauses)|(a\nb):| has joined the chat|You are now chatting with “Ana”|"
        "Dear Ana,|Leave a Reply|Chat 2|\ufeff|\u200e|\u00a0|\0|> |  |hello there|{|;|,|\t|Ana:|:|."
        "| 13. 6. 2018",
    )
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_odd_chats_are_read_or_refused(text):
    survives(text.encode())
