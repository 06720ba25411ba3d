"""Every way to write the start of a turn, and what only looks like one."""

import pytest

from reviewer.errors import NoConversation
from reviewer.importers.proposals import proposals
from tests.importers.reading import chat, found, said

WORDS = ("Hello, who is there?", "It’s me: about the lamp.", "Go on.", "It hums at 10:30 and at noon.")


def written(header: str, first: str = "Ola", second: str = "Dana R.") -> str:
    names = (first, second, first, second)
    return "\n\n".join(header.format(name=name) + words for name, words in zip(names, WORDS, strict=True))


@pytest.mark.parametrize(
    ("style", "header"),
    [
        ("name_colon", "{name}: "),
        ("name_colon", "{name} : "),
        ("name_colon", "{name}："),
        ("name_colon", "{name}:\t"),
        ("name_colon", "\u200e{name}: "),
        ("name_colon", "> {name}: "),
        ("name_colon", "    {name}: "),
        ("name_colon", "- {name}: "),
        ("name_sign", "{name} > "),
        ("name_sign", "{name} >> "),
        ("name_sign", "{name} - "),
        ("name_sign", "{name} — "),
        ("bold_name", "**{name}:** "),
        ("bold_name", "**{name}**: "),
        ("bold_name", "__{name}:__ "),
        ("bold_name", "*{name}:* "),
        ("bold_name", "**{name} (10:02):** "),
        ("name_paren_time", "**{name}** [10:02:07 AM]: "),
        ("bold_name", "**[10:02] {name}:** "),
        ("bold_name", "[2026-03-03 10:02] **{name}**: "),
        ("name_colon", "[{name}]: "),
        ("time_name", "[10:02] {name}: "),
        ("time_name", "[10:02:07] {name}: "),
        ("time_name", "(1:38:39 PM) {name}: "),
        ("time_name", "(1:38 p. m.) {name}: "),
        ("time_name", "1:38\u202fPM {name}: "),
        ("time_name", "10:02 {name}: "),
        ("time_name", "10:02 - {name}: "),
        ("time_name", "2026-03-03 10:02 {name}: "),
        ("time_name", "2026-03-03T10:02:03Z {name}: "),
        ("time_name", "[2026-03-03T10:02:03] {name}: "),
        ("whatsapp", "[2026-03-03, 10:02:03] {name}: "),
        ("whatsapp", "13/03/2026, 10:02 - {name}: "),
    ],
)
def test_a_style_is_recognised_and_its_words_kept(style: str, header: str):
    result = found(written(header))
    assert (result.format, result.confidence) == (style, 1.0)
    (conversation,) = result.conversations
    assert said(conversation) == list(zip(["Ola", "Dana R."] * 2, WORDS, strict=True))


@pytest.mark.parametrize(
    "name",
    [
        "May D.", "+44 20 7946", "🤓", "Bo & Co", "Anne-Lise", "Doe, Jane", "Speaker 0", "#Person1#", "Kim (she/her)",
        "O’Neil", "Visitor 81726", "客服", "محمد", "a", "Doe, Jane (EXT)",
    ],
)  # fmt: skip
def test_names_that_broke_other_readers(name: str):
    assert {turn[0] for turn in said(chat(written("{name}: ", first=name)))} == {name, "Dana R."}


def test_spellings_in_other_case_are_one_speaker_shown_as_most_often_written():
    conversation = chat("Lulabot: a b\n\nGuest: c\n\nLulaBot: d\n\nLulaBot: e\n")
    assert {(one.key, one.name, one.turns) for one in conversation.speakers} == {
        ("lulabot", "LulaBot", 3),
        ("guest", "Guest", 1),
    }


def test_words_without_a_blank_after_the_colon_count_for_a_known_name():
    assert said(chat("Ola: one\nBo: two\nOla:three\nBo: four\n"))[2] == ("Ola", "three")


