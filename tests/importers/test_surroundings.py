"""What stands before, between and after the turns."""

import pytest

from reviewer.errors import NoConversation
from reviewer.importers.base import LineKind
from tests.importers.reading import ARTICLE, chat, found, said

FOUR = "Ola: one\n\nBo: two\n\nOla: three\n\nBo: four\n"


def test_prose_around_a_chat_is_left_out():
    result = found(f"A day at the counter\n\n{ARTICLE}{FOUR}\n\nDear Reader,\n\nwrite to me.\n\nLeave a Reply\n")
    assert result.ledger() == {
        "total": 18, "turn": 4, "continuation": 0, "system": 0, "preamble": 2, "postamble": 3, "blank": 9, "skipped": 0,
    }  # fmt: skip
    assert result.problems == ()


@pytest.mark.parametrize(
    "after", ["\nand then I left.", "---\nA rule", "Leave a Reply\nName", "\n\n\nFar below", "\nDear Reader,\nwrite."]
)
def test_what_follows_the_last_turn_is_never_part_of_it(after: str):
    assert said(chat(FOUR + after))[-1] == ("Bo", "four")


def test_prose_between_two_excerpts_makes_two_conversations():
    text = f"{ARTICLE}Ola: one\n\nBo: two\n\n{ARTICLE}This is how it ended:\n\nBo: two\n\nOla: three\n\n{ARTICLE}"
    result = found(text, "the-counter.txt")
    assert [said(one) for one in result.conversations] == [
        [("Ola", "one"), ("Bo", "two")],
        [("Bo", "two"), ("Ola", "three")],
    ]
    assert [one.title for one in result.conversations] == ["the-counter (1)", "the-counter (2)"]


def test_a_short_bridge_in_an_article_splits_too():
    result = found(f"{ARTICLE}Ola: one\n\nBo: two\n\nTen minutes later:\n\nOla: three\n\nBo: four\n")
    assert [len(one.turns) for one in result.conversations] == [2, 2]


@pytest.mark.parametrize(
    "between", ["-----\nChat 2", "=== Conversation #2 ===", "Transcript 2: the lamp", "***\nLater"]
)
def test_headings_part_several_chats_in_one_file(between: str):
    result = found(f"Chat 1\n\n{FOUR}\n{between}\n\n{FOUR}")
    assert [len(one.turns) for one in result.conversations] == [4, 4]


def test_a_paragraph_without_a_name_is_joined_and_that_is_said():
    result = found("Ola: one\n\nstill me\nand more\n\nBo: two\n\nOla: three\n\nBo: four\n")
    (conversation,) = result.conversations
    assert conversation.turns[0].text == "one\n\nstill me\nand more"
    assert conversation.turns[0].where == (1, 4)
    (problem,) = result.problems
    assert (problem.where, problem.what, problem.excerpt) == (
        (3, 4), "Line 3 names no speaker. It was joined to turn 1.", "still me",
    )  # fmt: skip


def test_many_such_paragraphs_are_said_once():
    result = found("Ola: one\n\nstill me\n\nBo: two\n\n" * 8)
    assert [problem.what for problem in result.problems] == [
        "8 paragraphs name no speaker. Each was joined to the turn above it."
    ]


def test_text_far_apart_is_left_out_and_that_is_said():
    result = found("Ola: one\n\nBo: two\n\n\n\nAn advertisement\n\nOla: three\n\nBo: four\n")
    assert said(result.conversations[0])[1] == ("Bo", "two")
    assert result.lines[6] is LineKind.SKIPPED
    assert result.problems[0].what == "Line 7 names no speaker and stands apart. It was left out."


