"""A line under a turn is looked at where hardly any turn has one."""

from tests.importers.reading import found

TURNS = [f"[09:{minute}] {'Lena' if minute % 2 else 'Omar'}: Words {minute}." for minute in range(10, 20)]


def what(lines: list[str]) -> list[str]:
    return [problem.what for problem in found("\n".join(lines)).problems]


def test_the_one_line_without_a_speaker_is_told():
    lines = [*TURNS[:4], "I can send a picture.", *TURNS[4:]]
    assert what(lines) == ["Line 5 names no speaker. It was joined to turn 4."]


def test_where_turns_often_go_on_nothing_is_told():
    assert what([line for turn in TURNS for line in (turn, "and more")]) == []


def test_in_a_short_chat_nothing_is_told():
    assert what([*TURNS[:4], "and more"]) == []