def test_words_may_begin_under_the_name():
    conversation = chat("Customer:\nHello there\n\nAgent:\n\nHow can I help?\n\nCustomer:\nMy lamp\nhums.\n")
    assert said(conversation) == [
        ("Customer", "Hello there"), ("Agent", "How can I help?"), ("Customer", "My lamp\nhums."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "She said: hello\nHe said: bye\nShe said: no\nHe said: yes\n",
        "John 3:16 For so\nJohn 3:17 And then\nLuke 2:11 Today\nLuke 2:12 And\n",
        "https://a.example/1\nhttps://a.example/2\nhttp://a.example/3\nhttp://a.example/4\n",
        "10:30 tea\n10:40 cake\n11:30 tea\n11:40 cake\n",
        "1. First: a\n2. Second: b\n1. First: c\n2. Second: d\n",
        "Note: one\nTip: two\nNote: three\nTip: four\n",
        "Pros: small\nCons: loud\n\nPros: cheap\nCons: dull\n",
        "name: Ola\nage: 41\ntown: Hamar\n\nname: Bo\nage: 39\ntown: Moss\n",
        "From: a@b.example\nTo: c@d.example\nSubject: lamp\n\nFrom: c@d.example\nTo: a@b.example\nSubject: Re: lamp\n",
        "What he told me then was this: no.\nWhat he told me then was this: yes.\n" * 2,
        "Only me: a\n",
        "Start-Date: one\nCommandline: two\nEnd-Date: three\n\nStart-Date: four\nCommandline: five\nEnd-Date: six\n",
        "Traceback (most recent call last):\n  no\nZeroDivisionError: by zero\n\n" * 3,
        "Deprecations:\n^^^^^^^^^^^^^\n\nnone\n\nBackward changes:\n^^^^^^^^^^^^^^^^^\n\nmany\n\n" * 3,
        "".join(f"lamp-{at}: mended, and not looked at again\n" for at in (*range(20, 30), 25, *range(30, 40), 35)),
        "[Lamp shop]: https://lamp.example/a\n[Kiosk]: https://kiosk.example\n" * 2,
    ],
)
def test_what_is_no_chat(text: str):
    with pytest.raises(NoConversation):
        found(text)


def test_one_name_alone_is_taken_with_a_warning():
    result = found("Ola: one\n\nOla: two\n\nOla: three\n\nOla: four\n")
    assert result.confidence == 0.5
    assert result.problems[0].what == "It is uncertain whether this was read as it was meant."


def test_somebody_who_speaks_once_is_taken_with_a_warning():
    result = found("Ola: Hi\nBo: Wait, I ask.\nMarit Lie: I am the manager. What is wrong?\nOla: All\nBo: See\n")
    assert [name for name, _ in said(result.conversations[0])] == ["Ola", "Bo", "Marit Lie", "Ola", "Bo"]
    assert [problem.what for problem in result.problems] == [
        "“Marit Lie” speaks only once here, and may be no speaker."
    ]


def test_a_label_in_the_midst_of_a_turn_stays_in_it():
    text = "Ola: What was sent?\nBo: See below.\nOrder number: 12345\nAddress: 3 Low Road\nOla: Thanks\nBo: Bye\n"
    assert said(chat(text))[1] == ("Bo", "See below.\nOrder number: 12345\nAddress: 3 Low Road")


@pytest.mark.parametrize("name", ["Break", "info", "System", "Chat Information"])
def test_names_of_the_program_write_system_lines(name: str):
    conversation = chat(f"Ola: one\nBo: two\n{name}: And now a word.\nOla: three\nBo: four\n{name}: The end.\n")
    assert said(conversation)[2] == (None, "And now a word.")
    assert {one.name for one in conversation.speakers} == {"Ola", "Bo"}


@pytest.mark.parametrize("line", ["Customer:…oh", "Customer:oh", "customer : oh", "CUSTOMER:\toh"])
def test_a_known_name_speaks_however_its_colon_is_set(line: str):
    turns = said(chat(f"Agent: Hi there\nCustomer: My lamp\nAgent: Hums?\n{line}\nAgent: Bye\n"))
    assert (len(turns), turns[3][0]) == (5, "Customer")