@pytest.mark.parametrize(
    "notice",
    [
        "You are now chatting with “Dana R.”",
        "Please wait for a colleague of ours. It will not be long. You are now chatting with 'Dana R.'",
        "Dana R. has joined the chat",
        "*** Dana R. has left ***",
        "Analyst Dana has entered room.",
        "Please wait for a site operator to respond.",
        "Your Issue ID for this chat is LTK 12.",
        "Chat Started: Monday, March 2",
        "All agents are busy.",
        "(a long silence)",
        "[typing]",
    ],
)
def test_lines_of_the_chat_program_are_system_lines(notice: str):
    text = f"Ola: one\n\n{notice}\n\nBo: two\n\nOla: three\n\nBo: four\n"
    assert said(chat(text))[1] == (None, notice)


@pytest.mark.parametrize("notice", ["Please hold for a moment.", "Thank you for contacting us.", "Ola has joined."])
def test_notices_right_above_the_first_turn_open_the_chat(notice: str):
    assert said(chat(f"A title\n\nSome words above.\n\n{notice}\n\n{FOUR}"))[0] == (None, notice)


def test_words_of_a_person_are_no_notice():
    text = "Ola: one\nBo: Let me look.\nPlease hold for a moment.\nThe shop has closed early today.\nOla: ok\nBo: bye\n"
    assert said(chat(text))[1] == ("Bo", "Let me look.\nPlease hold for a moment.\nThe shop has closed early today.")


def test_a_stage_direction_may_run_over_two_lines():
    result = found("Ola: one\n\n(Bo looks\nit up):\n\nBo: two\n\nOla: three\n\nBo: four\n")
    turn = result.conversations[0].turns[1]
    assert (turn.speaker, turn.text, turn.where) == (None, "(Bo looks\nit up):", (3, 4))


def test_pseudo_speakers_are_system_lines():
    conversation = chat("[10:00] System: Chat begins\n[10:01] Ola: one\n[10:02] Bo: two\n[10:03] Ola: three\n")
    assert said(conversation)[0] == (None, "Chat begins")
    assert {speaker.name for speaker in conversation.speakers} == {"Ola", "Bo"}


def test_a_timed_line_without_a_name_is_a_system_line():
    conversation = chat(
        "(1:38:05 PM) *** Li Q has joined the chat ***\n(1:38:39 PM) Li Q: hello\n(1:39:00 PM) Bo: hi\n"
    )
    assert said(conversation)[0] == (None, "*** Li Q has joined the chat ***")
    assert conversation.turns[0].sent_at == "T13:38:05"


def test_a_timed_chat_is_never_split_by_long_paragraphs():
    text = f"{ARTICLE}[10:00] Ola: one\n\n{ARTICLE}{ARTICLE}[10:01] Bo: two\n[10:02] Ola: three\n[10:03] Bo: four\n"
    assert len(chat(text).turns) == 4


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("The lamp that hums\n\n", "The lamp that hums"),
        ("# The lamp that hums\n\nSome words.\n\n", "The lamp that hums"),
        ("---\ntitle: The lamp\ndate: 2026-03-03\n---\n\n", "The lamp"),
        ("This is a sentence, and no title.\n\n", "lamp-7"),
        ("https://shop.example/lamp\n\n", "lamp-7"),
        ("", "lamp-7"),
    ],
)
def test_titles(above: str, title: str):
    assert chat(above + FOUR, "lamp-7.txt").title == title


def test_the_channel_above_a_chat():
    assert chat(f"Lamp\n\nChannel: Web chat\n\n{FOUR}").channel == "Web chat"


def test_labels_above_a_mailed_chat_are_no_turns():
    above, below = "Visitor:\nOla\nStarted:\n02 Jan 2026 10:02:03\n\n", "\nVisitor Details\nName: Ola\n"
    conversation = chat(f"{above}Ola: one\nSam: two\nOla: three\nSam: four\n{below}")
    assert said(conversation) == [("Ola", "one"), ("Sam", "two"), ("Ola", "three"), ("Sam", "four")]
    assert conversation.started_at == "2026-01-02T10:02:03"


