"""What LINE, KakaoTalk and Zoom save."""

import pytest

from reviewer.importers.lines.presets import kakaotalk, line_app, zoom
from tests.importers.reading import chat, found, said, times


def test_line():
    text = (
        "[LINE] Chat history with Mia\nSaved on: 2030/01/04 12:00\n\n2030/01/02(Wed)\n10:02\tMia\tIs the oven on?\n"
        '10:03\tTom\t"no\n\nnot ""yet"""\n10:04\t\tMia changed the picture\n2030/01/03(Thu)\n09:01 PM\tTom\tnow\n'
    )
    result = found(text)
    assert result.format == "line_app"
    (conversation,) = result.conversations
    assert said(conversation) == [
        ("Mia", "Is the oven on?"), ("Tom", 'no\n\nnot "yet"'), (None, "Mia changed the picture"), ("Tom", "now"),
    ]  # fmt: skip
    assert times(conversation)[::3] == ["2030-01-02T10:02:00", "2030-01-03T21:01:00"]


def test_a_quotation_mark_that_never_closes_takes_no_other_turn():
    conversation = chat('2030/01/02(Wed)\n10:02\tMia\t"oven\n10:03\tTom\tyes"\n10:04\tMia\tgood\n')
    assert said(conversation) == [("Mia", '"oven'), ("Tom", 'yes"'), ("Mia", "good")]


@pytest.mark.parametrize(
    ("day", "clock"), [("Wednesday, January 2, 2030", "2:30 PM"), ("2030년 1월 2일 수요일", "오후 2:30")]
)
def test_kakaotalk(day: str, clock: str):
    dashes = "-" * 15
    text = (
        f"{dashes} {day} {dashes}\n[Mia] [{clock}] Oven?\n[Tom [2]] [{clock}] no\nyet\nTom invited Rex.\n"
        f"[Mia] [{clock}] fine\n"
    )
    result = found(text)
    assert result.format == "kakaotalk"
    assert said(result.conversations[0]) == [
        ("Mia", "Oven?"), ("Tom [2]", "no\nyet"), (None, "Tom invited Rex."), ("Mia", "fine"),
    ]  # fmt: skip
    assert times(result.conversations[0])[0] == "2030-01-02T14:30:00"


@pytest.mark.parametrize("when", ["2030년 1월 2일 오후 2:30", "January 2, 2030, 2:30 PM", "2030. 1. 2. 14:30"])
def test_kakaotalk_of_a_telephone(when: str):
    conversation = chat(f"{when}, Mia : Oven?\n{when}, Tom : no\nyet\n{when}, Mia left.\n")
    assert said(conversation) == [("Mia", "Oven?"), ("Tom", "no\nyet"), (None, "Mia left.")]
    assert times(conversation) == ["2030-01-02T14:30:00"] * 3


@pytest.mark.parametrize(
    "form",
    [
        "10:02:11 From {name} to Everyone : {words}", "10:02:11\t From  {name} : {words}",
        "10:02:11 From {name} to Bo(Direct Message):\n\t{words}", "00:10:02\t{name}:\t{words}",
        "2030-01-02 10:02:11 From {name} to Everyone:\n\t{words}",
    ],
)  # fmt: skip
def test_zoom(form: str):
    talk = [("Ann Lee", "Oven: on?"), ("Bo", "no"), ("Ann Lee", "fine")]
    result = found("\n".join(form.format(name=name, words=words) for name, words in talk))
    assert (result.format, said(result.conversations[0])) == ("zoom", talk)


@pytest.mark.parametrize("sign", ['"', "[", "1", "-", "\t", " ", "年", "A", ":"])
def test_repeated_signs(sign: str):
    many = sign * 30_000
    lines = [
        "2030/01/02(Wed)",
        many,
        "10:02\tMia\t" + many,
        f'10:02\tMia\t"{many}',
        "[Mia] [" + many,
        "10:02 From " + many,
    ]
    for grammar in (line_app.GRAMMAR, kakaotalk.GRAMMAR, zoom.GRAMMAR):
        assert len(grammar.all_headers(lines)) == len(lines)