def test_a_short_form_of_a_name_that_stands_once_speaks_and_may_be_merged():
    text = "Female Customer: Hi you\n\nAgent: Yes?\n\nFemale: My lamp hums.\n\nAgent: So\n\nFemale Customer: Bye\n"
    conversation = chat(text)
    assert [name for name, _ in said(conversation)][2] == "Female"
    assert [(one.key, one.into) for one in proposals(conversation)] == [("female", "female customer")]


@pytest.mark.parametrize(
    "line",
    [
        "Topic: lamps", "Fecha: lunes", "Agenda: one, two", "photo credit: Ola", "https://a.example/b: c", "10:30 tea",
        "She said: “go on”", "1. First: a lamp", "What I wanted to say to you was: no",
    ],
)  # fmt: skip
def test_what_has_a_colon_in_the_midst_of_a_turn_and_starts_none(line: str):
    assert said(chat(f"Ola: one\n{line}\nBo: two\nOla: three\nBo: four\n"))[0] == ("Ola", f"one\n{line}")


def test_what_is_said_comes_through_unchanged():
    words = "“so” – 1\u00a0000 …  👩🏻‍⚖️ \u200fשלום\u200f נ\u200cא ﬁ ½ \u2028 x"
    assert said(chat(f"Ola: {words}  \n{words}\t\nBo: two\nOla: three\nBo: four\n"))[0] == (
        "Ola",
        f"{words}  \n{words}",
    )


def test_sentences_and_one_off_labels_do_not_hide_a_chat_by_one_word_names():
    text = "bot:Hello there\n\nme:hi\n\nbot:What now\n\nme:a lamp\n\nbot:ok\n\nme:bye\n"
    assert [name for name, _ in said(chat(text))] == ["bot", "me"] * 3


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "[{}] ", "  {}\t", "{}: "])
def test_lines_may_be_numbered(number: str):
    text = "\n".join(number.format(at + 9) + line for at, line in enumerate(written("{name}: ").split("\n\n")))
    assert [words for _, words in said(chat(text))] == list(WORDS)


def test_a_list_with_dashes_is_no_chat():
    with pytest.raises(NoConversation):
        found("worker - up\nstore - up\nworker - down\nstore - down\n" * 3)


def test_a_name_that_gives_its_own_short_form():
    text = (
        "Vera Lind (VL): Come in.\n\nTomas de Wit (TdW): I bring the lamps.\n\nVL: How many?\n\n"
        "Otto Kranz (OK): Two, I hope.\n\nGuest: Three lamps\n\nVL: Three then.\n"
    )
    assert [name for name, _ in said(chat(text))] == [
        "Vera Lind (VL)", "Tomas de Wit (TdW)", "VL", "Otto Kranz (OK)", "Guest", "VL",
    ]  # fmt: skip


def test_questions_with_a_dash_among_names_with_a_colon():
    text = "Vera: Any questions?\n\nQ - Is it wired?\n\nA - Not yet.\n\nQ - Why?\n\nA - No hands.\n\nVera: Thank you.\n"
    assert said(chat(text))[1:4] == [("Q", "Is it wired?"), ("A", "Not yet."), ("Q", "Why?")]
    assert len(said(chat(text))) == 6


@pytest.mark.parametrize("end", ["```\n", "```\n\nThat was all.\n", "```\n\n---\n\nThat was all.\n"])
def test_a_chat_in_a_block_of_code(end: str):
    text = f"As it was saved:\n\n```\n[10:01] Ola: Hello\n[10:02] Bo: Hi\n[10:03] Ola: So long\n{end}"
    assert said(chat(text)) == [("Ola", "Hello"), ("Bo", "Hi"), ("Ola", "So long")]


def test_a_block_of_code_in_a_turn_stays_in_it():
    text = "Ola: See\n```\nlamp --on\n```\nBo: Thanks\nOla: Fine\nBo: Bye\n"
    assert said(chat(text))[0] == ("Ola", "See\n```\nlamp --on\n```")