def test_a_part_alone_in_the_midst_of_a_chat_is_a_turn():
    assert said(chat("Ola: one\nSam: two\nOla: three\nSam: four\nbot:\nfive\nOla: six\n"))[4] == ("bot", "five")


@pytest.mark.parametrize("mark", ["- ", "* ", "• "])
def test_a_chat_may_be_a_list(mark: str):
    assert len(chat("".join(f"{mark}{line}\n" for line in FOUR.split("\n") if line)).turns) == 4


def test_lines_that_all_look_like_turns_are_turns():
    assert said(chat("Ola: one\nBo: two\nOla: three\n")) == [("Ola", "one"), ("Bo", "two"), ("Ola", "three")]


def test_single_remarks_scattered_in_prose_are_no_chat():
    with pytest.raises(NoConversation):
        found("".join(f"{ARTICLE}{ARTICLE}Remark: this is so, and I mean it.\n\n" for _ in range(6)))


def test_a_page_break_hides_no_turn():
    conversation = chat("Ola: one\fx\n\n\fBo: two\n\f\n\fstill two\n\n\fOla: three\n\nBo: four\n")
    assert [name for name, _ in said(conversation)] == ["Ola", "Bo", "Ola", "Bo"]
    assert said(conversation)[0] == ("Ola", "one\fx")


@pytest.mark.parametrize(
    "more",
    [
        "10:30 or 11:30",
        "https://a.example/x",
        "1. salt: a pinch\n2. oil: a spoon",
        "“No: never”",
        "re: the lamp",
        "-- :)",
    ],
)
def test_lines_with_a_colon_under_a_turn_stay_in_it(more: str):
    text = f"Ola: see\n{more}\nBo: ok\nOla: fine\nBo: bye\n"
    assert said(chat(text))[0] == ("Ola", f"see\n{more}")


def test_front_matter_gives_title_and_date_and_no_speakers():
    text = (
        "---\ntitle: 'A lamp: three voices'\nBo: x\ntags: [lamp]\ndate: 2026-03-03\nBo: y\n---\n"
        "Agenda: <https://a.example/1>\n\nSpeaker 0: hi there\n\nSpeaker 1: hello\n\nSpeaker 0: so\n\nSpeaker 1: no\n"
    )
    conversation = chat(text)
    assert (conversation.title, conversation.started_at) == ("A lamp: three voices", "2026-03-03")
    assert said(conversation)[:2] == [(None, "Agenda: <https://a.example/1>"), ("Speaker 0", "hi there")]
    assert len(conversation.turns) == 5


def test_a_heading_between_turns_is_a_system_line():
    text = "Ola: one\n\nBo: two\n\n## The second hour\n\nOla: three\n# not a heading\n\nBo: four\n"
    assert said(chat(text))[2:4] == [(None, "## The second hour"), ("Ola", "three\n# not a heading")]


def test_a_heading_over_prose_between_two_excerpts_is_of_the_prose():
    result = found(f"{ARTICLE}Ola: one\n\nBo: two\n\n# The afternoon\n\n{ARTICLE}{ARTICLE}Bo: two\n\nOla: three\n")
    assert [len(one.turns) for one in result.conversations] == [2, 2]
    assert all(turn.speaker for one in result.conversations for turn in one.turns)


def test_front_matter_makes_no_article():
    front = "---\ntitle: A round on lamps\n" + "note: who came, and what they brought along\n" * 6 + "---\n"
    more = ARTICLE.strip() + " " + ARTICLE.strip()
    result = found(f"{front}Ola: one\n\nBo: two\n\n{more}\n\nOla: three\n\nBo: four\n")
    assert [len(one.turns) for one in result.conversations] == [4]


def test_the_last_of_long_turns_may_have_several_paragraphs():
    words = ARTICLE.strip()
    text = f"Ola: {words}\n\nBo: {words}\n\n{words} {words}\n\nOla: {words}\n\nBo: {words}\n\n{words}\n"
    assert [len(one.turns) for one in found(text).conversations] == [4]
